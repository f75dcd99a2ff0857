"""Two persons become one: nothing that was said of either is lost, and undo parts them again."""

from datetime import date

import pytest

from scorecard.domain.between import ConcernKind
from scorecard.domain.checkins import Subject
from scorecard.domain.errors import TextTooLongError
from scorecard.domain.profiles import PersonField, PersonKind
from scorecard.domain.promises import Level
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Way
from scorecard.services.people.person_page import PersonPage
from scorecard.services.people.persons import Persons
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from tests.services.opened import TODAY, TOMORROW, YESTERDAY

FACTORS = dict.fromkeys(("credibility", "reliability", "character", "intimacy", "focus_on_myself"), 5)


@pytest.fixture
def two(people: Persons) -> tuple[str, str]:
    """Of Cassandra and Cass; both are known in part, and differ in part."""
    one = people.profiles.add(
        PersonDraft("Cassandra", role="CIO", email="c@example.org", groups=("client",), rhythm=30, notes="Likes tea",
                    origin="vcard:1")
    )  # fmt: skip
    other = people.profiles.add(
        PersonDraft("Cass", role="Director", email="C@example.org", organisation="Northwind",
                    groups=("client", "Choir"), rhythm=14, notes="Likes coffee", origin="vcard:2")
    )  # fmt: skip
    people.profiles.write(one, PersonField.IMPORTANT, "Uptime")
    people.profiles.write(other, PersonField.IMPORTANT, "Costs")
    return one, other


def page_of(people: Persons, person_id: str) -> PersonPage:
    page = people.page(person_id)
    assert page is not None
    return page


def test_texts_that_differ_are_both_kept(people: Persons, two: tuple[str, str]) -> None:
    people.profiles.merge(*two)

    profile = page_of(people, two[0]).profile
    assert (profile.role, profile.organisation, profile.email) == ("CIO, Director", "Northwind", "c@example.org")
    assert (profile.notes, profile.script.important) == ("Likes tea\n\nLikes coffee", "Uptime\n\nCosts")
    assert (profile.rhythm, profile.origin) == (14, "vcard:1")
    assert page_of(people, two[1]).row.groups == ("client", "Choir")


def test_what_has_no_room_goes_to_the_notes(people: Persons, two: tuple[str, str]) -> None:
    people.profiles.write(two[0], PersonField.ROLE, "a" * 150)
    people.profiles.write(two[1], PersonField.ROLE, "b" * 150)
    people.profiles.merge(*two)
    profile = page_of(people, two[0]).profile
    assert profile.role == "a" * 150
    assert profile.notes == f"Likes tea\n\nLikes coffee\n\n{'b' * 150}"


def test_where_even_the_notes_have_no_room_nothing_is_merged(people: Persons, two: tuple[str, str]) -> None:
    for person, sign in zip(two, "ab", strict=True):
        people.profiles.write(person, PersonField.NOTES, sign * 60_000)
    with pytest.raises(TextTooLongError):
        people.profiles.merge(*two)
    assert len(people.rows()) == 2


def test_rows_of_both_are_there_and_undo_parts_them_again(
    services: Services, people: Persons, two: tuple[str, str], calls: str
) -> None:
    for person, level, day in zip(two, (RelationLevel.VENDOR, RelationLevel.PARTNER), (TODAY, YESTERDAY), strict=True):
        people.relations.step(person, level, day=day)
        people.concerns.add(person, ConcernKind.CONCERN, "An outage")
        people.concerns.add(person, ConcernKind.CONCERN, f"Of {level}")
        people.helps.ask(person)
        people.intents.add(person, "x")
        people.touches.add(person, Way.MET, day=day)
        people.owed.make(person, "x")
        people.agreements.agree(person, calls, day)
        people.agreements.plan(person, "trust", "reliability", f"Plan of {level}")
        people.profiles.set_review_day(person, TOMORROW if day == TODAY else date(2027, 1, 1))
        services.promises.make(PromiseDraft("Call", Level.COMMITMENT, None, "Cassandra" if day == TODAY else "Cass"))
    people.agreements.serve(calls, two[1])
    services.checkins.save("attention", Subject.PERSON, "Cass", FACTORS)
    before = [page_of(people, person) for person in two]

    people.profiles.merge(*two)

    page = page_of(people, two[0])
    assert [step.relation.level for step in page.steps] == [RelationLevel.VENDOR, RelationLevel.PARTNER]
    assert page.level is RelationLevel.VENDOR
    assert [one.words for one in page.concerns] == ["An outage", "Of vendor", "Of partner"]
    assert (len(page.helps), len(page.intents), len(page.touches), len(page.owed)) == (2, 2, 2, 2)
    assert (len(page.promises.open), len(page.checkins), len(page.served)) == (2, 1, 1)
    assert [(one.measure_id, one.agreed_on) for one in page.agreed] == [(calls, YESTERDAY)]
    assert [plan.words for plan in page.plans] == ["Plan of vendor · Plan of partner"]
    assert page.profile.review_day == TOMORROW
    services.undoing.undo()
    assert [page_of(people, person) for person in two] == before
    services.undoing.redo()
    assert page_of(people, two[0]) == page


def test_nobody_comes_to_stand_above_themselves(people: Persons, two: tuple[str, str]) -> None:
    """Cassandra is in the team of Cass; and the team above that is in hers."""
    one, other = two
    people.profiles.set_kind(other, PersonKind.TEAM)
    people.profiles.set_team(one, other)
    above = people.profiles.add(PersonDraft("Above", PersonKind.TEAM))
    people.profiles.set_team(other, above)
    people.profiles.merge(one, other)
    assert page_of(people, one).profile.is_team
    assert page_of(people, one).profile.team_id == above
    people.profiles.merge(above, one)
    assert page_of(people, above).profile.team_id is None


def test_a_person_known_by_name_alone_takes_over_a_profile(
    services: Services, people: Persons, two: tuple[str, str]
) -> None:
    services.promises.make(PromiseDraft("Call", Level.COMMITMENT, None, "Kelly"))
    kelly = people.profiles.named("Kelly")[0].id
    people.profiles.merge(kelly, two[0])
    assert page_of(people, kelly).profile.role == "CIO"
    assert [person.id for person in people.profiles.named("cassandra")] == [kelly]


def test_before_merging_it_is_said_what_comes_together(people: Persons, ana: str, neal: str) -> None:
    people.profiles.write(neal, PersonField.ROLE, "Buyer")
    people.profiles.set_groups(neal, ("client", "friends"))
    people.touches.add(neal, Way.MET)
    people.relations.step(ana, RelationLevel.PARTNER, day=YESTERDAY)
    people.relations.step(neal, RelationLevel.VENDOR)

    preview = people.before_merging(ana, neal)

    assert preview is not None
    assert (preview.touches, preview.steps, preview.moves) == (1, 1, 2)
    assert (preview.groups, preview.level) == (("friends",), RelationLevel.VENDOR)
    assert [(one.of, one.kept, one.merged) for one in preview.fields] == [(PersonField.ROLE, "CIO", "Buyer")]
