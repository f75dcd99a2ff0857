"""Whatever happens to the bytes of a store: it is read to an end, quickly, and nothing that it never had is sure."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scorecard.domain.salvage import Confidence
from scorecard.services.salvaging import Salvaging
from scorecard.store.backups_making import look_through
from scorecard.store.store import Store
from tests.fake_clock import FRIDAY_EVENING as NOW
from tests.fake_clock import FixedClock
from tests.store.damaged.packed import packed
from tests.store.damages import PAGE
from tests.store.raw import assert_sound
from tests.store.salvaged import Content, held, rows_in, salvage

WHOLE = packed()["whole.db"]
HAD: Content = rows_in(WHOLE)
LONGEST = 5.0  # seconds; a whole store of this size takes a tenth of one

_place = st.integers(0, len(WHOLE) - 1)
_page = st.integers(1, len(WHOLE) // PAGE)
Damaging = tuple[str, int, int, bytes]
DAMAGES = st.lists(
    st.tuples(
        st.sampled_from(["overwrite", "swap", "copy", "truncate", "insert"]),
        _place,
        _page,
        st.binary(min_size=1, max_size=64) | st.sampled_from([b"\xff" * 600, b"\0" * 5000, WHOLE[PAGE : 2 * PAGE]]),
    ),
    min_size=1,
    max_size=6,
)


def damaged(damages: list[Damaging]) -> bytes:
    content = bytearray(WHOLE)
    for what, at, number, put in damages:
        page, other = slice((number - 1) * PAGE, number * PAGE), slice(at // PAGE * PAGE, at // PAGE * PAGE + PAGE)
        match what:
            case "overwrite":
                content[at : at + len(put)] = put
            case "swap" if len(content) >= len(WHOLE):
                content[page], content[other] = content[other], content[page]
            case "copy" if len(content) >= len(WHOLE):
                content[page] = content[other]
            case "truncate" if number == 1:
                del content[at:]
            case "insert":
                content[at:at] = put
            case _:
                pass
    return bytes(content)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as made:
        yield Path(made)


@settings(max_examples=20)
@given(DAMAGES)
@example([("overwrite", 0, 1, b"\0" * 5000)])
@example([("overwrite", 28, 1, b"\xff\xff\xff\xff"), ("overwrite", 32, 1, b"\0\0\0\x01\0\0\0\x09")])
def test_no_damage_makes_a_row_up(folder: Path, damages: list[Damaging]) -> None:
    store = folder / "scorecard.db"
    store.write_bytes(damaged(damages))
    begun = time.monotonic()

    outcome = held(salvage(store), HAD)

    assert outcome.wrong[Confidence.SURE] == 0
    assert time.monotonic() - begun < LONGEST


@settings(max_examples=4)
@given(DAMAGES)
def test_a_store_made_of_everything_that_is_offered_is_whole(damages: list[Damaging]) -> None:
    with TemporaryDirectory() as place:
        store = Path(place) / "scorecard.db"
        store.write_bytes(damaged(damages))
        salvaging = Salvaging(store, FixedClock())
        found = salvaging.look(None, lambda done, total: None, lambda: False)

        salvaging.rebuild(None, {offer.number for offer in found.offers}, lambda done, total: None, lambda: False)

        assert_sound(store)
        assert look_through(store, NOW).broken_days == 0
        with closing(Store(store, FixedClock())) as opened:
            assert opened.last_seq() <= 1
            assert opened.search_is_whole()


HOSTILE = (
    b"SQLite format 3\0" + b"\x02\x00" + b"\xff" * 30_000,
    b"\x0d" * 40_960,
    (b"\x0a\0\0\x01\x00\x00\x10\0\0\x10" + b"\x81\x80" * 250) * 200,
    b"\x05\0\0\x00\x01\x0f\xff\0\0\0\0\x01" * 4000,
    bytes(range(256)) * 400,
)


@pytest.mark.parametrize("content", HOSTILE)
def test_bytes_that_were_never_a_store_give_nothing(folder: Path, content: bytes) -> None:
    store = folder / "scorecard.db"
    store.write_bytes(content)

    assert salvage(store).found.offers == ()
