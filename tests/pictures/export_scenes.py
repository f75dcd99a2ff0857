"""Exporting: what is asked, what stands in the way, and the receipt."""

from PySide6.QtWidgets import QApplication, QWidget

from scorecard.ui.export_dialog.dialog import ExportDialog
from scorecard.ui.export_dialog.fields import FORMATS
from scorecard.ui.export_dialog.wording import Time
from tests.pictures.stage import Scene, Stage, front


def ask(stage: Stage) -> ExportDialog:
    stage.commands.open_export()
    dialog = front()
    assert isinstance(dialog, ExportDialog)
    dialog.fields.place.setText("/home/ana/Documents/Scorecard 2026-11-20.json")
    return dialog


def ask_for_days(stage: Stage) -> QWidget:
    dialog = ask(stage)
    dialog.fields.format.setCurrentIndex(len(FORMATS) - 2)
    dialog.fields.time.setCurrentIndex(list(Time).index(Time.CHOSEN))
    return dialog


def refuse(stage: Stage) -> QWidget:
    dialog = ask_for_days(stage)
    assert isinstance(dialog, ExportDialog)
    dialog.fields.place.setText(f"/{'a folder with a long name/' * 5}not there/book.zip")
    _export(dialog)
    return dialog


def receive(stage: Stage) -> QWidget:
    dialog = ask(stage)
    dialog.fields.place.setText(str(stage.folder.parent / "Scorecard 2026-11-20.json"))
    dialog.fields.agreed = dialog.fields.wish.target
    _export(dialog)
    return dialog


def _export(dialog: ExportDialog) -> None:
    dialog.primary.click()
    while dialog.busy:
        QApplication.processEvents()


EXPORT_SCENES = (
    Scene("export", ask, front=True),
    Scene("export-days", ask_for_days, front=True),
    Scene("export-refused", refuse, front=True),
    Scene("export-done", receive, front=True),
)
