"""A form that is saved as a whole: it grows with what is said in it, and what was typed is not lost by one Escape."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.ui.card_dialogs.scroll_column import ScrollColumn
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.words.errors import say_error


class EditorDialog(Dialog):
    """Those who inherit put the form into `columns`, and say whether it is `changed` and how it is saved."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(title, tr("&Save"), tr("&Cancel"), parent)
        self.notice = NoticeBar(self)
        self.columns: list[ScrollColumn] = []
        # Cancel is meant; Escape and the window's own button may not be.
        self.secondary.clicked.disconnect(self.reject)
        self.secondary.clicked.connect(self.discard)

    @property
    def changed(self) -> bool:
        raise NotImplementedError

    def save(self) -> None:
        """Saves and closes, or says beside the field what is in the way."""
        raise NotImplementedError

    def refuse(self, error: KnownError) -> None:
        self.notice.show_notice(say_error(error, tr), NoticeTone.ERROR)
        self.grow()

    def finish(self) -> None:
        """Everything is saved."""
        super().accept()

    def discard(self) -> None:
        super().reject()

    def grow(self) -> None:
        """Makes room for what came, as far as the screen has it; never less than the user gave."""
        layout = self.layout()
        assert layout is not None, "every dialog has one"
        for column in self.columns:
            column.settle()
        layout.activate()
        room = self.screen().availableGeometry().height()
        width = max(self.width(), self.minimumWidth())
        by_width = layout.hasHeightForWidth()
        wanted = layout.totalHeightForWidth(width) if by_width else layout.totalSizeHint().height()
        if wanted > self.height():
            self.resize(self.width(), min(wanted, room))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.grow()

    @override
    def accept(self) -> None:
        self.save()

    @override
    def reject(self) -> None:
        """The first time keeps what was typed and says so; the second leaves."""
        if not self.changed or self.notice.isVisible():
            super().reject()
            return
        actions = (NoticeAction(tr("Discard it"), self.discard),)
        self.notice.show_notice(tr("What you typed is not saved. Escape again discards it."), actions=actions)
        self.grow()
