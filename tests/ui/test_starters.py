"""Choosing a card to begin with."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scorecard.resources import resource
from scorecard.services.services import Services
from scorecard.services.starters import Starter, read_starters
from scorecard.ui.card_dialogs.starter_dialog import StarterDialog
from scorecard.ui.desk import Desk

TODAY = date(2026, 11, 20)

Open = Callable[[], StarterDialog]


@pytest.fixture
def starters() -> tuple[Starter, ...]:
    return read_starters(resource("starters"), TODAY)


@pytest.fixture
def open_dialog(services: Services, starters: tuple[Starter, ...], qtbot: QtBot) -> Open:
    def opened() -> StarterDialog:
        desk = Desk()
        desk.attach(services)
        dialog = StarterDialog(desk, None, starters)
        desk.setParent(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.list.hasFocus)
        return dialog

    return opened


def words_shown(dialog: StarterDialog) -> set[str]:
    return {label.text() for label in dialog.preview.findChildren(QLabel)}


def names(services: Services) -> set[str]:
    return {measure.name for measure in services.scoring.card().measures}


def test_the_first_card_is_shown_with_the_reason_of_each_measure(open_dialog: Open) -> None:
    dialog = open_dialog()

    for draft in dialog.starter.drafts:
        assert {draft.name, draft.why} <= words_shown(dialog)


def test_down_shows_the_next_card(open_dialog: Open, starters: tuple[Starter, ...]) -> None:
    dialog = open_dialog()

    QTest.keyClick(dialog.list, Qt.Key.Key_Down)

    assert dialog.starter == starters[1]
    assert starters[1].drafts[0].name in words_shown(dialog)
    assert starters[0].drafts[0].name not in words_shown(dialog)


def test_enter_uses_the_chosen_card(open_dialog: Open, services: Services, starters: tuple[Starter, ...]) -> None:
    dialog = open_dialog()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)

    QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    assert names(services) == {draft.name for draft in starters[1].drafts}
    assert not dialog.isVisible()


def test_escape_leaves_the_card_empty(open_dialog: Open, services: Services) -> None:
    dialog = open_dialog()

    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)

    assert names(services) == set()
    assert not dialog.isVisible()


def test_an_empty_card_has_room_for_all_and_nothing_is_said(open_dialog: Open) -> None:
    assert not open_dialog().room.isVisible()


def test_what_finds_no_room_is_said_before(open_dialog: Open, choose: Callable[..., str]) -> None:
    for number in range(8):
        choose(f"Measure {number}")

    dialog = open_dialog()

    waiting = len(dialog.starter.drafts) - 1
    assert dialog.room.isVisible()
    assert dialog.room.text().startswith(str(waiting))
