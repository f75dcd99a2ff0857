"""What a row says of somebody: pure, in the fewest words, and nothing that is no news."""

from datetime import date, timedelta

import pytest

from scorecard.domain.people import Person
from scorecard.domain.profiles import PersonKind
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Contact
from scorecard.services.people.list_page import PersonRow
from scorecard.ui.people_tab.kept import ALSO, LEVEL, NAME, NEXT_DUE, Shown, from_words, to_words, without
from scorecard.ui.people_tab.list_words import Urgency, person_words

TODAY = date(2026, 11, 20)


def row(days: int | None = None, rhythm: int | None = None, **more: object) -> PersonRow:
    last = None if days is None else TODAY - timedelta(days=days)
    facts = {
        "person": Person("p", "Ana"), "kind": PersonKind.PERSON, "role": "", "organisation": "", "groups": (),
        "level": None, "contact": Contact(TODAY, last, rhythm),
    }  # fmt: skip
    return PersonRow(**(facts | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "rhythm", "texts", "urgency"),
    [
        (None, None, (), Urgency.QUIET),
        (None, 14, ("not yet in touch · every 14", "not yet in touch"), Urgency.QUIET),
        (0, None, ("today",), Urgency.QUIET),
        (1, 7, ("yesterday · every 7", "yesterday"), Urgency.QUIET),
        (12, 14, ("12 day(s) · every 14", "12 day(s)"), Urgency.QUIET),
        (14, 14, ("14 day(s) · every 14 · due today", "14 day(s) · due today", "due today"), Urgency.DUE),
        (17, 14, ("17 day(s) · every 14 · overdue", "17 day(s) · overdue", "overdue"), Urgency.OVERDUE),
    ],
)
def test_the_last_contact_stands_against_the_rhythm(
    days: int | None, rhythm: int | None, texts: tuple[str, ...], urgency: Urgency
) -> None:
    contact = person_words(row(days, rhythm)).contact

    assert (contact.texts, contact.urgency) == (texts, urgency)


@pytest.mark.parametrize(
    ("mine", "theirs", "due", "overdue", "text", "urgency"),
    [
        (0, 0, None, False, "", Urgency.QUIET),
        (2, 1, None, False, "2 to them · 1 to me", Urgency.QUIET),
        (2, 0, date(2026, 11, 27), False, "2 to them · due Fri 27 Nov", Urgency.QUIET),
        (0, 1, TODAY, False, "1 to me · due today", Urgency.DUE),
        (0, 1, date(2026, 11, 18), False, "1 to me · overdue since Wed 18 Nov", Urgency.DUE),
        (1, 0, date(2026, 11, 18), True, "1 to them · overdue since Wed 18 Nov", Urgency.OVERDUE),
    ],
)
def test_open_promises_go_both_ways(
    mine: int, theirs: int, due: date | None, overdue: bool, text: str, urgency: Urgency
) -> None:
    said = person_words(row(mine_open=mine, theirs_open=theirs, next_due=due, promise_overdue=overdue)).promises

    assert (said.texts[0] if said.texts else "", said.urgency) == (text, urgency)


def test_a_screen_reader_hears_all_of_it() -> None:
    words = person_words(
        row(
            17, 14, role="CIO", organisation="Northwind", groups=("client", "Choir"), level=RelationLevel.PARTNER,
            mine_open=1, ask_next="How was the board?",
        )
    )  # fmt: skip

    assert words.spoken == (
        "Ana, CIO · Northwind, Client, Choir, Partner, 17 day(s) since the last contact, wanted every 14 day(s), "
        "overdue, 1 to them, Ask: How was the board?"
    )
    assert (words.aside, words.step) == ("Client, Choir", 4)


def test_somebody_nothing_is_known_of_has_but_a_name() -> None:
    words = person_words(row())

    assert (words.name, words.aside, words.who, words.level, words.ask, words.spoken) == ("Ana", "", "", "", "", "Ana")


def test_an_archived_team_says_both_and_is_not_waited_for() -> None:
    words = person_words(row(60, 30, kind=PersonKind.TEAM, role="Ten people", archived=True, groups=("team",)))

    assert (words.aside, words.who, words.quiet) == ("archived · Team", "Team · Ten people", True)
    assert (words.contact.texts, words.contact.urgency) == (("60 day(s)",), Urgency.QUIET)


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        (NAME, Shown()),
        (NEXT_DUE, Shown(group="client", level=RelationLevel.PROBLEM_SOLVER, overdue=True)),
        (LEVEL, Shown(without_level=True, teams=True, team_id="t1", archived=ALSO)),
    ],
)
def test_what_is_shown_is_remembered(order: str, shown: Shown) -> None:
    assert from_words(to_words(order, shown)) == (order, shown)


def test_a_group_in_own_words_is_remembered_by_nobody() -> None:
    assert from_words(to_words(NAME, Shown(group="Choir"))) == (NAME, Shown())


@pytest.mark.parametrize("words", ["", "order", "order=best level=7 group=Choir archived=maybe", "=== order=name x"])
def test_what_makes_no_sense_is_left_out(words: str) -> None:
    assert from_words(words) == (NAME, Shown())


def test_a_part_is_taken_away_alone() -> None:
    shown = Shown(group="client", without_level=True, archived=ALSO)

    assert without(shown, "level") == Shown(group="client", archived=ALSO)
    assert without(shown, "archived") == Shown(group="client", without_level=True)
