"""The page of a person, before a meeting, and what the other side may see."""

from datetime import date, timedelta
from decimal import Decimal

from scorecard.domain.between import ConcernKind
from scorecard.domain.checkins import Subject
from scorecard.domain.due import Due
from scorecard.domain.periods import Length, Period
from scorecard.domain.profiles import SCRIPT_FIELDS, PersonField
from scorecard.domain.promises import Level, Outcome
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Touch, Way
from scorecard.domain.weeks import Week
from scorecard.services.cards import Draft
from scorecard.services.people.definitions import QuestionWhen
from scorecard.services.people.person_page import PersonPage
from scorecard.services.people.persons import Persons
from scorecard.services.promises import PromiseDraft
from scorecard.services.searching import AnswerPlace, HitKind, NotePlace, PersonPlace, PromisePlace
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.services.opened import COUNT, TODAY, TOMORROW, YESTERDAY


def page_of(people: Persons, person_id: str) -> PersonPage:
    page = people.page(person_id)
    assert page is not None
    return page


def asked(people: Persons, person_id: str) -> QuestionWhen | None:
    meeting = people.before_meeting(person_id)
    assert meeting is not None
    return meeting.ask.when


def test_promises_stand_with_the_record_of_each_level(services: Services, people: Persons, ana: str) -> None:
    for due in (TOMORROW, TODAY, None):
        draft = PromiseDraft("Call", Level.COMMITMENT, Due.on(due) if due else None, "Ana López")
        services.promises.make(draft)
    done = services.promises.make(PromiseDraft("Send", Level.COMMITMENT, Due.on(TODAY), "Ana López"))
    services.promises.settle(done, Outcome.KEPT)
    services.promises.make(PromiseDraft("Read", Level.BEST_EFFORT, Due.on(TODAY), "Neal"))

    found = page_of(people, ana).promises

    assert [item.last_day for item in found.open] == [TODAY, TOMORROW, None]
    assert [item.promise.words for item in found.settled] == ["Send"]
    assert (found.records[Level.COMMITMENT].kept, found.records[Level.COMMITMENT].n) == (1, 1)
    assert found.records[Level.BEST_EFFORT].n == 0


def test_steps_and_touches_are_the_newest_first_and_checkins_are_theirs(
    services: Services, people: Persons, ana: str
) -> None:
    people.relations.step(ana, RelationLevel.VENDOR, day=YESTERDAY)
    people.relations.step(ana, RelationLevel.CONSULTANT)
    people.touches.add(ana, Way.WROTE)
    people.touches.add(ana, Way.MET, day=YESTERDAY)
    factors = {"reliability": 8, "credibility": 8, "intimacy": 5, "character": 9, "self_orientation": 3}
    for name in ("Ana López", "Neal"):
        services.checkins.save("trust", Subject.PERSON, name, factors)

    page = page_of(people, ana)

    assert [step.relation.level for step in page.steps] == [RelationLevel.CONSULTANT, RelationLevel.VENDOR]
    assert (page.level, page.steps[0].up) == (RelationLevel.CONSULTANT, True)
    assert [touch.way for touch in page.touches] == [Way.WROTE, Way.MET]
    assert [(series.person, len(series.results)) for series in page.checkins] == [("Ana López", 1)]


def test_a_merged_person_opens_the_page_of_whom_they_are_now(people: Persons, ana: str, neal: str) -> None:
    people.profiles.merge(ana, neal)
    assert page_of(people, neal).person.name == "Ana López"
    assert people.page("never there") is None
    assert people.before_meeting("never there") is None


def test_the_touch_edited_keeps_its_person(people: Persons, ana: str, neal: str) -> None:
    touch = people.touches.add(ana, Way.MET)
    people.touches.edit(Touch(touch, neal, YESTERDAY, Way.TALKED, present=False, note=" a note "))
    assert page_of(people, neal).touches == ()
    (found,) = page_of(people, ana).touches
    assert (found.day, found.way, found.present, found.note) == (YESTERDAY, Way.TALKED, False, "a note")


def test_before_a_meeting_the_first_thing_open_or_unknown_is_asked(people: Persons, ana: str) -> None:
    wanted = [QuestionWhen.IMPORTANT, QuestionWhen.SHOULD_HAPPEN, QuestionWhen.UNFOLDS, QuestionWhen.BAD_OUTCOME]
    for when, field in zip(wanted, SCRIPT_FIELDS, strict=True):
        assert asked(people, ana) is when
        people.profiles.write(ana, field, "known")
    assert asked(people, ana) is QuestionWhen.CONCERNS
    people.concerns.add(ana, ConcernKind.CONCERN, "Outages")
    assert asked(people, ana) is QuestionWhen.HELP
    help_id = people.helps.ask(ana)
    assert asked(people, ana) is QuestionWhen.ANY
    people.helps.answer(help_id, "A call")
    assert asked(people, ana) is QuestionWhen.HELP_OPEN
    people.intents.add(ana, "I want the budget")
    assert asked(people, ana) is QuestionWhen.INTENT
    people.profiles.write(ana, PersonField.ASK_NEXT, "And the board?")
    assert asked(people, ana) is None


def test_a_day_has_one_question_and_the_days_take_turns(people: Persons, ana: str, clock: FixedClock) -> None:
    words = set()
    for _ in range(4):
        meeting = people.before_meeting(ana)
        assert meeting is not None
        assert meeting == people.before_meeting(ana)
        words.add(meeting.ask.words)
        clock.advance(days=1)
    assert words == {question.words for question in people.definitions().asked_when(QuestionWhen.IMPORTANT)}


def test_before_a_meeting_only_what_is_open_is_read(people: Persons, ana: str) -> None:
    for ago in range(5):
        people.touches.add(ana, Way.MET, day=TODAY - timedelta(days=ago))
    said = people.intents.add(ana, "Said", said=True)
    people.intents.add(ana, "Not yet")
    people.owed.make(ana, "Send it")
    meeting = people.before_meeting(ana)
    assert meeting is not None
    assert [touch.day for touch in meeting.touches] == [TODAY - timedelta(days=ago) for ago in range(3)]
    assert said not in [intent.id for intent in meeting.intents]
    assert [one.words for one in meeting.theirs] == ["Send it"]


def test_the_other_side_sees_what_was_agreed_and_no_name_but_theirs(
    services: Services, people: Persons, ana: str, neal: str
) -> None:
    measure = services.cards.add(Draft("Calls to Neal for Ana López", COUNT))
    people.agreements.agree(ana, measure, YESTERDAY)
    people.profiles.write(ana, PersonField.NOTES, "private")
    people.touches.add(ana, Way.MET, note="private")

    view = people.shared(ana)

    assert view is not None
    assert [(line.name, line.agreed_on) for line in view.lines] == [("Calls to … for Ana López", YESTERDAY)]
    assert "private" not in repr(view)


def test_the_sums_of_measures_done_for_them(services: Services, people: Persons, ana: str, calls: str) -> None:
    people.agreements.serve(calls, ana)
    for day, value in ((TODAY - timedelta(days=9), 4), (TODAY, 3)):
        services.scoring.score(calls, day, Decimal(value))
    (total,) = people.impact(ana)
    assert (total.name, total.total, total.since, total.n) == ("Calls", Decimal(7), TODAY - timedelta(days=9), 2)
    (by_person,) = people.impact_by_person(Period.of(Length.WEEK, TODAY))
    assert (by_person.person.id, by_person.sums[0].in_period) == (ana, Decimal(3))
    assert people.of_measure(calls) == by_person.person
    people.agreements.serve(calls, None)
    assert people.impact(ana) == ()


def test_where_somebody_is_named_is_found_by_every_name_they_have(
    services: Services, people: Persons, ana: str, neal: str, calls: str
) -> None:
    services.reflecting.write(TODAY, "moved", "Long talk with @ana lopez today.")
    services.scoring.note(calls, YESTERDAY, "For @Annie, and Ana López without the sign")
    promise = services.promises.make(PromiseDraft("Call back, see notes", Level.COMMITMENT, notes="as @Ana López said"))
    people.touches.add(neal, Way.MET, note="With @Ana López", day=date(2026, 1, 5))
    people.touches.add(ana, Way.MET, note="she told of @Ana López")
    services.reflecting.write(YESTERDAY, "moved", "Ana López, and @Ana Lopezzz")
    services.checkins.save("attention", Subject.PERSON, "Annie", dict.fromkeys(_FACTORS, 5))
    annie = people.profiles.named("Annie")[0].id
    people.profiles.merge(ana, annie)

    found = people.mentions(ana)

    assert {type(hit.place) for hit in found.hits} == {AnswerPlace, NotePlace, PromisePlace, PersonPlace}
    assert PromisePlace(promise) in [hit.place for hit in found.hits]
    assert [hit.day for hit in found.hits] == [TODAY, TODAY, YESTERDAY, date(2026, 1, 5)]
    assert len(people.mentions(ana, limit=2).hits) == 2
    assert people.mentions(ana, limit=2).more


_FACTORS = ("credibility", "reliability", "character", "intimacy", "focus_on_myself")


def test_what_is_known_of_somebody_is_found_and_leads_to_them(services: Services, people: Persons, ana: str) -> None:
    people.touches.add(ana, Way.MET, note="serendipity itself")
    people.concerns.add(ana, ConcernKind.CONCERN, "perspicacity above all")
    people.profiles.write(ana, PersonField.IMPORTANT, "no obfuscation")
    people.relations.step(ana, RelationLevel.VENDOR, "an ephemeral offer")
    people.owed.make(ana, "a quixotic plan")

    parts = {"serendipity": "touch", "perspicacity": "concern", "obfuscation": "", "ephemeral": "relation",
             "quixotic": "owed"}  # fmt: skip
    for text, part in parts.items():
        (hit,) = services.searching.find(text).hits
        assert (hit.kind, hit.title.text) == (HitKind.PERSON, "Ana López")
        assert isinstance(hit.place, PersonPlace)
        assert (hit.place.person_id, hit.place.part, bool(hit.place.row_id)) == (ana, part, bool(part))
        assert text in hit.excerpt.text


def test_the_week_knows_whom_one_touched_who_waits_and_whose_level_changed(
    services: Services, people: Persons, ana: str, neal: str
) -> None:
    monday = Week.of(TODAY).monday
    people.touches.add(neal, Way.MET, day=monday)
    people.touches.add(ana, Way.MET, day=TODAY - timedelta(days=20))
    people.relations.step(ana, RelationLevel.PARTNER, day=date(2026, 1, 5))
    people.relations.step(ana, RelationLevel.VENDOR, "I was late", TODAY)
    people.agreements.plan(ana, "trust", "reliability", "Say it early")

    review = services.weekly_review.page(Week.of(TODAY))
    week = review.people_week

    assert review.people == ("Neal",)
    assert [(one.name, one.days, one.rhythm) for one in week.overdue] == [("Ana López", 20, 14)]
    assert [(one.name, one.was, one.level, one.up) for one in week.moves] == [
        ("Ana López", RelationLevel.PARTNER, RelationLevel.VENDOR, False)
    ]
    assert [(one.factor, one.words) for one in week.plans] == [("Reliability", "Say it early")]
    assert "Ana" not in repr(services.weekly_review.shared(review).people_week)
    people.profiles.archive(ana)
    later = services.weekly_review.page(Week.of(TODAY)).people_week
    assert (later.overdue, later.plans) == ((), ())
