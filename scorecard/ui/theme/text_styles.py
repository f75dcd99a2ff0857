"""The few ways in which text is set, as proportions of the ordinary text, so that all of it grows together."""

from enum import Enum

from PySide6.QtGui import QFont

from scorecard.ui.theme.tokens import BASE_TEXT

_Weight = QFont.Weight


class TextStyle(Enum):
    """Pixels at the ordinary text size, weight, and extra space between letters in pixels."""

    DISPLAY = (45, _Weight.Bold, 0.0)
    FIGURE = (34, _Weight.DemiBold, 0.0)
    TITLE = (22, _Weight.DemiBold, 0.0)
    HEADING = (16, _Weight.DemiBold, 0.0)
    NAME = (14, _Weight.Medium, 0.0)
    BODY = (13, _Weight.Normal, 0.0)
    MEDIUM = (13, _Weight.Medium, 0.0)
    STRONG = (13, _Weight.DemiBold, 0.0)
    SMALL = (12, _Weight.Medium, 0.0)
    CAPTION = (11, _Weight.Medium, 0.0)
    SECTION = (11, _Weight.DemiBold, 0.4)

    @property
    def size(self) -> int:
        return self.value[0]

    @property
    def weight(self) -> QFont.Weight:
        return self.value[1]

    @property
    def spacing(self) -> float:
        return self.value[2]


def text_font(base: QFont, style: TextStyle) -> QFont:
    """`base`, a font of ordinary text size, set in `style`."""
    font = QFont(base)
    ratio = style.size / BASE_TEXT
    if base.pixelSize() > 0:
        font.setPixelSize(round(base.pixelSize() * ratio))
    else:
        font.setPointSizeF(base.pointSizeF() * ratio)
    font.setWeight(style.weight)
    if style.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spacing)
    return font
