"""The bundled Inter: only the faces of the first picture are read at start, others when a page asks for them."""

import sys

from PySide6.QtGui import QFont, QFontDatabase

from scorecard.resources import resource

FIRST_FACES = ("Regular", "Medium", "SemiBold", "Bold")

# What platforms use for ordinary text at most, and the size of Inter that looks like it, in points.
_ORDINARY_POINTS, _INTER_POINTS = (13.0, 13.0) if sys.platform == "darwin" else (11.0, 9.75)


def load_faces(*faces: str) -> None:
    """Makes faces of Inter known to this process, e.g. "Italic". A missing or broken file leaves the fallbacks."""
    for face in faces:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{face}.otf")))


def text_base(system: QFont) -> QFont:
    """Ordinary text: Inter, then the system's own family; larger when the system's text is larger than usual."""
    font = QFont(["Inter", *system.families()])
    larger = max(1.0, system.pointSizeF() / _ORDINARY_POINTS)
    font.setPointSizeF(_INTER_POINTS * larger)
    return font
