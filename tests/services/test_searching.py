"""Finding: what a hit says, and the place it leads to."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from scorecard.domain.due import Due
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.promises import Level, Outcome
from scorecard.domain.search import Excerpt
from scorecard.services.promises import PromiseDraft
from scorecard.services.searching import (
    AnswerPlace,
    CheckinPlace,
    Found,
    Hit,
    HitKind,
    NotePlace,
    PersonPlace,
    PromisePlace,
)
from scorecard.services.services import Services
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.services.opened import TODAY, YESTERDAY
from tests.store.raw import hand


def only(found: Found) -> Hit:
    assert len(found.hits) == 1
    return found.hits[0]


def said(excerpt: Excerpt) -> list[str]:
    return [excerpt.text[start:end] for start, end in excerpt.marks]


def promise(services: Services, words: str = "Send the estimates", to_whom: str = "Cassandra", **more: str) -> str:
    draft = PromiseDraft(words, Level.COMMITMENT, Due.on(TODAY), to_whom, **more)  # type: ignore[arg-type]
    return services.promises.make(draft)


def test_a_note_is_found_with_its_measure_and_its_day(services: Services, calls: str) -> None:
    services.scoring.note(calls, YESTERDAY, "Neal called back himself")
    hit = only(services.searching.find("called"))

    assert (hit.kind, hit.place, hit.day) == (HitKind.NOTE, NotePlace(YESTERDAY, calls), YESTERDAY)
    assert (hit.title.text, said(hit.excerpt)) == ("Calls", ["called"])


def test_an_answer_is_found_under_the_prompt_as_it_was_asked(services: Services) -> None:
    services.reflecting.write(TODAY, "tomorrow", "I will ask Cassandra first. #listening")
    hit = only(services.searching.find("#listen cass"))

    assert (hit.kind, hit.place) == (HitKind.REFLECTION, AnswerPlace(TODAY, "tomorrow"))
    assert hit.title.text.startswith("Tomorrow I will")
    assert said(hit.excerpt) == ["Cassandra", "#listening"]


def test_a_promise_is_found_by_its_words_and_by_its_notes(services: Services) -> None:
    made = promise(services, notes="Ana has the old figures")

    by_words = only(services.searching.find("estim"))
    assert (by_words.place, by_words.title.text) == (PromisePlace(made), "Send the estimates")
    assert (said(by_words.title), by_words.excerpt.text) == (["estimates"], "")
    by_notes = only(services.searching.find("figures"))
    assert (by_notes.title.text, said(by_notes.excerpt)) == ("Send the estimates", ["figures"])


def test_a_promise_and_its_steps_are_one_hit(services: Services) -> None:
    made = promise(services)
    services.promises.move(made, Due.on(TODAY + timedelta(days=3)), told="Cassandra", note="new estimates needed")
    hit = only(services.searching.find("estimates"))

    assert (hit.place, hit.title.text) == (PromisePlace(made), "Send the estimates")
    services.promises.settle(made, Outcome.KEPT, note="she was glad")
    assert only(services.searching.find("glad")).title.text == "Send the estimates"


def test_a_person_is_found_by_the_name_and_by_one_they_had(services: Services) -> None:
    promise(services, to_whom="Cassandra Kelly")
    promise(services, to_whom="Cassie")
    people = services.promises.book().people
    kept, merged = people.named("Cassandra Kelly")[0].id, people.named("Cassie")[0].id
    services.promises.merge_persons(kept, merged)

    hit = only(services.searching.find("cassie"))
    assert (hit.kind, hit.place, hit.day) == (HitKind.PERSON, PersonPlace(kept), None)
    assert (hit.title.text, said(hit.excerpt)) == ("Cassandra Kelly", ["Cassie"])


def test_the_evidence_of_a_check_in_is_found(services: Services) -> None:
    definition = services.checkins.definitions().usable[0]
    factors = {factor.id: 5 for factor in definition.factors}
    made = services.checkins.save(definition.id, definition.subjects[0], "Ana", factors, "She called me first")
    hit = only(services.searching.find("called"))

    assert (hit.kind, hit.place) == (HitKind.CHECKIN, CheckinPlace(TODAY, made))
    assert hit.title.text == definition.name


def test_only_the_kinds_asked_for_are_found(services: Services, calls: str) -> None:
    services.scoring.note(calls, TODAY, "estimates")
    promise(services)

    def kinds(*asked: HitKind) -> set[HitKind]:
        return {hit.kind for hit in services.searching.find("estimates", asked).hits}

    assert kinds(HitKind.NOTE) == {HitKind.NOTE}
    assert kinds(HitKind.NOTE, HitKind.PROMISE) == {HitKind.NOTE, HitKind.PROMISE}
    assert kinds(HitKind.PERSON) == set()
    assert kinds() == set()


def test_of_many_the_latest_are_shown_and_that_there_are_more(services: Services, calls: str) -> None:
    for days in range(5):
        services.scoring.note(calls, TODAY - timedelta(days=days), "Neal called")

    found = services.searching.find("neal", limit=3)
    assert ([hit.day for hit in found.hits], found.more) == ([TODAY - timedelta(days=n) for n in range(3)], True)
    assert not services.searching.find("neal", limit=5).more


@pytest.mark.parametrize("text", ["", "  ", '""', "!?", "#"])
def test_nothing_is_found_for_nothing(services: Services, calls: str, text: str) -> None:
    services.scoring.note(calls, TODAY, "Neal called")
    assert services.searching.find(text) == Found()


def test_what_another_hand_wrote_is_found_after_a_look(services: Services, path: Path, calls: str) -> None:
    services.close()
    with hand(path) as other:
        row = (TODAY.isoformat(), calls, "Neal called")
        other.execute("INSERT INTO entry (day, measure_id, state, note) VALUES (?, ?, 'unknown', ?)", row)
    with closing(Services(path, FixedClock())) as again:
        again.searching.prepare()
        assert only(again.searching.find("neal")).place == NotePlace(TODAY, calls)


def test_a_store_that_cannot_be_written_is_searched_as_it_is(
    services: Services, calls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_store: Store) -> None:
        raise StoreError(StoreFault.READ_ONLY, Path("scorecard.db"))

    services.scoring.note(calls, TODAY, "Neal called")
    monkeypatch.setattr(Store, "keep_search_in_step", refuse)
    services.searching.prepare()
    assert only(services.searching.find("neal")).place == NotePlace(TODAY, calls)
