"""The review as others may see it: without notes, without one's own words, and without a name."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from scorecard.domain.goal_progress import GoalProgress
from scorecard.domain.measures import Terms
from scorecard.services.hiding import hiding
from scorecard.services.people.week import PeopleWeek
from scorecard.services.weekly_review.review import DayStory, WeekReview


def shared(review: WeekReview, names: Iterable[str]) -> WeekReview:
    """`names` are those of all persons: where one stands in the name of a measure, it is left out there too."""
    hide = hiding(names)
    return replace(
        review,
        best=_without_words(review.best),
        worst=_without_words(review.worst),
        moved=tuple(replace(one, name=hide(one.name), terms=_bare(one.terms, hide)) for one in review.moved),
        adjustments=tuple(
            replace(one, words="", effects=tuple((hide(name), effect) for name, effect in one.effects))
            for one in review.adjustments
        ),
        people=(),
        people_week=PeopleWeek(),
        impacts=tuple(
            replace(one, name=hide(one.name), terms=_bare(one.terms, hide), why="", to_whom="", served="")
            for one in review.impacts
        ),
        question=replace(review.question, text=""),
        focus=replace(review.focus, text=""),
        last_focus="",
        next_card=tuple(replace(one, name=hide(one.name), terms=_bare(one.terms, hide)) for one in review.next_card),
        shared=True,
        goals=tuple(_bare_goal(one, hide) for one in review.goals),
    )


def _without_words(story: DayStory | None) -> DayStory | None:
    return None if story is None else replace(story, words="")


def _bare_goal(progress: GoalProgress, hide: Callable[[str], str]) -> GoalProgress:
    """Without its own words; no name of a measure stands in a review of goals."""
    goal = progress.goal
    bare = replace(goal, name=hide(goal.name), unit=hide(goal.unit), perspective="", key_result="", why="")
    return replace(progress, goal=bare)


def _bare(terms: Terms, hide: Callable[[str], str]) -> Terms:
    """Without the reason, and with a unit that names nobody."""
    return replace(terms, reason="", unit=hide(terms.unit))
