"""A week's review, made of what is known of the week."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from scorecard.domain.checkins import Checkin
from scorecard.domain.days import ONE_DAY
from scorecard.domain.goal_progress import GoalProgress
from scorecard.domain.grades import rounded
from scorecard.domain.people import People
from scorecard.domain.promises import Level
from scorecard.domain.reflections import MOVED, OF_WEEKS, WEEK_FOCUS, WEEK_QUESTION, Adjustment, Answer
from scorecard.domain.snapshot import Snapshot
from scorecard.domain.weeks import Week
from scorecard.services.adjusting import adjustment_effect
from scorecard.services.people.week import PeopleWeek
from scorecard.services.progress.history import History
from scorecard.services.promise_weeks import promise_weeks
from scorecard.services.reckoning import Reckoned
from scorecard.services.week_chart import DayBar, WeekBars, week_bars
from scorecard.services.weekly_review.counting import impact_in, moved_in
from scorecard.services.weekly_review.review import DayStory, LevelWeek, NextMeasure, Tried, WeekPlace, WeekReview


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """`snapshot` holds the days around the week that the adjustments need, and the week before; `answers` those of
    the week and of the Monday before; `adjustments` those that were written or answered in the week.
    """

    week: Week
    history: History
    snapshot: Snapshot
    items: Sequence[Reckoned]
    people: People
    checkins: Sequence[Checkin]
    answers: Sequence[Answer]
    adjustments: Sequence[Adjustment]
    question: str
    focus: str
    goals: tuple[GoalProgress, ...] = ()
    people_week: PeopleWeek = field(default_factory=PeopleWeek)
    served: Mapping[str, str] = field(default_factory=dict)  # names, by the ids of the measures done for them


def week_review(known: Known) -> WeekReview:
    week, today = known.week, known.history.today
    bars = week_bars(known.snapshot, week, today)
    best, worst = _extremes(bars, known)
    touched = people_touched(known.items, known.checkins, known.people, week, known.people_week.touched)
    return WeekReview(
        week=week,
        today=today,
        bars=bars,
        grade=_grade(bars, known.snapshot),
        best=best,
        worst=worst,
        moved=moved_in(known.history, week),
        levels=_levels(known.items, week),
        adjustments=tuple(_tried(one, known.snapshot) for one in known.adjustments),
        people=touched,
        people_count=len(touched),
        impacts=impact_in(known.history, week, known.served),
        question=_place(known.answers, week, WEEK_QUESTION, known.question),
        focus=_place(known.answers, week, WEEK_FOCUS, known.focus),
        last_focus=_place(known.answers, week.previous, WEEK_FOCUS, "").text,
        next_card=_next_card(known.snapshot, week),
        goals=known.goals,
        people_week=known.people_week,
    )


def _grade(bars: WeekBars, snapshot: Snapshot) -> str:
    scale = snapshot.settings.scale_on(bars.week.sunday)
    return scale.grade(bars.score.value) if scale.shown and bars.score.value is not None else ""


def _extremes(bars: WeekBars, known: Known) -> tuple[DayStory | None, DayStory | None]:
    """The best and the worst day; none where no day differs from another."""
    scored = [(bar, bar.score) for bar in bars.days if bar.score is not None]
    if len({rounded(score) for _, score in scored}) < 2:
        return None, None
    return _story(scored, max, known), _story(scored, min, known)


def _story(scored: Sequence[tuple[DayBar, Fraction]], most: Callable[[Iterable[int]], int], known: Known) -> DayStory:
    """The first of the days that share a score, and whose words there are, if anybody wrote any."""
    wanted = most(rounded(score) for _, score in scored)
    same = [bar for bar, score in scored if rounded(score) == wanted]
    told = ((bar, own_words(bar.day, known.answers, known.snapshot)) for bar in same)
    bar, words = next(((bar, words) for bar, words in told if words), (same[0], ""))
    return DayStory(bar, words, tuple(other.day for other in same if other is not bar))


def own_words(day: date, answers: Iterable[Answer], snapshot: Snapshot) -> str:
    """What was written that day: what moved forward, else the longest answer, else the notes."""
    written = {
        answer.prompt_id: answer.text.strip()
        for answer in answers
        if answer.day == day and answer.prompt_id not in OF_WEEKS and answer.text.strip()
    }
    if written:
        return written.get(MOVED) or max(written.values(), key=len)
    order = [measure.id for measure in snapshot.card.measures]
    notes = {measure: entry.note.strip() for (of_day, measure), entry in snapshot.entries.items() if of_day == day}
    return "\n\n".join(notes[measure] for measure in order if notes.get(measure))


def _levels(items: Iterable[Reckoned], week: Week) -> tuple[LevelWeek, ...]:
    counted = (item for item in items if item.count is not None and week.monday <= item.count.day <= week.sunday)
    (found,) = promise_weeks(counted, week, 1)
    levels = (LevelWeek(level, found.kept[level], found.missed[level]) for level in Level)
    return tuple(level for level in levels if level.kept or level.missed)


def _tried(adjustment: Adjustment, snapshot: Snapshot) -> Tried:
    names: Mapping[str, str] = {measure.id: measure.name for measure in snapshot.card.measures}
    effects = tuple(
        (names[measure], adjustment_effect(adjustment, snapshot, measure))
        for measure in adjustment.measures
        if measure in names
    )
    return Tried(adjustment.day, adjustment.words, adjustment.tried, adjustment.helped, effects)


def people_touched(
    items: Iterable[Reckoned],
    checkins: Iterable[Checkin],
    people: People,
    week: Week,
    touched: Iterable[str] = (),
) -> tuple[str, ...]:
    """Whom something was promised to, or done for, or came due for in the week, whom a check-in is about, and whom one
    was in touch with: `touched` are their ids.
    """
    first, last = week.monday, week.sunday
    ids = {item.promise.person_id for item in items if any(first <= day <= last for day in _days_of(item))}
    ids |= set(touched)
    ids |= {checkin.person_id for checkin in checkins if first <= checkin.day <= last}
    found = {person.id: person.name for person_id in ids if (person := people.get(person_id)) is not None}
    return tuple(sorted(found.values(), key=lambda name: (name.casefold(), name)))


def _days_of(item: Reckoned) -> Iterator[date]:
    """The days on which something was with a promise."""
    yield item.promise.made_on
    for step in item.promise.steps:
        yield step.day
    for came in item.standing.dates:
        yield came.day


def _place(answers: Iterable[Answer], week: Week, prompt_id: str, words: str) -> WeekPlace:
    found = (answer for answer in answers if answer.day == week.monday and answer.prompt_id == prompt_id)
    answer = next(found, None)
    return WeekPlace(prompt_id, answer.question, answer.text) if answer else WeekPlace(prompt_id, words)


def _next_card(snapshot: Snapshot, week: Week) -> tuple[NextMeasure, ...]:
    monday = week.sunday + ONE_DAY
    before = {measure.id for measure in snapshot.card.on(week.sunday)}
    return tuple(
        NextMeasure(measure.name, terms, new=measure.id not in before)
        for measure in snapshot.card.on(monday)
        if (terms := measure.terms_on(monday)) is not None
    )
