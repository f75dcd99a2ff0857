"""People in words."""

from datetime import date
from enum import StrEnum

import pytest

from scorecard.cli.english import tr
from scorecard.domain.activities import Verb
from scorecard.domain.between import ConcernKind, OwedOutcome
from scorecard.domain.people_files import BrokenPeopleFileError, PeopleFileFault
from scorecard.domain.profiles import GROUPS, ImpossiblePersonError, PersonFault, PersonField, PersonKind
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Direction, Way
from scorecard.services.people.week import LevelMove, OverduePerson, PeopleWeek, PlanToReview
from scorecard.words import people as words
from scorecard.words.errors import say_error
from scorecard.words.weekly_people import people_lines

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("kind", "say"),
    [
        (RelationLevel, words.say_relation_level),
        (PersonKind, words.say_person_kind),
        (PersonField, words.say_person_field),
        (Way, words.say_way),
        (Direction, words.say_direction),
        (ConcernKind, words.say_concern_kind),
        (OwedOutcome, words.say_owed_outcome),
    ],
)
def test_everything_there_is_has_words_of_its_own(kind: type[StrEnum], say: object) -> None:
    assert callable(say)
    said = [say(one, tr) for one in kind]
    assert all(said)
    assert len(set(said)) == len(said)


def test_groups_of_the_program_are_said_and_own_words_stay() -> None:
    assert [words.say_group(group, tr) for group in GROUPS] == ["Client", "Colleague", "Team", "Manager", "Family"]
    assert words.say_group("Choir", tr) == "Choir"


@pytest.mark.parametrize("fault", PersonFault)
def test_every_refusal_is_a_sentence(fault: PersonFault) -> None:
    sentence = say_error(ImpossiblePersonError(fault, DAY), tr)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "{" not in sentence


@pytest.mark.parametrize("fault", PeopleFileFault)
def test_every_broken_file_is_a_sentence(fault: PeopleFileFault) -> None:
    sentence = say_error(BrokenPeopleFileError(fault, "levels.toml", "vendor"), tr)
    assert sentence.startswith("The file “levels.toml” can't be used: ")
    assert "{" not in sentence


def test_what_is_not_done_to_a_person_is_not_said_here() -> None:
    assert words.say_person_deed("a verb of a later version", {}, "", tr) == ""
    assert words.say_person_deed(Verb.FORGET_PERSON, {}, "", tr) == "delete somebody for good"
    assert words.say_person_deed(Verb.LINK_MEASURE, {"measure": "Calls", "person": ""}, "", tr) == (
        "Calls for nobody in the list"
    )
    assert words.say_person_deed(Verb.STEP_RELATION, {"person": "Ana", "level": "friend"}, "", tr) == "Ana as "


def test_the_week_says_who_waits_whose_level_changed_and_which_plans_there_are() -> None:
    level = RelationLevel
    week = PeopleWeek(
        frozenset(),
        (OverduePerson("a", "Ana", 20, 14), OverduePerson("n", "Neal", 9, 7)),
        (
            LevelMove("a", "Ana", level.VENDOR, level.PARTNER, True, DAY, "Asked first"),
            LevelMove("n", "Neal", level.PARTNER, level.VENDOR, False, DAY, ""),
            LevelMove("m", "Mei", None, level.VENDOR, None, DAY, ""),
        ),
        (PlanToReview("t", "Core", "Trust", "Reliability", "Say it early", DAY),),
    )
    assert people_lines(week, tr, " and ".join) == (
        ("Longer without a word than you wanted: Ana and Neal", "", ""),
        ("Ana, up from vendor", "Partner", "Asked first"),
        ("Neal, down from partner", "Vendor", ""),
        ("Mei", "Vendor", ""),
        ("Plan for Core, Reliability", "", "Say it early"),
    )
    assert people_lines(PeopleWeek(), tr, " and ".join) == ()
