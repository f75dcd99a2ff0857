"""How far a salvaged row can be trusted: by the seal of its day, and by the record, which has every row once more."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from scorecard.domain.salvage import Confidence
from scorecard.store.salvaging.reading import Place, Sources, day_of
from scorecard.store.salvaging.shapes import Row
from scorecard.store.seal import digest_of

_MOST_TRIES = 400  # digests of one day
_MOST_IN_ALL = 40_000
Chosen = dict[Place, Row]


@dataclass(frozen=True, slots=True)
class Judged:
    """The version of a row that is offered; None: it is gone."""

    row: Row | None
    confidence: Confidence


@dataclass(slots=True)
class _Sealed:
    """What the seals that hold say: rows, places that are empty, and the days they are of. `broken` days hold none."""

    rows: dict[Place, Row] = field(default_factory=dict)
    empty: set[Place] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)


def judge(sources: Sources, backup: Mapping[Place, Row], between: Callable[[], None]) -> dict[Place, Judged]:
    """Of every row that the store has, had by its record, or is known to have no more."""
    sealed = _ask_seals(sources, backup, between)
    places = dict.fromkeys((*sources.rows, *sources.last_words, *sealed.rows))
    found = ((place, _judge_one(place, sources, sealed)) for place in places)
    return {place: judged for place, judged in found if judged is not None}


def _judge_one(place: Place, sources: Sources, sealed: _Sealed) -> Judged | None:
    versions, recorded = sources.rows.get(place, []), place in sources.last_words
    word = sources.last_words.get(place)
    if place in sealed.rows:
        return Judged(sealed.rows[place], Confidence.SURE)
    if place in sealed.empty:
        return Judged(None, Confidence.SURE)
    if word is not None and any(version.row == word for version in versions):
        return Judged(word, Confidence.SURE)
    if versions:
        first = versions[0]
        doubted = recorded or first.loose or len(versions) > 1 or day_of(place[0], first.row) in sealed.broken
        return Judged(first.row, Confidence.DOUBTFUL if doubted else Confidence.LIKELY)
    if word is None:
        return Judged(None, Confidence.LIKELY) if recorded else None
    if place[0] in sources.whole:  # the record has lost the word of its end
        return None
    return Judged(word, Confidence.DOUBTFUL if day_of(place[0], word) in sealed.broken else Confidence.LIKELY)


def _ask_seals(sources: Sources, backup: Mapping[Place, Row], between: Callable[[], None]) -> _Sealed:
    sealed, left = _Sealed(), _MOST_IN_ALL
    for day, options in _options_by_day(sources, backup).items():
        between()
        digests = sources.seals.get(day, set())
        chosen, tries = _matching(day, options, digests, sources, min(_MOST_TRIES, left)) if digests else (None, 0)
        left -= tries
        if chosen is not None:
            sealed.rows |= chosen
            sealed.empty |= {place for place in options if place not in chosen and _is_of_no_other_day(place, day)}
        elif digests or "day_seal" in sources.whole:
            sealed.broken.add(day)
    return sealed


def _options_by_day(sources: Sources, backup: Mapping[Place, Row]) -> dict[str, dict[Place, list[Row]]]:
    """Every version of the rows of each day: those of the pages first, then the record's, then the backup's."""
    found: dict[str, dict[Place, list[Row]]] = {}
    for place, row in _versions(sources, backup):
        day = day_of(place[0], row)
        if day is not None:
            options = found.setdefault(day, {}).setdefault(place, [])
            if row not in options:
                options.append(row)
    return found


def _versions(sources: Sources, backup: Mapping[Place, Row]) -> Iterator[tuple[Place, Row]]:
    for place, versions in sources.rows.items():
        yield from ((place, version.row) for version in versions)
    yield from ((place, row) for place, row in sources.last_words.items() if row is not None)
    yield from backup.items()


def _is_of_no_other_day(place: Place, day: str) -> bool:
    """Whether the day is a part of its key: such a row can't have gone to another day."""
    return day in place[1]


def _matching(
    day: str, options: Mapping[Place, list[Row]], digests: set[str], sources: Sources, most: int
) -> tuple[Chosen | None, int]:
    """The rows of the day that have one of the digests, and how many digests were taken."""
    tries = 0
    for chosen in _combinations(day, options, sources):
        tries += 1
        if _digest(chosen) in digests:
            return chosen, tries
        if tries >= most:
            break
    return None, tries


def _combinations(day: str, options: Mapping[Place, list[Row]], sources: Sources) -> Iterator[Chosen]:
    """What the day may have been: as pages and record say, or one of them, the backup too; then one row otherwise."""
    pages = {place: sources.rows[place][0].row for place in options if place in sources.rows}
    words = {place: sources.last_words[place] for place in options if place in sources.last_words}
    starts = ({**words, **pages}, pages, {**pages, **words}, {place: rows[0] for place, rows in options.items()})
    tidy = [
        {place: row for place, row in start.items() if row is not None and day_of(place[0], row) == day}
        for start in starts
    ]
    yield from tidy
    for start in (tidy[0], tidy[2]):
        for place, rows in options.items():
            without = {other: row for other, row in start.items() if other != place}
            if place in start:
                yield without
            yield from ({**without, place: row} for row in rows if row != start.get(place))


def _digest(chosen: Chosen) -> str:
    # The order of SQLite for keys: all are texts and whole numbers, column by column of one kind.
    return digest_of((place[0], tuple(chosen[place].values())) for place in sorted(chosen))
