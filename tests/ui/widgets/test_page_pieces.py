"""Labels, cards, bars, tabs, notices and empty pages."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens
from scorecard.ui.widgets.attainment_bar import AttainmentBar
from scorecard.ui.widgets.buttons import IconButton, PrimaryButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.label import ElidedLabel, SectionLabel
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.ui.widgets.text_field import TextArea, TextField
from scorecard.ui.widgets.top_tabs import TopTabs

LONG = "Somebody's day got so much easier because of what we did for them this morning"


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_a_label_without_room_ends_in_an_ellipsis_and_tells_all_as_a_tooltip(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda place, text, widget: told.append(text))
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.elided
    place = label.mapToGlobal(QPoint(5, 5))
    QApplication.sendEvent(label, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), place))
    assert told == [LONG]
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == LONG


def test_a_label_with_room_is_not_cut(qtbot: QtBot) -> None:
    label = ElidedLabel("Short")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    assert not label.elided


def test_a_heading_in_capitals_is_read_aloud_as_it_was_written(qtbot: QtBot) -> None:
    label = SectionLabel("Customers")
    qtbot.addWidget(label)
    assert label.text() == "CUSTOMERS"
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == "Customers"


def test_a_card_without_a_title_keeps_no_room_for_one(qtbot: QtBot) -> None:
    headed, plain = Card("Customers", "weight 3"), Card()
    qtbot.addWidget(headed)
    qtbot.addWidget(plain)
    assert headed.sizeHint().height() > plain.sizeHint().height()
    headed.set_title("")
    assert headed.sizeHint().height() == plain.sizeHint().height()


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST])
def test_the_bar_wears_the_tone_of_the_score_up_to_its_share(qtbot: QtBot, tokens: Tokens) -> None:
    bar = AttainmentBar()
    bar.setPalette(palette_of(tokens))
    bar.resize(100, 6)
    qtbot.addWidget(bar)
    bar.set_share(0.67)
    image = picture(bar)
    assert image.pixelColor(60, 3) == QColor(tokens.fair)
    assert image.pixelColor(75, 3) == QColor(tokens.track)
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert picture(bar).pixelColor(60, 3) == QColor(tokens.fair)
    assert picture(bar).pixelColor(20, 3) == QColor(tokens.track)


def test_a_bar_of_nothing_known_a_bar_of_zero_and_a_hollow_bar_keep_to_their_meaning(qtbot: QtBot) -> None:
    bar = AttainmentBar()
    bar.setPalette(palette_of(LIGHT))
    bar.resize(100, 6)
    qtbot.addWidget(bar)
    bar.set_share(None)
    empty = picture(bar)
    bar.set_share(0.0)
    assert picture(bar) == empty
    bar.set_share(0.9, hollow=True)
    assert picture(bar).pixelColor(50, 3) == QColor(LIGHT.surface)


def test_the_tabs_are_page_tabs_to_a_screen_reader(qtbot: QtBot) -> None:
    tabs = TopTabs("Pages")
    qtbot.addWidget(tabs)
    tabs.add_tab("clipboard-list", "Scorecard")
    tabs.add_tab("handshake", "Commitments")
    tabs.add_end(IconButton("search", "Search"))
    row = QAccessible.queryAccessibleInterface(tabs.row)
    assert row.role() is QAccessible.Role.PageTabList
    assert QAccessible.queryAccessibleInterface(tabs).text(QAccessible.Text.Name) == "Pages"
    assert row.child(1).role() is QAccessible.Role.PageTab
    assert row.child(1).text(QAccessible.Text.Name) == "Commitments"


def test_a_tab_is_chosen_by_mouse_by_arrow_and_by_the_program(qtbot: QtBot) -> None:
    tabs = TopTabs("Pages")
    qtbot.addWidget(tabs)
    for icon, words in (("clipboard-list", "Scorecard"), ("handshake", "Commitments"), ("users", "People")):
        tabs.add_tab(icon, words)
    tabs.show()
    with qtbot.waitSignal(tabs.chosen) as chosen:
        qtbot.mouseClick(tabs.row, Qt.MouseButton.LeftButton, pos=tabs.row.tabRect(2).center())
    assert chosen.args == [2]
    qtbot.keyClick(tabs.row, Qt.Key.Key_Left)
    assert tabs.current == 1
    tabs.set_current(0)
    assert tabs.current == 0


@pytest.fixture
def notice(qtbot: QtBot) -> Iterator[NoticeBar]:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    yield NoticeBar(page)
    page.hide()


def test_a_notice_is_hidden_until_there_is_something_to_say(notice: NoticeBar) -> None:
    assert notice.isHidden()
    notice.show_notice("Undid “3 for Thank-yous”.")
    assert notice.isVisible()
    assert notice.accessibleName() == "Note: Undid “3 for Thank-yous”."


@pytest.mark.parametrize(("tone", "word"), [(NoticeTone.WARNING, "Warning"), (NoticeTone.ERROR, "Problem")])
def test_a_warning_says_so_in_words_as_well_as_in_colour(notice: NoticeBar, tone: NoticeTone, word: str) -> None:
    notice.show_notice("The disk is full.", tone)
    assert notice.word.isVisible()
    assert notice.word.text() == word


def test_taking_an_action_of_a_notice_does_it_and_closes_the_notice(notice: NoticeBar, qtbot: QtBot) -> None:
    done: list[str] = []
    notice.show_notice("Undone.", actions=[NoticeAction("Redo", lambda: done.append("redo"))])
    qtbot.mouseClick(notice.action_buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["redo"]
    assert notice.isHidden()


def test_an_action_may_show_the_next_notice(notice: NoticeBar, qtbot: QtBot) -> None:
    notice.show_notice("Undone.", actions=[NoticeAction("Redo", lambda: notice.show_notice("Redone."))])
    qtbot.mouseClick(notice.action_buttons[0], Qt.MouseButton.LeftButton)
    assert notice.isVisible()
    assert notice.sentence.text() == "Redone."
    assert notice.action_buttons == ()


def test_escape_closes_a_notice_that_has_the_focus(notice: NoticeBar, qtbot: QtBot) -> None:
    notice.show_notice("Undone.")
    with qtbot.waitSignal(notice.dismissed):
        qtbot.keyClick(notice.close_button, Qt.Key.Key_Escape)
    assert notice.isHidden()


def test_an_empty_page_says_why_and_what_to_do(qtbot: QtBot) -> None:
    button = PrimaryButton("Promise something")
    page = EmptyState("handshake", "No promises yet", "What you promise stands here.", [button])
    qtbot.addWidget(page)
    page.show()
    assert page.title.text() == "No promises yet"
    assert button.isVisible()


def test_a_text_area_is_left_by_tab_and_has_a_name(qtbot: QtBot) -> None:
    area, field = TextArea("What moved forward today?"), TextField("Quick add", "Promise something")
    qtbot.addWidget(area)
    qtbot.addWidget(field)
    assert area.tabChangesFocus()
    assert area.accessibleName() == "What moved forward today?"
    assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name) == "Quick add"


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_a_text_area_and_a_field_stand_on_the_surface_of_the_theme(qtbot: QtBot, tokens: Tokens) -> None:
    for widget in (TextArea("Words"), TextField("Words")):
        qtbot.addWidget(widget)
        widget.setPalette(palette_of(tokens))
        widget.resize(200, 36)
        assert picture(widget).pixelColor(190, 30) == QColor(tokens.surface)
