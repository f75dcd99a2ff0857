"""What would be different if a measure asked something else, in sentences and as rows of a table."""

from collections.abc import Sequence

from scorecard.domain.measures import Kind, Measure, Terms
from scorecard.domain.terms_over_time import shown_terms
from scorecard.services.terms_effect import DayEffect, TermsEffect, ValueEffect, WeekEffect
from scorecard.ui.say import say_day, say_kind, say_points, say_score, say_short_day, say_value_with_unit, say_week
from scorecard.ui.say_terms import say_differences
from scorecard.ui.text import tr

_EXAMPLES = 4


def say_effect(effect: TermsEffect, known: Measure, wanted: Terms) -> list[str]:
    """The first one says what changes, the second what does not."""
    shown = shown_terms(known, effect.today)
    changes = say_differences(shown, wanted) or tr("it is asked already")
    said = [
        tr("From {day} on: {changes}.").format(day=say_day(effect.first_day), changes=changes),
        tr("Nothing before {day} changes.").format(day=say_day(effect.first_day)),
    ]
    if effect.first_day <= effect.today:
        said.append(_say_scores(effect))
    said += _say_values(effect.values)
    before = wanted
    for terms in effect.later:
        later = tr("From {day} on, what was already chosen follows: {changes}.")
        said.append(later.format(day=say_day(terms.first_day), changes=say_differences(before, terms)))
        before = terms
    return said


def headings() -> tuple[str, str, str]:
    return (
        tr("Day"),
        tr("Now", "heading of a column: the score as it is"),
        tr("Then", "heading of a column: as it would be"),
    )


def effect_rows(effect: TermsEffect) -> list[tuple[str, str, str]]:
    """Weeks stand below the days: only weekly measures change them by themselves."""
    days = [(say_short_day(one.day), *_scores(one)) for one in effect.days]
    return days + [(say_week(one.week), *_scores(one)) for one in effect.weeks]


def _scores(one: DayEffect | WeekEffect) -> tuple[str, str]:
    """With the coverage where it is another, or where there is no score without it."""
    before, after = one.before, one.after
    alike = (before.known, before.due) == (after.known, after.due)
    if alike and before.value is not None and after.value is not None:
        return say_points(before.value), say_points(after.value)
    return say_score(before), say_score(after)


def _say_scores(effect: TermsEffect) -> str:
    parts = []
    if effect.days:
        parts.append(tr("%n day(s) would have another score.", "", len(effect.days)))
    if effect.weeks:
        parts.append(tr("%n week(s) would have another score.", "", len(effect.weeks)))
    return " ".join(parts) or tr("No score that there is so far would be another one.")


def _say_values(values: Sequence[ValueEffect]) -> list[str]:
    """What each value that was entered would mean, and which would mean nothing."""
    kept = [one for one in values if one.meant is not None]
    lost = [one for one in values if one.meant is None]
    said = []
    if kept:
        words = [_becomes(one) for one in kept[:_EXAMPLES]]
        if len(kept) > _EXAMPLES:
            words.append(tr("and %n more", "", len(kept) - _EXAMPLES))
        said.append(tr("What was entered is read anew: {examples}.").format(examples=", ".join(words)))
        if kept[0].new.kind is Kind.YES_NO and kept[0].old.scores:
            said.append(tr("Yes is what met all that was asked."))
    if lost:
        named = ", ".join(dict.fromkeys(say_value_with_unit(one.old, one.value) for one in lost[:_EXAMPLES]))
        more = tr("and %n more", "", len(lost) - _EXAMPLES) if len(lost) > _EXAMPLES else ""
        examples = ", ".join(part for part in (named, more) if part)
        kind = say_kind(lost[0].new.kind)
        blank = tr("%n day(s) would be blank", "", sum(one.days for one in lost))
        sentence = tr("Not to be said as “{kind}”: {examples}. {blank}; the history keeps what was entered.")
        said.append(sentence.format(kind=kind, examples=examples, blank=blank))
    return said


def _becomes(one: ValueEffect) -> str:
    assert one.meant is not None
    before, after = say_value_with_unit(one.old, one.value), say_value_with_unit(one.new, one.meant)
    return tr("{before} becomes {after}", "4 becomes Yes").format(before=before, after=after)
