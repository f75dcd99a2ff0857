"""How a hit is painted: its icon, what it belongs to, what it is, and the excerpt with what was looked for."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from scorecard.overriding import override
from scorecard.ui.find_dialog.hit_layout import MOST_LINES, HitLayout, write_marked
from scorecard.ui.find_dialog.hit_model import HitModel
from scorecard.ui.find_dialog.hit_words import HitWords
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import write
from scorecard.ui.widgets.painted_list import Index, RowDelegate
from scorecard.ui.widgets.row_ground import paint_row_ground

_END = Qt.AlignmentFlag.AlignRight


class HitDelegate(RowDelegate[HitWords, HitLayout]):
    def __init__(self, hits: HitModel, view: QAbstractItemView) -> None:
        super().__init__(hits, view, HitLayout)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = self.rows.words(index.row())
        rect: QRect = option.rect
        tokens = tokens_of(self.view.palette())
        layout = self.layout
        painter.save()
        paint_row_ground(painter, self.view, rect, option.state)
        paint_icon(painter, words.icon_name, layout.icon(rect), tokens.text_quiet)
        head = layout.head(rect)
        title, place = layout.title(words, head)
        write_marked(painter, title, layout.title_font, (tokens.text, tokens.accent), place, 1)
        write(painter, head, layout.what_font, tokens.text_quiet, words.what, _END)
        if words.excerpt.text:
            inks = (tokens.text_quiet, tokens.accent)
            write_marked(painter, words.excerpt, layout.body_font, inks, layout.excerpt(rect), MOST_LINES)
        painter.restore()
