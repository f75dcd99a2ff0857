"""The one style sheet of the program: Qt's standard inputs inside dialogs. The main window wears none, but for a table
that is asked for.

A style sheet can draw no arrow in a theme's colour, so choices and numbers are `ChoiceBox` and `NumberBox`.
Widgets that paint themselves carry the property "painted", which takes the sheet off them.
"""

from scorecard.resources import resource
from scorecard.ui.theme.tokens import Tokens

_STYLE = """
QLineEdit, QPlainTextEdit, QTextEdit, QTableView, QListView, QTreeView {
    background: SURFACE; color: TEXT; border: 1px solid EDGE; border-radius: 8px;
    selection-background-color: ACCENT; selection-color: ON_ACCENT; placeholder-text-color: QUIET;
}
QLineEdit { padding: 0 8px; min-height: 34px; }
QPlainTextEdit, QTextEdit { padding: 5px 7px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QTableView:focus, QListView:focus, QTreeView:focus {
    border: 2px solid FOCUS;
}
QLineEdit:focus { padding: 0 7px; min-height: 32px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 4px 6px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { background: SUNKEN; color: FAINT; }
QComboBox, QAbstractSpinBox { min-height: 26px; }
QAbstractSpinBox QLineEdit, QAbstractItemView QLineEdit, QComboBox QLineEdit {
    border: none; padding: 0; min-height: 0; background: transparent;
}
*[painted="true"], *[painted="true"]:focus { border: none; padding: 0; min-height: 0; background: transparent; }
QComboBox QAbstractItemView { border-radius: 0; border: 1px solid FRAME; padding: 2px; }
QComboBox QAbstractItemView::item { min-height: 26px; }
QTableView, QListView, QTreeView { gridline-color: LINE; alternate-background-color: SUNKEN; padding: 3px; }
QTableView { outline: none; }
QTableView::item, QListView::item { padding: 4px 8px; }
QHeaderView { background: SURFACE; border: none; }
QHeaderView::section {
    background: SURFACE; color: QUIET; border: none; border-bottom: 1px solid LINE; padding: 6px 11px; font-weight: 600;
}
QTableCornerButton::section { background: SURFACE; border: none; }
QCheckBox, QRadioButton { spacing: 8px; color: TEXT; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator, QListView::indicator {
    width: 16px; height: 16px; border: 1px solid FRAME; border-radius: 4px; background: SURFACE;
}
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked {
    border: 1px solid ACCENT; background: TICKED; image: url("TICK");
}
QTableView::indicator:checked:selected, QListView::indicator:checked:selected { border-color: ON_ACCENT; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid ACCENT; background: SURFACE; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: FOCUS; }
QCheckBox:focus, QRadioButton:focus { outline: none; text-decoration: underline; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: EDGE; background: SUNKEN; }
QCheckBox:disabled, QRadioButton:disabled { color: FAINT; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; border: none; }
QScrollBar::handle { background: FRAME; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: QUIET; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def dialog_style(tokens: Tokens) -> str:
    words = {
        # The tick is black: it needs a light ground.
        "TICKED": tokens.accent if tokens.dark else tokens.accent_soft,
        "TICK": resource("icons", "check.svg").as_posix(),
        "EDGE": tokens.edge,
        "ON_ACCENT": tokens.on_accent,
        "SURFACE": tokens.surface,
        "SUNKEN": tokens.sunken,
        "ACCENT": tokens.accent,
        "FRAME": tokens.outline,
        "FOCUS": tokens.focus,
        "FAINT": tokens.text_disabled,
        "QUIET": tokens.text_quiet,
        "TEXT": tokens.text,
        "LINE": tokens.border,
    }
    style = _STYLE
    for word, meaning in words.items():
        style = style.replace(word, meaning)
    return style
