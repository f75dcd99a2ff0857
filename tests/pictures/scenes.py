"""The states of the window that are worth a picture."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.ui.import_dialog.dialog import ImportDialog
from scorecard.ui.import_dialog.plan_table import PlanTable
from scorecard.ui.main_window import PROGRESS
from scorecard.ui.widgets.notice_sign import NoticeTone
from tests.fake_clock import FixedClock
from tests.formats.foreign_files import LOOP_ZIP, daylio_backup
from tests.formats.zip_files import locked, packed
from tests.pictures.away_scenes import AWAY_SCENES
from tests.pictures.backup_scenes import BACKUP_SCENES
from tests.pictures.between_scenes import BETWEEN_SCENES
from tests.pictures.card_scenes import CARD_SCENES
from tests.pictures.checkin_scenes import CHECKIN_SCENES
from tests.pictures.contact_scenes import CONTACT_SCENES
from tests.pictures.elsewhere_scenes import ELSEWHERE_SCENES
from tests.pictures.export_scenes import EXPORT_SCENES
from tests.pictures.find_scenes import FIND_SCENES
from tests.pictures.finishing_scenes import FINISHING_SCENES
from tests.pictures.goal_scenes import GOAL_SCENES
from tests.pictures.guided_scenes import GUIDED_SCENES
from tests.pictures.own_store_scenes import OWN_STORE_SCENES
from tests.pictures.people_scenes import PEOPLE_SCENES
from tests.pictures.progress_scenes import PROGRESS_SCENES
from tests.pictures.promise_scenes import PROMISE_SCENES
from tests.pictures.reflection_scenes import REFLECTION_SCENES
from tests.pictures.rescue_scenes import RESCUE_SCENES
from tests.pictures.review_scenes import REVIEW_SCENES
from tests.pictures.stage import CHART, TODAY, Act, Scene, Stage, draw_progress, front


def finish(stage: Stage) -> None:
    stage.services.scoring.fill_and_finish(TODAY, {})
    stage.window.scorecard.refresh()


def write_note(stage: Stage) -> None:
    stage.enter("m2")
    stage.keys(Qt.Key.Key_M)
    row = stage.window.scorecard.row_of("m2")
    assert row is not None
    assert row.note_editor is not None
    row.note_editor.setPlainText(
        "Two forms merged into one.\nNeal called back himself: the second form was the problem."
    )


def type_nonsense(stage: Stage) -> None:
    stage.enter("m1")
    stage.keys("x", Qt.Key.Key_Return)


def go_to_progress(stage: Stage) -> None:
    stage.window.go_to_page(PROGRESS)
    draw_progress(stage.commands.progress)


def show_table(stage: Stage) -> None:
    go_to_progress(stage)
    QTest.qWait(CHART)
    stage.commands.progress.cards.week.toggle.click()


def point_at_a_day(stage: Stage) -> None:
    go_to_progress(stage)
    QTest.qWait(CHART)
    stage.commands.progress.cards.week.canvas.setFocus(Qt.FocusReason.TabFocusReason)


def pick_a_day(stage: Stage) -> None:
    stage.window.scorecard.choose_day()


def show_history(stage: Stage) -> None:
    for value in ("1", "3", "2"):
        stage.enter("m3")
        stage.keys(value)
        stage.enter("m1")
    stage.window.scorecard.show_history("m3")


def open_row_menu(stage: Stage) -> QMenu:
    from scorecard.ui.scorecard_tab.row_menu import show_row_menu

    row = stage.window.scorecard.row_of("m2")
    assert row is not None
    return show_row_menu(row, row.mapToGlobal(QPoint(200, 20)), lambda: None)


def open_submenu(stage: Stage) -> QMenu:
    menu = stage.commands.menu.menu.actions()[1].menu()
    assert isinstance(menu, QMenu)
    menu.popup(stage.window.mapToGlobal(QPoint(300, 100)))
    return menu


def edit_measure(stage: Stage) -> None:
    from scorecard.ui.card_dialogs.measure_editor import MeasureDialog

    MeasureDialog(stage.window.desk, stage.window, "m4", TODAY).open()


def refuse_a_tenth(stage: Stage) -> None:
    stage.commands.add_measure()
    dialog = front()
    dialog.fields.name.setText("A tenth measure")  # type: ignore[attr-defined]
    dialog.save()  # type: ignore[attr-defined]


def read_in(stage: Stage, file: Path) -> None:
    stage.commands.import_file(file)
    dialog = stage.window.findChild(ImportDialog)
    assert dialog is not None
    while dialog.busy:
        QTest.qWait(20)


def import_a_table(stage: Stage) -> None:
    file = stage.folder / "habits.csv"
    days = [TODAY - timedelta(days=n) for n in range(40)]
    lines = [f"{day.isoformat()},{n % 4},{(7 * n) % 90},{'yes' if n % 3 else 'no'}" for n, day in enumerate(days)]
    file.write_text("Date,Calls made,Deep work,Walked\n" + "\n".join(lines) + "\n", encoding="utf-8")
    read_in(stage, file)


def map_a_table(stage: Stage) -> None:
    """As a spreadsheet saves it: a title above, a total below, dates that may be read two ways."""
    file = stage.folder / "Tagebuch.csv"
    lines = [
        f"{1 + n % 12}/{1 + n // 12}/2026;{n % 4};{80 + n % 3},{n % 10};slept well, and went to work" for n in range(40)
    ]
    text = "My diary;;;\nTag;Anrufe;Gewicht (kg);Bemerkung\n" + "\n".join(lines) + "\nSumme;60;3200,5;\n"
    file.write_text(text, encoding="cp1252")
    read_in(stage, file)


def wish_otherwise(stage: Stage) -> None:
    """The editor of a measure in the file, which is to be counted in another way."""
    from scorecard.ui.import_dialog.wish_dialog import WishDialog

    import_a_table(stage)
    table = stage.window.findChild(PlanTable)
    assert table is not None
    table.choose(1)
    table.edit_wanted.emit()
    editor = front()
    assert isinstance(editor, WishDialog)
    for _ in range(3):
        QTest.keyClick(editor.fields.kind, Qt.Key.Key_Right)
    while not editor.panel.at_rest:
        QTest.qWait(20)


def import_a_diary(stage: Stage) -> None:
    read_in(stage, daylio_backup(stage.folder / "diary.daylio"))


def import_a_broken_archive(stage: Stage) -> None:
    read_in(stage, locked(packed(stage.folder / "Loop Habits CSV.zip", LOOP_ZIP)))


def import_a_stranger(stage: Stage) -> None:
    file = stage.folder / "letter.csv"
    file.write_text("Dear Sir or Madam,\nthis is no table at all.\n", encoding="utf-8")
    read_in(stage, file)


def ask_what_to_import(stage: Stage) -> None:
    from scorecard.services.importing import Importing

    ImportDialog(Importing(stage.folder / "scorecard.db", FixedClock()), stage.window).open()


def open_shortcuts_small(stage: Stage) -> None:
    stage.window.resize(1024, 640)
    stage.commands.looks.open_shortcuts()


def incident(fault: StoreFault) -> Act:
    store = Path("/home/ann/.local/share/scorecard/scorecard.db")

    def show(stage: Stage) -> QWidget:
        from scorecard.ui.incident_dialog import IncidentDialog

        dialog = IncidentDialog(StoreError(fault, store, found=2, known=1))
        dialog.open()
        return dialog

    return show


def offer_today(stage: Stage) -> None:
    stage.window.offer("A new day has begun: Saturday, 21 November.", "Go to today", str)


def warn(stage: Stage) -> None:
    sentence = "This store can only be read here. You can look at everything; nothing can be entered."
    stage.window.notice.show_notice(sentence, NoticeTone.WARNING)


def crash(stage: Stage) -> None:
    stage.window.report_crash("ValueError\nscorecard/ui/main_window.py:12 in show\nscorecard/ui/desk.py:34 in do")


SCENES = (
    *PROGRESS_SCENES,
    *REVIEW_SCENES,
    *PROMISE_SCENES,
    *REFLECTION_SCENES,
    *FINISHING_SCENES,
    *GOAL_SCENES,
    *PEOPLE_SCENES,
    *BETWEEN_SCENES,
    *ELSEWHERE_SCENES,
    *EXPORT_SCENES,
    *OWN_STORE_SCENES,
    *CONTACT_SCENES,
    *GUIDED_SCENES,
    *CARD_SCENES,
    *CHECKIN_SCENES,
    *AWAY_SCENES,
    *BACKUP_SCENES,
    *RESCUE_SCENES,
    *FIND_SCENES,
    Scene("scorecard", lambda stage: None),
    Scene("scorecard-empty", lambda stage: None, "empty"),
    Scene("scorecard-finished", finish),
    Scene("scorecard-future", lambda stage: stage.window.open_day(date(2026, 11, 21))),
    Scene("scorecard-weekend", lambda stage: stage.window.open_day(date(2026, 11, 15))),
    Scene("scorecard-overfull", lambda stage: None, "overfull"),
    Scene("scorecard-refusal", type_nonsense),
    Scene("scorecard-note", write_note),
    Scene("scorecard-notice", offer_today),
    Scene("scorecard-warning", warn),
    Scene("scorecard-error", lambda stage: stage.window.show_error(StoreError(StoreFault.FULL, stage.folder))),
    Scene("progress", go_to_progress),
    Scene("progress-pointed", point_at_a_day),
    Scene("progress-empty", go_to_progress, "empty"),
    Scene("progress-table", show_table),
    Scene("progress-overfull", go_to_progress, "overfull"),
    Scene("explanation", lambda stage: stage.window.scorecard.explain(), front=True),
    Scene("explanation-overfull", lambda stage: stage.window.scorecard.explain(), "overfull", front=True),
    Scene("explanation-week", lambda stage: stage.commands.explain_week(stage.window.scorecard.page.week), front=True),
    Scene("history", show_history, front=True),
    Scene("history-none", lambda stage: stage.window.scorecard.show_history("m6"), front=True),
    Scene("day-picker", pick_a_day, front=True),
    Scene("row-menu", open_row_menu, front=True),
    Scene("menu-edit", open_submenu, front=True),
    Scene("measure", edit_measure, front=True),
    Scene("measure-new", lambda stage: stage.commands.add_measure(), front=True),
    Scene("measure-tenth", refuse_a_tenth, "overfull", front=True),
    Scene("settings", lambda stage: stage.commands.open_settings(), front=True),
    Scene("shortcuts", lambda stage: stage.commands.looks.open_shortcuts(), front=True),
    Scene("shortcuts-small-window", open_shortcuts_small, front=True),
    Scene("about", lambda stage: stage.commands.looks.open_about(), front=True),
    Scene("import", ask_what_to_import, front=True),
    Scene("import-plan", import_a_table, front=True),
    Scene("import-mapping", map_a_table, front=True),
    Scene("import-wish", wish_otherwise, front=True),
    Scene("import-diary", import_a_diary, front=True),
    Scene("import-refused", import_a_stranger, front=True),
    Scene("import-refused-archive", import_a_broken_archive, front=True),
    Scene("incident-missing", incident(StoreFault.MISSING), front=True),
    Scene("incident-too-new", incident(StoreFault.TOO_NEW), front=True),
    Scene("crash", crash, front=True),
)  # fmt: skip
