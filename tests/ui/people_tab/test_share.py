"""What is shared of agreed measures is what was agreed, and says nothing about a person."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.services.cards import Draft
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.share import ShareDialog, open_share

FIRST_DAY = date(2026, 1, 1)
CANARY = "kept between us"


@pytest.fixture
def agreed(services: Services) -> str:
    """Ana, with whom two measures are agreed; much else is known of her."""
    services.people.profiles.add(PersonDraft("Neal Byrne"))
    ana = services.people.profiles.add(PersonDraft("Ana *Lima*", role=CANARY, notes=CANARY))
    terms = Terms(FIRST_DAY, Kind.COUNT, Direction.AT_LEAST, Decimal(3), reason=CANARY)
    calls = services.cards.add(Draft("Calls answered for Neal Byrne", terms, why=CANARY, to_whom=CANARY))
    weekly = Terms(FIRST_DAY, Kind.COUNT, Direction.AT_LEAST, Decimal(2), weekly=True)
    visits = services.cards.add(Draft("Visits", weekly))
    for measure in (calls, visits):
        services.people.agreements.agree(ana, measure, date(2026, 11, 2))
    services.people.profiles.set_review_day(ana, date(2026, 12, 1))
    return ana


@pytest.fixture
def share(services: Services, qtbot: QtBot) -> Callable[[str], ShareDialog]:
    desk = Desk()
    desk.attach(services)
    window = QWidget()
    qtbot.addWidget(window)

    def open_it(person_id: str) -> ShareDialog:
        open_share(desk, person_id, window)
        dialog = window.findChild(ShareDialog)
        assert isinstance(dialog, ShareDialog)
        return dialog

    return open_it


def test_it_says_what_was_agreed_and_when_it_is_looked_at(agreed: str, share: Callable[[str], ShareDialog]) -> None:
    share(agreed).copy.click()

    assert QApplication.clipboard().text() == (
        "# What we agreed to measure\n\n"
        "With Ana \\*Lima\\* · next review Tuesday, 1 December 2026\n\n"
        "- **Calls answered for …** · At least 3, every day · agreed Monday, 2 November 2026\n"
        "- **Visits** · At least 2 a week · agreed Monday, 2 November 2026\n"
    )


@pytest.mark.parametrize("button", ["markdown", "pdf"])
def test_a_file_of_it_holds_nothing_private(
    agreed: str, share: Callable[[str], ShareDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, button: str
) -> None:
    file = tmp_path / f"agreed.{button}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))

    dialog = share(agreed)
    getattr(dialog, button).click()

    content = file.read_bytes()
    assert len(content) > 100
    assert CANARY.encode() not in content
    assert file.stat().st_mode & 0o077 == 0
    assert str(file) in dialog.told.text()


def test_a_folder_that_is_gone_is_said(
    agreed: str, share: Callable[[str], ShareDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "gone" / "agreed.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))

    dialog = share(agreed)
    dialog.markdown.click()

    assert str(file) in dialog.problem.text()


def test_with_nothing_agreed_there_is_nothing_to_hand_out(
    services: Services, share: Callable[[str], ShareDialog]
) -> None:
    dialog = share(services.people.profiles.add(PersonDraft("Ana Lima")))
    assert not dialog.copy.isEnabled()
