"""Icons are tinted when painted, and sharp on every screen."""

from collections import Counter

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication

from scorecard.resources import resource
from scorecard.ui.theme.icons import icon, tinted_pixmap

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg") if "currentColor" in path.read_text("utf-8"))


def inks(image: QImage) -> set[str]:
    """The colours of the pixels that are wholly covered, without those that are rounded by one where lines cross."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    counts = Counter(pixel.name() for pixel in pixels if pixel.alpha() == 255)
    return {name for name, count in counts.items() if count > 0.1 * counts.total()}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    assert inks(tinted_pixmap(name, 48, "#c01050").toImage()) == {"#c01050"}


def test_an_icon_has_as_many_pixels_as_the_screen_can_show(qapp: QApplication) -> None:
    pixmap = tinted_pixmap("check", 18, "#000000", 2.0)
    assert pixmap.size() == QSize(36, 36)
    assert pixmap.deviceIndependentSize().toSize() == QSize(18, 18)


def test_an_icon_follows_the_palette_of_the_program(qapp: QApplication) -> None:
    check = icon("check")
    before = qapp.palette()
    for colour in ("#123456", "#fedcba"):
        palette = QPalette(before)
        palette.setColor(QPalette.ColorRole.Text, QColor(colour))
        qapp.setPalette(palette)
        assert inks(check.pixmap(QSize(64, 64)).toImage()) == {colour}
    qapp.setPalette(before)


def test_a_disabled_icon_looks_disabled(qapp: QApplication) -> None:
    check = icon("check")
    faint = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name()
    assert inks(check.pixmap(QSize(64, 64), QIcon.Mode.Disabled).toImage()) == {faint}


def test_an_icon_survives_being_copied(qapp: QApplication) -> None:
    copies = [QIcon(icon("plus")) for _ in range(50)]
    assert all(not copy.pixmap(QSize(16, 16)).isNull() for copy in copies)
