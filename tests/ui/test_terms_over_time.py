"""Changing what a measure asks, in its editor: from when on, what would be different, and why."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from scorecard.domain.measures import RATING_SCALES, WEIGHTS, Direction, Kind, Measure, Place, Terms
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from scorecard.store import migrating
from scorecard.ui.card_dialogs.effect_words import effect_rows
from scorecard.ui.card_dialogs.first_day_choice import first_days
from scorecard.ui.card_dialogs.good_measure import hints
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.card_dialogs.measure_form import MeasureForm, Rhythm, directions_for, form_of
from scorecard.ui.desk import Desk
from tests.fake_clock import FixedClock

TODAY = date(2026, 11, 20)
MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
START = date(2026, 11, 9)
DAYS = [START + timedelta(days=n) for n in range(12)]

Open = Callable[..., MeasureDialog]
Choose = Callable[..., str]


@pytest.fixture
def open_editor(services: Services, qtbot: QtBot) -> Open:
    def opened(measure_id: str) -> MeasureDialog:
        desk = Desk()
        desk.attach(services)
        dialog = MeasureDialog(desk, None, measure_id, TODAY)
        qtbot.addWidget(dialog)
        desk.setParent(dialog)
        dialog.show()
        return dialog

    return opened


@pytest.fixture
def calls(services: Services, choose: Choose) -> str:
    """At least 4 each day, with 4, 2, 3 and 1 from Monday to Thursday."""
    measure_id = choose("Calls", target=4)
    for number, value in enumerate((4, 2, 3, 1)):
        services.scoring.score(measure_id, MONDAY + timedelta(days=number), Decimal(value))
    return measure_id


def change(dialog: MeasureDialog, first_day: date = TODAY, **parts: object) -> None:
    """Chooses and types it, as far as a form goes, and looks at what would be different."""
    dialog.fields.set_form(replace(dialog.fields.form(), **parts))  # type: ignore[arg-type]
    dialog.fields.edited.emit()
    dialog.first_day.set_first_day(first_day)
    dialog.effect.look()


def said(dialog: MeasureDialog) -> list[str]:
    return [] if dialog.effect.isHidden() else dialog.effect.sentences.text().split("\n")


def rows(dialog: MeasureDialog) -> list[tuple[str, str, str]]:
    return effect_rows(dialog.effect.effect) if dialog.effect.effect is not None else []


def measure(services: Services, measure_id: str) -> Measure:
    return services.scoring.card().measure(measure_id)


# From when on


def test_today_is_offered_first_and_no_day_twice() -> None:
    assert [day.day for day, _ in first_days(TODAY)] == [20, 21, 23, 16]
    assert [day.day for day, _ in first_days(date(2026, 11, 22))] == [22, 23, 16]
    assert [day.day for day, _ in first_days(MONDAY)] == [16, 17, 23]
    assert first_days(TODAY)[0][1] == "today, Friday, 20 November"


def test_any_other_day_can_be_chosen(open_editor: Open, calls: str) -> None:
    dialog = open_editor(calls)
    assert dialog.first_day.day.isHidden()

    dialog.first_day.set_first_day(date(2026, 11, 4))

    assert not dialog.first_day.day.isHidden()
    assert dialog.first_day.first_day == date(2026, 11, 4)


# What would be different


def test_while_nothing_differs_nothing_is_said(open_editor: Open, calls: str) -> None:
    dialog = open_editor(calls)

    change(dialog, TUESDAY)

    assert said(dialog) == []


def test_from_today_on_it_says_that_nothing_before_changes(open_editor: Open, calls: str, services: Services) -> None:
    dialog = open_editor(calls)
    before = services.facts().last_seq

    change(dialog, target="8")

    assert said(dialog) == [
        "From Friday, 20 November on: at least 8, before at least 4.",
        "Nothing before Friday, 20 November changes.",
        "No score that there is so far would be another one.",
    ]
    assert services.facts().last_seq == before


def test_from_an_earlier_day_on_it_shows_each_day_before_it_is_saved(open_editor: Open, calls: str) -> None:
    dialog = open_editor(calls)

    change(dialog, TUESDAY, target="2")

    assert said(dialog)[1:] == ["Nothing before Tuesday, 17 November changes.", "3 day(s) would have another score."]
    assert rows(dialog) == [("Tue 17 Nov", "50", "100"), ("Wed 18 Nov", "75", "100"), ("Thu 19 Nov", "25", "50")]


def test_a_day_to_come_changes_nothing_yet(open_editor: Open, calls: str) -> None:
    dialog = open_editor(calls)

    change(dialog, date(2026, 11, 23), weight=3)

    assert said(dialog) == [
        "From Monday, 23 November on: weight 3, before weight 1.",
        "Nothing before Monday, 23 November changes.",
    ]


def test_another_kind_says_what_the_values_mean_and_which_mean_nothing(open_editor: Open, calls: str) -> None:
    dialog = open_editor(calls)
    change(dialog, MONDAY, kind=Kind.YES_NO)
    assert said(dialog)[3:] == [
        "What was entered is read anew: 1 becomes No, 2 becomes No, 3 becomes No, 4 becomes Yes.",
        "Yes is what met all that was asked.",
    ]

    change(dialog, MONDAY, kind=Kind.PROMISES, target="100")

    assert said(dialog)[-1] == (
        "Not to be said as “Kept promises”: 1, 2, 3, 4. 4 day(s) would be blank; the history keeps what was entered."
    )


def test_of_a_weekly_measure_it_shows_the_week(open_editor: Open, calls: str) -> None:
    dialog = open_editor(calls)

    change(dialog, MONDAY, rhythm=Rhythm.WEEKLY, target="20")

    assert said(dialog)[2].endswith("1 week(s) would have another score.")
    assert rows(dialog)[-1][0] == "Week 47"


def test_a_long_way_back_is_looked_at_off_the_event_loop(open_editor: Open, calls: str, qtbot: QtBot) -> None:
    dialog = open_editor(calls)

    change(dialog, date(2026, 2, 1), target="2")
    assert said(dialog) == ["Looking at all days since then…"]

    qtbot.waitUntil(lambda: dialog.effect.effect is not None)
    assert len(rows(dialog)) == 3


def test_what_is_said_follows_what_is_scored_meanwhile(
    open_editor: Open, calls: str, services: Services, qtbot: QtBot
) -> None:
    dialog = open_editor(calls)
    change(dialog, TUESDAY, target="2")

    services.scoring.score(calls, TUESDAY, Decimal(1))

    qtbot.waitUntil(lambda: rows(dialog)[0] == ("Tue 17 Nov", "25", "50"))


# Saved


def test_the_change_is_kept_with_its_reason(open_editor: Open, calls: str, services: Services) -> None:
    dialog = open_editor(calls)
    change(dialog, TUESDAY, target="2")
    dialog.reason.setText("The new shift")

    dialog.save()

    assert [(terms.first_day, terms.target, terms.reason) for terms in measure(services, calls).terms][1:] == [
        (TUESDAY, Decimal(2), "The new shift")
    ]


def test_what_was_chosen_for_later_is_shown_and_taken_back(open_editor: Open, calls: str, services: Services) -> None:
    dialog = open_editor(calls)
    assert not dialog.take_back.isVisible()
    change(dialog, date(2026, 11, 23), target="9")
    dialog.save()

    dialog = open_editor(calls)
    assert dialog.later.text() == "from Monday, 23 November: at least 9, before at least 4"
    dialog.take_back.click()

    assert len(measure(services, calls).terms) == 1
    assert not dialog.take_back.isVisible()


def test_earlier_than_the_card_has_room_is_refused_in_words(
    open_editor: Open, choose: Choose, services: Services
) -> None:
    ids = [choose(f"Measure {number}") for number in range(9)]
    services.cards.place(ids[0], Place.RETIRED)
    terms = replace(services.scoring.card().measure(ids[1]).terms[0], first_day=TODAY)
    fresh = services.cards.add(Draft("Fresh", terms))
    dialog = open_editor(fresh)
    dialog.first_day.set_first_day(MONDAY)

    dialog.save()

    assert dialog.isVisible()
    assert "nine measures were on the card" in dialog.notice.sentence.text()


# The three questions


def test_the_three_questions_are_asked_and_are_no_condition(open_editor: Open, calls: str, services: Services) -> None:
    rating = MeasureForm(kind=Kind.RATING)
    assert [hint.answered for hint in hints(rating)] == [False, True, False]
    full = MeasureForm(name="Calls", to_whom="Callers", rhythm=Rhythm.CHOSEN_DAYS, weekdays=frozenset({2}))
    assert [hint.answered for hint in hints(full)] == [True, False, True]
    dialog = open_editor(calls)
    shown = [line.words.text() for line in dialog.good.lines]
    assert shown[2] == "Of value to whom? Who is better off when it goes well?"

    change(dialog, target="8")
    dialog.save()

    assert len(measure(services, calls).terms) == 2


# The promise: earlier days stay exactly as they were


@st.composite
def forms(draw: st.DrawFn) -> MeasureForm:
    """Whatever somebody may choose and type, as long as it means a measure."""
    kind = draw(st.sampled_from(Kind))
    direction = draw(st.sampled_from(directions_for(kind)))
    scale = draw(st.sampled_from(RATING_SCALES))
    rhythms = [rhythm for rhythm in Rhythm if not (kind.computed and rhythm is Rhythm.WEEKLY)]
    low = draw(st.integers(1, 4))
    return MeasureForm(
        name="Calls", kind=kind, direction=direction, target=str(low), upper=str(low + draw(st.integers(0, 1))),
        scale=scale, weight=draw(st.sampled_from(WEIGHTS)), rhythm=draw(st.sampled_from(rhythms)),
        weekdays=frozenset(draw(st.sets(st.integers(0, 6), min_size=1))),
    )  # fmt: skip


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store of two measures, scored on most days of two weeks; the first of them has changed before."""
    path, clock = tmp_path_factory.mktemp("busy") / "scorecard.db", FixedClock()
    migrating.create_store(path, clock.now())
    services = Services(path, clock)
    terms = Terms(START, Kind.COUNT, target=Decimal(3))
    ids = [services.cards.add(Draft(name, terms)) for name in ("Calls", "Letters")]
    services.cards.edit(ids[0], Draft("Calls", replace(terms, first_day=MONDAY, target=Decimal(4))))
    for number, day in enumerate(DAYS):
        for measure_id in ids if number % 4 != 3 else []:
            services.scoring.score(measure_id, day, Decimal(number % 6))
    services.close()
    return path, ids[0]


_COPIES = count()


@contextmanager
def copied(path: Path) -> Iterator[Services]:
    copy = path.with_name(f"{next(_COPIES)}.db")
    shutil.copyfile(path, copy)
    services = Services(copy, FixedClock())
    yield services
    services.close()


@given(forms(), st.integers(-2, 13))
@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],  # a window for each step of shrinking takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_is_changed_in_the_window_earlier_days_stay_exactly_as_they_were_and_the_rest_is_as_was_shown(
    qtbot: QtBot, busy: tuple[Path, str], form: MeasureForm, offset: int
) -> None:
    first = START + timedelta(days=offset)
    path, calls = busy
    with copied(path) as services:
        before = {day: services.scoring.page(day) for day in DAYS}
        desk = Desk()
        desk.attach(services)
        dialog = MeasureDialog(desk, None, calls, TODAY)
        qtbot.addWidget(dialog)
        dialog.fields.set_form(form)
        dialog.fields.edited.emit()
        dialog.first_day.set_first_day(first)
        dialog.effect.look()
        effect = dialog.effect.effect
        told = {one.day: one.after for one in effect.days} if effect is not None else {}
        dialog.save()
        assert dialog.result() == MeasureDialog.DialogCode.Accepted

        for day in DAYS:
            after = services.scoring.page(day)
            if day < first:
                assert after.explanation == before[day].explanation
                assert [row.entry for row in after.rows] == [row.entry for row in before[day].rows]
                assert day not in told
            elif day in told:
                assert after.score == told[day]
            elif before[day].score.known or after.score.known:
                assert (after.score.value, after.score.known) == (before[day].score.value, before[day].score.known)
        shown = form_of(services.scoring.card().measure(calls), services.scoring.card().measure(calls).terms[-1], "")
        assert shown.kind is form.kind
        assert Direction(shown.direction) is form.direction
