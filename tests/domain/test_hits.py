"""Both ways to the hits in a line come to the same."""

from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.hits import by_pattern, flattened, hits, word_by_word
from scorecard.domain.search import parse_query

SIGNS = st.sampled_from(list("aAbé_ #.'\"-12ßÆŁçÇ会议のガメー。、ＡｂÀ²ªµ´½\x00–“”🎉\u0301ｶﾞҒकि"))
LINES = st.text(SIGNS, max_size=30)
LATIN = st.text(st.characters(min_codepoint=0, max_codepoint=0x24F) | SIGNS, max_size=30)


@given(LINES | LATIN, LINES)
def test_a_pattern_finds_what_is_found_word_by_word(line: str, asked: str) -> None:
    flat = flattened(line)
    if flat is None:
        return
    assert len(flat) == len(line)
    for term in parse_query(asked).terms:
        if not term.tag:
            assert sorted(by_pattern(flat, term)) == sorted(word_by_word(line, [term])), (line, term)


@given(LATIN, st.integers(0, 30), st.integers(1, 6))
def test_so_it_is_for_pieces_of_the_line_itself(line: str, start: int, length: int) -> None:
    flat = flattened(line)
    for term in parse_query('"' + line[start : start + length].replace('"', "")).terms if flat is not None else ():
        assert sorted(by_pattern(flat or "", term)) == sorted(word_by_word(line, [term])), (line, term)


def test_ordinary_lines_of_many_languages_are_flat() -> None:
    for line in (
        "It’s done – “at last”…",
        "Größe, café, señor, łódź".replace("ß", "s"),
        "今天的会议记录。",
        "カメラを買う",
    ):
        assert flattened(line) is not None


@given(LINES, LINES)
def test_hits_come_in_the_order_of_their_ends(line: str, asked: str) -> None:
    ends = [end for _, end in hits(line, parse_query(asked))]
    assert ends == sorted(ends)
