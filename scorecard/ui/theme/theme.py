"""What the whole program looks like: Fusion with our palette and font, following the system or the user's choice."""

from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from scorecard.ui.theme.fonts import FIRST_FACES, load_faces, text_base
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"


class Theme(QObject):
    """Dresses the application. `changed` says that the tokens are others now; widgets learn it by PaletteChange.

    `resized` says that the text has another size; widgets learn it by FontChange.
    """

    changed = Signal()
    resized = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, text_size: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._text_size = text_size
        self._system_font = QFont(app.font())
        self._worn: Tokens | None = None

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    @property
    def text_size(self) -> float:
        """How many times as large as the system asks for."""
        return self._text_size

    @property
    def tokens(self) -> Tokens:
        match self._choice:
            case ThemeChoice.LIGHT:
                return LIGHT
            case ThemeChoice.DARK:
                return DARK
            case ThemeChoice.HIGH_CONTRAST:
                return HIGH_CONTRAST
            case ThemeChoice.SYSTEM:
                return self._system_tokens()
            case _ as never:
                assert_never(never)

    def choose(self, choice: ThemeChoice) -> None:
        self._choice = choice
        self._tell_platform()
        self._wear(self.tokens)

    def enlarge(self, factor: float) -> None:
        """Sets all text, and what grows with it, `factor` times as large as the system asks for."""
        before, self._text_size = self._text_size, factor
        self._app.setFont(self._text_font())
        widgets = self._app.allWidgets()
        if widgets and before != factor:
            from scorecard.ui.theme.resizing import hand_font_on, resize  # no start needs them

            hand_font_on(self._app)
            for widget in widgets:
                resize(widget, before, factor)
        for widget in widgets:
            # Qt tells only those whose own font follows; what has derived its font from this one wants to know too.
            self._app.sendEvent(widget, QEvent(QEvent.Type.FontChange))
        if widgets and before != factor:
            from scorecard.ui.theme.resizing import place_anew

            place_anew(self._app)
        self.resized.emit()

    def apply(self) -> None:
        """Dresses the application for the first time; to be called before any widget is made."""
        load_faces(*FIRST_FACES)
        self._app.setFont(self._text_font())
        if self._choice is not ThemeChoice.SYSTEM:
            self._tell_platform()
        self._wear(self.tokens)
        self._app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _text_font(self) -> QFont:
        font = text_base(self._system_font)
        font.setPointSizeF(font.pointSizeF() * self._text_size)
        return font

    def _wear(self, tokens: Tokens) -> None:
        if tokens is self._worn:
            return
        first = self._worn is None
        self._worn = tokens
        self._app.setPalette(palette_of(tokens))
        if not first:
            self.changed.emit()

    def _tell_platform(self) -> None:
        """So that title bars and native dialogs agree with us, where the platform can do that."""
        hints = self._app.styleHints()
        if self._choice is ThemeChoice.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if self.tokens.dark else Qt.ColorScheme.Light)

    def _system_tokens(self) -> Tokens:
        scheme = self._app.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT

    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._wear(self.tokens)
