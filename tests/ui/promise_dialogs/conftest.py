"""Promises in a real store, a desk over it, and somebody at the keyboard of a dialog."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Protocol, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from scorecard.domain.due import Due, Span
from scorecard.domain.promises import Level
from scorecard.services.promises import PromiseDraft
from scorecard.services.reckoning import Reckoned
from scorecard.services.services import Services
from scorecard.ui.desk import Desk

TODAY = date(2026, 11, 20)
TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)
NEXT_FRIDAY = TODAY + timedelta(days=7)

Made = Callable[..., Reckoned]
AnyDialog = TypeVar("AnyDialog", bound=QDialog)


class Shown(Protocol):
    def __call__(self, dialog: AnyDialog) -> AnyDialog: ...


def read(phrase: str, today: date) -> tuple[Due, ...]:
    """A reader of four phrases, one of which can mean two days."""
    known = {
        "tomorrow": (Due.on(TOMORROW),),
        "27 nov": (Due.on(NEXT_FRIDAY),),
        "next week": (Due.within(Span.WEEK, NEXT_FRIDAY),),
        "friday": (Due.on(TODAY), Due.on(NEXT_FRIDAY)),
    }
    return known.get(phrase.casefold(), ())


def press(dialog: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(_with_keyboard(dialog), key)


def type_text(dialog: QWidget, text: str) -> None:
    QTest.keyClicks(_with_keyboard(dialog), text)


def _with_keyboard(dialog: QWidget) -> QWidget:
    focused: QWidget | None = dialog.focusWidget()
    return dialog if focused is None else focused


@pytest.fixture
def desk(services: Services, qapp: QApplication) -> Desk:
    del qapp  # it has to be there first
    desk = Desk()
    desk.attach(services)
    return desk


@pytest.fixture
def again(services: Services) -> Callable[[str], Reckoned]:
    """The promise of that id as it stands in the store."""

    def find(promise_id: str) -> Reckoned:
        items = services.promises.book().reckoned(services.promises.today())
        return next(item for item in items if item.promise.id == promise_id)

    return find


@pytest.fixture
def made(services: Services, again: Callable[[str], Reckoned]) -> Made:
    """Makes a promise of ten days ago: made("Send it", due=TODAY, to="Cassandra")."""

    def make(
        words: str = "Send the estimates", level: Level = Level.COMMITMENT, due: date | None = None, to: str = "",
        days_ago: int = 10,
    ) -> Reckoned:  # fmt: skip
        made_on = TODAY - timedelta(days=days_ago)
        draft = PromiseDraft(words, level, Due.on(due) if due else None, to, None, made_on)
        return again(services.promises.make(draft))

    return make


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    """Shows a dialog and waits until the keyboard is in it.

    It is deleted before all other windows are: a completer deletes its list itself, and must be the first to do so.
    """
    kept: list[QDialog] = []

    def show(dialog: AnyDialog) -> AnyDialog:
        kept.append(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield show
    for dialog in filter(isValid, kept):
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
