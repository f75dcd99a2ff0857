"""What finishing a day asks and shows at its end, as plain values made from its pages. The widgets only paint these."""

from dataclasses import dataclass

from scorecard.domain.reflections import TOMORROW
from scorecard.services.pages import DayPage
from scorecard.services.reflection_pages import ReflectionPage
from scorecard.ui import say
from scorecard.ui.reflection_tab.markdown import plain_words
from scorecard.ui.reflection_tab.states import PlaceState, felt_choice_of, felt_choices, place_state
from scorecard.ui.scorecard_tab.states import Share, share_of
from scorecard.ui.text import tr

_LONGEST = 480


@dataclass(frozen=True, slots=True)
class ResultState:
    """`big` and `small` stand in the ring, `lines` say the same in words, the first one aloud.

    `tomorrow` is where the day says what to do tomorrow; None where no prompt asks for it. `sentence`: what it says.
    """

    title: str
    share: Share
    big: str
    small: str
    lines: tuple[str, ...]
    spoken: str
    tomorrow: PlaceState | None
    sentence: str


def is_written(page: ReflectionPage) -> bool:
    """Whether everything that is asked in writing has an answer. How the day felt need not be said."""
    return not page.asking and all(place.text.strip() for place in page.places)


def result_state(page: ReflectionPage) -> ResultState:
    day = page.page
    value = day.score.value
    grade = day.scale.grade(value) if value is not None and day.scale.shown else ""
    tomorrow = next((place for place in page.places if place.prompt_id == TOMORROW), None)
    lines = tuple(line for line in (_headline(day, grade), _coverage(day), _felt(page)) if line)
    title = tr("{day} is finished").format(day=say.say_day(day.day))
    return ResultState(
        title=title,
        share=share_of(day.score),
        big=say.say_points(value),
        small=tr("of 100") if value is not None else tr("no score"),
        lines=lines,
        spoken=". ".join((title, *([say.say_points(value)] if value is not None else []), *lines)),
        tomorrow=place_state(tomorrow, page) if tomorrow is not None else None,
        sentence=_sentence(tomorrow.text) if tomorrow is not None else "",
    )


def _headline(page: DayPage, grade: str) -> str:
    if page.away is not None:
        return tr("You are away: the day counts for nothing.")
    if not page.score.due:
        return tr("Nothing is due on this day.")
    if not page.score.known:
        return tr("Nothing is scored, so the day has no score.")
    if page.score.value is None:
        return tr("Less than half of what was due is known: too little for a score.")
    return tr("Grade {grade}").format(grade=grade) if grade else ""


def _coverage(page: DayPage) -> str:
    if page.away is not None or not page.score.due:
        return ""
    return tr("{known} of {due} measures scored").format(known=page.score.known, due=page.score.due)


def _felt(page: ReflectionPage) -> str:
    """By its letter, as it was chosen."""
    choices = felt_choices(page.grades)
    chosen = felt_choice_of(page.felt, choices)
    name = next((name for name, grade in choices if grade == chosen), page.felt)
    return tr("It felt like {grade}").format(grade=name) if name else ""


def _sentence(text: str) -> str:
    words = plain_words(text[: 4 * _LONGEST])
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0].rstrip() + "…"
