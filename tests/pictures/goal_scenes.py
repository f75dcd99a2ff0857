"""The states of the Goals window, and of the card "Goals" of Progress."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from scorecard.ui.goal_dialogs.goal_lines import Step
from scorecard.ui.main_window import PROGRESS
from scorecard.ui.widgets.scroll_area import ScrollArea
from tests.pictures.stage import CHART, TODAY, Act, Scene, Stage, draw_progress, front
from tests.sample.goals import make_goals, make_nine


def open_goals(*steps: Step, row: int = 2, nine: bool = False, size: tuple[int, int] | None = None) -> Act:
    def look(stage: Stage) -> QWidget:
        if size is not None:
            stage.window.resize(*size)
        (make_nine if nine else make_goals)(stage.services, TODAY)
        stage.commands.goals.open()
        dialog = front()
        dialog.list.setCurrentRow(row)  # type: ignore[attr-defined]
        for step in steps:
            dialog.steps.buttons[step].click()  # type: ignore[attr-defined]
        return front()

    return look


def edit_measure_with_goal(stage: Stage) -> QWidget:
    make_goals(stage.services, TODAY)
    stage.commands.edit_measure("m2")
    return front()


def review_with_goals(stage: Stage) -> QWidget:
    make_goals(stage.services, TODAY)
    stage.commands.review_week()
    dialog = front()
    QTest.qWait(CHART)
    dialog.area.verticalScrollBar().setValue(330)  # type: ignore[attr-defined]
    return dialog


def new_goal(stage: Stage) -> QWidget:
    stage.commands.goals.open()
    front().steps.add.click()  # type: ignore[attr-defined]
    return front()


def another_quarter(stage: Stage) -> QWidget:
    make_goals(stage.services, TODAY)
    stage.commands.goals.open()
    dialog = front()
    for _ in range(5):
        dialog.periods.on.click()  # type: ignore[attr-defined]
    return dialog


def none_yet(stage: Stage) -> QWidget:
    stage.commands.goals.open()
    return front()


def look_at_card(*, nine: bool = False, table: bool = False) -> Act:
    def look(stage: Stage) -> None:
        (make_nine if nine else make_goals)(stage.services, TODAY)
        stage.window.go_to_page(PROGRESS)
        tab = stage.commands.progress
        draw_progress(tab)
        card = tab.cards.goals.made()
        if table:
            card.toggle.click()
        area = tab.findChild(ScrollArea)
        assert area is not None
        area.ensureWidgetVisible(card, 0, 400)
        draw_progress(tab)

    return look


GOAL_SCENES = (
    Scene("goals-progress", look_at_card()),
    Scene("goals-progress-table", look_at_card(table=True)),
    Scene("goals-progress-nine", look_at_card(nine=True), "overfull"),
    Scene("goals", open_goals(), front=True),
    Scene("goals-none", none_yet, front=True),
    Scene("goals-none-here", another_quarter, front=True),
    Scene("goals-copied", open_goals(Step.COPY), front=True),
    Scene("goals-explained", open_goals(Step.EXPLAIN, row=6), front=True),
    Scene("goals-edit", open_goals(Step.EDIT), front=True),
    Scene("goals-new", new_goal, front=True),
    Scene("goals-nine", open_goals(nine=True), "overfull", front=True),
    Scene("goals-nine-small-window", open_goals(nine=True, size=(1024, 640)), "overfull", front=True),
    Scene("goals-in-review", review_with_goals, front=True),
    Scene("goals-of-measure", edit_measure_with_goal, front=True),
    Scene("goals-edit-small-window", open_goals(Step.EDIT, nine=True, size=(1024, 640)), "overfull", front=True),
)
