"""A row is sure when its day's seal says so, or the record has it just so; never because it looks well."""

from typing import Any

import pytest

from scorecard.domain.salvage import Confidence
from scorecard.store.salvaging.reading import Place, Sources
from scorecard.store.salvaging.trees import Found
from scorecard.store.salvaging.vouching import Judged, judge
from scorecard.store.seal import digest_of

DAY = "2026-11-20"
SURE, LIKELY, DOUBTFUL = Confidence
Row = dict[str, Any]


def entry(measure: str, amount: int = 3000) -> Row:
    return {"day": DAY, "measure_id": measure, "state": "scored", "amount": amount, "note": "", "from_memory": 0}


def place(row: Row) -> Place:
    return "entry", (row["day"], row["measure_id"])


def person(name: str = "Cassandra") -> Row:
    return {"id": "p", "name": name, "merged_into": None}


PERSON: Place = ("person", ("p",))
CALLS, REPORTS = entry("calls"), entry("reports")


def sealed(*rows: Row) -> dict[str, set[str]]:
    return {DAY: {digest_of(("entry", tuple(row.values())) for row in rows)}}


def sources(*rows: Row, words: dict[Place, Row | None] | None = None, **more: Any) -> Sources:
    return Sources({place(row): [Found(row)] for row in rows}, words or {}, **more)


def judged(found: Sources, backup: dict[Place, Row] | None = None) -> dict[Place, Judged]:
    return judge(found, backup or {}, lambda: None)


def test_a_day_whose_seal_holds_is_sure() -> None:
    found = judged(sources(CALLS, REPORTS, seals=sealed(CALLS, REPORTS)))

    assert found == {place(row): Judged(row, SURE) for row in (CALLS, REPORTS)}


def test_a_day_whose_seal_does_not_hold_is_doubtful() -> None:
    found = judged(sources(CALLS, seals=sealed(CALLS, REPORTS)))

    assert found == {place(CALLS): Judged(CALLS, DOUBTFUL)}


def test_a_day_without_a_seal_is_likely_while_its_seal_may_be_lost() -> None:
    assert judged(sources(CALLS)) == {place(CALLS): Judged(CALLS, LIKELY)}
    assert judged(sources(CALLS, whole=frozenset({"day_seal"}))) == {place(CALLS): Judged(CALLS, DOUBTFUL)}


def test_a_lost_row_comes_from_the_record_and_makes_the_seal_hold() -> None:
    found = judged(sources(CALLS, words={place(REPORTS): REPORTS}, seals=sealed(CALLS, REPORTS)))

    assert found == {place(row): Judged(row, SURE) for row in (CALLS, REPORTS)}


def test_a_damaged_row_is_put_right_by_the_record() -> None:
    hurt = entry("calls", 3001)

    found = judged(sources(hurt, REPORTS, words={place(CALLS): CALLS}, seals=sealed(CALLS, REPORTS)))

    assert found == {place(row): Judged(row, SURE) for row in (CALLS, REPORTS)}


def test_the_backup_may_have_the_row_that_is_missing() -> None:
    found = judged(sources(CALLS, seals=sealed(CALLS, REPORTS)), {place(REPORTS): REPORTS})

    assert found[place(CALLS)] == Judged(CALLS, SURE)


def test_a_row_that_the_seal_knows_nothing_of_is_gone() -> None:
    found = judged(sources(CALLS, words={place(REPORTS): REPORTS}, seals=sealed(CALLS)))

    assert found == {place(CALLS): Judged(CALLS, SURE), place(REPORTS): Judged(None, SURE)}


def test_a_row_of_no_day_is_sure_when_the_record_has_it_so() -> None:
    assert judged(Sources({PERSON: [Found(person())]}, {PERSON: person()})) == {PERSON: Judged(person(), SURE)}


@pytest.mark.parametrize("word", [person("Cassandrb"), None])
def test_row_and_record_that_differ_are_doubtful(word: Row | None) -> None:
    assert judged(Sources({PERSON: [Found(person())]}, {PERSON: word})) == {PERSON: Judged(person(), DOUBTFUL)}


def test_of_two_versions_the_record_knows_the_right_one() -> None:
    found = Sources({PERSON: [Found(person("Cassandrb")), Found(person())]}, {PERSON: person()})

    assert judged(found) == {PERSON: Judged(person(), SURE)}


def test_a_row_that_nothing_vouches_for_is_likely_and_doubtful_from_a_page_that_may_be_free() -> None:
    assert judged(Sources({PERSON: [Found(person())]})) == {PERSON: Judged(person(), LIKELY)}
    assert judged(Sources({PERSON: [Found(person(), loose=True)]})) == {PERSON: Judged(person(), DOUBTFUL)}


def test_a_row_in_the_record_alone_is_likely_unless_its_table_misses_nothing() -> None:
    assert judged(Sources(last_words={PERSON: person()})) == {PERSON: Judged(person(), LIKELY)}
    assert judged(Sources(last_words={PERSON: person()}, whole=frozenset({"person"}))) == {}
