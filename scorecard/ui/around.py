"""What is said after a start: a folder that others have hands on, copies of the store, a wrong clock, a last crash."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zlib import crc32

from PySide6.QtWidgets import QWidget

from scorecard.domain.places import Surroundings
from scorecard.ui.main_window import MainWindow
from scorecard.ui.preferences import Preferences
from scorecard.ui.say import say_day_with_year
from scorecard.ui.start_dialogs import open_folder
from scorecard.ui.start_notices import StartNotice
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.words.places import say_copy, say_shared

FAR = timedelta(days=1)  # no journey moves an instant; a clock that was set does


@dataclass(frozen=True, slots=True)
class Found:
    """`folder` is that of the store; `crash`: where the interpreter was when the last run ended in the middle."""

    around: Surroundings | None
    folder: Path
    now: datetime
    last_moment: datetime | None = None
    crash: str = ""


@dataclass(frozen=True, slots=True)
class Deeds:
    """What can be done about it: import a file, move the store to another folder."""

    import_file: Callable[[Path], object]
    move: Callable[[], object]


def notices_at_start(found: Found, window: MainWindow, deeds: Deeds) -> list[StartNotice]:
    """What matters most comes first; of the folder and of copies, what the user was not told of yet."""
    clock = notice_of_clock(found.now, found.last_moment)
    return [
        *([clock] if clock is not None else []),
        *_around(found, window.surroundings.preferences, deeds),
        *([_of_crash(found, window)] if found.crash else []),
    ]


def _around(found: Found, preferences: Preferences, deeds: Deeds) -> list[StartNotice]:
    """A copy that has changed since is another one."""
    around = found.around or Surroundings()
    marked = [(_mark_of_copy(file), _of_copy(file, deeds.import_file)) for file in around.copies]
    place = around.shared
    if place is not None:
        action = NoticeAction(tr("Move it…"), deeds.move)
        notice = StartNotice(say_shared(place, tr), NoticeTone.INFO, (action,))
        marked.append((f"{place.name}:{place.root}:{found.folder}", notice))
    return [_once(preferences, mark, notice) for mark, notice in marked if not preferences.was_told(_short(mark))]


def _of_crash(found: Found, window: QWidget) -> StartNotice:
    def show() -> None:
        from scorecard.ui.crash_dialog import show_last_crash

        show_last_crash(found.crash, window, found.folder / "backups")

    sentence = tr("Scorecard ended in the middle the last time. Everything that was shown as entered had been saved.")
    return StartNotice(sentence, NoticeTone.INFO, (NoticeAction(tr("Details…"), show),))


def notice_of_clock(now: datetime, last: datetime | None) -> StartNotice | None:
    """When something was entered later than now."""
    if last is None or last - now < FAR:
        return None
    sentence = tr(
        "This computer's clock says {now}, and something was entered on {last}. Nothing is lost. If the clock is "
        "wrong, set it right before you enter anything: it says which day is today."
    )
    then = last.astimezone(now.tzinfo)
    words = sentence.format(now=say_day_with_year(now.date()), last=say_day_with_year(then.date()))
    return StartNotice(words, NoticeTone.WARNING)


def _of_copy(file: Path, import_file: Callable[[Path], object]) -> StartNotice:
    actions = (
        NoticeAction(tr("Import…"), lambda: import_file(file)),
        NoticeAction(tr("Open the folder"), lambda: open_folder(file.parent)),
    )
    return StartNotice(say_copy(file, tr), NoticeTone.WARNING, actions)


def _mark_of_copy(file: Path) -> str:
    try:
        found = file.stat()
    except OSError:
        return str(file)
    return f"{file}:{found.st_size}:{found.st_mtime_ns}"


def _once(preferences: Preferences, mark: str, notice: StartNotice) -> StartNotice:
    def told() -> None:
        preferences.set_told(_short(mark))
        preferences.save()

    return StartNotice(notice.sentence, notice.tone, notice.actions, told)


def _short(mark: str) -> str:
    """No name of a file stands in the settings."""
    return f"{crc32(mark.encode(errors='surrogateescape')):08x}"
