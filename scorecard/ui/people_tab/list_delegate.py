"""How a row of the list of people is painted: only those in sight."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from scorecard.overriding import override
from scorecard.ui.people_tab.list_layout import PersonLayout, cut
from scorecard.ui.people_tab.list_model import PersonRows
from scorecard.ui.people_tab.list_words import PersonWords, Timed, Urgency
from scorecard.ui.people_tab.pyramid import paint_pyramid
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens, tokens_of
from scorecard.ui.widgets.drawing import focus_ring, write
from scorecard.ui.widgets.painted_list import Index, RowDelegate
from scorecard.ui.widgets.row_ground import paint_row_ground

_START, _END = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_FOCUSED = QStyle.StateFlag.State_HasFocus


class PersonDelegate(RowDelegate[PersonWords, PersonLayout]):
    def __init__(self, rows: PersonRows, view: QAbstractItemView) -> None:
        super().__init__(rows, view, PersonLayout)
        self._people = rows

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Which lines a row has is known before its words are made, and that is enough."""
        return QSize(self.view.viewport().width(), self.layout.height_of(self._people.items[index.row()]))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = self.rows.words(index.row())
        rect: QRect = option.rect
        tokens = tokens_of(self.view.palette())
        painter.save()
        paint_row_ground(painter, self.view, rect, option.state)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        if option.state & _FOCUSED:
            focus_ring(painter, rect.adjusted(0, 0, 0, -1), RADIUS_SMALL, tokens)
        self._write(painter, words, rect, tokens)
        painter.restore()

    def _write(self, painter: QPainter, words: PersonWords, rect: QRect, tokens: Tokens) -> None:
        layout, quiet = self.layout, tokens.text_quiet
        places = layout.places(words, rect)
        room = layout.name_room(words, places.name.width())
        name = cut(layout.name, words.name, room)
        write(painter, places.name, layout.name_font, quiet if words.quiet else tokens.text, name, _START)
        aside_room = places.name.width() - room - layout.between
        aside = cut(layout.small, words.aside, aside_room) if words.aside else ""
        write(painter, places.name, layout.small_font, quiet, aside, _END)
        if words.who:
            who = cut(layout.who, words.who, places.who.width())
            write(painter, places.who, layout.who_font, quiet, who, _START)
        self._write_level(painter, words, places.contact, tokens)
        self._write_promises(painter, words, places.promises, tokens)
        if words.ask:
            ask = cut(layout.small, words.ask, places.ask.width())
            write(painter, places.ask, layout.small_font, tokens.text, ask, _START)

    def _write_level(self, painter: QPainter, words: PersonWords, line: QRect, tokens: Tokens) -> None:
        """The level at the beginning of the line and the last contact at its end; alone, it takes the beginning."""
        layout = self.layout
        if not words.level:
            self._write_timed(painter, words.contact, line, tokens, line.width(), _START)
            return
        pyramid = layout.pyramid(line)
        paint_pyramid(painter, pyramid, words.step, tokens)
        after = layout.after_icon(line, pyramid.width())
        level = layout.small.horizontalAdvance(words.level)
        taken = self._write_timed(painter, words.contact, line, tokens, after.width() - level - layout.between, _END)
        shown = cut(layout.small, words.level, after.width() - taken)
        write(painter, after, layout.small_font, tokens.text, shown, _START)

    def _write_promises(self, painter: QPainter, words: PersonWords, line: QRect, tokens: Tokens) -> None:
        self._write_timed(painter, words.promises, line, tokens, line.width(), _START)

    def _write_timed(
        self, painter: QPainter, timed: Timed, line: QRect, tokens: Tokens, room: int, align: Qt.AlignmentFlag
    ) -> int:
        """What is overdue has a flag before its words, and is in another colour. The width that it took."""
        if not timed.texts:
            return 0
        layout = self.layout
        late = timed.urgency is not Urgency.QUIET
        font: QFont = layout.late_font if late else layout.small_font
        metrics = layout.late if late else layout.small
        flagged = timed.urgency is Urgency.OVERDUE
        sign = layout.sign + layout.icon_gap // 2 if flagged else 0
        text = layout.fitting(timed, metrics, max(1, room - sign))
        ink = _ink(timed.urgency, tokens)
        width = metrics.horizontalAdvance(text)
        place = line
        if flagged and align == _END:
            paint_icon(painter, "flag", layout.flag(line, width), ink)
        elif flagged:
            paint_icon(painter, "flag", layout.flag_at_start(line), ink)
            place = layout.after_icon(line, layout.sign - layout.icon_gap // 2)
        write(painter, place, font, ink, text, align)
        return width + sign

    @override
    def in_full(self, words: PersonWords, width: int) -> str:
        lines = (
            words.name, words.aside, words.who, words.level, *words.contact.texts[:1], *words.promises.texts[:1],
            words.ask,
        )  # fmt: skip
        return "\n".join(filter(None, lines)) if self.layout.is_cut(words, width) else ""


def _ink(urgency: Urgency, tokens: Tokens) -> str:
    match urgency:
        case Urgency.QUIET:
            return tokens.text_quiet
        case Urgency.DUE:
            return tokens.fair
        case Urgency.OVERDUE:
            return tokens.poor
