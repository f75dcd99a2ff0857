"""Finding anything that was written, as it is typed: answers, notes, promises, people, check-ins."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from scorecard.domain.changes import Change
from scorecard.overriding import override
from scorecard.services.searching import Found, HitKind
from scorecard.ui.desk import Desk
from scorecard.ui.find_dialog.find_field import FindField
from scorecard.ui.find_dialog.hints import Hints
from scorecard.ui.find_dialog.hit_list import HitList
from scorecard.ui.find_dialog.hit_words import say_hit_kinds
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.scroll_area import ScrollArea
from scorecard.ui.widgets.segments import Segments

_SIZE = (720, 600)
_ROUND = 24  # of the window, that stays in sight around the dialog
_TITLED_FROM = 420
_SIDES = 60  # of the dialog, which the filters can't have


class FindDialog(Dialog):
    """`opened` carries the place of the hit that was chosen. Nothing of what is typed is kept."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("Find"), tr("&Open"), tr("&Close"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._fit_into(parent)
        self.field = FindField(self)
        options = [("", tr("All", "kinds of search results")), *((kind.value, say_hit_kinds(kind)) for kind in HitKind)]
        room = round((self.width() - px(self, _SIDES)) / px(self, 1000) * 1000)
        self.kinds = Segments(options, tr("Look in"), self, widest=room)
        self.kinds.set_chosen(0)
        self.list = HitList(self)
        self.hints = Hints(self)
        self._pages = QStackedWidget(self)
        self.summary = Label("", quiet=True, parent=self)
        self._arrange()
        self._connect()
        self.focus_first(self.field)
        self._prepare()

    def look(self) -> None:
        """Looks for what the field says now."""
        text, kind = self.field.text(), self.kinds.chosen_key
        kinds = {HitKind(kind)} if kind else None
        found = self._desk.ask(lambda services: services.searching.find(text, kinds)) or Found()
        self.list.show_hits(found.hits)
        self.primary.setEnabled(bool(found.hits))
        self._show_empty(text.strip())
        self._pages.setCurrentIndex(0 if found.hits else 1)
        self.summary.setText(_say_count(found) if text.strip() else "")
        self._announce(self.list.spoken or self.hints.spoken)

    def _follow_change(self, _change: Change) -> None:
        self.look()

    def _show_empty(self, text: str) -> None:
        if text:
            self.hints.nothing_found(everywhere=not self.kinds.chosen_key)
        else:
            self.hints.explain()

    def _prepare(self) -> None:
        self._desk.ask(lambda services: services.searching.prepare())
        self.look()

    def _go_by(self, rows: int) -> None:
        self.list.go_by(rows)
        self._announce(self.list.spoken)

    def _announce(self, words: str) -> None:
        """The keyboard stays in the field: a screen reader hears of the list from it."""
        if words and QAccessible.isActive() and self.field.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _fit_into(self, parent: QWidget) -> None:
        """Inside the window it belongs to, also with large text."""
        room = parent.window().size()
        width = min(px(self, _SIZE[0]), max(room.width() - 2 * _ROUND, 0))
        height = min(px(self, _SIZE[1]), max(room.height() - 2 * _ROUND, 0))
        self.resize(width, height)
        # The title bar says it as well.
        self.title.setVisible(height >= px(self, _TITLED_FROM))

    def _arrange(self) -> None:
        self._pages.addWidget(self.list)
        self._pages.addWidget(ScrollArea(self.hints, self))
        self.content.setSpacing(px(self, GAP_SMALL))
        self.content.addWidget(self.field)
        self.content.addWidget(self.kinds)
        self.content.addWidget(self._pages, 1)
        # In the row of the buttons, so that the list has the height.
        self.buttons.insertWidget(0, self.summary)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self.look())
        self.field.moved.connect(self._go_by)
        self.field.turned.connect(lambda pages: self._go_by(pages * self.list.rows_in_sight))
        self.kinds.chosen.connect(lambda _index: self.look())
        self.list.clicked.connect(lambda _index: self.accept())
        # A method of its own, so that it is forgotten with the dialog: the desk lives on.
        self._desk.changed.connect(self._follow_change)
        self._desk.attached.connect(self._prepare)

    @override
    def accept(self) -> None:
        """Opens what is current; without anything found the dialog stays."""
        hit = self.list.current
        if hit is not None:
            super().accept()
            self.opened.emit(hit.place)


def _say_count(found: Found) -> str:
    count = len(found.hits)
    if found.more:
        return tr("The {count} latest. More words find older ones.").format(count=count)
    return tr("%n found", "", count) if count else ""
