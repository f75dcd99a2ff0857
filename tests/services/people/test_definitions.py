"""What comes with the program about people can be used, and a broken file says so in one clear sentence."""

import shutil
from pathlib import Path

import pytest

from scorecard.cli.english import tr
from scorecard.domain.people_files import BrokenPeopleFileError
from scorecard.domain.relations import RelationLevel
from scorecard.resources import resource
from scorecard.services.people.definitions import CONCERNS, LEVELS, QUESTIONS, QuestionWhen, read_definitions
from scorecard.words.errors import say_error


def test_every_level_has_a_meaning_and_all_but_the_highest_a_next_one() -> None:
    levels = read_definitions(resource("people")).levels
    assert list(levels) == list(RelationLevel)
    for level, meaning in levels.items():
        assert meaning.means
        assert meaning.attributes
        assert meaning.would_drop
        assert bool(meaning.acting_next) is (level.above is not None)


def test_there_is_a_map_for_each_role_and_a_question_for_everything() -> None:
    known = read_definitions(resource("people"))
    assert [one.role for one in known.maps] == [
        "developer", "team_lead", "manager", "director", "cio", "cfo", "cmo", "ceo", "customer",
    ]  # fmt: skip
    assert all(known.asked_when(when) for when in QuestionWhen)
    assert known.map_of("ceo") is known.maps[7]
    assert known.map_of("juggler") is None


BROKEN = [
    (LEVELS, None, "it can't be read"),
    (LEVELS, "levels = [", "it is not TOML"),
    (LEVELS, "x = 1", "“levels” is missing"),
    (LEVELS, "levels = 1", "“levels” is missing"),
    (LEVELS, '[[levels]]\nlevel = "friend"', "nobody knows what “friend” means there"),
    (LEVELS, '[[levels]]\nlevel = "vendor"', "“means” is missing"),
    (CONCERNS, '[[roles]]\nrole = "x"\nname = 3', "“name” is not written as it has to be"),
    (CONCERNS, '[[roles]]\nrole = "x"\nname = "  "', "“name” is empty"),
    (CONCERNS, f'[[roles]]\nrole = "{"x" * 501}"', "“role” is too long"),
    (CONCERNS, '[[roles]]\nrole = "x"\nname = "X"\nresponsibilities = []', "“responsibilities” is empty"),
    (CONCERNS, '[[roles]]\nrole = "x"\nname = "X"\nresponsibilities = ""',
     "“responsibilities” is not written as it has to be"),
    (CONCERNS, '[[roles]]\nrole = "x"\nname = "X"\nresponsibilities = ["y", "y"]', "“y” stands there twice"),
    (QUESTIONS, '[[questions]]\nid = "x"\nwhen = "any"\nwords = "Why?"', "“intent unsaid” is missing"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "reason"), BROKEN)
def test_a_broken_file_says_what_is_wrong_with_it(tmp_path: Path, file: str, text: str | None, reason: str) -> None:
    folder = tmp_path / "people"
    shutil.copytree(resource("people"), folder)
    if text is None:
        (folder / file).unlink()
    else:
        (folder / file).write_text(text, encoding="utf-8")

    with pytest.raises(BrokenPeopleFileError) as refused:
        read_definitions(folder)

    assert say_error(refused.value, tr) == f"The file “{file}” can't be used: {reason}."
