"""How far a goal has come, in words: plain facts."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from scorecard.domain.goal_progress import GoalProgress, LeftOut, Stand
from scorecard.domain.goals import Counted, Goal, Span
from scorecard.domain.measures import Kind

Tr = Callable[..., str]
Number = Callable[[Decimal | int], str]  # in the user's language: 1,204

DOT = " · "
_HOUR = 60
_WHOLE_HOURS_FROM = 100 * _HOUR


def say_amount(goal: Goal, amount: Fraction, tr: Tr, number: Number, *, up: bool = False) -> str:
    """ "312", "38:30 h", "84.6"; without the unit. What is not exact is rounded down, or `up`."""
    match goal.counted:
        case Counted.TOTAL | Counted.DAYS_MET:
            return number(_shortest(amount, up=up))
        case Counted.TIME:
            return _say_time(amount, tr, number, up=up)
        case Counted.SCORE:
            return number(_decimal(amount, 1, up=up))
        case _ as never:
            assert_never(never)


def _shortest(amount: Fraction, *, up: bool) -> Decimal:
    """Exactly where three digits after the point are enough; else with one."""
    exact = (amount * 1000).denominator == 1
    return _decimal(amount, 3 if exact else 1, up=up)


def _decimal(amount: Fraction, places: int, *, up: bool) -> Decimal:
    scaled = amount * 10**places
    whole = -(-scaled.numerator // scaled.denominator) if up else scaled.numerator // scaled.denominator
    found = Decimal(whole).scaleb(-places)
    return Decimal(int(found)) if found == int(found) else found.normalize()


def _say_time(minutes: Fraction, tr: Tr, number: Number, *, up: bool) -> str:
    whole = int(_decimal(minutes, 0, up=up))
    hours, rest = divmod(whole, _HOUR)
    if whole < _HOUR:
        return tr("{minutes} min").format(minutes=number(whole))
    if rest == 0 or whole >= _WHOLE_HOURS_FROM:
        return tr("{time} h").format(time=number(hours + (up and rest > 0)))
    return tr("{time} h").format(time=f"{hours}:{rest:02}")


def _with_unit(goal: Goal, words: str) -> str:
    return f"{words} {goal.unit}" if goal.unit else words


def say_come(progress: GoalProgress, tr: Tr, number: Number) -> str:
    """ "312 of 500 calls", "12 of at most 40 calls", "48 of 60 days met", "mean score 84.6 of 85"."""
    goal, amount, target = progress.goal, progress.amount, progress.target
    if not progress.gains:
        return tr("no measure belongs to it yet")
    if amount is None:
        return tr("nothing known yet")
    come = say_amount(goal, amount, tr, number)
    if target is None:
        return _say_aimless(goal, amount, come, tr)
    wanted = say_amount(goal, target, tr, number)
    if goal.counted is Counted.SCORE:
        return tr("mean score {amount} of {target}").format(amount=come, target=wanted)
    if goal.counted is Counted.DAYS_MET:
        return tr("{amount} of {target} days met").format(amount=come, target=wanted)
    words = tr("{amount} of at most {target}") if progress.limit else tr("{amount} of {target}")
    return words.format(amount=come, target=_with_unit(goal, wanted))


def say_come_to(progress: GoalProgress, tr: Tr, number: Number) -> str:
    """ "312", "mean score 84.6", "48 days met": by itself, as in a table; empty while nothing is known."""
    goal, amount = progress.goal, progress.amount
    return "" if amount is None else _say_aimless(goal, amount, say_amount(goal, amount, tr, number), tr)


def _say_aimless(goal: Goal, amount: Fraction, come: str, tr: Tr) -> str:
    if goal.counted is Counted.SCORE:
        return tr("mean score {amount}").format(amount=come)
    if goal.counted is Counted.DAYS_MET:
        return tr("%n day(s) met", "", int(amount))
    return _with_unit(goal, come)


def say_target(goal: Goal, tr: Tr, number: Number) -> str:
    if goal.target is None:
        return ""
    return _with_unit(goal, say_amount(goal, Fraction(goal.target), tr, number))


def say_share(progress: GoalProgress, tr: Tr, number: Number) -> str:
    """ "62%", rounded down: 100% is all of it. Empty without a target, or while nothing is known."""
    share = progress.share
    return "" if share is None else _say_percent(share, tr, number)


def _say_percent(share: Fraction, tr: Tr, number: Number) -> str:
    return tr("{percent}%").format(percent=number(int(_decimal(100 * share, 0, up=False))))


def say_time(progress: GoalProgress, tr: Tr, number: Number) -> str:
    """How much of the quarter or year is gone: "55%"."""
    return _say_percent(progress.gone_share, tr, number)


def say_gone(progress: GoalProgress, tr: Tr, number: Number) -> str:
    """ "55% of the quarter gone"."""
    quarter = progress.goal.span is Span.QUARTER
    if progress.over:
        return tr("the quarter is over") if quarter else tr("the year is over")
    if not progress.gone:
        return tr("the quarter has not begun") if quarter else tr("the year has not begun")
    words = tr("{percent} of the quarter gone") if quarter else tr("{percent} of the year gone")
    return words.format(percent=_say_percent(progress.gone_share, tr, number))


def say_missing(progress: GoalProgress, tr: Tr, number: Number) -> str:
    """ "188 missing: 4.6 a working day", "28 left: 0.6 a working day", "5 over"; empty without a target."""
    missing, goal = progress.missing, progress.goal
    if missing is None:
        return ""
    away = say_amount(goal, abs(missing), tr, number, up=missing > 0)
    if goal.counted is Counted.SCORE:
        return _say_points(missing, away, tr)
    if missing < 0:
        words = tr("{amount} over") if progress.limit else tr("{amount} more than the target")
        return words.format(amount=away)
    if missing == 0:
        return tr("nothing left") if progress.limit else tr("reached")
    if progress.limit and progress.over:
        return tr("{amount} below").format(amount=away)
    words = tr("{amount} left") if progress.limit else tr("{amount} missing")
    return _with_rate(progress, words.format(amount=away), tr, number)


def _say_points(missing: Fraction, away: str, tr: Tr) -> str:
    if missing > 0:
        return tr("{points} points below the target").format(points=away)
    return tr("{points} points above the target").format(points=away) if missing else tr("just the target")


def _with_rate(progress: GoalProgress, words: str, tr: Tr, number: Number) -> str:
    """What is missing for each day that is left, or how many days are left where that says nothing."""
    left = progress.left
    if not left.n:
        return words
    each = progress.each
    if each is None:
        days = tr("%n week(s) left", "", left.n) if left.weekly else tr("%n working day(s) left", "", left.n)
        return tr("{amount}, {days}", "12 missing, 41 working days left").format(amount=words, days=days)
    rate = _say_each(progress, each, tr, number)
    every = tr("{amount} a week") if left.weekly else tr("{amount} a working day")
    return tr("{amount}: {rate}", "188 missing: 4.6 a working day").format(amount=words, rate=every.format(amount=rate))


def _say_each(progress: GoalProgress, each: Fraction, tr: Tr, number: Number) -> str:
    """Enough to reach a target, and not more than a limit has."""
    up = not progress.limit
    if progress.goal.counted is Counted.TIME:
        return _say_time(each, tr, number, up=up)
    return number(_decimal(each, 1 if each < 100 else 0, up=up))


def say_known(progress: GoalProgress, tr: Tr, number: Number) -> str:
    """ "38 of 45 known": never more than is asked, whatever was entered besides."""
    return tr("{known} of {asked} known").format(known=number(progress.known), asked=number(progress.asked))


def say_stand(stand: Stand, tr: Tr) -> str:
    """One word beside the colour; empty where it goes on."""
    match stand:
        case Stand.REACHED:
            return tr("reached")
        case Stand.OVER:
            return tr("over", "more than a goal was to be at most")
        case Stand.ENDED:
            return tr("not reached")
        case Stand.EMPTY | Stand.UNKNOWN | Stand.AIMLESS | Stand.OPEN:
            return ""
        case _ as never:
            assert_never(never)


def facts(progress: GoalProgress, tr: Tr, number: Number) -> tuple[str, ...]:
    """All that is said of a goal, the most important first."""
    parts = [say_come(progress, tr, number)]
    stand = say_stand(progress.stand, tr)
    missing = say_missing(progress, tr, number)
    if stand and stand != missing:
        parts.append(stand)
    parts += [missing, say_gone(progress, tr, number)]
    if progress.asked:
        parts.append(say_known(progress, tr, number))
    return tuple(part for part in parts if part)


def goal_sentence(progress: GoalProgress, tr: Tr, number: Number) -> str:
    """ "Thank-yous: 312 of 500 calls · 188 missing: 4.6 a working day · 55% of the quarter gone · 38 of 45 known"."""
    said = DOT.join(facts(progress, tr, number))
    return tr("{name}: {change}", "Deep work: +31% on 8 weeks").format(name=progress.goal.name, change=said)


def remarks(progress: GoalProgress, tr: Tr) -> tuple[str, ...]:
    """What has to be known to read the amount rightly."""
    said = [
        tr("{measure}: {words}").format(measure=gain.measure.name, words=say_left_out(progress.goal, left_out, tr))
        for gain in progress.gains
        for left_out in gain.left_out
    ]
    if progress.mixed:
        said.append(tr("Adds up what is to be high and what is to be low."))
    if progress.units:
        said.append(tr("Adds up different units: {units}.").format(units=", ".join(progress.units)))
    return tuple(said)


def say_left_out(goal: Goal, left_out: LeftOut, tr: Tr) -> str:
    words = tr("%n value(s) left out: {reason}.", "", left_out.n)
    return words.format(reason=_reason(goal.counted, left_out, tr))


def _reason(counted: Counted, left_out: LeftOut, tr: Tr) -> str:
    if left_out.tally:
        return tr("what is only counted meets no target")
    if counted is Counted.TIME:
        return tr("no times")
    match left_out.kind:
        case Kind.RATING:
            return tr("ratings can't be added up")
        case Kind.DURATION:
            return tr("times can't be added to numbers")
        case Kind.PROMISES:
            return tr("percentages can't be added up")
        case Kind.YES_NO | Kind.COUNT | Kind.NUMBER:
            return tr("they can't be added up")
        case _ as never:
            assert_never(never)


def review_lines(goals: Sequence[GoalProgress], tr: Tr, number: Number) -> list[tuple[str, str, str]]:
    """One line a goal for the weekly review: its name, how far it has come, and quietly what is missing."""
    lines = []
    for progress in goals:
        quiet = (say_share(progress, tr, number), say_missing(progress, tr, number), say_gone(progress, tr, number))
        lines.append((progress.goal.name, say_come(progress, tr, number), DOT.join(part for part in quiet if part)))
    return lines
