"""What somebody looks for, and the excerpts that show where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.search import EXCERPT_LENGTH, MOST_TERMS, Excerpt, Query, Term, excerpt, marked, parse_query

LONG = "Nothing of this is meant. " * 20 + "Cassandra asked how can I help, and meant it. " + "Nor is this. " * 20


def said(found: Excerpt) -> list[str]:
    return [found.text[start:end] for start, end in found.marks]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("cass", [Term(("cass",))]),
        ("Café help", [Term(("cafe",)), Term(("help",))]),
        ('"how can I help"', [Term(("how", "can", "i", "help"), goes_on=False)]),
        ("“how can I” x", [Term(("how", "can", "i"), goes_on=False), Term(("x",))]),
        ('"how can I he', [Term(("how", "can", "i", "he"))]),
        ("follow-up", [Term(("follow", "up"))]),
        ("会议", [Term(("会", "议"))]),
        ("#Team", [Term(("team",), tag=True)]),
        ("# team", [Term(("team",))]),
        ("same same", [Term(("same",))]),
        ("", []),
        ('"" !? #', []),
    ],
)
def test_words_phrases_and_tags_are_understood(text: str, terms: list[Term]) -> None:
    assert parse_query(text) == Query(tuple(terms))


@given(st.text())
def test_anything_may_be_typed(text: str) -> None:
    query = parse_query(text)
    assert len(query.terms) <= MOST_TERMS
    assert bool(query) == bool(query.terms)
    assert all(term.words and all(term.words) for term in query.terms)


def test_an_excerpt_lies_around_the_first_hit_and_marks_all_of_its_hits() -> None:
    found = excerpt(LONG, parse_query('cass "how can I help"'))

    assert said(found) == ["Cassandra", "how can I help"]
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert len(found.text) <= EXCERPT_LENGTH


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    found = excerpt("Two forms\nmerged  into one.", parse_query("merg"))

    assert found.text == "Two forms merged into one."
    assert said(found) == ["merged"]


@pytest.mark.parametrize(
    ("text", "asked", "hits"),
    [
        ("Café and cafe", "CAFÉ", ["Café", "cafe"]),
        ("the meeting 会议记录 was long", "会议", ["会议"]),
        ("the meeting 会议记录 was long", "议", ["议"]),
        ("カメラを買う", "メラ", ["メラ"]),
        ("the #team met the team", "#tea", ["#team"]),
        ("the #team met the team", "team", ["team", "team"]),
        ("help me help you", '"help you"', ["help you"]),
        ("helpful", '"help"', []),
        ("she told Neal's boss", "neals", []),
        ("she told Neal's boss", "neal's", ["Neal's"]),
    ],
)
def test_hits_are_marked_as_they_were_written(text: str, asked: str, hits: list[str]) -> None:
    assert said(marked(text, parse_query(asked))) == hits


def test_without_a_hit_the_beginning_is_shown() -> None:
    found = excerpt(LONG, parse_query("zebra"))

    assert found.text.startswith("Nothing of this")
    assert found.marks == ()


def test_no_sign_is_cut_in_two() -> None:
    family = "👨\u200d👩\u200d👧"
    found = excerpt(family * 200 + "x" + family * 200, parse_query("x"))

    assert len(found.text) <= EXCERPT_LENGTH
    assert found.text.strip("…").replace("x", "").replace(family, "") == ""


ANY = st.text(st.sampled_from(list("ab cé#-_\"'\n.会议🎉👍🏽\u0301\u200d\x00ß")), max_size=400)


@given(ANY | st.text(), ANY)
def test_an_excerpt_is_a_piece_of_the_text_with_marks_that_do_not_overlap(text: str, asked: str) -> None:
    found = excerpt(text, parse_query(asked))

    assert len(found.text) <= EXCERPT_LENGTH
    assert found.text.strip("…") in " ".join(text.split()) or "…" in text
    ends = [0, *(place for mark in found.marks for place in mark), len(found.text)]
    assert ends == sorted(ends)
    assert all(start < end for start, end in found.marks)


@given(ANY, st.data())
def test_a_text_is_found_by_any_word_of_it(text: str, draw: st.DataObject) -> None:
    whole = parse_query(text[:100].replace('"', " ").replace("#", " "))
    if whole:
        term = draw.draw(st.sampled_from(whole.terms))
        assert marked(text[:100].replace('"', " ").replace("#", " "), Query((term,))).marks
