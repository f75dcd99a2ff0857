"""What a week's review claims, always with how many values it is based on: what moved, and what an adjustment did."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from scorecard.domain.measures import Terms
from scorecard.services.adjusting import Effect
from scorecard.services.weekly_review.review import Moved

Tr = Callable[..., str]
SayMean = Callable[[Terms, float], str]
SayNumber = Callable[[Decimal | int], str]
SayPercent = Callable[[float], str]

_ONCE_IN = 20  # chance does it less often than that: what a clear change is


def say_moved(
    moved: Sequence[Moved], tr: Tr, say_mean: SayMean, say_number: SayNumber
) -> tuple[list[tuple[str, str, str]], str]:
    """The measures that moved, as (name, before and now, of how many values), and what is said of all of them."""
    clear = [one for one in moved if one.change.clear]
    still = [one for one in moved if one.change.enough and not one.change.clear]
    few = [one for one in moved if not one.change.enough]
    lines = [(one.name, _say_means(one, tr, say_mean), _say_days(one, tr, say_number)) for one in clear]
    notes = []
    if still:
        notes.append(tr("No clear change in %n measure(s).", "", len(still)))
    if few:
        notes.append(_say_few(few, tr, say_number))
    if clear:
        words = tr("Eight weeks beside the eight before. Clear: chance alone does that less than once in {often}.")
        notes.append(words.format(often=say_number(_ONCE_IN)))
    return lines, " ".join(notes) if notes else tr("No measure stands on the card.")


def _say_means(one: Moved, tr: Tr, say_mean: SayMean) -> str:
    change = one.change
    if change.mean is None or change.mean_before is None:
        return ""
    words = tr("from {before} to {now}", "from 4.1 to 5.3")
    return words.format(before=say_mean(one.terms, change.mean_before), now=say_mean(one.terms, change.mean))


def _say_days(one: Moved, tr: Tr, say_number: SayNumber) -> str:
    words = tr("{before} and {now} weeks") if one.terms.weekly else tr("{before} and {now} days")
    return words.format(before=say_number(one.change.n_before), now=say_number(one.change.n))


def _say_few(few: Sequence[Moved], tr: Tr, say_number: SayNumber) -> str:
    """ "Not enough yet for 2 measures: 9 of 14 days", of the one that is nearest to enough."""
    nearest = max(few, key=lambda one: min(one.change.n, one.change.n_before) / one.change.least)
    known = min(nearest.change.n, nearest.change.n_before)
    words = tr("{n} of {least} weeks") if nearest.terms.weekly else tr("{n} of {least} days")
    so_far = words.format(n=say_number(known), least=say_number(nearest.change.least))
    return tr("Not enough yet for %n measure(s): {days}.", "", len(few)).format(days=so_far)


def say_effects(effects: Iterable[tuple[str, Effect]], tr: Tr, say_percent: SayPercent, enough: int) -> str:
    """ "Deep work: 79% before, 91% after (10 and 7 days)", or that nothing can be concluded yet."""
    return " · ".join(_say_effect(name, effect, tr, say_percent, enough) for name, effect in effects)


def _say_effect(name: str, effect: Effect, tr: Tr, say_percent: SayPercent, enough: int) -> str:
    before, after = effect.mean_before, effect.mean_after
    if not effect.enough or before is None or after is None:
        words = tr("{measure}: {before} days before, {after} after, of {enough} each: nothing can be concluded yet")
        return words.format(measure=name, before=len(effect.before), after=len(effect.after), enough=enough)
    words = tr("{measure}: {before} before, {after} after ({n} and {m} days)")
    return words.format(
        measure=name,
        before=say_percent(100 * float(before)),
        after=say_percent(100 * float(after)),
        n=len(effect.before),
        m=len(effect.after),
    )
