"""Each chart in view is drawn once when another stretch is asked for, and no two in one round of the event loop."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.charts.plot import Size
from scorecard.domain.periods import Length
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.tab import ProgressTab
from scorecard.ui.progress_tab.turns import Turns, turns
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import LIGHT
from tests.sample.measured import measured
from tests.ui.test_week_chart_canvas import Source, sources_of

TODAY = date(2026, 11, 20)
LENGTHS = (Length.MONTH, Length.QUARTER, Length.YEAR, Length.ALL, Length.WEEK)

Drawn = list[ChartControl]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Grows with each picture that matplotlib draws."""
    found: Drawn = []
    draw = ChartControl.draw_chart

    def listening(canvas: ChartControl, size: Size) -> memoryview | None:
        pixels = draw(canvas, size)
        if pixels is not None:
            found.append(canvas)
        return pixels

    monkeypatch.setattr(ChartControl, "draw_chart", listening)
    return found


@pytest.fixture
def tab(qtbot: QtBot, drawn: Drawn) -> Iterator[ProgressTab]:
    """Shown, with every chart in view drawn."""
    made = ProgressTab()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(1180, 3000)
    history = measured(TODAY)
    made.attach(replace(sources_of(Source()), history=lambda: history))
    made.show()
    wait_for_all(made, qtbot)
    yield made
    made.hide()


def wait_for_all(tab: ProgressTab, qtbot: QtBot) -> None:
    def all_there() -> bool:
        canvases = [canvas for canvas in tab.findChildren(ChartControl) if canvas.isVisible()]
        idle = not any(canvas._settle.isActive() for canvas in canvases)
        return tab.filled and idle and all(canvas._image is not None and not canvas._stale for canvas in canvases)

    qtbot.waitUntil(all_there, timeout=20_000)
    QApplication.processEvents()


@pytest.mark.parametrize("length", LENGTHS[:4])
def test_another_stretch_is_drawn_once_and_so_is_the_way_back(
    tab: ProgressTab, drawn: Drawn, qtbot: QtBot, length: Length
) -> None:
    for asked in (length, Length.WEEK, length):
        drawn.clear()
        tab.show_length(asked)
        wait_for_all(tab, qtbot)
        assert set(Counter(type(canvas).__name__ for canvas in drawn).values()) == {1}


def test_one_round_of_the_event_loop_has_one_turn(qtbot: QtBot) -> None:
    one = Turns()
    assert one.take()
    assert not one.take()
    qtbot.waitUntil(one.take)


def test_all_charts_share_the_turns(qtbot: QtBot) -> None:
    assert turns() is turns()


def test_a_chart_does_not_take_the_turn_of_another(tab: ProgressTab, drawn: Drawn, qtbot: QtBot) -> None:
    drawn.clear()
    tab.show_length(Length.YEAR)
    rounds: list[int] = []
    while not rounds or not tab.filled or len(drawn) > rounds[-1]:
        rounds.append(len(drawn))
        QApplication.processEvents()
    wait_for_all(tab, qtbot)
    assert max(after - before for before, after in pairwise(rounds)) <= 1


def test_what_only_changed_waits_for_the_end_of_the_burst(tab: ProgressTab, drawn: Drawn, qtbot: QtBot) -> None:
    drawn.clear()
    tab.setPalette(palette_of(LIGHT))
    tab.follow(None)
    QApplication.processEvents()
    assert drawn == []
    wait_for_all(tab, qtbot)
