"""A sentence that can be pressed: what it claims, the number it rests on, and an explanation that opens below it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.progress_tab.findings_saying import Saying, Sign, Tone
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens
from scorecard.ui.widgets.drawing import NO_BRUSH, NO_PEN, fill_round, focus_ring, px
from scorecard.ui.widgets.painted_button import PaintedButton
from scorecard.ui.widgets.plain_tip import plain_tip

_SIDE = 8
_TOP = 5
_SIGN = 20
_CHEVRON = 22
_BELOW = 3
_WIDTH = 420
_SET_ANEW_AFTER = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange)


class FindingLine(PaintedButton):
    """Opens its details, or, where it has none, does what its `clicked` is connected to."""

    def __init__(self, saying: Saying, parent: QWidget | None = None) -> None:
        super().__init__(saying.words.replace("&", "&&"), parent, TextStyle.BODY)
        self.saying = saying
        self._open = False
        self._heights: dict[tuple[int, bool], int] = {}  # layouts ask for those of a few widths again and again
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(plain_tip(saying.details))
        self.setAccessibleDescription("\n".join(part for part in (saying.below, saying.details) if part))
        if saying.details:
            self.clicked.connect(self._turn)

    @property
    def opened(self) -> bool:
        """Whether the details are shown."""
        return self._open

    def _turn(self) -> None:
        self._open = not self._open
        self.updateGeometry()
        self.update()

    def _paragraphs(self, width: int) -> list[QTextLayout]:
        saying = self.saying
        texts = [(saying.first_line, TextStyle.BODY, _signs(saying.sentence))]
        texts += [(line, TextStyle.SMALL, 0) for line in saying.below.splitlines()]
        if self._open:
            texts += [(line, TextStyle.SMALL, 0) for line in saying.details.splitlines()]
        room = max(width - px(self, 2 * _SIDE + self._before + self._after), px(self, 60))
        return [self._laid(text, text_font(self.font(), style), strong, room) for text, style, strong in texts]

    @property
    def _before(self) -> int:
        return 0 if self.saying.sign is Sign.NONE else _SIGN

    @property
    def _after(self) -> int:
        return _CHEVRON if self.saying.details else 0

    def _laid(self, text: str, font: QFont, strong: int, room: int) -> QTextLayout:
        """What follows the first `strong` letters is quiet."""
        # A text layout doesn't turn around what is left in a mirrored window.
        option = QTextOption(Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        layout = QTextLayout(text, font)
        layout.setTextOption(option)
        quiet = QTextLayout.FormatRange()
        quiet.start, quiet.length = strong, _signs(text)
        quiet.format = QTextCharFormat()
        quiet.format.setForeground(self.palette().placeholderText())
        layout.setFormats([quiet])
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _SET_ANEW_AFTER:
            self._heights.clear()
            self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        key = width, self._open
        if key not in self._heights:
            paragraphs = self._paragraphs(width)
            heights = sum(layout.boundingRect().height() for layout in paragraphs)
            between = px(self, _BELOW) * (len(paragraphs) - 1)
            self._heights[key] = round(heights + px(self, 2 * _TOP) + between)
        return self._heights[key]

    @override
    def sizeHint(self) -> QSize:
        width = px(self, _WIDTH)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 180), px(self, 2 * _TOP) + self.fontMetrics().height())

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        if self.isDown() or self.hovered:
            fill_round(painter, self.rect(), RADIUS_SMALL, tokens.hover if self.isDown() else tokens.sunken)
        if self.hasFocus():
            focus_ring(painter, self.rect(), RADIUS_SMALL, tokens)
        paragraphs = self._paragraphs(self.width())
        mirrored = self.isRightToLeft()
        x = px(self, _SIDE + (self._after if mirrored else self._before))
        y = float(px(self, _TOP))
        painter.setPen(QColor(tokens.text))
        for layout in paragraphs:
            layout.draw(painter, QPointF(x, y))
            y += layout.boundingRect().height() + px(self, _BELOW)
        line = paragraphs[0].lineAt(0)
        middle = px(self, _TOP) + line.height() / 2
        self._paint_sign(painter, tokens, middle)
        self._paint_chevron(painter, tokens, middle)

    def _across(self, x: float) -> float:
        """`x` counted from where reading begins."""
        return self.width() - x if self.isRightToLeft() else x

    def _paint_sign(self, painter: QPainter, tokens: Tokens, middle: float) -> None:
        ink = {Tone.QUIET: tokens.text_quiet, Tone.GOOD: tokens.good, Tone.POOR: tokens.poor}[self.saying.tone]
        painter.setPen(NO_PEN)
        painter.setBrush(QColor(ink))
        half, x = px(self, 4), self._across(px(self, _SIDE + 6))
        match self.saying.sign:
            case Sign.UP:
                self._triangle(painter, x, middle, half, up=True)
            case Sign.DOWN:
                self._triangle(painter, x, middle, half, up=False)
            case Sign.WITH | Sign.AGAINST:
                aside = px(self, 3.5)
                self._triangle(painter, x - aside, middle, px(self, 3), up=True)
                self._triangle(painter, x + aside, middle, px(self, 3), up=self.saying.sign is Sign.WITH)
            case Sign.STILL:
                painter.drawRect(QRectF(x - half, middle - half / 5, 2 * half, half * 0.4))
            case Sign.QUESTION:
                painter.setPen(QColor(ink))
                painter.setFont(text_font(self.font(), TextStyle.STRONG))
                square = QRectF(x - 2 * half, middle - 3 * half, 4 * half, 6 * half)
                painter.drawText(square, Qt.AlignmentFlag.AlignCenter, "?")
            case Sign.NONE:
                pass

    def _triangle(self, painter: QPainter, x: float, y: float, half: float, *, up: bool) -> None:
        rise = half if up else -half
        corners = [QPointF(x - half, y + rise * 0.8), QPointF(x + half, y + rise * 0.8), QPointF(x, y - rise * 0.8)]
        painter.drawPolygon(QPolygonF(corners))

    def _paint_chevron(self, painter: QPainter, tokens: Tokens, middle: float) -> None:
        """Towards what is hidden: down while the details are, and up when they can be put away."""
        if not self.saying.details:
            return
        pen = QPen(QColor(tokens.text_quiet), max(px(self, 1.5), 1))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(NO_BRUSH)
        half, x = px(self, 4), self._across(self.width() - px(self, _SIDE + 6))
        rise = -half / 2 if self._open else half / 2
        corners = [QPointF(x - half, middle - rise), QPointF(x, middle + rise), QPointF(x + half, middle - rise)]
        painter.drawPolyline(QPolygonF(corners))


def _signs(text: str) -> int:
    """Its length as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
