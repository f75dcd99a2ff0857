"""What stands in place of an empty card: the ways to one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import PrimaryButton, QuietButton
from scorecard.ui.widgets.empty_state import EmptyState

Act = Callable[[], object]


def invite(set_up: Act, add: Act, bring: Act, parent: QWidget) -> EmptyState:
    """`bring`: what was recorded elsewhere."""
    buttons = (
        PrimaryButton(tr("&Set up my card"), parent),
        QuietButton(tr("&Add a measure"), parent),
        QuietButton(tr("&Import"), parent),
    )
    for button, act in zip(buttons, (set_up, add, bring), strict=True):
        button.clicked.connect(lambda _checked=False, act=act: act())
    return EmptyState(
        "clipboard-list",
        tr("What would they do without you?"),
        tr(
            "Three short steps lead to a card you believe in: the few things that show, at the end of a day, "
            "whether others are better off. It takes about two minutes, and all of it can be changed later."
        ),
        buttons,
    )
