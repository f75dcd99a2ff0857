"""Two become one, somebody is let go, contacts come in and go out: by keys and clicks, with the store as witness."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.profiles import PersonField
from scorecard.services.people.list_page import PersonRow
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab import person_deeds
from scorecard.ui.people_tab.contacts_dialog import ContactsDialog
from scorecard.ui.people_tab.contacts_page import ContactsPage
from scorecard.ui.people_tab.delete_dialog import DeleteDialog
from scorecard.ui.people_tab.export_dialog import ExportDialog
from scorecard.ui.people_tab.merge_dialog import MergeDialog
from tests.ui.people_tab.conftest import Known

TABLE = "name,email,company,birthday\nAna,ana@x.example,Fabrikam,\nZoë,zoe@x.example,,\n"


@pytest.fixture
def desk(services: Services) -> Desk:
    desk = Desk()
    desk.attach(services)
    return desk


@pytest.fixture
def said(desk: Desk) -> list[str]:
    sentences: list[str] = []
    desk.said.connect(sentences.append)
    return sentences


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> QWidget:
    window = QWidget()
    desk.setParent(window)
    qtbot.addWidget(window)
    return window


def row_of(services: Services, name: str) -> PersonRow:
    return next(row for row in services.people.rows() if row.name == name)


def names(services: Services) -> list[str]:
    return [row.name for row in services.people.rows()]


# Two become one -----------------------------------------------------------------------------------------------------


@pytest.fixture
def merging(services: Services, desk: Desk, window: QWidget, known: Known) -> MergeDialog:
    known("Cassandra Kelly", role="CIO")
    known("Ana Lima", 3)
    cass = known("Cass Kelly", 5, role="Director")
    services.people.profiles.write(cass, PersonField.EMAIL, "cass@x.example")
    person_deeds.merge(desk, window, row_of(services, "Cass Kelly"))
    dialog = window.findChild(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    return dialog


def test_who_is_likely_the_same_stands_first_and_what_comes_together_is_said(merging: MergeDialog) -> None:
    assert merging.other is not None
    assert merging.other.name == "Cassandra Kelly"
    text = merging.preview.toPlainText()
    assert "Cass Kelly becomes Cassandra Kelly" in text
    assert "1 time(s) you were in touch" in text or "1 time you were in touch" in text
    assert "Role: “CIO” and “Director”, both stay" in text
    assert "Email: cass@x.example" in text


def test_merging_keeps_both_and_undo_parts_them(services: Services, merging: MergeDialog, said: list[str]) -> None:
    merging.primary.click()

    kelly = row_of(services, "Cassandra Kelly")
    assert names(services) == ["Ana Lima", "Cassandra Kelly"]
    assert (kelly.role, kelly.contact.days) == ("CIO, Director", 5)
    assert said == ["Cass Kelly is Cassandra Kelly now, and both names find them. Undo parts them again."]

    services.undoing.undo()
    assert names(services) == ["Ana Lima", "Cass Kelly", "Cassandra Kelly"]


def test_the_other_name_can_stay(services: Services, merging: MergeDialog) -> None:
    merging.name.setCurrentIndex(1)
    assert "Cassandra Kelly becomes Cass Kelly" in merging.preview.toPlainText()
    merging.primary.click()

    assert names(services) == ["Ana Lima", "Cass Kelly"]


def test_the_other_one_is_searched_for(services: Services, merging: MergeDialog) -> None:
    QTest.keyClicks(merging.search, "lim")
    assert merging.ids is not None
    assert merging.name.itemText(0) == "Ana Lima"

    QTest.keyClicks(merging.search, "x")
    assert not merging.primary.isEnabled()


def test_a_long_merge_is_done_off_the_event_loop(
    services: Services, merging: MergeDialog, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from scorecard.services import merging as long_merging

    monkeypatch.setattr(long_merging, "LONG", 0)
    with qtbot.waitSignal(merging.merged):
        merging.primary.click()

    assert names(services) == ["Ana Lima", "Cassandra Kelly"]


# Somebody is let go -------------------------------------------------------------------------------------------------


@pytest.fixture
def deleting(services: Services, desk: Desk, window: QWidget, known: Known) -> DeleteDialog:
    known("Ana Lima", 3)
    person_deeds.delete_for_good(desk, window, row_of(services, "Ana Lima"))
    dialog = window.findChild(DeleteDialog)
    assert isinstance(dialog, DeleteDialog)
    return dialog


def test_without_the_name_nobody_is_deleted(services: Services, deleting: DeleteDialog) -> None:
    deleting.primary.click()

    assert "Nothing was deleted" in deleting.problem.text()
    assert names(services) == ["Ana Lima"]


def test_with_the_name_they_are_gone_for_good(
    services: Services, deleting: DeleteDialog, said: list[str], qtbot: QtBot
) -> None:
    QTest.keyClicks(deleting.typed, "ana  lima")
    with qtbot.waitSignal(deleting.deleted):
        QTest.keyClick(deleting.typed, Qt.Key.Key_Return)

    assert names(services) == []
    assert said == ["Ana Lima was deleted for good."]


def test_archiving_is_offered_beside_it(services: Services, deleting: DeleteDialog) -> None:
    deleting.archive.click()

    assert row_of(services, "Ana Lima").archived
    services.undoing.undo()
    assert not row_of(services, "Ana Lima").archived


# Contacts come in ---------------------------------------------------------------------------------------------------


@pytest.fixture
def bring(desk: Desk, window: QWidget, qtbot: QtBot, tmp_path: Path) -> Callable[[str], ContactsDialog]:
    def read(text: str) -> ContactsDialog:
        file = tmp_path / "contacts.csv"
        file.write_text(text, encoding="utf-8")
        dialog = ContactsDialog(desk, window, ("client",), file)
        dialog.open()
        qtbot.waitUntil(lambda: not dialog.busy)
        return dialog

    return read


def page_of(dialog: ContactsDialog) -> ContactsPage:
    assert isinstance(dialog.page, ContactsPage)
    return dialog.page


def cell(page: ContactsPage, row: int, column: int) -> str:
    item = page.table.item(row, column)
    assert item is not None
    return item.text()


Bring = Callable[[str], ContactsDialog]


def test_contacts_come_in_with_their_groups_and_undo_takes_them_out(
    services: Services, bring: Bring, qtbot: QtBot
) -> None:
    dialog = bring(TABLE)
    page = page_of(dialog)
    page.groups.boxes["client"].click()
    with qtbot.waitSignal(dialog.imported):
        dialog.primary.click()

    assert [(row.name, row.groups) for row in services.people.rows()] == [("Ana", ("client",)), ("Zoë", ("client",))]
    services.undoing.undo()
    assert names(services) == []


def test_it_is_shown_what_each_column_is(bring: Bring) -> None:
    words = page_of(bring(TABLE)).notes.toPlainText()

    assert "name → Name · email → Email · company → Organisation" in words
    assert "Not used: birthday" in words


def test_who_is_known_stays_or_is_filled_in(services: Services, known: Known, bring: Bring, qtbot: QtBot) -> None:
    ana = known("Ana", organisation="Northwind")
    dialog = bring(TABLE)
    page = page_of(dialog)
    assert (cell(page, 0, 3), page.receipt.added) == ("Here, stays as it is", 1)

    page.known.cells[1].click()
    assert (cell(page, 0, 3), page.receipt.filled) == ("Gets Email", 1)
    with qtbot.waitSignal(dialog.imported):
        dialog.primary.click()

    profile = services.people.page(ana).profile  # type: ignore[union-attr]
    assert (profile.email, profile.organisation) == ("ana@x.example", "Northwind")


def test_space_leaves_somebody_out_and_nobody_is_nothing_to_import(services: Services, bring: Bring) -> None:
    dialog = bring(TABLE)
    table = page_of(dialog).table
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert cell(page_of(dialog), 0, 3) == "Left out"

    page_of(dialog).none.click()
    assert not dialog.primary.isEnabled()


def test_a_second_import_says_that_everybody_is_here(bring: Bring, qtbot: QtBot, services: Services) -> None:
    first = bring("uid,name\n1,Ana\n")
    with qtbot.waitSignal(first.imported):
        first.primary.click()

    again = bring("uid,name\n1,Ana\n")
    assert not isinstance(again.page, ContactsPage)
    assert names(services) == ["Ana"]


def test_too_many_groups_are_said_before_anything_is_written(services: Services, bring: Bring) -> None:
    dialog = bring(TABLE)
    page_of(dialog).groups.own.setText(", ".join(map(str, range(30))))
    dialog.primary.click()

    assert dialog.problem.text()
    assert names(services) == []


def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(services: Services, bring: Bring) -> None:
    dialog = bring('name,email\n"Ana,x\n')

    shown = dialog.page
    assert shown is not None
    assert "Line 2: a quotation mark" in shown.sentence.text()  # type: ignore[attr-defined]
    assert names(services) == []


# Contacts go out ----------------------------------------------------------------------------------------------------


def test_those_shown_or_everybody_are_written(
    services: Services,
    desk: Desk,
    window: QWidget,
    known: Known,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    said: list[str],
) -> None:
    known("Ana", email="ana@x.example", notes="canary")
    known("Zoë")
    file = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    person_deeds.export_contacts(desk, window, (row_of(services, "Ana"),))
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert len(dialog.rows) == 1

    dialog.all.click()
    with qtbot.waitSignal(desk.said):
        dialog.primary.click()

    written = file.with_suffix(".vcf").read_text(encoding="utf-8")
    assert written.count("BEGIN:VCARD") == 2
    assert "canary" not in written
    assert said[0].startswith("2 contact")
    assert said[0].endswith(f" written to {file}.vcf.")


def test_a_file_that_cannot_be_written_is_told_of(
    services: Services, desk: Desk, window: QWidget, known: Known, tmp_path: Path, qtbot: QtBot
) -> None:
    known("Ana")
    person_deeds.export_cards(desk, window, (row_of(services, "Ana"),))
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.write(tmp_path / "gone" / "x.vcf")
    qtbot.waitUntil(lambda: bool(dialog.problem.text()))

    assert "not there any more" in dialog.problem.text()
