"""The program beside its window: started with the session, in the tray of a desktop, reminding."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from scorecard.ui.preferences import Preferences
from scorecard.ui.reminder.commands import say_reminder
from tests.fakes.desktop import desktop_on
from tests.fakes.desktop import missing as missing_services
from tests.journeys.running import Driven, until
from tests.journeys.screen import Screen, missing

_MISSING = missing() or missing_services()
pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(_MISSING), reason=f"{_MISSING} is not installed"),
]


def test_it_lives_in_the_tray_from_the_start_of_the_session(
    screen: Screen, processes: ExitStack, store: Path, home: Path
) -> None:
    kept = Preferences(home / ".config" / "scorecard" / "window.ini")
    kept.set_tray("icon and window")
    kept.set_reminder("17:30")
    kept.save()
    address = screen.environment["DBUS_SESSION_BUS_ADDRESS"]
    desktop = processes.enter_context(desktop_on(address, "tray", "notifications"))
    program = processes.enter_context(Driven(screen.environment, arguments=["--background"]))

    # It is 18:00: a reminder is caught up, by the tray, with no window.
    assert desktop.hears("icon")
    assert desktop.hears("notified") == {"notified": ["Scorecard", say_reminder()], "by": "tray"}
    program.wait_for("charts")
    assert program.ask("state")["hidden"]

    # What the panel is told is private in no way until somebody opens the menu.
    item = desktop.shows("item")
    assert (item["title"], item["tooltip"][0]) == ("Scorecard", "Scorecard")
    assert item["tooltip"][1] in ("", say_reminder())
    counts = [line for line in desktop.shows("menu") if line.startswith("Thank-yous heard: ")]
    before = program.ask("read")["stored"]["m1"][0] or "0"
    assert counts == [f"Thank-yous heard: {before}"]
    desktop.do("choose", counts[0])
    until(lambda: program.ask("read")["stored"]["m1"][0] == str(int(before) + 1))

    # The click on the message brings the window, on today; closing it leaves the program where it was.
    desktop.do("click")
    until(lambda: not program.ask("state")["hidden"])
    assert program.ask("read")["day"] == "2026-11-20"
    assert program.ask("close") == {"closed": False}
    assert program.ask("state")["hidden"]

    # The panel ends: nothing would lead to the window any more.
    desktop.do("leave", "tray")
    until(lambda: not program.ask("state")["hidden"])
    desktop.do("come", "tray")
    assert desktop.hears("icon")

    desktop.do("choose", "Quit")
    assert program.end() == 0
    assert program.printed() == ""
