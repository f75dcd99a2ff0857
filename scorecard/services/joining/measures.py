"""Measures of another store beside ours: what they ask, where they stand, and their values under terms of ours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scorecard.domain.measures import CARD_SIZE, Measure, Place
from scorecard.domain.snapshot import Card
from scorecard.formats.bundle import OWN_STORE, ForeignEntry, ForeignMeasure
from scorecard.services.importing_fitting import Fit, fitted
from scorecard.services.importing_scores import card_begins, on_bench
from scorecard.services.joining.same import MEASURE, Same
from scorecard.store import rows as stored
from scorecard.store.everything import Row, Rows

Asked = tuple[str, date]
"""A measure, and a day from which on it asks something."""


@dataclass(frozen=True, slots=True)
class JoinedMeasures:
    """`terms` and `entries` are theirs as they go in, `more` are rows of ours that now know where theirs came from.

    `benched` measures wait on the bench because the card is full; the values of `noted` entries stand in their notes;
    `unscored` ones are of days that have a score here, which stays.
    """

    terms: Sequence[Row]
    entries: Sequence[Row]
    more: Sequence[Row]
    benched: int = 0
    noted: int = 0
    unscored: int = 0


@dataclass(frozen=True, slots=True)
class _Pair:
    """A measure of theirs, ours if it is one of ours, and what becomes of the two. `joins`: ours has another id."""

    theirs: Measure
    ours: Measure | None
    joins: bool
    both: Measure


def joined_measures(ours: Rows, theirs: Rows, same: Same, today: date, *, copied: bool) -> JoinedMeasures:
    """`copied`: theirs is a copy of this store, so that their card is a card of ours.

    Of a measure that joins one of ours our terms hold from our first day on, theirs before it. New ones stand where
    they stood, but on days that have a score here they wait on the bench, and so do those the card has no room for.
    """
    mine = _measures_of(ours)
    since = None if copied else card_begins(Card(tuple(mine.values())), today)
    pairs = [_pair(measure, mine, same, since, today) for measure in _measures_of(theirs).values()]
    before = {measure.id for measure in mine.values() if _on_card(measure, today)}
    pairs, benched = _with_room(pairs, before, today)
    known = {pair.theirs.id for pair in pairs}
    terms = [row for row in theirs["terms"] if row["measure_id"] not in known]
    of_ours, of_theirs = _by_first_day(ours), _by_first_day(theirs)
    for pair in pairs:
        terms += _terms_rows(pair, of_ours, of_theirs, copied=copied)
    entries, noted = _entries(theirs["entry"], {pair.theirs.id: pair for pair in pairs if pair.joins})
    origins = _with_origins(ours, theirs, same)
    return JoinedMeasures(terms, entries, origins, benched, noted, _count_unscored(theirs["entry"], pairs))


def _measures_of(rows: Rows) -> dict[str, Measure]:
    terms = sorted(rows["terms"], key=lambda row: (row["measure_id"], row["first_day"]))
    card = stored.to_card(
        _cells(rows["measure_group"], stored.GROUP_COLUMNS),
        _cells(rows["measure"], stored.MEASURE_COLUMNS),
        _cells(terms, stored.TERMS_COLUMNS),
    )
    return {measure.id: measure for measure in card.measures}


def _cells(rows: Sequence[Row], columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
    return (tuple(row[column] for column in columns) for row in rows)


def _pair(measure: Measure, mine: Mapping[str, Measure], same: Same, since: date | None, today: date) -> _Pair:
    here = mine.get(same.of(MEASURE, measure.id))
    if here is None:
        both = measure if since is None or not measure.terms else on_bench(measure, since, today)
        return _Pair(measure, None, joins=False, both=both)
    joins = here.id != measure.id
    begins = here.terms[0].first_day if here.terms else date.max
    days = {terms.first_day for terms in here.terms}
    more = [terms for terms in measure.terms if (terms.first_day < begins if joins else terms.first_day not in days)]
    both = replace(here, terms=tuple(sorted((*here.terms, *more), key=lambda terms: terms.first_day)))
    if joins and more and here.terms and since is not None:
        both = on_bench(both, since, begins)
    return _Pair(measure, here, joins, both)


def _on_card(measure: Measure, day: date) -> bool:
    terms = measure.terms_on(day)
    return terms is not None and terms.on_card


def _with_room(pairs: Sequence[_Pair], before: set[str], today: date) -> tuple[list[_Pair], int]:
    """An empty card takes whatever stood together on theirs."""
    if not before:
        return list(pairs), 0
    coming = [pair for pair in pairs if _on_card(pair.both, today) and pair.both.id not in before]
    gone = sum(pair.both.id in before and not _on_card(pair.both, today) for pair in pairs)
    waiting = coming[max(CARD_SIZE - len(before) + gone, 0) :]
    return [replace(pair, both=_waiting(pair.both, today)) if pair in waiting else pair for pair in pairs], len(waiting)


def _waiting(measure: Measure, today: date) -> Measure:
    """On the bench from today on."""
    terms = [replace(one, place=Place.BENCH) if one.first_day > today and one.on_card else one for one in measure.terms]
    there = measure.terms_on(today)
    assert there is not None
    return replace(measure, terms=tuple(terms)).with_terms(
        replace(there, first_day=today, place=Place.BENCH, reason="" if there.first_day < today else there.reason)
    )


def _by_first_day(rows: Rows) -> dict[Asked, Row]:
    return {(row["measure_id"], date.fromisoformat(row["first_day"])): row for row in rows["terms"]}


def _terms_rows(
    pair: _Pair, of_ours: Mapping[Asked, Row], of_theirs: Mapping[Asked, Row], *, copied: bool
) -> Iterator[Row]:
    """What is theirs of it. Of one that is here by its id also what differs, for that is to be told."""
    kept = {terms.first_day for terms in pair.ours.terms} if pair.ours is not None else set()
    for terms in pair.both.terms:
        if terms.first_day not in kept:
            yield stored.terms_row(pair.both.id, terms)
    for terms in pair.theirs.terms if pair.ours is not None and not pair.joins else ():
        if terms.first_day in kept:
            mine, row = (rows[pair.theirs.id, terms.first_day] for rows in (of_ours, of_theirs))
            yield mine if not copied and {**row, "place": mine["place"]} == mine else row


def _entries(rows: Sequence[Row], joining: Mapping[str, _Pair]) -> tuple[list[Row], int]:
    """Those of measures that join one of ours, as they are to be kept under our terms; the others as they are."""
    found, noted = [], 0
    for row in rows:
        pair = joining.get(row["measure_id"])
        if pair is None:
            found.append(row)
        elif not pair.theirs.terms or not pair.both.terms:
            found.append({**row, "measure_id": pair.both.id})
        else:
            entry = stored.to_entry([row[name] for name in stored.ENTRY_COLUMNS])
            foreign = ForeignMeasure("", pair.theirs.name, pair.theirs.terms)
            whole = fitted(foreign, pair.both, ForeignEntry("", entry.day, entry.mark, entry.note, entry.from_memory))
            noted += whole.fit is not Fit.AS_IT_WAS
            found.append(stored.entry_row(whole.entry))
    return found, noted


def _count_unscored(rows: Sequence[Row], pairs: Sequence[_Pair]) -> int:
    """Entries that were on a card there and are of the bench here."""
    moved = {pair.theirs.id: pair for pair in pairs if pair.ours is None and pair.both != pair.theirs}
    found = [(moved[row["measure_id"]], date.fromisoformat(row["day"])) for row in rows if row["measure_id"] in moved]
    return sum(_on_card(pair.theirs, day) and not _on_card(pair.both, day) for pair, day in found)


def _with_origins(ours: Rows, theirs: Rows, same: Same) -> list[Row]:
    """Ours that are also theirs, each found again by it the next time, whatever it is called then."""
    here = {row["id"]: row for row in ours[MEASURE]}
    held = {origin for row in ours[MEASURE] if row["origin"] for origin in row["origin"].split("\n")}
    found = []
    for row in theirs[MEASURE]:
        if not same.is_other(MEASURE, row["id"]):
            continue
        mine = here[same.of(MEASURE, row["id"])]
        theirs_too = [f"{OWN_STORE}:{row['id']}", *(row["origin"].split("\n") if row["origin"] else ())]
        new = [origin for origin in theirs_too if origin not in held and origin != f"{OWN_STORE}:{mine['id']}"]
        if new:
            found.append({**mine, "origin": "\n".join([*([mine["origin"]] if mine["origin"] else []), *new])})
    return found
