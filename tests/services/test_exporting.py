"""Which promises go into a calendar, and how the file is written."""

import errno
import os
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from scorecard.domain.due import Due, Span
from scorecard.domain.promises import Level, Outcome
from scorecard.services.exporting import BRINGS_UP_TO_DATE, DueDate, NotWrittenError, Said, WriteFault
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.services.opened import TODAY, TOMORROW

Make = Callable[..., str]


def say(due: DueDate) -> Said:
    return Said(due.item.promise.words)


@pytest.fixture
def make(services: Services) -> Make:
    def promise(words: str, due: Due | None = None) -> str:
        return services.promises.make(PromiseDraft(words, Level.COMMITMENT, due))

    return promise


@pytest.fixture
def file(home: Path) -> Path:
    folder = home / "Documents"
    folder.mkdir()
    return folder / "Scorecard promises.ics"


def exported(services: Services, file: Path) -> dict[str, tuple[Any, str, int]]:
    """The exported promises, each with its day, status and sequence."""
    services.exporting.calendar("Promises", say).write(file)
    events: list[Any] = list(Calendar.from_ical(file.read_bytes()).events)
    return {str(event["summary"]): (event["dtstart"].dt, event["status"], event["sequence"]) for event in events}


def days(services: Services) -> dict[str, object]:
    return {due.item.promise.words: due.day for due in services.exporting.due_dates()}


def test_open_promises_are_exported_on_the_last_day_of_their_date(services: Services, make: Make) -> None:
    make("Today", Due.on(TODAY))
    make("Some day of the week", Due.within(Span.WEEK, TODAY))
    make("Some day of the month", Due.within(Span.MONTH, TODAY))
    make("Some day")
    assert days(services) == {
        "Today": TODAY,
        "Some day of the week": TODAY + timedelta(days=2),
        "Some day of the month": TODAY.replace(day=30),
    }


def test_overdue_promises_stay_in_the_calendar(services: Services, make: Make, clock: FixedClock) -> None:
    make("Overdue", Due.on(TODAY))
    clock.advance(days=200)
    assert days(services) == {"Overdue": TODAY}


def test_a_second_export_updates_what_was_moved_settled_or_released(services: Services, make: Make, file: Path) -> None:
    moved, kept, released, undated = (make(words, Due.on(TODAY)) for words in ("Moved", "Kept", "Released", "Undated"))
    before = exported(services, file)
    services.promises.move(moved, Due.on(TOMORROW))
    services.promises.settle(kept, Outcome.KEPT)
    services.promises.settle(released, Outcome.RELEASED)
    services.promises.move(undated, None)
    after = exported(services, file)
    assert {words: (day, status) for words, (day, status, _) in after.items()} == {
        "Moved": (TOMORROW, "CONFIRMED"),
        "Kept": (TODAY, "CONFIRMED"),
        "Released": (TODAY, "CANCELLED"),
        "Undated": (TODAY, "CANCELLED"),
    }
    assert all(after[words][2] > before[words][2] for words in before)


def test_an_undo_is_newer_than_what_it_takes_back(services: Services, make: Make, file: Path) -> None:
    make("Offer", Due.on(TODAY))
    (promise_id,) = services.promises.book().promises
    services.promises.move(promise_id, Due.on(TOMORROW))
    moved = exported(services, file)["Offer"]
    services.undoing.undo()
    back = exported(services, file)["Offer"]
    assert (moved[0], back[0]) == (TOMORROW, TODAY)
    assert back[2] > moved[2]


def test_what_is_long_settled_is_left_out(services: Services, make: Make, clock: FixedClock) -> None:
    services.promises.settle(make("Kept", Due.on(TODAY)), Outcome.KEPT)
    services.promises.move(make("Undated", Due.on(TODAY)), None)
    clock.advance(days=BRINGS_UP_TO_DATE.days - 1)
    assert set(days(services)) == {"Kept", "Undated"}
    clock.advance(days=1)
    assert not days(services)


def test_what_never_had_a_date_is_left_out(services: Services, make: Make) -> None:
    services.promises.settle(make("Kept"), Outcome.KEPT)
    dated = make("Dated later")
    services.promises.move(dated, Due.on(TOMORROW))
    assert days(services) == {"Dated later": TOMORROW}


def test_the_same_promise_has_the_same_id_in_every_export(services: Services, make: Make, file: Path) -> None:
    promise_id = make("Offer", Due.on(TODAY))
    services.exporting.calendar("Promises", say).write(file)
    (event,) = Calendar.from_ical(file.read_bytes()).events
    assert event["uid"] == f"{promise_id}@scorecard"


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_only_its_owner_may_read_the_file_and_the_folder_stays_as_it_is(
    services: Services, make: Make, file: Path
) -> None:
    file.parent.chmod(0o755)
    file.write_text("an earlier export")
    file.chmod(0o644)
    make("Offer", Due.on(TODAY))
    assert services.exporting.calendar("Promises", say).write(file) == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o755
    assert list(file.parent.iterdir()) == [file]


def test_a_link_still_points_to_the_file(services: Services, make: Make, file: Path, home: Path) -> None:
    make("Offer", Due.on(TODAY))
    real = home / "synced.ics"
    real.write_text("an earlier export")
    file.symlink_to(real)
    assert exported(services, file)
    assert file.is_symlink()
    assert b"Offer" in real.read_bytes()


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, WriteFault.FULL),
        (errno.EDQUOT, WriteFault.FULL),
        (errno.EACCES, WriteFault.NO_ACCESS),
        (errno.EROFS, WriteFault.NO_ACCESS),
        (errno.EIO, WriteFault.OTHER),
    ],
)
def test_a_failure_leaves_the_earlier_file_and_nothing_else(
    services: Services, make: Make, file: Path, monkeypatch: pytest.MonkeyPatch, number: int, fault: WriteFault
) -> None:
    make("Offer", Due.on(TODAY))
    file.write_text("an earlier export")

    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("scorecard.store.files.os.fsync", fail)
    with pytest.raises(NotWrittenError) as refused:
        services.exporting.calendar("Promises", say).write(file)
    assert refused.value.fault is fault
    assert file.read_text() == "an earlier export"
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_is_gone_is_told_from_other_failures(services: Services, make: Make, home: Path) -> None:
    make("Offer", Due.on(TODAY))
    with pytest.raises(NotWrittenError) as refused:
        services.exporting.calendar("Promises", say).write(home / "gone" / "promises.ics")
    assert refused.value.fault is WriteFault.NO_FOLDER


def test_the_log_holds_numbers_only(
    services: Services, make: Make, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="scorecard")
    make("A secret", Due.on(TODAY))
    exported(services, file)
    assert "exported 1 due dates" in caplog.text
    assert "secret" not in caplog.text
