"""The buttons: one loud, one quiet, one of an icon, one that looks like a link."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.theme.icons import ICON_SIZE, paint_icon
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS, RADIUS_SMALL, Tokens
from scorecard.ui.widgets.drawing import box, fill_round, focus_ring, line_round, px, write
from scorecard.ui.widgets.painted_button import PaintedButton

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_PRIMARY_HEIGHT = 34
_QUIET_HEIGHT = 32
_ACROSS = 32
_FOCUS_INSET = 3
_MIRROR_IMAGES = {"chevron-left": "chevron-right", "chevron-right": "chevron-left"}


class PrimaryButton(PaintedButton):
    """The one thing to do next: accent colour, at most one in a view."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, TextStyle.STRONG)

    @override
    def sizeHint(self) -> QSize:
        return self.words_size(px(self, _ACROSS + 4), px(self, _PRIMARY_HEIGHT))

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        fill, ink = tokens.accent, tokens.on_accent
        if not self.isEnabled():
            fill, ink = tokens.sunken, tokens.text_disabled
        elif self.isDown():
            fill = tokens.accent_pressed
        elif self.hovered:
            fill = tokens.accent_hover
        fill_round(painter, self.rect(), RADIUS, fill)
        if self.hasFocus():
            inset = _FOCUS_INSET
            inner = self.rect().adjusted(inset, inset, -inset, -inset)
            focus_ring(painter, inner, RADIUS - inset, tokens, tokens.on_accent)
        write(painter, self.rect(), text_font(self.font(), self.text_style), ink, self.shown_words, _CENTRE)


class QuietButton(PaintedButton):
    """Any other thing to do: a bordered box, as "Today"."""

    @override
    def sizeHint(self) -> QSize:
        return self.words_size(px(self, _ACROSS - 1), px(self, _QUIET_HEIGHT))

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        fill = tokens.sunken if self.isDown() or self.hovered else tokens.surface
        box(painter, self.rect(), RADIUS, fill, tokens.border)
        if self.isDown():
            line_round(painter, self.rect(), RADIUS, tokens.outline)
        if self.hasFocus():
            focus_ring(painter, self.rect(), RADIUS, tokens)
        ink = tokens.text if self.isEnabled() else tokens.text_disabled
        write(painter, self.rect(), text_font(self.font(), self.text_style), ink, self.shown_words, _CENTRE)


class IconButton(PaintedButton):
    """A square with an icon. `name` is its accessible name; the tooltip is `name` and the shortcut."""

    def __init__(self, icon_name: str, name: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        """`shortcut` is shown, not installed: the window's actions own the shortcuts."""
        super().__init__("", parent)
        self._icon_name = icon_name
        self.set_name(name, shortcut)

    def set_name(self, name: str, shortcut: str = "") -> None:
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut})" if shortcut else name)

    @override
    def sizeHint(self) -> QSize:
        side = px(self, _QUIET_HEIGHT)
        return QSize(side, side)

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        if self.isDown() or self.hovered:
            fill_round(painter, self.rect(), RADIUS, tokens.hover if self.isDown() else tokens.sunken)
        if self.hasFocus():
            focus_ring(painter, self.rect(), RADIUS, tokens)
        side = px(self, ICON_SIZE)
        square = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        ink = tokens.text if self.hovered else tokens.text_quiet
        name = _MIRROR_IMAGES.get(self._icon_name, self._icon_name) if self.isRightToLeft() else self._icon_name
        paint_icon(painter, name, square, ink if self.isEnabled() else tokens.text_disabled)


class LinkButton(PaintedButton):
    """A deed inside text: accent-coloured words, underlined when pointed at."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return self.words_size(px(self, 8), px(self, 24))

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        font = text_font(self.font(), self.text_style)
        font.setUnderline(self.hovered)
        if self.hasFocus():
            focus_ring(painter, self.rect(), RADIUS_SMALL, tokens)
        ink = tokens.accent if self.isEnabled() else tokens.text_disabled
        write(painter, self.rect(), font, ink, self.shown_words, _CENTRE)
