"""The states of the window in which a day is thought about."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from scorecard.domain.reflections import ADJUST, MOVED, QUESTION, TOMORROW
from scorecard.services.services import Services
from scorecard.ui.main_window import REFLECTION
from tests.pictures.stage import CHART, TODAY, Scene, Stage

YESTERDAY = TODAY - timedelta(days=1)
_EVENINGS: tuple[tuple[date, str, str], ...] = (
    (TODAY - timedelta(days=7), MOVED,
     "Cassandra opened the review by herself. **First time** she did not wait for me. #cassandra #trust"),
    (date(2026, 10, 20), MOVED,
     "Asked Neal how I can help, and he closed the door and told me about the second form for an hour."),
    (date(2025, 11, 20), MOVED, "Long day of lists. Nobody asked for any of them. #attention"),
    (YESTERDAY, TOMORROW, "Ask Neal how I can help before I offer the answer."),
    (TODAY, MOVED, "Cassandra said the new estimate sheet was the first one she trusted.\n"
                   "We cleared both blockers before stand-up."),
    (TODAY, ADJUST, "Raced ahead with the answer in Neal's meeting. Ask about his script first."),
    (TODAY, TOMORROW, "Ask Neal how I can help before I offer the answer."),
)  # fmt: skip
_MARKDOWN = """# What I noticed
The estimate sheet is **trusted** now, and *two* blockers are gone. #trust
Nobody asked for the third one.

- Neal called back himself
- Ana closed the ticket
  - without a reminder

> You were listening today.
"""


def write_evenings(services: Services) -> None:
    for day, prompt_id, text in _EVENINGS:
        services.reflecting.write(day, prompt_id, text)


def go_to_reflection(stage: Stage) -> None:
    write_evenings(stage.services)
    stage.window.go_to_page(REFLECTION)
    stage.commands.reflection.header.calendar_button.setFocus(Qt.FocusReason.OtherFocusReason)


def go_to_empty_reflection(stage: Stage) -> None:
    stage.window.go_to_page(REFLECTION)


def answer(stage: Stage) -> None:
    go_to_reflection(stage)
    stage.services.reflecting.feel(TODAY, "B")
    block = stage.commands.reflection.blocks[0]
    block.tried.cells[0].click()
    block.helped.cells[0].click()


def show_markdown(stage: Stage) -> None:
    go_to_reflection(stage)
    stage.services.reflecting.write(TODAY, MOVED, _MARKDOWN)
    arabic = "تحدثت مع نيل عن خطته قبل أن أقدم الجواب.\nפגישה טובה"
    stage.services.reflecting.write(TODAY, ADJUST, arabic)
    stage.services.reflecting.write(
        TODAY, QUESTION, "会議で画面を見ずに聞いた。 1. not a list\n\n1. one\n2. two `code`"
    )


def type_a_tag(stage: Stage) -> None:
    go_to_reflection(stage)
    place = stage.commands.reflection.place_of(QUESTION)
    assert place is not None
    QTest.qWait(CHART)
    place.area.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(place.area, "Gave Ana the whole hour. #t")


def greet(stage: Stage) -> None:
    write_evenings(stage.services)


def hide(stage: Stage) -> None:
    go_to_reflection(stage)
    stage.window.hide_now()


def edit_prompts(stage: Stage) -> None:
    go_to_reflection(stage)
    stage.commands.reflection.open_prompts()


def edit_questions(stage: Stage) -> QWidget:
    from scorecard.ui.reflection_tab.prompts_dialog import PromptsDialog

    edit_prompts(stage)
    dialog = stage.window.findChild(PromptsDialog)
    assert dialog is not None
    dialog.sides.cells[1].click()
    return dialog


REFLECTION_SCENES = (
    Scene("reflection", go_to_reflection),
    Scene("reflection-empty", go_to_empty_reflection, "empty"),
    Scene("reflection-answered", answer),
    Scene("reflection-markdown", show_markdown),
    Scene("reflection-tag", type_a_tag),
    Scene("reflection-hidden", hide),
    Scene("scorecard-greeting", greet),
    Scene("prompts", edit_prompts, front=True),
    Scene("prompts-questions", edit_questions, front=True),
)
