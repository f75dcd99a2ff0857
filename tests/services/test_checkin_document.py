"""What the document on check-ins of one's own says is so."""

import re
from pathlib import Path

from scorecard.domain.checkins import MOST_FACTORS, Cadence, Subject
from scorecard.services.checkin_definitions import MEANING_LENGTH, NAME_LENGTH, DefinitionShelf
from scorecard.services.services import Services

DOCUMENT = (Path(__file__).parents[2] / "docs" / "check-ins.md").read_text(encoding="utf-8")


def example() -> str:
    (found,) = re.findall(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)
    return str(found)


def test_its_example_can_be_used_and_has_the_formula_that_it_says(tmp_path: Path) -> None:
    (tmp_path / "meetings.toml").write_text(example(), encoding="utf-8")
    found = DefinitionShelf([tmp_path]).definitions()
    assert found.problems == ()
    (definition,) = found.usable
    said = re.search(r"This one comes to \*(.+?)\*:", DOCUMENT)
    assert said is not None
    assert definition.formula == said[1]


def test_the_folder_is_beside_the_store_and_is_read_without_a_restart(services: Services, path: Path) -> None:
    assert services.checkins.card().problems == ()
    folder = path.parent / "checkins"
    folder.mkdir()
    (folder / "meetings.toml").write_text(example(), encoding="utf-8")
    assert "Our meetings" in [series.name for series in services.checkins.card().series]


def test_it_names_every_word_and_limit() -> None:
    for word in (*Cadence, *Subject):
        assert f'`"{word.value}"`' in DOCUMENT
    assert f"at most {NAME_LENGTH} characters" in DOCUMENT
    assert f"at most {MEANING_LENGTH} characters" in DOCUMENT
    assert MOST_FACTORS == 12
    assert "two to twelve" in DOCUMENT
