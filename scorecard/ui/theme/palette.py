"""A theme's tokens as a QPalette, so that Qt's own widgets, menus and tooltips wear the same colours."""

from PySide6.QtGui import QColor, QPalette

from scorecard.ui.theme.tokens import Tokens

_Role = QPalette.ColorRole


def palette_of(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for role, colour in _roles(tokens):
        palette.setColor(role, QColor(colour))
    faint = QColor(tokens.text_disabled)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.sunken))
    return palette


def _roles(tokens: Tokens) -> tuple[tuple[QPalette.ColorRole, str], ...]:
    return (
        (_Role.Window, tokens.window),
        (_Role.WindowText, tokens.text),
        (_Role.Base, tokens.surface),
        (_Role.AlternateBase, tokens.sunken),
        (_Role.Text, tokens.text),
        (_Role.PlaceholderText, tokens.text_quiet),
        (_Role.Button, tokens.surface),
        (_Role.ButtonText, tokens.text),
        (_Role.BrightText, tokens.poor),
        (_Role.ToolTipBase, tokens.surface),
        (_Role.ToolTipText, tokens.text),
        (_Role.Link, tokens.accent),
        (_Role.LinkVisited, tokens.visited),
        (_Role.Highlight, tokens.accent),
        (_Role.HighlightedText, tokens.on_accent),
        (_Role.Accent, tokens.accent),
        (_Role.Light, tokens.surface),
        (_Role.Midlight, tokens.sunken),
        (_Role.Mid, tokens.border),
        (_Role.Dark, tokens.outline),
        (_Role.Shadow, tokens.outline),
    )
