"""Damage in the file (F20, F21): refused, or seen by the seal of its day, or without effect on what is read."""

import json
import random
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scorecard.domain.errors import KnownError
from scorecard.store import history, reading
from scorecard.store.first_look import FirstLook
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.opening import check_whole, examine
from scorecard.store.promises import read_promises
from scorecard.store.schema import metadata
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.faults.harness.counts import Bad, Counting, Counts, Scale, Tell
from tests.faults.harness.deeds import TODAY
from tests.faults.harness.looking import look
from tests.faults.harness.rows import Key, Rows, difference, rows_of
from tests.faults.harness.sandbox import with_sample
from tests.faults.harness.sentences import sentence_of

FIRST = date(2026, 11, 1)
PAGE = 4096

Spoiling = Callable[[bytearray, random.Random], None]


def one_bit(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def many_bits(content: bytearray, chance: random.Random) -> None:
    for _ in range(64):
        one_bit(content, chance)


def sector_of_zeros(content: bytearray, chance: random.Random) -> None:
    _replace(content, chance, 512, bytes(512))


def page_of_zeros(content: bytearray, chance: random.Random) -> None:
    _replace(content, chance, PAGE, bytes(PAGE))


def page_of_another_file(content: bytearray, chance: random.Random) -> None:
    _replace(content, chance, PAGE, chance.randbytes(PAGE))


def page_of_before(content: bytearray, chance: random.Random) -> None:
    """A write that went to the wrong place: another page of the same file."""
    other = chance.randrange(len(content) // PAGE) * PAGE
    _replace(content, chance, PAGE, bytes(content[other : other + PAGE]))


def truncated(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(1, len(content)) :]


def _replace(content: bytearray, chance: random.Random, size: int, by: bytes) -> None:
    start = chance.randrange(len(content) // size) * size
    content[start : start + size] = by


DAMAGES: tuple[tuple[str, tuple[Spoiling, ...], int, int], ...] = (
    ("one bit flipped", (one_bit,), 60, 3000),
    (
        "64 bits, sectors, pages, the end",
        (many_bits, sector_of_zeros, page_of_zeros, page_of_another_file, page_of_before, truncated), 18, 900,
    ),
)  # fmt: skip


def run(scale: Scale, seed: int, place: Path, tell: Tell) -> list[Counts]:
    return [
        _damage(name, kinds, scale.of(short, long), seed, place / name.split()[0], tell)
        for name, kinds, short, long in DAMAGES
    ]


@dataclass(slots=True)
class _Seen:
    """What became of the damages, by number; `elsewhere` by table."""

    by_seal: int = 0
    without_effect: int = 0
    elsewhere: Counter[str] = None  # type: ignore[assignment]
    by_record: int = 0


def _damage(name: str, kinds: tuple[Spoiling, ...], count: int, seed: int, place: Path, tell: Tell) -> Counts:
    counting, chance = Counting(f"damage: {name}", tell, count), random.Random(seed)
    sandbox = with_sample(place)
    known = KnownStores(sandbox.folder / "known.json")
    known.remember(sandbox.store, KnownStore("id", 1))
    sound = sandbox.store.read_bytes()
    before = look(sandbox.store).rows
    seen = _Seen(elsewhere=Counter())
    for number in range(count):
        content = bytearray(sound)
        kinds[number % len(kinds)](content, chance)
        if content == sound:
            continue
        sandbox.store.write_bytes(content)
        sandbox.store.with_name(f"{sandbox.store.name}-journal").unlink(missing_ok=True)
        counting.fault()
        _judge(counting, seen, sandbox.store, known, before)
    return counting.done(_remark(seen))


def _judge(counting: Counting, seen: _Seen, path: Path, known: KnownStores, before: Rows) -> None:
    try:
        changed, sealed, held = _as_the_program_reads(path, known, before)
    except KnownError as error:
        counting.refused += 1
        counting.note(sentence_of(error))
        return
    except Exception as error:
        counting.bad(Bad.UNEXPLAINED, f"{type(error).__name__}: {str(error)[:200]}")
        return
    if held:
        counting.bad(Bad.LOST, f"silently wrong: {sorted(held)[0]}")
    if not changed:
        seen.without_effect += 1
    elif sealed:
        seen.by_seal += 1
    else:
        seen.elsewhere.update({key[0] for key in changed})
        seen.by_record += look(path).wrong is not None


def _as_the_program_reads(path: Path, known: KnownStores, before: Rows) -> tuple[set[Key], set[Key], set[Key]]:
    """The keys of the rows that are others now; those whose seal is broken; and those that have one, which holds all
    the same. Raises KnownError."""
    examine(path, known)
    check_whole(path)
    first = FirstLook(path).settings_and_days().snapshot(FIRST, TODAY)
    with closing(Store(path, FixedClock())) as store:
        with store.reading() as connection:
            if reading.read_snapshot(connection, FIRST, TODAY) != first:
                raise ValueError("the first look and the store read otherwise")
            read_promises(connection)
            history.next_undo(connection)
            driver = connection.connection.driver_connection
            after = rows_of(driver)  # type: ignore[arg-type]
        changed = difference(before, after)
        broken = {key for key in changed if any(not store.seal_holds(day) for day in _days(key, before, after))}
        # Where a row seems to have come, another went, and it is that one's day that is looked at.
        held = {key for key in changed if (key not in broken and _days(key, before, {})) or not broken}
        held = {key for key in held if _days(key, before, after)}
    return set(changed), broken, held


def _days(key: Key, before: Rows, after: Rows) -> set[date]:
    """The days that a row belongs to, before and after. Some belong to none, as a promise without a date."""
    column = metadata.tables[key[0]].info.get("day") if key[0] in metadata.tables else None
    found = set()
    for row in (before.get(key), after.get(key)):
        if row is not None and column is not None:
            with suppress(ValueError, TypeError):
                found.add(date.fromisoformat(json.loads(row)[column]))
    return found


def _remark(seen: _Seen) -> str:
    tables = ", ".join(f"{name} {count}" for name, count in seen.elsewhere.most_common())
    others = (
        f"; {seen.elsewhere.total()} in rows without a seal ({tables}), {seen.by_record} of them told by the record"
    )
    return f"{seen.by_seal} seen by a seal, {seen.without_effect} without effect{others if tables else ''}"
