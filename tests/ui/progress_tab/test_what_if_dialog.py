"""Trying another card: the period beside itself, and the store stays as it was."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.measures import EVERY_DAY, Direction, Kind, Place, Terms
from scorecard.domain.periods import Length, Period
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.desk import Desk
from scorecard.ui.progress_tab.what_if_dialog import WhatIfDialog, open_what_if
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import LIGHT
from tests.sample.measured import measured

TODAY = date(2026, 11, 20)
BRITISH = QLocale("en_GB")
MONTH = Period.of(Length.MONTH, TODAY)

Choose = Callable[..., str]


@pytest.fixture
def card(services: Services, choose: Choose) -> tuple[str, str]:
    """Calls and letters: on each of ten days two calls of four, and four letters of four."""
    ids = choose("Calls", target=4, due=EVERY_DAY), choose("Letters", target=4, due=EVERY_DAY)
    for ago in range(10):
        for measure, value in zip(ids, (2, 4), strict=True):
            services.scoring.score(measure, TODAY - timedelta(days=ago), Decimal(value))
    return ids


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """It has to live as long as the dialogs over it."""
    made = QWidget()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    return made


@pytest.fixture
def dialog(services: Services, card: tuple[str, str], window: QWidget) -> WhatIfDialog:
    made = WhatIfDialog(services.progress.history(), MONTH, BRITISH, window)
    made.show()
    return made


def test_at_first_it_is_as_it_is(dialog: WhatIfDialog) -> None:
    assert dialog.mean.text().startswith("Mean 75 as counted, 75 as it would be (n 10 and 10 days).")
    assert "No day would have another score." in dialog.mean.text()
    assert not dialog.change.isEnabled()
    assert not dialog.back.isVisible()


def test_another_weight_is_shown_at_once(dialog: WhatIfDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.fields.weight.cells[2], Qt.MouseButton.LeftButton)
    assert dialog.mean.text() == "Mean 75 as counted, 63 as it would be (n 10 and 10 days)."
    dialog.grades.copy()
    assert QGuiApplication.clipboard().text().splitlines()[1:] == ["C\t10\t0", "D\t0\t10"]
    assert dialog.canvas._sentences[19] == "Fri 20 November · counted 75, would be 63"


def test_a_target_that_is_typed_and_one_that_is_none(dialog: WhatIfDialog) -> None:
    field = dialog.fields.target
    field.selectAll()
    QTest.keyClicks(field, "2")
    assert dialog.mean.text().startswith("Mean 75 as counted, 100 as it would be")
    assert dialog.change.isEnabled()
    field.selectAll()
    QTest.keyClicks(field, "x")
    assert field.accessibleDescription() == "This is not a number."
    assert not dialog.change.isEnabled()
    assert "100" in dialog.mean.text(), "what was tried before stays"


def test_several_measures_are_tried_together_and_taken_back_at_once(dialog: WhatIfDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.fields.weight.cells[2], Qt.MouseButton.LeftButton)
    dialog.fields.measure.setCurrentIndex(1)
    qtbot.mouseClick(dialog.fields.place.cells[1], Qt.MouseButton.LeftButton)
    assert len(dialog.changes) == 2
    assert dialog.of_which.text() == "November 2026, tried: Calls, Letters"
    assert dialog.mean.text().startswith("Mean 75 as counted, 50 as it would be")
    assert not dialog.change.isEnabled(), "another place is no matter of the editor"
    dialog.fields.measure.setCurrentIndex(0)
    assert dialog.fields.weight.chosen_key == "3"
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.changes == {}
    assert dialog.fields.weight.chosen_key == "1"


def test_no_days_at_all_are_said_to_be_too_few(dialog: WhatIfDialog) -> None:
    for button in dialog.fields.weekdays.buttons:
        button.setChecked(False)
    assert not dialog.change.isEnabled()
    assert dialog.fields.weekdays.accessibleDescription()


def test_looking_changes_nothing(dialog: WhatIfDialog, services: Services, qtbot: QtBot) -> None:
    before = services.facts().last_seq
    card, history = services.scoring.card(), services.progress.history()
    qtbot.mouseClick(dialog.fields.weight.cells[2], Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not [one for one in QApplication.topLevelWidgets() if isinstance(one, WhatIfDialog)])
    assert services.facts().last_seq == before
    assert services.scoring.card() == card
    assert services.progress.history() is history


def test_a_change_from_today_opens_the_editor_with_what_was_tried(
    services: Services, card: tuple[str, str], window: QWidget, qtbot: QtBot
) -> None:
    desk = Desk()
    desk.attach(services)
    desk.setParent(window)
    dialog = open_what_if(desk, window, MONTH)
    assert dialog is not None
    qtbot.mouseClick(dialog.fields.weight.cells[2], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    editor = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MeasureDialog) and one.isVisible())
    assert editor.fields.weight.chosen_key == "3"
    assert editor.changed
    editor.save()
    terms = services.scoring.card().measure(card[0]).terms
    assert [(one.first_day, one.weight) for one in terms][-1] == (TODAY, 3)


def test_only_what_earns_points_every_day_can_be_tried(qtbot: QtBot) -> None:
    dialog = WhatIfDialog(measured(TODAY), MONTH, BRITISH)
    qtbot.addWidget(dialog)
    ids = [dialog.fields.measure.itemData(n) for n in range(dialog.fields.measure.count())]
    assert ids == ["m0", "m1", "m2", "m3", "m4", "m5", "m6"]
    dialog.show()
    dialog.fields.measure.setCurrentIndex(2)
    assert dialog.fields.upper.isVisible()
    dialog.fields.measure.setCurrentIndex(5)
    assert not dialog.fields.target.isVisible(), "yes or no has none"


def test_terms_that_differ_in_nothing_are_no_change() -> None:
    from scorecard.services.progress.what_if import Instead
    from scorecard.ui.progress_tab.what_if_fields import instead_of

    known = Terms(TODAY, Kind.COUNT, Direction.BETWEEN, Decimal(1), Decimal(4))
    assert instead_of(known, known) == Instead()
    moved = Terms(TODAY, Kind.COUNT, Direction.BETWEEN, Decimal(1), Decimal(5), place=Place.BENCH)
    assert instead_of(known, moved) == Instead(target=Decimal(1), upper=Decimal(5), place=Place.BENCH)


def test_without_any_measure_there_is_nothing_to_try(services: Services, qtbot: QtBot) -> None:
    dialog = WhatIfDialog(services.progress.history(), MONTH, BRITISH)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.fields.isEnabled()
    assert dialog.mean.text() == "No day of this time is scored."
