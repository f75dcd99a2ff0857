"""People in the promise editor: whom it completes, and names in its notes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from scorecard.ui.completing.completion import Completion
from scorecard.ui.promise_dialogs.promise_editor import PromiseEditor
from tests.ui.promise_dialogs.test_promise_editor import editor as editor  # a fixture

Open = Callable[..., PromiseEditor]


def test_archived_people_are_completed_last(editor: Open, services: Services) -> None:
    add = services.people.profiles.add
    old = add(PersonDraft("Ana Abel"))
    add(PersonDraft("Ana Lima"))
    services.people.profiles.archive(old)
    completer = editor().fields.to_whom.completer()
    assert completer is not None
    model = completer.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Ana Lima", "Ana Abel"]


def test_names_are_completed_in_the_notes_of_a_promise(editor: Open, services: Services) -> None:
    services.people.profiles.add(PersonDraft("Ana Lima"))
    dialog = editor()
    notes = dialog.fields.notes
    notes.setFocus()
    QTest.keyClicks(notes, "with @an")
    assert notes.findChildren(Completion)[0].offered == ("@Ana Lima",)
    QTest.keyClick(notes, Qt.Key.Key_Tab)
    assert notes.toPlainText() == "with @Ana Lima "
    assert notes.hasFocus()


def test_names_are_completed_in_a_line_too(editor: Open, services: Services) -> None:
    services.people.profiles.add(PersonDraft("Ana Lima"))
    why = editor().fields.why
    why.setFocus()
    why.setText("\U0001f600 so that  can plan")
    why.setCursorPosition(len("xx so that "))
    QTest.keyClicks(why, "@lim")
    QTest.keyClick(why, Qt.Key.Key_Return)
    assert why.text() == "\U0001f600 so that @Ana Lima can plan"
    assert why.isVisible()
