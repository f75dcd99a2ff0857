"""Whatever is done to a person is one activity, is said in the menu, and can be taken back as if it had never been."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from scorecard.cli.english import tr
from scorecard.domain.between import ConcernKind, OwedOutcome
from scorecard.domain.profiles import ImpossiblePersonError, PersonFault, PersonField, PersonKind
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Direction, Way
from scorecard.services.people.person_page import PersonPage
from scorecard.services.people.persons import Persons
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from scorecard.words.activities import say_activity
from scorecard.words.errors import say_error
from tests.services.opened import TODAY, TOMORROW, YESTERDAY, seq

BEFORE = TODAY - timedelta(days=9)


@dataclass(frozen=True)
class Given:
    """Ana, with one of everything, and a measure."""

    people: Persons
    id: str
    team: str
    measure: str
    level: str
    concern: str
    help: str
    intent: str
    touch: str
    owed: str

    @property
    def page(self) -> PersonPage:
        found = self.people.page(self.id)
        assert found is not None
        return found


@pytest.fixture
def given(people: Persons, ana: str, calls: str) -> Given:
    return Given(
        people,
        ana,
        people.profiles.add(PersonDraft("Core team", PersonKind.TEAM)),
        calls,
        people.relations.step(ana, RelationLevel.VENDOR, "The first order", BEFORE),
        people.concerns.add(ana, ConcernKind.CONCERN, "An outage"),
        people.helps.ask(ana, "Somebody to explain it", BEFORE),
        people.intents.add(ana, "I want the budget", day=BEFORE),
        people.touches.add(ana, Way.MET, present=True, note="Coffee", day=YESTERDAY),
        people.owed.make(ana, "Send the numbers", YESTERDAY, BEFORE),
    )


Deed = Callable[[Given], object]
DEEDS: list[tuple[Deed, str]] = [
    (lambda g: g.people.profiles.add(PersonDraft("Mei")), "add Mei"),
    (lambda g: g.people.profiles.rename(g.id, "Ana Maria"), "rename to Ana Maria"),
    (lambda g: g.people.profiles.write(g.id, PersonField.ASK_NEXT, "And the board?"), "edit Ana López"),
    (lambda g: g.people.profiles.write(g.id, PersonField.BAD_OUTCOME, "A no\nor none"), "edit Ana López"),
    (lambda g: g.people.profiles.set_groups(g.id, ["Choir", "team"]), "edit Ana López"),
    (lambda g: g.people.profiles.set_rhythm(g.id, 30), "edit Ana López"),
    (lambda g: g.people.profiles.set_team(g.id, g.team), "edit Ana López"),
    (lambda g: g.people.profiles.set_kind(g.id, PersonKind.TEAM), "edit Ana López"),
    (lambda g: g.people.profiles.set_review_day(g.id, TOMORROW), "edit Ana López"),
    (lambda g: g.people.profiles.archive(g.id), "archive Ana López"),
    (lambda g: g.people.profiles.merge(g.team, g.id), "merge Ana López into Core team"),
    (lambda g: g.people.relations.step(g.id, RelationLevel.CONSULTANT, "Asked"), "Ana López as consultant"),
    (lambda g: g.people.relations.edit(g.level, "The second order", YESTERDAY), "edit a level of Ana López"),
    (lambda g: g.people.relations.remove(g.level), "remove a level of Ana López"),
    (lambda g: g.people.concerns.add(g.id, ConcernKind.RESPONSIBILITY, "Uptime"), "add “Uptime”"),
    (lambda g: g.people.concerns.edit(g.concern, "A breach"), "edit “A breach”"),
    (lambda g: g.people.concerns.remove(g.concern), "remove “An outage”"),
    (lambda g: g.people.concerns.take_map(g.id, "cio"), "starting map “CIO” for Ana López"),
    (lambda g: g.people.helps.ask(g.id), "asking Ana López how to help"),
    (lambda g: g.people.helps.answer(g.help, "Time"), "edit help for Ana López"),
    (lambda g: g.people.helps.do(g.help, "She smiled"), "help for Ana López done"),
    (lambda g: g.people.helps.remove(g.help), "remove help for Ana López"),
    (lambda g: g.people.intents.add(g.id, "Honesty", said=True), "add intent with Ana López"),
    (lambda g: g.people.intents.edit(g.intent, "Half of it"), "edit intent with Ana López"),
    (lambda g: g.people.intents.say(g.intent), "intent said to Ana López"),
    (lambda g: g.people.intents.remove(g.intent), "remove intent with Ana López"),
    (lambda g: g.people.touches.add(g.id, Way.TALKED, Direction.RECEIVED), "talked with Ana López, 2026-11-20"),
    (lambda g: g.people.touches.add(g.id, Way.WROTE), "wrote with Ana López, 2026-11-20"),
    (lambda g: g.people.touches.add(g.id, Way.HELPED), "helped Ana López, 2026-11-20"),
    (lambda g: g.people.touches.remove(g.touch), "remove touch with Ana López, 2026-11-19"),
    (lambda g: g.people.touches.toggle_served(g.id), "served Ana López, 2026-11-20"),
    (lambda g: g.people.owed.make(g.id, "Call back"), "“Call back”, promised by Ana López"),
    (lambda g: g.people.owed.edit(g.owed, "Send all", None, "soon"), "edit “Send all”"),
    (lambda g: g.people.owed.settle(g.owed, OwedOutcome.KEPT, YESTERDAY), "“Send the numbers” kept by Ana López"),
    (lambda g: g.people.owed.settle(g.owed, OwedOutcome.LATE), "“Send the numbers” done late by Ana López"),
    (lambda g: g.people.owed.settle(g.owed, OwedOutcome.BROKEN), "“Send the numbers” broken by Ana López"),
    (lambda g: g.people.owed.settle(g.owed, OwedOutcome.RELEASED), "Ana López let off “Send the numbers”"),
    (lambda g: g.people.owed.remove(g.owed), "remove “Send the numbers”"),
    (lambda g: g.people.agreements.agree(g.id, g.measure), "agree Calls with Ana López"),
    (lambda g: g.people.agreements.serve(g.measure, g.id), "Calls for Ana López"),
    (lambda g: g.people.agreements.plan(g.id, "trust", "reliability", "Say it early"), "plan for Ana López"),
]


def test_a_deed_is_one_activity_and_can_be_taken_back(
    services: Services, given: Given, subtests: pytest.Subtests
) -> None:
    before, rows = given.page, given.people.rows()
    for do, words in DEEDS:
        with subtests.test(words):
            number = seq(services)
            do(given)

            assert seq(services) == number + 1
            activity = services.undoing.next_undo()
            assert activity is not None
            assert say_activity(activity, tr, str, lambda value, _kind: value) == words
            assert (given.page, given.people.rows()) != (before, rows)
            services.undoing.undo()
            assert (given.page, given.people.rows()) == (before, rows)


REFUSED: list[tuple[Deed, PersonFault]] = [
    (lambda g: g.people.profiles.set_rhythm(g.id, 0), PersonFault.RHYTHM),
    (lambda g: g.people.profiles.set_groups(g.id, map(str, range(21))), PersonFault.GROUPS),  # type: ignore[arg-type]
    (lambda g: g.people.profiles.set_team(g.team, g.team), PersonFault.SELF),
    (lambda g: g.people.profiles.set_team(g.team, g.id), PersonFault.NO_TEAM),
    (lambda g: g.people.profiles.merge(g.id, g.id), PersonFault.SELF),
    (lambda g: g.people.profiles.archive("nobody"), PersonFault.GONE),
    (lambda g: g.people.relations.step(g.id, RelationLevel.VENDOR), PersonFault.SAME_LEVEL),
    (lambda g: g.people.relations.step(g.id, RelationLevel.PARTNER, day=TOMORROW), PersonFault.FUTURE),
    (lambda g: g.people.relations.edit("gone", "x"), PersonFault.GONE),
    (lambda g: g.people.concerns.add(g.id, ConcernKind.CONCERN, " \n "), PersonFault.NOTHING),
    (lambda g: g.people.concerns.edit("gone", "x"), PersonFault.GONE),
    (lambda g: g.people.concerns.take_map(g.id, "juggler"), PersonFault.GONE),
    (lambda g: g.people.helps.do(g.help, day=BEFORE - timedelta(days=1)), PersonFault.BEFORE),
    (lambda g: g.people.helps.answer("gone", ""), PersonFault.GONE),
    (lambda g: g.people.intents.add(g.id, ""), PersonFault.NOTHING),
    (lambda g: g.people.intents.say(g.intent, BEFORE - timedelta(days=1)), PersonFault.BEFORE),
    (lambda g: g.people.intents.edit("gone", "x"), PersonFault.GONE),
    (lambda g: g.people.touches.add(g.id, Way.MET, day=TOMORROW), PersonFault.FUTURE),
    (lambda g: g.people.owed.make(g.id, "x", BEFORE, TODAY), PersonFault.BEFORE),
    (lambda g: g.people.owed.make(g.id, ""), PersonFault.NOTHING),
    (lambda g: g.people.owed.settle(g.owed, OwedOutcome.LATE, YESTERDAY), PersonFault.NOT_LATE),
    (lambda g: g.people.owed.settle(g.owed, OwedOutcome.KEPT, BEFORE - timedelta(days=1)), PersonFault.BEFORE),
    (lambda g: g.people.owed.reopen(g.owed), PersonFault.OPEN),
    (lambda g: g.people.owed.edit("gone", "x", None, ""), PersonFault.GONE),
    (lambda g: g.people.agreements.agree(g.id, "gone"), PersonFault.NO_MEASURE),
]


def test_what_makes_no_sense_is_refused_in_a_sentence_and_changes_nothing(
    services: Services, given: Given, subtests: pytest.Subtests
) -> None:
    before, number = given.page, seq(services)
    for do, fault in REFUSED:
        with subtests.test(fault.value):
            with pytest.raises(ImpossiblePersonError) as refused:
                do(given)

            assert refused.value.fault is fault
            assert (given.page, seq(services)) == (before, number)
            sentence = say_error(refused.value, tr)
            assert sentence.endswith((".", "first.", "stays."))
            assert "{" not in sentence


def test_a_team_with_members_stays_a_team(given: Given) -> None:
    given.people.profiles.set_team(given.id, given.team)
    with pytest.raises(ImpossiblePersonError, match="members"):
        given.people.profiles.set_kind(given.team, PersonKind.PERSON)


def test_a_settled_promise_of_theirs_is_settled_once_and_can_be_reopened(given: Given) -> None:
    given.people.owed.settle(given.owed, OwedOutcome.KEPT, note="in time")
    with pytest.raises(ImpossiblePersonError, match="settled"):
        given.people.owed.settle(given.owed, OwedOutcome.BROKEN)
    given.people.owed.reopen(given.owed)
    assert [one.open for one in given.page.owed] == [True]


def test_served_is_one_key_there_and_back(services: Services, given: Given) -> None:
    assert given.people.touches.toggle_served(given.id)
    assert given.people.served_on() == {given.id}
    assert not given.people.touches.toggle_served(given.id)
    assert given.people.served_on() == frozenset()
    services.undoing.undo()
    assert given.people.served_on() == {given.id}


def test_served_with_a_note_is_not_taken_back_by_the_key(given: Given) -> None:
    given.people.touches.add(given.id, Way.SERVED, note="The form, together")
    assert given.people.touches.toggle_served(given.id)
    assert [touch.note for touch in given.page.touches] == ["The form, together", "Coffee"]


def test_writing_in_a_field_is_taken_back_by_thoughts_and_stands_once_in_the_record(
    services: Services, given: Given
) -> None:
    for text in ("U", "Up", "Uptime"):
        given.people.profiles.write(given.id, PersonField.IMPORTANT, text)
    assert given.page.profile.script.important == "Uptime"
    services.undoing.undo()
    assert given.page.profile.script.important == ""


def test_concerns_are_moved_among_their_kind(given: Given) -> None:
    for words in ("A breach", "Costs"):
        given.people.concerns.add(given.id, ConcernKind.CONCERN, words)
    given.people.concerns.add(given.id, ConcernKind.RESPONSIBILITY, "Uptime")
    last = given.page.concerns[-1].id

    given.people.concerns.move(last, 0)
    assert [one.words for one in given.page.concerns] == ["Costs", "An outage", "A breach"]
    given.people.concerns.move(last, 99)
    assert [one.words for one in given.page.concerns] == ["An outage", "A breach", "Costs"]
    assert [one.words for one in given.page.responsibilities] == ["Uptime"]


def test_a_starting_map_is_taken_once(given: Given) -> None:
    added = given.people.concerns.take_map(given.id, "cio")
    assert added == len(given.page.responsibilities) + len(given.page.concerns) - 1
    assert given.people.concerns.take_map(given.id, "cio") == 0


def test_contacts_of_another_program_come_as_one_activity(services: Services, given: Given) -> None:
    number = seq(services)
    ids = given.people.profiles.add_all([PersonDraft("Mei", origin="vcard:1"), PersonDraft("Yuki")], "vcard")
    assert seq(services) == number + 1
    assert given.people.profiles.by_origin() == {"vcard:1": ids[0]}
    services.undoing.undo()
    assert not given.people.profiles.named("mei")


def test_what_is_removed_twice_stays_gone(given: Given) -> None:
    for remove, row in (
        (given.people.touches.remove, given.touch), (given.people.helps.remove, given.help),
        (given.people.intents.remove, given.intent), (given.people.owed.remove, given.owed),
        (given.people.concerns.remove, given.concern), (given.people.relations.remove, given.level),
    ):  # fmt: skip
        remove(row)
        remove(row)
    page = given.page
    assert (page.touches, page.helps, page.intents, page.owed, page.concerns, page.steps) == ((), (), (), (), (), ())
