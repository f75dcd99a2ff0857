"""Distances and widths grow with the text when its size changes under an open window.

A widget works its sizes out of the text when it is made. What it set then is multiplied here; each thing keeps its
size at 100 % beside it, so that no rounding adds up on the way there and back.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QWidget

_KEPT = "sizes at 100 %"
_UNBOUNDED = 16_777_215  # Qt's own: a widget without a largest size


def hand_font_on(app: QApplication) -> None:
    """Qt does not tell what is in a widget with a style sheet that the application has another font."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.ApplicationFontChange)
    for widget in app.allWidgets():
        if widget.styleSheet():
            widget.setStyleSheet(widget.styleSheet())


def resize(widget: QWidget, before: float, now: float) -> None:
    """The distances in its layout and the bounds of its size, from a text `before` times the usual one to `now`.

    A window keeps its bounds: it has to fit on its screen.
    """
    layout = widget.layout()
    if layout is not None:
        _resize_layout(layout, before, now)
    if not widget.isWindow():
        _resize_bounds(widget, before, now)


def place_anew(app: QApplication) -> None:
    """What places its parts itself does so when its size changes; here only what is in it did."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for widget in app.allWidgets():
        if widget.isVisible():
            app.sendEvent(widget, QResizeEvent(widget.size(), widget.size()))


def _resize_layout(layout: QLayout, before: float, now: float) -> None:
    margins = layout.contentsMargins()
    if isinstance(layout, QGridLayout):
        gaps = [layout.horizontalSpacing(), layout.verticalSpacing()]
    else:
        gaps = [layout.spacing()]
    known = [margins.left(), margins.top(), margins.right(), margins.bottom(), *gaps]
    left, top, right, bottom, *gaps = _scaled(layout, known, before, now)
    layout.setContentsMargins(left, top, right, bottom)
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(gaps[0])
        layout.setVerticalSpacing(gaps[1])
    else:
        layout.setSpacing(gaps[0])
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        if inner is not None:
            _resize_layout(inner, before, now)


def _resize_bounds(widget: QWidget, before: float, now: float) -> None:
    least, most = widget.minimumSize(), widget.maximumSize()
    known = [least.width(), least.height(), most.width(), most.height()]
    if known == [0, 0, _UNBOUNDED, _UNBOUNDED]:
        return
    wanted = _scaled(widget, known, before, now)
    # The larger bound first: neither may pass the other on the way.
    widget.setMinimumSize(0, 0)
    widget.setMaximumSize(wanted[2], wanted[3])
    widget.setMinimumSize(wanted[0], wanted[1])


def _scaled(thing: QObject, known: Sequence[int], before: float, now: float) -> list[int]:
    kept = thing.property(_KEPT)
    usual = list(kept) if kept is not None and len(kept) == len(known) else [0.0] * len(known)
    # What was set anew since is taken as it is.
    usual = [was if _at(was, before) == size else size / before for was, size in zip(usual, known, strict=True)]
    thing.setProperty(_KEPT, usual)
    return [size if size in (-1, _UNBOUNDED) else _at(was, now) for was, size in zip(usual, known, strict=True)]


def _at(usual: float, factor: float) -> int:
    return round(usual * factor)
