"""What was done on the page of a day, in the few words of a menu. Never what was written."""

from collections.abc import Callable

from scorecard.domain.activities import Verb

Tr = Callable[..., str]


def say_reflecting(verb: str, day: str, tr: Tr) -> str | None:
    """None for what is no part of reflecting; `day` in words, where there is one."""
    match verb:
        case Verb.WRITE:
            return tr("writing, {day}").format(day=day)
        case Verb.FEEL:
            return tr("how it felt, {day}").format(day=day)
        case Verb.SWAP_QUESTION:
            return tr("another question, {day}").format(day=day)
        case Verb.ANSWER_ADJUSTMENT:
            return tr("what became of the adjustment, {day}").format(day=day)
        case Verb.REVIEW_WEEK:
            return tr("the review of the week of {day}").format(day=day)
        case Verb.EDIT_PROMPTS:
            return tr("edit the prompts")
        case Verb.ADD_QUESTION:
            return tr("add a question")
        case Verb.RETIRE_QUESTION:
            return tr("retire or bring back a question")
        case _:
            return None
