"""Checking in: results stay as they were made, are undone, come due again, and stand beside what is measured."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.domain.activities import Verb
from scorecard.domain.changes import Change
from scorecard.domain.checkins import (
    EVIDENCE_LENGTH,
    Checkin,
    CheckinFault,
    ImpossibleCheckinError,
    Part,
    Subject,
    in_tenths,
)
from scorecard.domain.due import Due
from scorecard.domain.errors import EmptyNameError, FutureDayError, KnownError
from scorecard.domain.promises import Level, Outcome
from scorecard.domain.records import Record
from scorecard.services.checkin_page import MEASURED_DAYS, Series, SeriesKey
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from tests.services.opened import TODAY, TOMORROW, seq

GOOD_WEEK = {"reliability": 9, "credibility": 8, "intimacy": 6, "character": 8, "self_orientation": 5}
ME = SeriesKey("trust", Subject.ME)

Rate = Callable[..., str]


@pytest.fixture
def rate(services: Services) -> Rate:
    """Checks in on trust: rate(reliability=7, day=LAST_WEEK)."""

    def save(
        *, about: Subject = Subject.ME, person: str = "", day: date | None = None, evidence: str = "", **values: int
    ) -> str:
        return services.checkins.save("trust", about, person, GOOD_WEEK | values, evidence, day=day)

    return save


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def shown(services: Services, key: SeriesKey = ME) -> Series:
    series = services.checkins.card().get(key)
    assert series is not None
    return series


def only(services: Services) -> Checkin:
    (checkin,) = services.checkins.history("trust", Subject.ME)
    return checkin


def test_a_result_is_kept_with_its_parts_its_formula_and_a_sentence(services: Services, rate: Rate) -> None:
    checkin_id = rate(evidence="  Cassandra trusted\nthe sheet. ")

    assert only(services) == Checkin(
        checkin_id, "trust", TODAY, Subject.ME, None,
        (Part("Reliability", 9), Part("Credibility", 8), Part("Intimacy", 6), Part("Character", 8),
         Part("Self-orientation", 5)),
        "(reliability + credibility + intimacy + character) ÷ self-orientation", Fraction(31, 5),
        "Cassandra trusted the sheet.",
    )  # fmt: skip


answers = st.fixed_dictionaries({name: st.integers(1, 10) for name in GOOD_WEEK})


@given(values=answers)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_result_is_what_a_pocket_calculator_says(services: Services, values: dict[str, int]) -> None:
    checkin_id = services.checkins.save("trust", Subject.ME, "", values)

    found = next(one for one in services.checkins.history("trust", Subject.ME) if one.id == checkin_id)
    addends = values["reliability"] + values["credibility"] + values["intimacy"] + values["character"]
    assert abs(float(found.result) - addends / values["self_orientation"]) <= 0.0005001
    assert Fraction(4, 10) <= found.result <= 40
    services.checkins.remove(checkin_id)


def test_nothing_is_over_the_whole_range(services: Services, rate: Rate) -> None:
    rate(**dict.fromkeys(GOOD_WEEK, 10) | {"self_orientation": 1}, day=ago(1))
    rate(**dict.fromkeys(GOOD_WEEK, 1) | {"self_orientation": 10})

    assert [one.result for one in services.checkins.history("trust", Subject.ME)] == [40, Fraction(2, 5)]


@pytest.mark.parametrize(
    ("factors", "fault"),
    [
        ({}, CheckinFault.UNANSWERED),
        (GOOD_WEEK | {"self_orientation": 0}, CheckinFault.OUT_OF_SCALE),
        (GOOD_WEEK | {"intimacy": 11}, CheckinFault.OUT_OF_SCALE),
        (GOOD_WEEK | {"transparency": 4}, CheckinFault.GONE),
    ],
)
def test_answers_that_make_no_result_change_nothing(
    services: Services, factors: Mapping[str, int], fault: CheckinFault
) -> None:
    before = seq(services)

    with pytest.raises(ImpossibleCheckinError) as refused:
        services.checkins.save("trust", Subject.ME, "", factors)

    assert refused.value.fault is fault
    assert seq(services) == before


@pytest.mark.parametrize(
    ("definition", "about", "person", "error"),
    [
        ("gone", Subject.ME, "", ImpossibleCheckinError),
        ("organisational_trust", Subject.PERSON, "Neal", ImpossibleCheckinError),
        ("trust", Subject.PERSON, "  ", ImpossibleCheckinError),
        ("trust", Subject.TEAM, "\u200b", EmptyNameError),
    ],
)
def test_whom_it_is_about_has_to_fit(
    services: Services, definition: str, about: Subject, person: str, error: type[KnownError]
) -> None:
    with pytest.raises(error):
        services.checkins.save(definition, about, person, GOOD_WEEK)


def test_nobody_checks_in_tomorrow(rate: Rate) -> None:
    with pytest.raises(FutureDayError):
        rate(day=TOMORROW)


def test_evidence_is_one_sentence_and_no_essay(services: Services, rate: Rate) -> None:
    rate(evidence="x" * 4000)

    assert len(only(services).evidence) == EVIDENCE_LENGTH


# The same definition, subject and person make one series


def test_a_new_name_becomes_a_person_and_is_found_again(services: Services, rate: Rate) -> None:
    rate(about=Subject.PERSON, person=" Neal ", day=ago(7))
    rate(about=Subject.PERSON, person="neal")
    rate(about=Subject.TEAM, person="Neal")

    (neal,) = services.promises.book().people.present
    assert neal.name == "Neal"
    assert len(services.checkins.history("trust", Subject.PERSON, neal.id)) == 2
    assert len(services.checkins.history("trust", Subject.TEAM, neal.id)) == 1
    assert services.checkins.history("trust", Subject.ME) == ()


def test_an_id_tells_people_of_one_name_apart(services: Services, rate: Rate) -> None:
    rate(about=Subject.PERSON, person="Neal")
    rate(about=Subject.PERSON, person="Neal Smith")
    first, second = services.promises.book().people.present
    services.promises.rename_person(second.id, "Neal")

    services.checkins.save("trust", Subject.PERSON, "Neal", GOOD_WEEK, person_id=second.id)

    assert len(services.checkins.history("trust", Subject.PERSON, second.id)) == 2
    assert len(services.checkins.history("trust", Subject.PERSON, first.id)) == 1


def test_persons_that_turn_out_to_be_one_have_one_history(services: Services, rate: Rate) -> None:
    rate(about=Subject.PERSON, person="Cass", day=ago(7))
    rate(about=Subject.PERSON, person="Cassandra")
    cass, cassandra = services.promises.book().people.present

    services.promises.merge_persons(cassandra.id, cass.id)

    series = shown(services, SeriesKey("trust", Subject.PERSON, cassandra.id))
    assert (len(series.results), series.person) == (2, "Cassandra")
    assert services.checkins.history("trust", Subject.PERSON, cass.id) == series.results


def test_the_change_is_since_the_last_one_of_the_series(services: Services, rate: Rate) -> None:
    rate(day=ago(14), reliability=5)
    rate(day=ago(7), reliability=5)
    rate(about=Subject.PERSON, person="Neal", reliability=1)
    assert shown(services).change == 0

    rate()
    assert shown(services).change == Fraction(8, 10)


def test_the_first_one_has_nothing_to_change_from(services: Services, rate: Rate) -> None:
    rate()

    assert shown(services).change is None


def test_what_is_read_adds_up(services: Services, rate: Rate) -> None:
    """5.75 and 5.667 are shown as 5.8 and 5.7: the change is 0.1, as everybody can see."""
    rate(day=ago(7), reliability=9, credibility=9, intimacy=8, character=8, self_orientation=6)
    rate(reliability=6, credibility=6, intimacy=6, character=5, self_orientation=4)

    series = shown(services)
    assert [in_tenths(one.result) for one in series.results] == [57, 58]
    assert series.change == Fraction(1, 10)


# A definition changed later


MINE = """
id = "mine"
name = "Mine"
cadence = "monthly"
subjects = ["me"]
[[factors]]
id = "a"
name = "Calm"
one = "no"
ten = "yes"
[[factors]]
id = "b"
name = "Noise"
one = "no"
ten = "yes"
divisor = true
"""


@pytest.fixture
def own(path: Path) -> Path:
    folder = path.parent / "checkins"
    folder.mkdir()
    file = folder / "mine.toml"
    file.write_text(MINE, encoding="utf-8")
    return file


def test_a_definition_changed_later_changes_no_old_result(services: Services, own: Path) -> None:
    services.checkins.save("mine", Subject.ME, "", {"a": 9, "b": 2}, day=ago(1))
    before = services.checkins.history("mine", Subject.ME)

    changed = MINE.replace("Calm", "Serenity").replace('id = "a"', 'id = "s"').replace('"yes"', '"very much"')
    own.write_text(changed + '[[factors]]\nid = "c"\nname = "Sleep"\none = "no"\nten = "yes"\n', encoding="utf-8")
    services.checkins.save("mine", Subject.ME, "", {"s": 9, "c": 3, "b": 2})

    old, new = services.checkins.history("mine", Subject.ME)
    assert (old,) == before
    assert (old.formula, old.result) == ("calm ÷ noise", Fraction(9, 2))
    assert (new.formula, new.result) == ("(serenity + sleep) ÷ noise", Fraction(6))


def test_results_outlive_their_definition(services: Services, own: Path) -> None:
    services.checkins.save("mine", Subject.ME, "", {"a": 9, "b": 2}, day=ago(100))
    own.unlink()

    series = shown(services, SeriesKey("mine", Subject.ME))
    assert (series.name, series.definition, series.due_since, len(series.results)) == ("mine", None, None, 1)
    with pytest.raises(ImpossibleCheckinError):
        services.checkins.save("mine", Subject.ME, "", {"a": 9, "b": 2})
    services.checkins.remove(series.results[0].id)
    assert services.checkins.history("mine", Subject.ME) == ()


def test_a_broken_file_is_told_and_the_others_work(services: Services, own: Path, rate: Rate) -> None:
    own.write_text("id = 5", encoding="utf-8")
    rate()

    page = services.checkins.card()
    assert [problem.file for problem in page.problems] == ["mine.toml"]
    assert len(page.definitions) == 3
    assert services.checkins.definitions().problems == page.problems


# What is due


def test_what_never_began_is_not_due(services: Services) -> None:
    page = services.checkins.card()

    assert page.due is None
    assert [series.name for series in page.series] == ["Trust", "Quality of attention", "Organisational trust"]
    assert [len(series.results) for series in page.series] == [0, 0, 0]


@pytest.mark.parametrize(("days", "due"), [(0, None), (6, None), (7, TODAY), (30, ago(23))])
def test_a_weekly_one_is_due_after_seven_days(services: Services, rate: Rate, days: int, due: date | None) -> None:
    rate(day=ago(days))

    assert shown(services).due_since == due


def test_the_hint_is_for_what_is_still_done(services: Services, rate: Rate) -> None:
    rate(day=ago(300), about=Subject.PERSON, person="Neal")
    rate(day=ago(9))

    due = services.checkins.card().due
    assert due is not None
    assert due.key == ME


def test_what_was_done_last_is_shown_first(services: Services, rate: Rate) -> None:
    first = services.checkins.card().first
    assert first is not None
    assert first.key == ME

    rate(day=ago(3), about=Subject.TEAM, person="Support")
    rate(day=ago(9))
    first = services.checkins.card().first
    assert first is not None
    assert first.person == "Support"


# Measured reliability


def promise(services: Services, days: int, outcome: Outcome = Outcome.KEPT, to: str = "", **more: Level) -> None:
    level, day = more.get("level", Level.COMMITMENT), ago(days)
    promise_id = services.promises.make(PromiseDraft("Send it", level, Due.on(day), to, None, day - timedelta(days=3)))
    services.promises.settle(promise_id, outcome, day=day)


def test_beside_the_reliability_one_gives_oneself_stand_the_commitments_of_ninety_days(services: Services) -> None:
    for days in (0, 10, 20, MEASURED_DAYS - 1):
        promise(services, days)
    promise(services, 5, Outcome.BROKEN, to="Neal")
    promise(services, MEASURED_DAYS)
    promise(services, 3, level=Level.BEST_EFFORT)

    assert services.checkins.kept(Subject.ME) == Record(4, 5)
    assert shown(services).kept == Record(4, 5)
    assert shown(services).measures("Reliability")
    assert not shown(services).measures("Credibility")


def test_about_a_person_only_what_was_promised_to_them_counts(services: Services, rate: Rate) -> None:
    promise(services, 5, Outcome.BROKEN, to="Neal")
    promise(services, 6, to="neal")
    promise(services, 7, to="Cassandra")
    rate(about=Subject.PERSON, person="Neal")
    neal = services.promises.book().people.named("Neal")[0]

    assert services.checkins.kept(Subject.PERSON, neal.id) == Record(1, 2)
    assert shown(services, SeriesKey("trust", Subject.PERSON, neal.id)).kept == Record(1, 2)
    assert services.checkins.kept(Subject.TEAM, "nobody") == Record(0, 0)


# The record


def test_a_check_in_and_its_new_person_are_undone_as_one(services: Services, rate: Rate) -> None:
    rate(about=Subject.PERSON, person="Neal")

    services.undoing.undo()

    assert services.promises.book().people.all == ()
    assert all(not series.results for series in services.checkins.card().series)


def test_one_that_was_removed_comes_back_by_undo(services: Services, rate: Rate) -> None:
    checkin_id = rate()
    before = only(services)

    services.checkins.remove(checkin_id)
    assert services.checkins.history("trust", Subject.ME) == ()
    services.checkins.remove(checkin_id)

    undone = services.undoing.undo()
    assert undone.activity.verb == Verb.REMOVE_CHECKIN
    assert only(services) == before


def test_a_change_names_its_day_and_its_table(services: Services, heard: list[Change], rate: Rate) -> None:
    checkin_id = rate(day=ago(1))

    assert (heard[-1].topics, heard[-1].days) == (frozenset({"checkin"}), frozenset({ago(1)}))
    assert heard[-1].keys["checkin"] == {checkin_id}
