"""Before a meeting: what to know in a minute, and one question to ask, chosen by a fixed rule. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from scorecard.domain.between import Concern, Help, Intent, Owed
from scorecard.domain.profiles import PersonField, Script
from scorecard.domain.touches import Touch
from scorecard.services.people.definitions import PeopleDefinitions, QuestionWhen
from scorecard.services.people.list_page import PersonRow
from scorecard.services.people.person_page import PersonPage
from scorecard.services.reckoning import Reckoned

LAST_TOUCHES = 3
ASKED_WITHIN = timedelta(days=90)  # “How can I help?”

_OF_SCRIPT = {
    PersonField.IMPORTANT: QuestionWhen.IMPORTANT,
    PersonField.SHOULD_HAPPEN: QuestionWhen.SHOULD_HAPPEN,
    PersonField.UNFOLDS: QuestionWhen.UNFOLDS,
    PersonField.BAD_OUTCOME: QuestionWhen.BAD_OUTCOME,
}


@dataclass(frozen=True, slots=True)
class AskNow:
    """`when` says why it is this one; None: the user wrote it down as the next thing to ask. `about` is what of theirs
    it is about: the intent, or what they answered.
    """

    words: str
    when: QuestionWhen | None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """`mine` and `theirs` are open promises by due day; `touches` the last ones; `helps` answered and not done yet."""

    today: date
    row: PersonRow
    script: Script
    responsibilities: tuple[Concern, ...]
    concerns: tuple[Concern, ...]
    mine: tuple[Reckoned, ...]
    theirs: tuple[Owed, ...]
    touches: tuple[Touch, ...]
    helps: tuple[Help, ...]
    intents: tuple[Intent, ...]
    ask: AskNow


def meeting_of(page: PersonPage, definitions: PeopleDefinitions) -> Meeting:
    helps = tuple(one for one in page.helps if one.open)
    intents = tuple(one for one in page.intents if not one.said)
    return Meeting(
        today=page.today,
        row=page.row,
        script=page.profile.script,
        responsibilities=page.responsibilities,
        concerns=page.concerns,
        mine=page.promises.open,
        theirs=tuple(one for one in page.owed if one.open),
        touches=page.touches[:LAST_TOUCHES],
        helps=helps,
        intents=intents,
        ask=question_for(page, definitions),
    )


def question_for(page: PersonPage, definitions: PeopleDefinitions) -> AskNow:
    """What the user wrote down to ask; else about the first thing that is open or not known; else one that always fits.

    Among several that fit equally the day decides, so that a day has one question and the next day another.
    """
    if page.profile.ask_next:
        return AskNow(page.profile.ask_next, None)
    when, about = _reason(page)
    fitting = definitions.asked_when(when)
    return AskNow(fitting[page.today.toordinal() % len(fitting)].words, when, about)


def _reason(page: PersonPage) -> tuple[QuestionWhen, str]:
    unsaid = next((one for one in page.intents if not one.said), None)
    if unsaid is not None:
        return QuestionWhen.INTENT, unsaid.words
    waiting = next((one for one in page.helps if one.open), None)
    if waiting is not None:
        return QuestionWhen.HELP_OPEN, waiting.answer
    for part, text in page.profile.script.parts:
        if not text:
            return _OF_SCRIPT[part], ""
    if not page.concerns and not page.responsibilities:
        return QuestionWhen.CONCERNS, ""
    if not any(page.today - one.asked_on <= ASKED_WITHIN for one in page.helps):
        return QuestionWhen.HELP, ""
    return QuestionWhen.ANY, ""
