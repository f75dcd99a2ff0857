"""What restoring a backup would change, thing by thing, in words: for a table with the columns now and then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import assert_never

from scorecard.domain.backup_changes import (
    EntryTold,
    Otherwise,
    Part,
    PromiseTold,
    TermsTold,
    Told,
    Topic,
    WordsTold,
)
from scorecard.domain.between import OwedOutcome
from scorecard.domain.due import Due, Span
from scorecard.domain.marks import Scored, Skipped, Unknown
from scorecard.domain.measures import Terms
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Way
from scorecard.words.importing import say_place
from scorecard.words.people import say_group, say_owed_outcome, say_relation_level, say_way
from scorecard.words.promises import say_level, say_outcome
from scorecard.words.values import say_asked, say_plain_value

Tr = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Manner:
    """How values, terms and days are written: the window's way, or the plain one of the command line."""

    tr: Tr
    value: Callable[[Terms, Decimal], str]
    asked: Callable[[Terms], str]
    day: Callable[[date], str]


def plain_manner(tr: Tr) -> Manner:
    return Manner(tr, lambda t, v: say_plain_value(t, v, tr), lambda t: say_asked(t, tr), date.isoformat)


def say_part(part: Part, tr: Tr) -> str:
    match part:
        case Part.DAYS:
            return tr("Days")
        case Part.PROMISES:
            return tr("Promises")
        case Part.WRITTEN:
            return tr("Written")
        case Part.PEOPLE:
            return tr("People")
        case Part.CARD:
            return tr("Card and settings")
        case _ as never:
            assert_never(never)


def say_thing(thing: Otherwise, tr: Tr) -> str:
    """What it is, and of whom or what: "Calls", "Promise: Send the offer", "Touch: Cassandra"."""
    kind = _say_topic(thing.topic, tr)
    if thing.topic in (Topic.ENTRY, Topic.ANSWER) and thing.of:
        return thing.of
    return tr("{kind}: {name}").format(kind=kind, name=thing.of) if thing.of else kind


def say_sides(thing: Otherwise, manner: Manner) -> tuple[str, str]:
    """Now, and in the backup. What can't be told apart in words differs in something that is not shown."""
    now, then = (_say_told(thing.topic, told, manner) for told in (thing.now, thing.then))
    if now == then:
        then = manner.tr("{words} (other in detail)").format(words=then)
    return now, then


def _say_told(topic: Topic, told: Told | None, manner: Manner) -> str:
    match told:
        case None:
            return manner.tr("not there")
        case EntryTold():
            return _say_entry(told, manner)
        case PromiseTold():
            parts = [
                say_outcome(told.outcome, manner.tr),
                say_level(told.level, manner.tr),
                _say_due(told.due, manner),
            ]
            return ", ".join(part for part in parts if part)
        case TermsTold():
            place = say_place(told.terms.place, manner.tr)
            return ", ".join(part for part in (manner.asked(told.terms), place) if part)
        case WordsTold():
            return _say_words(topic, told, manner)
        case _ as never:
            assert_never(never)


def _say_entry(told: EntryTold, manner: Manner) -> str:
    match told.mark:
        case Scored(value):
            mark = manner.value(told.terms, value) if told.terms is not None else f"{value.normalize():f}"
        case Skipped():
            mark = manner.tr("skipped")
        case Unknown():
            mark = manner.tr("no value")
        case _ as never:
            assert_never(never)
    return manner.tr("{value}, “{note}”").format(value=mark, note=told.note) if told.note else mark


def _say_words(topic: Topic, told: WordsTold, manner: Manner) -> str:
    try:
        code = _say_code(topic, told.code, manner)
    except (ValueError, ArithmeticError):  # no program of ours wrote it
        code = ""
    return ", ".join(part for part in (code, told.words) if part) or manner.tr("there")


def _say_code(topic: Topic, code: str, manner: Manner) -> str:
    tr = manner.tr
    match topic:
        case Topic.DAY:
            return tr("finished") if code else tr("not finished")
        case Topic.AWAY:
            return tr("until {day}").format(day=manner.day(date.fromisoformat(code)))
        case Topic.ADJUSTMENT:
            return _say_adjustment(code, tr)
        case Topic.CHECKIN:
            return f"{(Decimal(code) / 1000).quantize(Decimal('0.1')):f}"
        case Topic.SETTING:
            return _say_setting(code, tr)
        case _:
            return _say_code_of_person(topic, code, tr)


def _say_code_of_person(topic: Topic, code: str, tr: Tr) -> str:
    match topic:
        case Topic.CIRCLE:
            return say_group(code, tr)
        case Topic.LEVEL:
            return say_relation_level(RelationLevel(code), tr)
        case Topic.TOUCH:
            return say_way(Way(code), tr)
        case Topic.OWED:
            return say_owed_outcome(OwedOutcome(code), tr) if code else tr("open")
        case _:
            return ""


def _say_adjustment(code: str, tr: Tr) -> str:
    tried, _, helped = code.partition("/")
    if tried != "1":
        return tr("not tried")
    return {"1": tr("tried, and it helped"), "0": tr("tried, and it did not help")}.get(helped, tr("tried"))


def _say_setting(code: str, tr: Tr) -> str:
    name, _, value = code.partition("/")
    match name:
        case "day_end":
            return tr("My day ends at {time}").format(time=value.strip('"')[:5])
        case "grades":
            return tr("Grades")
        case _:
            return name


def _say_due(due: Due | None, manner: Manner) -> str:
    if due is None:
        return ""
    words = {
        Span.DAY: manner.tr("due {day}"),
        Span.WEEK: manner.tr("due in the week of {day}"),
        Span.MONTH: manner.tr("due in the month of {day}"),
    }[due.span]
    return words.format(day=manner.day(due.first_day))


def _say_topic(topic: Topic, tr: Tr) -> str:
    return {
        Topic.ENTRY: tr("Value"),
        Topic.DAY: tr("The day"),
        Topic.AWAY: tr("Away"),
        Topic.FELT: tr("How the day felt"),
        Topic.PROMISE: tr("Promise"),
        Topic.ANSWER: tr("Answer"),
        Topic.ADJUSTMENT: tr("“Tomorrow I will”"),
        Topic.CHECKIN: tr("Check-in"),
        Topic.PERSON: tr("Person"),
        Topic.PROFILE: tr("About"),
        Topic.CIRCLE: tr("Group of people"),
        Topic.LEVEL: tr("Relationship level"),
        Topic.CONCERN: tr("What they care about"),
        Topic.HELP: tr("“How can I help?”"),
        Topic.INTENT: tr("Intent"),
        Topic.TOUCH: tr("Touch"),
        Topic.OWED: tr("Promised by"),
        Topic.FACTOR_PLAN: tr("Plan for a check-in"),
        Topic.AGREED: tr("Agreed measure"),
        Topic.SERVED: tr("To whom"),
        Topic.MEASURE: tr("Measure"),
        Topic.TERMS: tr("Terms"),
        Topic.GROUP: tr("Group"),
        Topic.GOAL: tr("Goal"),
        Topic.GOAL_PART: tr("Part of a goal"),
        Topic.PROMPT: tr("Prompt"),
        Topic.QUESTION: tr("Question of the day"),
        Topic.SETTING: tr("Setting"),
    }[topic]
