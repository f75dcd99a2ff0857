"""A table that does not tell how it is meant: somebody says so, by keys, and never has to say it again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from scorecard.services.importing import Importing
from scorecard.services.importing_tables import Role, Several, Shape, TableBook
from scorecard.ui.import_dialog.dialog import ImportDialog
from scorecard.ui.import_dialog.mapping_page import MappingPage
from scorecard.ui.import_dialog.plan_page import PlanPage
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.empty_state import EmptyState
from tests.fake_clock import FixedClock
from tests.formats.foreign_files import RED_NOTEBOOK
from tests.importing_files import content_of, count_of, new_store, table_file

AMBIGUOUS = "Date,Calls\n1/2/2026,3\n3/4/2026,4\n"
TWICE = "Date,Calls\n2026-03-02,3\n2026-03-02,4\n2026-03-03,1\n"

Opened = Callable[..., ImportDialog]


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock) -> Path:
    return new_store(tmp_path, clock)


@pytest.fixture
def book(tmp_path: Path) -> TableBook:
    return TableBook(tmp_path / "config" / "tables.json")


@pytest.fixture
def opened(qtbot: QtBot, store: Path, clock: FixedClock, book: TableBook) -> Opened:
    def dialog(file: Path | None = None) -> ImportDialog:
        made = ImportDialog(Importing(store, clock), None, file, book)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: not made.busy)
        return made

    return dialog


def written(folder: Path, text: str, name: str = "table.csv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def mapping_page(qtbot: QtBot, dialog: ImportDialog) -> MappingPage:
    qtbot.waitUntil(lambda: isinstance(dialog.page, MappingPage))
    page = dialog.page
    assert isinstance(page, MappingPage)
    qtbot.waitUntil(lambda: not page.busy)
    return page


def chosen(qtbot: QtBot, box: ChoiceBox, key: str) -> None:
    """Goes to the option by the keyboard, as on the closed box."""
    box.setFocus()
    for _ in range(box.count()):
        qtbot.keyClick(box, Qt.Key.Key_Home if box.currentIndex() else Qt.Key.Key_Down)
        if not box.currentIndex():
            break
    while box.currentData() != key:
        qtbot.keyClick(box, Qt.Key.Key_Down)


def in_front(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Where it hears of its shortcuts."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def go_on(qtbot: QtBot, dialog: ImportDialog) -> PlanPage:
    dialog.primary.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert isinstance(dialog.page, PlanPage)
    return dialog.page


def test_dates_of_which_nothing_tells_which_part_is_the_month_are_asked_about(
    qtbot: QtBot, opened: Opened, tmp_path: Path, store: Path
) -> None:
    dialog = opened(written(tmp_path, AMBIGUOUS))
    page = mapping_page(qtbot, dialog)
    assert dialog.title.text() == "How is table.csv to be read?"
    assert page.sentence.text() == "Line 2: the dates may be day first or month first. Choose how dates are written."
    assert not dialog.primary.isEnabled()

    chosen(qtbot, page.fields.form, "m/d/yyyy")
    page = mapping_page(qtbot, dialog)
    assert page.sentence.text() == "1 measure(s), 2 day(s), 2 Jan 2026 to 4 Mar 2026."
    go_on(qtbot, dialog)
    with qtbot.waitSignal(dialog.imported):
        dialog.primary.click()

    assert [(row[0], row[2:4]) for row in content_of(store)["entry"]] == [
        ("2026-01-02", ("scored", 3000)),
        ("2026-03-04", ("scored", 4000)),
    ]


def test_what_was_chosen_holds_for_the_next_table_with_these_columns(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    dialog = opened(written(tmp_path, AMBIGUOUS))
    chosen(qtbot, mapping_page(qtbot, dialog).fields.form, "m/d/yyyy")
    mapping_page(qtbot, dialog)
    go_on(qtbot, dialog)

    again = opened(written(tmp_path, "Date,Calls\n5/6/2026,7\n", "next.csv"))

    assert isinstance(again.page, PlanPage)
    assert again.page.heading.text() == "next.csv · 6 May 2026"
    assert "chosen for such a table before" in again.page.notes.toPlainText()


def test_a_table_is_read_another_way_from_its_plan(qtbot: QtBot, opened: Opened, tmp_path: Path, store: Path) -> None:
    dialog = opened(table_file(tmp_path, {"Calls": [3, 4], "Words": ["well", "bad"]}))
    assert dialog.also.text() == "Read it another &way…"

    in_front(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    page = mapping_page(qtbot, dialog)
    qtbot.keyClick(page.preview, Qt.Key.Key_Right)
    qtbot.keyClick(page.preview, Qt.Key.Key_Right)
    assert page.role_label.text() == "The col&umn “Words” is"
    chosen(qtbot, page.role, Role.DIARY.value)
    mapping_page(qtbot, dialog)
    go_on(qtbot, dialog)
    with qtbot.waitSignal(dialog.imported):
        dialog.primary.click()

    assert count_of(store, "measure") == 1
    assert count_of(store, "reflection") == 2


def test_what_a_day_with_several_rows_means_is_asked(qtbot: QtBot, opened: Opened, tmp_path: Path, store: Path) -> None:
    dialog = opened(written(tmp_path, TWICE))
    page = mapping_page(qtbot, dialog)
    assert page.sentence.text() == "Line 3: the day is there again. Choose what a day with several rows means."

    chosen(qtbot, page.fields.several, Several.SUM.value)
    mapping_page(qtbot, dialog)
    go_on(qtbot, dialog)
    with qtbot.waitSignal(dialog.imported):
        dialog.primary.click()

    assert [row[3] for row in content_of(store)["entry"]] == [7000, 1000]


def test_a_table_without_a_day_says_what_is_missing_until_it_is_said(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    dialog = opened(written(tmp_path, "a,b\n1,20260302\n2,20260303\n"))
    page = mapping_page(qtbot, dialog)
    qtbot.keyClick(page.preview, Qt.Key.Key_Right)
    chosen(qtbot, page.role, Role.IGNORED.value)
    page = mapping_page(qtbot, dialog)
    assert page.sentence.text().startswith("Choose the column that holds the day")
    assert not dialog.primary.isEnabled()

    chosen(qtbot, page.role, Role.DAY.value)
    chosen(qtbot, page.fields.form, "20260302")
    page = mapping_page(qtbot, dialog)

    assert page.sentence.text() == "1 measure(s), 2 day(s), 2 Mar 2026 to 3 Mar 2026."
    assert dialog.primary.isEnabled()


def test_space_in_the_preview_asks_what_the_column_is(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    page = mapping_page(qtbot, opened(written(tmp_path, AMBIGUOUS)))

    qtbot.keyClick(page.preview, Qt.Key.Key_Space)

    assert page.role.view().isVisible()
    page.role.hidePopup()


def test_another_shape_begins_with_what_is_likeliest_and_keeps_the_rest(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    text = "When,What,Much\n" + "".join(f"1/{day}/2026,Run,{day}\n1/{day}/2026,Read,1\n" for day in range(1, 4))
    page = mapping_page(qtbot, dialog := opened(written(tmp_path, text)))
    chosen(qtbot, page.fields.form, "m/d/yyyy")

    chosen(qtbot, page.fields.shape, Shape.LONG.value)

    page = mapping_page(qtbot, dialog)
    assert page.sentence.text() == "2 measure(s), 3 day(s), 1 Jan 2026 to 3 Jan 2026."
    assert page.mapping.roles == (Role.DAY, Role.NAME, Role.VALUE)


def test_the_first_rows_stand_under_their_names_and_what_they_are(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    rows = "".join(f"1/{day}/2026,{day}\n" for day in range(1, 13)) * 4
    page = mapping_page(qtbot, opened(written(tmp_path, f"A title,\nDate,Calls\n{rows}")))

    headings = [page.preview.horizontalHeaderItem(column) for column in range(page.preview.columnCount())]
    assert [heading.text() for heading in headings if heading is not None] == ["Date\nthe day", "Calls\na measure"]
    assert page.preview.rowCount() == 20


def test_the_newest_choice_counts_when_keys_come_quickly(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    dialog = opened(written(tmp_path, TWICE))
    page = mapping_page(qtbot, dialog)

    for several in (Several.SUM, Several.FIRST, Several.LAST, Several.MEAN):
        box = page.fields.several
        box.setCurrentIndex(box.findData(several.value))
        box.activated.emit(box.currentIndex())
    page = mapping_page(qtbot, dialog)

    assert page.outcome is not None
    assert next(str(entry.mark) for entry in page.outcome.entries) == "Scored(value=Decimal('3.5'))"


def test_everything_can_be_reached_by_keys_and_has_a_name(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    dialog = opened(written(tmp_path, AMBIGUOUS))
    page = mapping_page(qtbot, dialog)
    dialog.activateWindow()
    page.preview.setFocus()

    visited: list[QWidget] = []
    while (now := dialog.focusWidget()) not in visited:
        visited.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)

    fields = page.fields
    assert {page.preview, page.role, fields.shape, fields.separator, fields.header, fields.form, fields.point,
            fields.several, dialog.secondary} <= set(visited)  # fmt: skip
    assert fields.encoding not in visited
    assert page.preview.accessibleName()
    assert page.preview.accessibleDescription() == page.sentence.text()


def test_leaving_changes_nothing_and_remembers_nothing(
    qtbot: QtBot, opened: Opened, tmp_path: Path, store: Path
) -> None:
    before = content_of(store)
    dialog = opened(written(tmp_path, AMBIGUOUS))
    mapping_page(qtbot, dialog)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert content_of(store) == before
    assert not (tmp_path / "config").exists()


def diary(folder: Path) -> Path:
    place = folder / "diary"
    place.mkdir()
    for name, text in RED_NOTEBOOK.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def test_a_diary_that_is_a_folder_is_chosen_as_one(
    qtbot: QtBot, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = diary(tmp_path)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(folder))
    dialog = opened()

    in_front(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)

    qtbot.waitUntil(lambda: isinstance(dialog.page, PlanPage))
    assert dialog.title.text() == "Import from: RedNotebook"


def dropped(dialog: ImportDialog, *paths: Path) -> bool:
    """Whether the dialog takes what is dropped on it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, left, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(dialog.rect().center(), action, mime, left, keys)
    QApplication.sendEvent(dialog, entering)
    if entering.isAccepted():
        QApplication.sendEvent(dialog, QDropEvent(QPointF(dialog.rect().center()), action, mime, left, keys))
    return entering.isAccepted()


def test_what_is_dropped_on_the_dialog_is_read(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    dialog = opened()
    assert isinstance(dialog.page, EmptyState)

    assert not dropped(dialog, tmp_path / "a", tmp_path / "b")
    assert dropped(dialog, diary(tmp_path))
    qtbot.waitUntil(lambda: not dialog.busy)
    assert isinstance(dialog.page, PlanPage)

    assert dropped(dialog, written(tmp_path, AMBIGUOUS))
    mapping_page(qtbot, dialog)
