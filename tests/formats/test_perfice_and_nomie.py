"""Exports of Perfice and Nomie, which know moments and no days."""

from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import UNKNOWN, Scored
from scorecard.formats.bundle import AdviceKind, Bundle, LossKind
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.known import read_foreign, recognise
from tests.formats.foreign_files import NOMIE, PERFICE, PERFICE_CSV, written
from tests.formats.reading import entries_of, loss_of, read
from tests.importing_files import never, nothing_told


def told(bundle: Bundle) -> list[tuple[str, int, object, str]]:
    return [(entry.origin, entry.day.day, entry.mark, entry.note) for entry in bundle.entries]


@pytest.mark.parametrize("content", [PERFICE, PERFICE_CSV])
def test_a_form_of_perfice_is_the_same_as_json_and_as_csv(tmp_path: Path, content: object) -> None:
    path = written(tmp_path / "export", content)

    bundle = read(path)

    assert recognise(path).name == bundle.source == "perfice"
    assert told(bundle) == [
        ("perfice:mood", 2, Scored(Decimal(4)), "3\n4"),
        ("perfice:mood", 3, Scored(Decimal(5)), ""),
        ("perfice:where", 2, UNKNOWN, "home, work\nhome"),
        ("perfice:ran", 3, Scored(Decimal(1)), ""),
    ]
    assert AdviceKind.LAST_OF_DAY in {advice.kind for advice in bundle.advice}


def test_an_entry_of_perfice_with_more_answers_than_questions_is_left_out_and_told(tmp_path: Path) -> None:
    form = {"questions": ["Mood"], "entries": [
        {"timestamp": 1772449200000, "answers": [3]}, {"timestamp": 1772449200000, "answers": [3, "ok"]},
        {"timestamp": None, "answers": [3]},
    ]}  # fmt: skip

    loss = loss_of(read(written(tmp_path / "export", form)), LossKind.UNREADABLE)

    assert (loss.lines, loss.records) == ((2, 3), True)


def test_values_of_nomie_are_added_up_and_keep_their_notes(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "export", NOMIE))

    assert told(bundle) == [
        ("nomie:water", 2, Scored(Decimal(3)), "2 · drank\nlat: 52.5\nlng: 13.4\nlocation: Park\n1 · score: 2"),
        ("nomie:mood", 3, Scored(Decimal(7)), ""),
    ]


def test_the_end_of_the_day_tells_the_day_of_a_moment(tmp_path: Path) -> None:
    path = written(tmp_path / "export", NOMIE)

    bundle = read_foreign(path, nothing_told, never, time(0))

    assert [entry.day.day for entry in entries_of(bundle, "water")] == [2, 3]


def test_a_moment_of_nomie_that_is_none_is_refused_with_the_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(written(tmp_path / "export", NOMIE.replace("2026-03-03T12", "2026-13-03T12")))
    assert (refused.value.fault, refused.value.line) == (FileFault.NOT_A_MOMENT, 4)
