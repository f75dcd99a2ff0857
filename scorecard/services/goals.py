"""Goals: making, editing, ordering, closing and copying them, and how far the entries have come towards each."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.clock import Clock
from scorecard.domain.goal_counting import facts_of, goal_progress, seen_promises
from scorecard.domain.goal_progress import GoalProgress
from scorecard.domain.goals import (
    UNIT_LENGTH,
    WORDS_LENGTH,
    Counted,
    Goal,
    Part,
    goals_of,
    in_order,
    members,
    moved,
    period_of,
)
from scorecard.domain.ids import new_id
from scorecard.domain.periods import Period
from scorecard.domain.texts import clean_line, clean_name
from scorecard.services.goal_pages import SPANS, GoalDraft, GoalsPage
from scorecard.services.goal_parts import assign_within, offered_among
from scorecard.services.kept_promises import counts_promises, kept_marks
from scorecard.services.promises import Promises
from scorecard.services.scoring import Scoring
from scorecard.store import goals as stored
from scorecard.store.store import Store


class Goals:
    """Nothing is changed by what raises an error: ImpossibleGoalError, EmptyNameError, TextTooLongError, StoreError.

    What a goal has come to is never stored: it follows from the entries whenever it is asked for.
    """

    def __init__(self, store: Store, clock: Clock, scoring: Scoring, promises: Promises) -> None:
        self._store = store
        self._clock = clock
        self._scoring = scoring
        self._promises = promises

    def all(self) -> tuple[Goal, ...]:
        with self._store.reading() as connection:
            return stored.read_goals(connection)

    def offered(self) -> tuple[Goal, ...]:
        """The open goals of this quarter and year and of those to come: what a measure may work towards."""
        return offered_among(self.all(), self._scoring.today())

    def of_part(self, part: Part) -> frozenset[str]:
        """The goals that a measure or group works towards by itself."""
        return goals_of(self.all(), part)

    def page(self, day: date | None = None, until: date | None = None) -> GoalsPage:
        """The quarter and the year of `day`, with the entries up to `until`; None: today, and all there are."""
        today = self._scoring.today()
        day = day or today
        quarter, year = (period_of(span, day) for span in SPANS)
        goals = self.all()
        wanted = {period: [goal for goal in goals if goal.period == period] for period in (quarter, year)}
        shown = [one for period, some in wanted.items() for one in self._progress(period, some, until, today)]
        earlier = tuple(goal for goal in in_order(goals) if goal.period == quarter.previous and not goal.closed)
        return GoalsPage(quarter, year, today, tuple(shown), bool(goals), earlier)

    def as_of(self, day: date) -> GoalsPage:
        """The quarter and the year of `day`, as far as they had come by its evening."""
        return self.page(day, day)

    def preview(self, draft: GoalDraft) -> GoalProgress:
        """What a goal would have come to, before it is one."""
        goal = self._drawn_up("", draft, 0)
        return self._progress(goal.period, [goal], None, self._scoring.today())[0]

    def add(self, draft: GoalDraft) -> str:
        """The id of the new goal, last of its quarter or year."""
        goal = self._drawn_up(new_id(self._clock.now()), draft, 0)
        with self._store.change(Deed(Verb.ADD_GOAL, {"goal": goal.name})) as work:
            known = stored.read_goals(work.connection)
            stored.write_goal(work, replace(goal, position=_last(known, goal.period)))
        return goal.id

    def edit(self, goal_id: str, draft: GoalDraft) -> None:
        """One that is meant for another quarter or year comes last there. A goal that is gone stays gone."""
        edited = self._drawn_up(goal_id, draft, 0)
        with self._store.change(Deed(Verb.EDIT_GOAL, {"goal": edited.name})) as work:
            known = stored.read_goals(work.connection)
            before = _one(known, goal_id)
            if before is not None:
                stays = before.period == edited.period
                position = before.position if stays else _last(known, edited.period)
                stored.write_goal(work, replace(edited, position=position, closed=before.closed))

    def copy_on(self, goal_ids: Collection[str]) -> tuple[Goal, ...]:
        """Each once more in the quarter or year that follows its own, with the same measures and groups."""
        known = self.all()
        wanted = [goal for goal in in_order(known) if goal.id in goal_ids]
        if not wanted:
            return ()
        subject = {"goal": wanted[0].name if len(wanted) == 1 else "", "count": str(len(wanted))}
        with self._store.change(Deed(Verb.COPY_GOAL, subject)) as work:
            copies: list[Goal] = []
            for goal in wanted:
                position = _last([*known, *copies], goal.period.next)
                copies.append(goal.next(new_id(self._clock.now()), position))
                stored.write_goal(work, copies[-1])
        return tuple(copies)

    def move(self, goal_id: str, direction: int) -> None:
        """One place up (−1) or down (+1) among those of its perspective."""
        with self._store.change(Deed(Verb.MOVE_GOAL)) as work:
            known = stored.read_goals(work.connection)
            goal = _one(known, goal_id)
            beside = [other for other in known if goal is not None and other.period == goal.period]
            order = moved(beside, goal_id, direction) if goal is not None else None
            places = {known_id: place for place, known_id in enumerate(order or ())}
            for other in beside:
                stored.write_goal(work, replace(other, position=places.get(other.id, other.position)))

    def close(self, goal_id: str) -> None:
        """It stays where it is, with what it came to, and is asked about no more."""
        self._write(Verb.CLOSE_GOAL, goal_id, lambda goal: replace(goal, closed=True))

    def reopen(self, goal_id: str) -> None:
        self._write(Verb.REOPEN_GOAL, goal_id, lambda goal: replace(goal, closed=False))

    def remove(self, goal_id: str) -> None:
        """Measures, groups and entries stay as they are."""
        goal = _one(self.all(), goal_id)
        if goal is not None:
            with self._store.change(Deed(Verb.REMOVE_GOAL, {"goal": goal.name})) as work:
                stored.remove_goal(work, goal_id)

    def assign(self, part: Part, name: str, chosen: Collection[str]) -> None:
        """Of the goals that are offered, the part works towards the chosen ones. `name` is that of the part."""
        today = self._scoring.today()
        with self._store.change(Deed(Verb.ASSIGN_GOALS, {"part": name})) as work:
            assign_within(work, part, chosen, today)

    def _write(self, verb: Verb, goal_id: str, change: Callable[[Goal], Goal]) -> None:
        known = _one(self.all(), goal_id)
        if known is None:
            return
        with self._store.change(Deed(verb, {"goal": known.name})) as work:
            goal = _one(stored.read_goals(work.connection), goal_id)
            if goal is not None:
                stored.write_goal(work, change(goal))

    def _drawn_up(self, goal_id: str, draft: GoalDraft, position: int) -> Goal:
        return Goal(
            id=goal_id,
            name=clean_name(draft.name) if goal_id else clean_line(draft.name),
            counted=draft.counted,
            span=draft.span,
            first_day=period_of(draft.span, draft.first_day).first,
            target=draft.target,
            unit=clean_line(draft.unit, UNIT_LENGTH) if draft.counted is Counted.TOTAL else "",
            perspective=clean_line(draft.perspective),
            key_result=clean_line(draft.key_result, WORDS_LENGTH),
            why=clean_line(draft.why, WORDS_LENGTH),
            position=position,
            parts=draft.parts,
        )

    def _progress(
        self, period: Period, goals: Sequence[Goal], until: date | None, today: date
    ) -> tuple[GoalProgress, ...]:
        """All goals of one quarter or year, from one query."""
        if not goals:
            return ()
        card, away = self._scoring.card(), self._scoring.away()
        last = min(until or today, period.last, today)
        wanted = {measure.id: measure for goal in goals for measure in members(goal, card)}
        with self._store.reading() as connection:
            seen = stored.read_seen(connection, wanted, period.first, last)
        counting = [measure for measure in wanted.values() if counts_promises(measure)]
        if counting and last >= period.first:
            standings = (item.standing for item in self._promises.book().reckoned(today))
            seen = (*seen, *seen_promises(counting, kept_marks(standings, period.first, last), seen, away))
        facts = facts_of(period, last, today, card, away, seen)
        return tuple(goal_progress(goal, facts) for goal in in_order(goals))


def _one(goals: Iterable[Goal], goal_id: str) -> Goal | None:
    return next((goal for goal in goals if goal.id == goal_id), None)


def _last(goals: Iterable[Goal], period: Period) -> int:
    """The position after all others of the period."""
    return max((goal.position for goal in goals if goal.period == period), default=-1) + 1
