"""The row of tabs where there is little room."""

from pytestqt.qtbot import QtBot

from scorecard.ui.widgets.buttons import IconButton
from scorecard.ui.widgets.top_tabs import TopTabs


def test_without_room_the_icons_go_and_every_word_stays(qtbot: QtBot) -> None:
    tabs = TopTabs("Pages")
    qtbot.addWidget(tabs)
    tabs.add_end(IconButton("settings", "Settings", parent=tabs))
    for words in ("Scorecard", "Commitments", "Reflection", "Progress"):
        tabs.add_tab("target", words)
    tabs.resize(1000, 40)
    tabs.show()
    wide = tabs.row.tabRect(3).right()
    tabs.resize(wide - 20, 40)
    qtbot.waitUntil(lambda: tabs.row.tabRect(3).right() < wide)
    assert tabs.row.tabRect(3).right() <= tabs.row.width()
    tabs.resize(1000, 40)
    qtbot.waitUntil(lambda: tabs.row.tabRect(3).right() == wide)
