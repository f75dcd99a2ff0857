"""F20 before a shaken person: what is safe, where to begin from, what else comes along; nothing is done unasked."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog

from scorecard.domain.backups import Backup, BackupError, BackupFault, Reason
from scorecard.domain.marks import Scored
from scorecard.domain.measures import Kind
from scorecard.domain.salvage import Confidence, Offer, Salvaged, Thing
from scorecard.services.backups import Backups
from scorecard.services.exporting_days import ExportWords
from scorecard.services.exporting_files import ExportFormat, Exports, Wish
from scorecard.services.rescuing import FOLDER, Around
from scorecard.services.services import Services
from scorecard.store.known import KnownStores
from scorecard.store.opening import Condition, check_whole, examine
from tests.fake_clock import FixedClock
from tests.fakes.salvaging import FakeSalvaging
from tests.store import bad_files
from tests.store.raw import fingerprint, hand
from tests.ui.conftest import TODAY
from tests.ui.rescue.conftest import Show, one_page_zeroed

CTRL = Qt.KeyboardModifier.ControlModifier
SURE, LIKELY, DOUBTFUL = Confidence.SURE, Confidence.LIKELY, Confidence.DOUBTFUL

BAD = (
    bad_files.empty, bad_files.truncated, bad_files.text, bad_files.header_gone, bad_files.zeros, bad_files.nothing,
    bad_files.other_program_s, one_page_zeroed,
)  # fmt: skip


def offers(*confidences: Confidence) -> Salvaged:
    names = ("Thank-yous heard", "Deep work", "Two forms merged into one")
    found = (
        Offer(n, Thing.ENTRY, TODAY - timedelta(days=n), names[n % 3], kind, Scored(Decimal(n)))
        for n, kind in enumerate(confidences)
    )
    return Salvaged(tuple(found), same=81, pages=40, unread=1)


@pytest.fixture
def fake(path: Path, clock: FixedClock) -> FakeSalvaging:
    return FakeSalvaging(path, clock, offers(SURE, LIKELY, DOUBTFUL))


def everything(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): fingerprint(file) for file in folder.rglob("*") if file.is_file()}


def entries(path: Path, clock: FixedClock) -> int:
    with closing(Services(path, clock)) as services:
        return len(services.scoring.snapshot(date(2026, 1, 1), TODAY).entries)


@pytest.mark.parametrize("spoil", BAD, ids=lambda spoil: spoil.__name__)
def test_from_any_bad_store_three_keys_lead_back_and_the_bad_one_is_kept(
    path: Path, backup: Backup, show: Show, known: KnownStores, clock: FixedClock, spoil: bad_files.Spoiling
) -> None:
    had = entries(path, clock)
    spoil(path)
    before = everything(path.parent)
    bad = before.get(path.name, "")

    shown = show()
    assert "The newest good one is of Fri 20 Nov 2026, " in shown.words
    shown.press(Qt.Key.Key_Return)
    assert everything(path.parent) == before, "nothing is done before it is told to"
    shown.press(Qt.Key.Key_Return)
    assert "Your scorecard is back" in shown.words
    shown.press(Qt.Key.Key_Return)

    assert shown.dialog.result() == QDialog.DialogCode.Accepted
    assert examine(path, known).condition is Condition.CURRENT
    check_whole(path)
    assert entries(path, clock) == had
    kept = [b for b in Backups(path, clock).listed() if b.reason.is_from_a_restore]
    assert [fingerprint(one.path) for one in kept] == ([bad] if bad else [])


@pytest.mark.parametrize("page", range(4))
def test_leaving_at_any_page_leaves_everything_as_it_was(
    path: Path, backup: Backup, show: Show, fake: FakeSalvaging, page: int
) -> None:
    one_page_zeroed(path)
    before = everything(path.parent)
    shown = show(fake)
    ways: tuple[Callable[[], None], ...] = (
        lambda: None,
        lambda: shown.click("Other ways…"),
        lambda: shown.click("Begin from this backup"),
        lambda: shown.begin_from("An empty store"),
    )
    ways[page]()

    shown.press(Qt.Key.Key_Escape)

    assert (shown.dialog.isVisible(), shown.dialog.result()) == (False, QDialog.DialogCode.Rejected)
    assert everything(path.parent) == before
    assert fake.asked == []


def test_leaving_while_the_backups_are_looked_through_waits_for_that(path: Path, backup: Backup, show: Show) -> None:
    one_page_zeroed(path)
    shown = show(settled=False)
    assert "is damaged" in shown.words
    assert str(path) in shown.words

    shown.dialog.reject()

    shown.qtbot.waitUntil(lambda: not shown.dialog.isVisible())
    assert not shown.dialog.busy


def test_what_is_sure_and_likely_is_ticked_and_what_is_doubtful_is_not(
    path: Path, backup: Backup, show: Show, fake: FakeSalvaging
) -> None:
    one_page_zeroed(path)
    shown = show(fake)
    shown.click("Begin from this backup")

    assert "2 of 3 ticked: 1 sure, 1 likely" in shown.words
    assert "You begin from the backup of Fri 20 Nov 2026, " in shown.words
    assert "3 thing(s) in the damaged file" in shown.words
    shown.click("Bring it back")

    assert fake.asked == [(fake.looked_at[0], frozenset({0, 1}))]
    assert "2 thing(s) from the damaged file" in shown.words
    assert "Ctrl+Z" in shown.words


def test_keys_tick_one_all_and_none_and_a_filter_narrows_what_is_ticked(
    path: Path, backup: Backup, show: Show, clock: FixedClock
) -> None:
    fake = FakeSalvaging(path, clock, offers(SURE, LIKELY, DOUBTFUL, DOUBTFUL, SURE))
    one_page_zeroed(path)
    shown = show(fake)
    shown.click("Begin from this backup")
    page = shown.offers
    assert page.table.hasFocus()

    shown.press(Qt.Key.Key_Space)
    assert page.accepted == {1, 4}
    shown.press(Qt.Key.Key_A, CTRL)
    assert page.accepted == {0, 1, 2, 3, 4}
    shown.press(Qt.Key.Key_A, CTRL)
    assert page.accepted == set()
    page.filter.setFocus()
    for _ in range(3):
        shown.press(Qt.Key.Key_Right)
    assert [offer.number for offer in page.offers.shown] == [2, 3]
    page.table.setFocus()
    shown.press(Qt.Key.Key_A, CTRL)
    assert page.accepted == {2, 3}, "those that are not shown keep their ticks"
    page.search.setText("two forms")
    assert [offer.number for offer in page.offers.shown] == [2]
    page.search.setText("nothing like it")
    assert "Nothing in the list is like that." in shown.words


def test_the_list_says_all_of_a_row_in_words(path: Path, backup: Backup, show: Show, clock: FixedClock) -> None:
    offer = Offer(0, Thing.ENTRY, TODAY, "Deep\nwork", DOUBTFUL, Scored(Decimal(90)), differs=True, kind=Kind.DURATION)
    one_page_zeroed(path)
    shown = show(FakeSalvaging(path, clock, Salvaged((offer,))))
    shown.click("Begin from this backup")
    model = shown.offers.offers

    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == ["Fri 20 Nov 2026", "Value, changed", "Deep work", "1:30", "Please check"]
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Fri 20 Nov 2026, Value, changed, Deep work, 1:30, Please check, not ticked"
    assert "It takes the place of another one." in shown.words


def test_back_keeps_what_was_ticked_and_looks_only_once(
    path: Path, backup: Backup, show: Show, fake: FakeSalvaging
) -> None:
    one_page_zeroed(path)
    shown = show(fake)
    shown.click("Begin from this backup")
    shown.press(Qt.Key.Key_Space)
    shown.click("Back")
    assert shown.sources[0] == "Newest good backup (recommended)"
    shown.click("Back")
    assert "What happened, and what is safe" in shown.words
    shown.click("Begin from this backup")

    assert shown.offers.accepted == {1}
    assert len(fake.looked_at) == 1


def test_an_older_backup_is_looked_through_before_it_is_begun_from(
    path: Path, backup: Backup, show: Show, clock: FixedClock, fake: FakeSalvaging
) -> None:
    Backups(path, clock).make(Reason.REQUEST)
    content = backup.path.read_bytes()
    backup.path.write_bytes(content.replace(b"Two forms merged", b"Two forms mergeb"))
    one_page_zeroed(path)
    shown = show(fake)
    shown.begin_from("Older backup")

    assert "Where shall it begin from?" in shown.words
    assert "is damaged, so it was not restored" in shown.dialog.problem.text()
    assert fake.looked_at == []


def test_a_newest_backup_that_is_damaged_is_passed_over_and_counted(
    path: Path, backup: Backup, show: Show, clock: FixedClock
) -> None:
    newer = Backups(path, clock).make(Reason.REQUEST)
    newer.path.write_bytes(newer.path.read_bytes().replace(b"Two forms merged", b"Two forms mergeb"))
    one_page_zeroed(path)

    shown = show()

    assert "There are 1 backup(s)" in shown.words
    assert "1 more can't be used" in shown.words


def test_an_empty_store_is_asked_for_twice_and_enter_alone_does_not_make_it(
    path: Path, backup: Backup, show: Show, clock: FixedClock
) -> None:
    one_page_zeroed(path)
    bad = fingerprint(path)
    shown = show()
    shown.begin_from("An empty store")
    assert "Really begin with an empty store?" in shown.words
    shown.press(Qt.Key.Key_Return)
    assert shown.sources[-1] == "An empty store"
    assert fingerprint(path) == bad

    shown.click("Next")
    shown.click("Start empty")

    assert "A new, empty store stands in its place." in shown.words
    assert entries(path, clock) == 0
    assert fingerprint(Backups(path, clock).listed()[0].path) == bad


def test_without_any_backup_what_can_be_read_is_proposed(path: Path, show: Show, clock: FixedClock) -> None:
    had = entries(path, clock)
    bad_files.header_gone(path)
    shown = show()
    assert "There is no good backup" in shown.words

    shown.click("See what can be read")
    shown.press(Qt.Key.Key_A, CTRL)
    if len(shown.offers.accepted) < len(shown.offers.offers.shown):
        shown.press(Qt.Key.Key_A, CTRL)
    shown.click("Bring it back")

    assert "with" in shown.words
    assert entries(path, clock) == had


def test_nothing_ticked_of_what_can_be_read_is_no_way_back(path: Path, show: Show, fake: FakeSalvaging) -> None:
    one_page_zeroed(path)
    fake.found = offers(DOUBTFUL)
    shown = show(fake)
    shown.click("See what can be read")
    shown.click("Bring it back")

    assert "Tick at least one line" in shown.dialog.problem.text()
    assert fake.asked == []


def test_a_store_that_is_gone_can_be_put_back_by_hand(path: Path, show: Show) -> None:
    path.unlink()
    shown = show()
    assert "is gone" in shown.words

    assert "Begin from this backup" not in shown.buttons
    shown.click("Try again")

    assert shown.dialog.result() == QDialog.DialogCode.Accepted
    assert not path.exists()


def test_a_backup_in_the_second_folder_is_found_and_one_that_is_away_is_said(
    path: Path, backup: Backup, home: Path, show: Show, fake: FakeSalvaging
) -> None:
    with hand(path) as stranger:
        (store_id,) = stranger.execute("SELECT store_id FROM store").fetchone()
    place = home / "stick" / f"scorecard-backups-{store_id[-8:]}"
    place.parent.mkdir()
    shutil.move(backup.path.parent, place)
    one_page_zeroed(path)
    shown = show(fake, Around(home / "stick", store_id))
    shown.begin_from("Backup in the second folder")
    assert fake.looked_at[0] is not None
    assert fake.looked_at[0].path == place / backup.path.name

    away = show(fake, Around(home / "not there", store_id))
    assert "The second folder is not there now" in away.words


def test_an_export_becomes_a_store_and_a_conflict_copy_is_left_as_it_is(
    path: Path, home: Path, show: Show, clock: FixedClock
) -> None:
    had = entries(path, clock)
    copy = path.with_name("scorecard (conflicted copy).db")
    shutil.copy(path, copy)
    exported = home / "Scorecard 2026-11-20.json"
    Exports(path, clock, ExportWords()).write(Wish(ExportFormat.JSON, exported), lambda *_: None, lambda: False)
    before = fingerprint(copy)
    bad_files.zeros(path)
    shown = show(around=Around(exports=(home,)))
    assert "Also found: 1 other store(s), 1 export(s)" in shown.words
    shown.begin_from("Another store: scorecard (conflicted copy).db")
    shown.click("Back")
    shown.begin_from("Export: Scorecard 2026-11-20.json")
    shown.click("Bring it back")

    assert "It was made from Scorecard 2026-11-20.json" in shown.words
    shown.click("Go on")
    assert entries(path, clock) == had
    assert fingerprint(copy) == before
    assert not (path.parent / FOLDER).exists()
    check_whole(path)


def test_a_chosen_file_that_is_none_of_ours_is_refused_in_words(
    path: Path, show: Show, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = home / "letter.json"
    letter.write_text("{}")
    one_page_zeroed(path)
    shown = show()
    shown.click("Other ways…")
    for file in (letter, path):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, file=file: (str(file), ""))
        shown.click("Another file…")
        assert "neither another Scorecard store nor an export" in shown.dialog.problem.text()


def test_a_look_that_fails_or_is_stopped_leads_back_to_the_choice(
    path: Path, backup: Backup, show: Show, fake: FakeSalvaging
) -> None:
    one_page_zeroed(path)
    fake.refuses = [BackupError(BackupFault.FULL, path.parent)]
    shown = show(fake)
    shown.click("Begin from this backup")
    assert shown.dialog.problem.text()
    assert shown.sources

    fake.waits = True
    shown.dialog.primary.click()
    shown.dialog.reject()
    shown.settle()
    assert "Stopped. Everything is as it was before." in shown.dialog.problem.text()
    assert shown.dialog.isVisible()


def test_doing_it_that_fails_leads_back_to_the_list_with_its_ticks(
    path: Path, backup: Backup, show: Show, fake: FakeSalvaging
) -> None:
    one_page_zeroed(path)
    shown = show(fake)
    shown.click("Begin from this backup")
    shown.press(Qt.Key.Key_Space)
    fake.refuses = [BackupError(BackupFault.FULL, path.parent)]
    shown.click("Bring it back")

    assert shown.offers.accepted == {1}
    assert shown.dialog.problem.text()
    assert shown.dialog.rebuilt is None


def test_after_it_is_done_leaving_is_going_on_and_the_folder_can_be_opened(
    path: Path, backup: Backup, show: Show, fake: FakeSalvaging, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()))
    one_page_zeroed(path)
    shown = show(fake)
    shown.click("Begin from this backup")
    shown.click("Bring it back")
    shown.click("Open its folder")
    assert opened == [str(path.parent / "backups")]

    shown.press(Qt.Key.Key_Escape)
    assert shown.dialog.result() == QDialog.DialogCode.Accepted


def test_thousands_of_offers_are_shown_without_saying_each(
    path: Path, backup: Backup, show: Show, clock: FixedClock
) -> None:
    one_page_zeroed(path)
    shown = show(FakeSalvaging(path, clock, offers(*[SURE] * 5000)))
    shown.click("Begin from this backup")
    model = shown.offers.offers

    assert model.rowCount() == 5000
    assert len(model._rows) < 100
    shown.press(Qt.Key.Key_A, CTRL)
    assert "0 of 5000 ticked" in shown.words
