"""The states of the card editor and of the editor of a measure."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Kind, Place, Terms
from scorecard.services.cards import Draft
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.card_editor.dialog import CardDialog
from tests.pictures.stage import CHART, TODAY, Act, Scene, Stage

_START = date(2026, 9, 1)
_NAMES = (
    "Calls answered in which the caller thanked us at the end",
    "Problems taken away for good so that nobody calls again",
    "Colleagues who could finish in time because I answered",
    "Hours of work without a message, a meeting or any noise",
    "Promises written down the very moment they were given",
    "Visits to the people downstairs who never come up to us",
    "Sentences I let somebody finish though I knew their end",
    "Letters answered on the same day, in words of my own",
    "Minutes late, added up over all the meetings of this day",
)
_GROUPS = ("Customers", "Team", "Craft")


def fill(stage: Stage) -> None:
    """Nine measures with long names, thirty on the bench, four that are over."""
    cards = stage.services.cards
    terms = Terms(_START, Kind.COUNT, target=Decimal(3), due=WORKING_DAYS)
    for number, name in enumerate(_NAMES):
        cards.add(Draft(name, replace(terms, weight=1 + number % 3), group=_GROUPS[number // 3]))
    waiting = replace(terms, place=Place.BENCH, due=EVERY_DAY)
    for number in range(30):
        cards.add(Draft(f"Something that waits, number {number + 1}", waiting, group="Team"))
    for number in range(4):
        over = cards.add(Draft(f"Something that is over, number {number + 1}", waiting))
        cards.place(over, Place.RETIRED, "Nobody read them" if number % 2 else "")


def card(prepare: Callable[[Stage], object] = lambda stage: None, size: tuple[int, int] | None = None) -> Act:
    def show(stage: Stage) -> QWidget:
        prepare(stage)
        if size is not None:
            stage.window.resize(*size)
        dialog = CardDialog(stage.window.desk, stage.window)
        dialog.fold.setChecked(True)
        dialog.open()
        return dialog

    return show


def tenth(stage: Stage) -> None:
    fill(stage)
    dialog = CardDialog(stage.window.desk, stage.window)
    dialog.open()
    dialog.choose(stage.services.scoring.card().measures[-1].id)
    dialog.bench.choose_near(0)
    dialog.bench.setFocus()
    dialog.orders.buttons[next(order for order in dialog.orders.buttons if order.name == "CARD")].click()


def change(measure_id: str, first_day: date, **parts: object) -> Act:
    def show(stage: Stage) -> QWidget:
        dialog = MeasureDialog(stage.window.desk, stage.window, measure_id, TODAY)
        dialog.open()
        dialog.fields.set_form(replace(dialog.fields.form(), **parts))  # type: ignore[arg-type]
        dialog.first_day.set_first_day(first_day)
        dialog.fields.edited.emit()
        dialog.effect.look()
        QTest.qWait(CHART)
        return dialog

    return show


CARD_SCENES = (
    Scene("measures", card(), front=True),
    Scene("measures-overfull", card(), "overfull", front=True),
    Scene("measures-empty", card(), "empty", front=True),
    Scene("measures-many", card(fill), "empty", front=True),
    Scene("measures-many-small-window", card(fill, (1024, 640)), "empty", front=True),
    Scene("measures-tenth", tenth, "empty", front=True),
    Scene("measure-change-today", change("m1", TODAY, target="5"), front=True),
    Scene("measure-change-earlier", change("m1", date(2026, 11, 2), target="5"), front=True),
    Scene("measure-change-kind", change("m1", date(2026, 11, 2), kind=Kind.RATING, target="4"), front=True),
)
