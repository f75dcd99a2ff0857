"""Alt and a letter leads to one place in a dialog, never to one of two."""

from collections import Counter

from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel

from scorecard.domain.promises import Level, Outcome
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.move_dialog import MoveDialog
from scorecard.ui.promise_dialogs.promise_editor import PromiseEditor
from scorecard.ui.promise_dialogs.settle_dialog import SettleDialog
from tests.ui.promise_dialogs.conftest import TODAY, Made, Shown, read


def twice(dialog: QDialog) -> set[str]:
    """The letters that stand for two things which can be seen."""
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None and label.isVisible()]
    buttons = [button.text() for button in dialog.findChildren(QAbstractButton) if button.isVisible()]
    plain = [text.replace("&&", "") for text in (*labels, *buttons)]
    letters = Counter(text[text.index("&") + 1].casefold() for text in plain if "&" in text)
    assert letters
    return {letter for letter, count in letters.items() if count > 1}


def test_in_the_editor_with_the_two_questions_and_with_what_leaving_asks(desk: Desk, shown: Shown) -> None:
    dialog = shown(PromiseEditor(desk, None, TODAY, read=read))
    assert not twice(dialog)
    level = dialog.fields.level
    level.show_questions()
    level.questions.vital.choose(1)
    level.questions.in_my_power.choose(0)
    assert level.questions.use.isVisible()
    assert not twice(dialog)
    dialog.fields.words.setText("Send the estimates")
    dialog.reject()
    assert dialog.notice.isVisible()
    assert not twice(dialog)


def test_in_the_dialogs_of_a_step(desk: Desk, shown: Shown, made: Made) -> None:
    item = made(level=Level.BEST_EFFORT)
    assert not twice(shown(MoveDialog(desk, None, item, TODAY, read)))
    assert not twice(shown(SettleDialog(desk, None, item, Outcome.LATE, TODAY, details=True)))
