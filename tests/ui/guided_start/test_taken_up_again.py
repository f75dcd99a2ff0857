"""The guided start can be left at every step and is taken up again where it was left; nothing of it is in the store."""

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.services.services import Services
from scorecard.store.unfinished import CARD_NAME
from tests.ui.guided_start.conftest import ALT, Newcomer

Key = Qt.Key


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_it_can_be_left_at_every_step_and_the_card_stays_empty(newcomer: Newcomer, steps: int) -> None:
    newcomer.begin()
    newcomer.press(*[Key.Key_Return] * steps)

    newcomer.press(Key.Key_N, modifier=ALT)

    newcomer.qtbot.waitUntil(lambda: not newcomer.open)
    assert newcomer.measures() == ()


def test_looked_at_and_left_it_keeps_nothing(newcomer: Newcomer) -> None:
    newcomer.begin()
    newcomer.press(Key.Key_Escape)

    assert newcomer.kept() == ""


def test_it_goes_on_where_it_was_left(newcomer: Newcomer) -> None:
    newcomer.begin()
    newcomer.type("Callers")
    newcomer.press(Key.Key_Return, Key.Key_Down, Key.Key_Down, Key.Key_Tab, Key.Key_Space, Key.Key_Escape)

    dialog = newcomer.begin()

    assert dialog.step is dialog.work
    assert dialog.work.works.key == "management"
    assert dialog.question.whom.text() == "Callers"
    assert [offer.taken for offer in dialog.outline.offers[:2]] == [False, True]


def test_a_moment_after_a_choice_it_is_kept_and_by_nobody_else_read(newcomer: Newcomer, home: Path) -> None:
    newcomer.begin()
    newcomer.type("Callers")

    newcomer.qtbot.waitUntil(lambda: "Callers" in newcomer.kept())

    file = home / "data" / CARD_NAME
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_it_is_no_activity(newcomer: Newcomer) -> None:
    before = newcomer.services.undoing.next_undo()
    newcomer.begin()
    newcomer.type("Callers")
    newcomer.press(Key.Key_Return, Key.Key_Down, Key.Key_Escape)

    assert newcomer.services.undoing.next_undo() == before


@pytest.mark.parametrize("way", ["close", "hide", "crash"])
def test_every_way_out_of_the_window_keeps_what_was_chosen(newcomer: Newcomer, way: str) -> None:
    dialog = newcomer.begin()
    newcomer.type("Callers")
    window = dialog.parentWidget()
    match way:
        case "close":
            assert newcomer.commands._window.close()
        case "hide":
            newcomer.commands._window.hide_now()
        case _:
            newcomer.commands._window.report_crash("details")

    assert window is newcomer.commands._window
    assert "Callers" in newcomer.kept()


def test_a_full_disk_keeps_the_dialog_open_with_what_was_typed(
    newcomer: Newcomer, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_text: str) -> None:
        raise StoreError(StoreFault.FULL, Path())

    dialog = newcomer.begin()
    monkeypatch.setattr(services.unfinished_card, "keep", full)
    newcomer.type("Callers")
    newcomer.press(Key.Key_Escape)
    assert dialog.isVisible()
    assert "What you typed is still here." in dialog.notice.sentence.text()
    assert newcomer.commands.setting_up.unsaved_text().startswith("Callers")

    monkeypatch.undo()
    QTest.keyClick(dialog, Key.Key_Escape)

    assert not newcomer.open
    assert "Callers" in newcomer.kept()


def test_a_card_that_is_refused_leaves_the_last_step_as_it_was(
    newcomer: Newcomer, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError(StoreFault.FULL, Path())

    dialog = newcomer.begin()
    monkeypatch.setattr(services.cards, "start", full)
    newcomer.press(Key.Key_Return, Key.Key_Return, Key.Key_Return)
    assert dialog.step is dialog.card
    assert dialog.notice.isVisible()

    monkeypatch.undo()
    newcomer.press(Key.Key_Return)

    assert len(newcomer.measures()) == 7


def test_something_else_in_the_file_is_as_if_nothing_was_kept(newcomer: Newcomer) -> None:
    newcomer.services.unfinished_card.keep('{"step": 2, "work": "piracy"}')

    dialog = newcomer.begin()

    assert dialog.step is dialog.question
    assert dialog.work.works.key == "customer_service"
