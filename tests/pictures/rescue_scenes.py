"""The states of the window that leads back from a bad store."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from PySide6.QtTest import QTest

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.marks import Scored
from scorecard.domain.salvage import Confidence, Offer, Salvaged, Thing
from scorecard.services.rescuing import Around, Rescue
from scorecard.ui.rescue.dialog import RescueDialog
from tests.fake_clock import FixedClock
from tests.fakes.salvaging import FakeSalvaging
from tests.pictures.backup_scenes import with_backups
from tests.pictures.stage import TODAY, Act, Scene, Stage

_CONFIDENCES = (Confidence.SURE, Confidence.SURE, Confidence.LIKELY, Confidence.DOUBTFUL)
_WORDS = (
    (Thing.ENTRY, "Thank-yous heard"),
    (Thing.ENTRY, "Deep work"),
    (
        Thing.REFLECTION,
        "Two forms merged into one, and the long story of why it took all of Tuesday",
    ),
    (Thing.PROMISE, "Call Cassandra back about the estimates"),
    (Thing.PERSON, "Neal Dixon"),
)
Step = Callable[[RescueDialog], object]


def found(count: int) -> Salvaged:
    offers = []
    for number in range(count):
        thing, words = _WORDS[number % len(_WORDS)]
        day = TODAY - timedelta(days=number // 6) if thing is not Thing.PERSON else None
        mark = Scored(Decimal(number % 7)) if thing is Thing.ENTRY else None
        offers.append(Offer(number, thing, day, words, _CONFIDENCES[number % 4], mark, differs=number % 5 == 1))
    return Salvaged(tuple(offers), same=1204, pages=140, unread=2 if count else 0, left_out=3 if count else 0)


def step(*steps: Step, offers: int = 42, fault: StoreFault = StoreFault.DAMAGED) -> Act:
    def act(stage: Stage) -> RescueDialog:
        with_backups(stage)
        store = stage.folder / "scorecard.db"
        if fault is StoreFault.MISSING:
            store = stage.folder / "gone" / "scorecard.db"
            shutil.copytree(stage.folder / "backups", store.with_name("backups"))
        around = Around(stage.folder / "stick")
        rescue = Rescue(store, FixedClock(), around, FakeSalvaging(store, FixedClock(), found(offers)))
        dialog = RescueDialog(StoreError(fault, store), rescue, "&Quit")
        dialog.show()
        settle(dialog)
        for one in steps:
            one(dialog)
            settle(dialog)
        return dialog

    return act


def settle(dialog: RescueDialog) -> None:
    while dialog.busy:
        QTest.qWait(20)


def go_on(dialog: RescueDialog) -> None:
    dialog.primary.click()


def choose(dialog: RescueDialog) -> None:
    dialog.others.click()


def choose_empty(dialog: RescueDialog) -> None:
    table = dialog.page.table  # type: ignore[union-attr]
    table.setCurrentCell(table.rowCount() - 1, 0)
    dialog.primary.click()


RESCUE_SCENES = (
    Scene("rescue", step(), front=True),
    Scene("rescue-sources", step(choose), front=True),
    Scene("rescue-offers", step(go_on), front=True),
    Scene("rescue-offers-overfull", step(go_on, offers=5000), front=True),
    Scene("rescue-no-offers", step(go_on, offers=0), front=True),
    Scene("rescue-empty", step(choose, choose_empty), front=True),
    Scene("rescue-missing", step(fault=StoreFault.MISSING), front=True),
)
