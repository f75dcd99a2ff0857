"""The ripple of a day in one line: "For Ana's team: Roadblocks removed 3 · For Neal"."""

from collections.abc import Sequence

from scorecard.domain.measures import Kind
from scorecard.services.people.ripple import Gift, Ripple
from scorecard.ui import say
from scorecard.ui.text import tr

_MOST, _MOST_GIFTS = 3, 2


def say_ripples(ripples: Sequence[Ripple]) -> str:
    """Empty where nobody is named. Not more than can be read at a glance."""
    said = [_say(one) for one in ripples[:_MOST]]
    if len(ripples) > _MOST:
        said.append(tr("and %n more", "", len(ripples) - _MOST))
    return " · ".join(said)


def _say(ripple: Ripple) -> str:
    people = tr("For {people}", "for whom a measure is worth something").format(people=ripple.whom)
    if not ripple.gifts:
        return people
    gifts = ", ".join(_gift(gift) for gift in ripple.gifts[:_MOST_GIFTS])
    return tr("{people}: {gifts}", "For Ana's team: Roadblocks removed 3").format(people=people, gifts=gifts)


def _gift(gift: Gift) -> str:
    if gift.terms.kind is Kind.YES_NO:
        return gift.name
    return f"{gift.name} {say.say_value_with_unit(gift.terms, gift.value)}"
