"""Whatever is bundled comes with its licence, in the checkout and in the wheel."""

import re
from pathlib import Path

import pytest

from tests.guards.source import ROOT

RESOURCES = ROOT / "resources"
OWN_ICONS = {"scorecard.svg"}
ICONS = sorted(path for path in (RESOURCES / "icons").glob("*.svg") if path.name not in OWN_ICONS)
FONTS = sorted(path for path in RESOURCES.rglob("*") if path.suffix in (".otf", ".ttf", ".woff2"))

LISTED = (
    "Qt", "PySide6", "SQLAlchemy", "Alembic", "matplotlib", "numpy", "platformdirs", "dateparser", "icalendar",
    "Lucide", "Inter",
)  # fmt: skip


def test_the_program_has_its_own_licence() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert text.startswith("MIT License")
    assert "Scorecard contributors" in text


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_an_icon_names_a_licence_that_lies_beside_it(icon: Path) -> None:
    named = re.search(r"@license (\w+)-static v[\d.]+ - (\w+)", icon.read_text(encoding="utf-8"))

    assert named, "neither ours nor marked with where it is from"
    assert named[2] in icon.with_name(f"LICENSE-{named[1]}").read_text(encoding="utf-8")


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_a_font_lies_beside_the_licence_of_its_family(font: Path) -> None:
    family = font.stem.partition("-")[0].lower()

    assert "SIL Open Font License" in font.with_name(f"LICENSE-{family}").read_text(encoding="utf-8").replace(
        "SIL OPEN FONT LICENSE", "SIL Open Font License"
    )


def test_third_party_licences_are_listed() -> None:
    listed = (ROOT / "docs" / "decisions" / "0009-licence.md").read_text(encoding="utf-8")

    for name in LISTED:
        assert name in listed
