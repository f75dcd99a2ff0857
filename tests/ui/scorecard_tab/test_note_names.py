"""@names and #tags in the note of an entry."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from scorecard.services.people.profiles import PersonDraft
from scorecard.ui.completing.completion import Completion
from tests.ui.conftest import Choose, Person


def test_a_note_completes_names(choose: Choose, sit_down: Callable[[], Person]) -> None:
    choose("Thank-yous")
    user = sit_down()
    ana = user.services.people.profiles.add(PersonDraft("Ana Lima"))
    user.enter("Thank-yous")
    user.press(Qt.Key.Key_M)
    user.type("from @li")
    editor = user.row("Thank-yous").note_editor
    assert editor is not None
    completion = editor.findChild(Completion)
    assert completion is not None
    assert completion.offered == ("@Ana Lima",)
    user.press(Qt.Key.Key_Return)
    assert editor.isVisible()
    user.press(Qt.Key.Key_Escape)

    assert user.entry("Thank-yous").note.strip() == "from @Ana Lima"
    assert len(user.services.people.mentions(ana).hits) == 1


def test_escape_puts_the_names_away_before_the_note(choose: Choose, sit_down: Callable[[], Person]) -> None:
    choose("Thank-yous")
    user = sit_down()
    user.services.people.profiles.add(PersonDraft("Ana Lima"))
    user.enter("Thank-yous")
    user.press(Qt.Key.Key_M)
    user.type("@a")
    editor = user.row("Thank-yous").note_editor
    assert editor is not None
    user.press(Qt.Key.Key_Escape)
    assert editor.isVisible()
    user.press(Qt.Key.Key_Escape)
    assert not editor.isVisible()
