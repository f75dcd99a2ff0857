"""The states of the Progress tab that are worth a picture."""

from PySide6.QtTest import QTest

from scorecard.domain.periods import Length, Period
from scorecard.ui.main_window import PROGRESS
from scorecard.ui.progress_tab.tab import ProgressTab
from scorecard.ui.widgets.scroll_area import ScrollArea
from tests.pictures.stage import CHART, TODAY, Act, Scene, Stage, draw_progress


def progress(stage: Stage) -> ProgressTab:
    stage.window.go_to_page(PROGRESS)
    draw_progress(stage.commands.progress)
    return stage.commands.progress


def show(length: Length) -> Act:
    def act(stage: Stage) -> None:
        tab = progress(stage)
        tab.show_length(length)
        draw_progress(tab)

    return act


def scrolled(length: Length, pages: float) -> Act:
    """So many windows further down."""

    def act(stage: Stage) -> None:
        show(length)(stage)
        area = stage.commands.progress.findChild(ScrollArea)
        assert area is not None
        area.verticalScrollBar().setValue(round(pages * area.height()))
        draw_progress(stage.commands.progress)

    return act


def what_if(stage: Stage) -> None:
    tab = progress(stage)
    stage.commands.ask_what_if(Period.of(Length.QUARTER, TODAY))
    QTest.qWait(3 * CHART)
    assert tab.isVisible()


PROGRESS_SCENES = (
    *(Scene(f"progress-{length.value}", show(length)) for length in Length if length is not Length.WEEK),
    Scene("progress-below", scrolled(Length.WEEK, 0.9)),
    Scene("progress-what-if", what_if, front=True),
    Scene("progress-findings", scrolled(Length.QUARTER, 2.1)),
    Scene("progress-end", scrolled(Length.WEEK, 9)),
    Scene("progress-decade", show(Length.ALL), "decade"),
    Scene("progress-decade-year", show(Length.YEAR), "decade"),
    Scene("progress-decade-below", scrolled(Length.ALL, 1), "decade"),
    Scene("progress-overfull-below", scrolled(Length.WEEK, 0.9), "overfull"),
)
