"""The states of a check-in: rated, done, looked back on."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.domain.checkins import Subject
from scorecard.ui.main_window import REFLECTION
from tests.pictures.stage import TODAY, Act, Scene, Stage, front

_WEEKS: tuple[tuple[tuple[int, int, int, int, int], str], ...] = (
    ((7, 8, 4, 7, 6), "Ana asked Neal, and not me."),
    ((7, 8, 5, 7, 6), "Cassandra told me of the audit before it was in the mail."),
    ((8, 8, 5, 8, 6), ""),
    ((8, 7, 5, 8, 5), "Neal closed the door and told me about the second form for an hour; I hardly said a word."),
    ((8, 8, 5, 8, 5), "Cassandra asked me first."),
)


def check_in_weekly(stage: Stage, about: Subject = Subject.ME, person: str = "") -> None:
    trust = stage.services.checkins.definitions().usable[0]
    ids = [factor.id for factor in trust.ordered]
    for weeks, (values, evidence) in enumerate(reversed(_WEEKS)):
        day = TODAY - timedelta(weeks=weeks + 1)
        stage.services.checkins.save(trust.id, about, person, dict(zip(ids, values, strict=True)), evidence, day=day)


def go_to_checkins(stage: Stage) -> None:
    check_in_weekly(stage)
    check_in_weekly(stage, Subject.PERSON, "Cassandra")
    stage.window.go_to_page(REFLECTION)
    QApplication.processEvents()


def begin(stage: Stage) -> QWidget:
    go_to_checkins(stage)
    stage.commands.reflection.checkin.check_in()
    return front()


def begin_the_first(stage: Stage) -> QWidget:
    stage.window.go_to_page(REFLECTION)
    QApplication.processEvents()
    stage.commands.reflection.checkin.check_in()
    return front()


def rate(*digits: str) -> Act:
    def answer(stage: Stage) -> QWidget:
        dialog = begin(stage)
        for digit in digits:
            row: QWidget | None = dialog.focusWidget()
            QTest.keyClicks(row or dialog, digit)
            QTest.keyClick(row or dialog, Qt.Key.Key_Down)
        return dialog

    return answer


def rate_fully(stage: Stage) -> QWidget:
    dialog = rate("9", "8", "6", "8", "5")(stage)
    QTest.keyClicks(dialog.evidence, "She asked me first.")  # type: ignore[attr-defined]
    return dialog  # type: ignore[return-value]


def rate_a_person(stage: Stage) -> QWidget:
    dialog = rate("9", "8")(stage)
    dialog.subject.segments.cells[1].click()  # type: ignore[attr-defined]
    return dialog  # type: ignore[return-value]


def save_too_early(stage: Stage) -> QWidget:
    dialog = rate("9", "8")(stage)
    dialog.accept()  # type: ignore[attr-defined]
    return dialog  # type: ignore[return-value]


def look_back(stage: Stage) -> QWidget:
    go_to_checkins(stage)
    stage.commands.reflection.checkin.show_history()
    return front()


CHECKIN_SCENES = (
    Scene("checkin-first", begin_the_first, "empty", front=True),
    Scene("checkin-rating", rate("9", "8"), front=True),
    Scene("checkin-result", rate_fully, front=True),
    Scene("checkin-person", rate_a_person, front=True),
    Scene("checkin-refused", save_too_early, front=True),
    Scene("checkin-history", look_back, front=True),
    Scene("reflection-checkin", go_to_checkins),
)
