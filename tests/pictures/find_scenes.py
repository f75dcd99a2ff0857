"""The states in which something that was written is looked for."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.domain.checkins import Subject
from scorecard.domain.measures import Place
from tests.pictures.reflection_scenes import write_evenings
from tests.pictures.stage import TODAY, Act, Scene, Stage, front

_LONG = (
    "Showed Cassandra the plan for the integration before anybody else had seen it, and she asked for two things. "
    "The first was easy. The second one, she said, is what nobody had listened to for a whole year: her people need "
    "to know by Friday what will change on Monday. I promised Cassandra to write it down, and to ask Neal about it. "
    "She laughed and told me that she will believe it when she sees it."
)


def write_much(stage: Stage) -> None:
    """About Cassandra, in every place that can be found."""
    write_evenings(stage.services)
    stage.services.scoring.note("m2", TODAY - timedelta(days=3), _LONG)
    stage.services.scoring.note("m1", TODAY - timedelta(days=4), "Cassandra called back herself.")
    trust = stage.services.checkins.definitions().usable[0]
    stage.services.checkins.save(
        trust.id, Subject.PERSON, "Cassandra", {factor.id: 6 for factor in trust.factors},
        "Cassandra asked me first, before the meeting.",
    )  # fmt: skip


def find(text: str, *keys: Qt.Key, small: bool = False) -> Act:
    def look(stage: Stage) -> QWidget:
        if small:
            stage.window.resize(1024, 640)
            QApplication.processEvents()
        write_much(stage)
        stage.commands.find_everywhere()
        dialog = front()
        QTest.keyClicks(dialog.field, text)  # type: ignore[attr-defined]
        for key in keys:
            QTest.keyClick(dialog.field, key)  # type: ignore[attr-defined]
        return dialog

    return look


def find_among_people(stage: Stage) -> QWidget:
    dialog = find("cass")(stage)
    dialog.kinds.cells[4].click()  # type: ignore[attr-defined]
    return dialog  # type: ignore[return-value]


def read_a_note_off_the_card(stage: Stage) -> QWidget:
    stage.services.scoring.note("m2", TODAY, _LONG)
    stage.services.cards.place("m2", Place.RETIRED)
    stage.commands.find_everywhere()
    dialog = front()
    QTest.keyClicks(dialog.field, "laughed")  # type: ignore[attr-defined]
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    return front()


FIND_SCENES = (
    Scene("find", find("cass", Qt.Key.Key_Down), front=True),
    Scene("find-small-window", find("cass", Qt.Key.Key_Down, small=True), front=True),
    Scene("find-empty", find(""), front=True),
    Scene("find-nothing", find("elephants"), front=True),
    Scene("find-one-kind", find_among_people, front=True),
    Scene("find-many", find("a"), front=True),
    Scene("find-note", read_a_note_off_the_card, front=True),
)
