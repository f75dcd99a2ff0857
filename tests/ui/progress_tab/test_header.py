"""The head of Progress fits the window that it is in."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.periods import Length
from scorecard.ui.progress_tab.header import ProgressHeader


@pytest.mark.parametrize(("width", "beside"), [(1124, True), (560, False)])
def test_the_lengths_stand_below_the_title_where_there_is_no_room_beside_it(
    width: int, beside: bool, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    header = ProgressHeader(page)
    header.show_period("Week 47 · 16–22 November", "Week score 82 · 33 of 35", Length.WEEK, present=False)
    header.resize(width, 120)
    page.show()
    qtbot.waitExposed(page)

    assert header.minimumSizeHint().width() <= width
    qtbot.waitUntil(lambda: (header.lengths.geometry().top() < header.title.geometry().bottom()) is beside)
    assert header.review.geometry().right() <= width
