"""The application before there is a window: its name, its language, what it looks like."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from scorecard.ui.language import speak, write_as
from scorecard.ui.preferences import Preferences
from scorecard.ui.text_size import kept_text_size
from scorecard.ui.theme.theme import Theme, ThemeChoice
from scorecard.ui.week_start import begin_weeks_on


def make_application(arguments: Sequence[str] = ("scorecard",), preferences: Preferences | None = None) -> QApplication:
    """It speaks the language that is kept, and writes dates and numbers as is kept; otherwise as the system."""
    # So, and not by setStyle: that hands over a QStyle, whose hundreds of names no first picture needs (6 ms).
    app = QApplication([*arguments, "-style", "fusion"])
    app.setApplicationName("Scorecard")
    app.setDesktopFileName("org.scorecard.Scorecard")
    language = speak(app, preferences.language() if preferences else "")
    write_as(preferences.formats() if preferences else "", language)
    begin_weeks_on(preferences.week_start() if preferences else "")
    return app


def dressed(app: QApplication, preferences: Preferences) -> Theme:
    """In the theme and the text size that are kept; what is kept may have been written by hand."""
    try:
        choice = ThemeChoice(preferences.theme())
    except ValueError:
        choice = ThemeChoice.SYSTEM
    theme = Theme(app, choice, kept_text_size(preferences))
    theme.apply()
    return theme
