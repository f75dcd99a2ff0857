"""Runs in a process of its own: the real program with a clock that can be moved, obeying a Remote.

Its only argument is a JSON object: `clock` (an ISO moment; without it, the computer's), `commands` and `answers`
(file descriptors), `at_painted` (pairs of a measure and keys, typed in the very turn of the event loop in which the
first picture is told: before anything else is loaded), `at_usable` (keys typed when the other pages are there and the
store is not), `note_pause` (milliseconds after which a note is saved), `arguments` (what is typed after `scorecard`).
"""

import json
import sys
from datetime import datetime
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from scorecard import program
from scorecard.__main__ import main
from scorecard.ui.scorecard_tab import note_editor
from tests.fake_clock import BERLIN, FixedClock
from tests.journeys.remote import Remote, enter_and_press, press


def drive(wishes: dict[str, object]) -> int:
    moment = wishes.get("clock")
    clock = FixedClock(datetime.fromisoformat(str(moment)).astimezone(BERLIN)) if moment else None
    make_application, tell = program.make_application, program.tell

    def make_driven_application(**choices: Any) -> QApplication:
        app = make_application(**choices)
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        app.remote = Remote(int(str(wishes["commands"])), int(str(wishes["answers"])), clock)  # type: ignore[attr-defined]
        return app

    def tell_and_type(milestone: str) -> None:
        tell(milestone)
        if milestone == "painted":
            for measure, keys in wishes.get("at_painted", ()):  # type: ignore[attr-defined]
                enter_and_press(measure, keys)
        elif milestone == "usable":
            for key in wishes.get("at_usable", ()):  # type: ignore[attr-defined]
                press(key)

    if clock is not None:
        program.SystemClock = lambda: clock  # type: ignore[assignment,misc]
    program.make_application = make_driven_application  # type: ignore[assignment]
    program.tell = tell_and_type
    note_editor.SAVE_AFTER = int(str(wishes.get("note_pause", note_editor.SAVE_AFTER)))
    sys.argv[1:] = wishes.get("arguments", [])  # type: ignore[assignment]
    return main()


if __name__ == "__main__":
    sys.exit(drive(json.loads(sys.argv[1])))
