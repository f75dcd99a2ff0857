"""What an activity did, in the few words of a menu: "3 for Thank-yous"."""

from collections.abc import Callable, Mapping
from typing import Any

from scorecard.domain.activities import Activity, Verb
from scorecard.domain.measures import Place
from scorecard.domain.promises import Level, Outcome
from scorecard.words.aways import say_away_deed
from scorecard.words.checkins import say_checkin_deed
from scorecard.words.goal_names import say_goal_deed
from scorecard.words.importing import say_source
from scorecard.words.reflecting import say_reflecting

Tr = Callable[..., str]
Say = Callable[[str], str]

_IN_A_MENU, _IN_A_SENTENCE = 40, 60  # letters of a name


def say_activity(activity: Activity, tr: Tr, say_day: Say, say_value: Callable[[str, str], str]) -> str:
    """`say_day` puts an ISO day into words; `say_value` a stored value, given the kind of its measure."""
    subject = activity.subject
    named = {"measure": _short(subject.get("measure", "")), "day": say_day(subject["day"]) if "day" in subject else ""}
    match activity.verb:
        case Verb.SCORE:
            value = say_value(subject.get("value", ""), subject.get("kind", ""))
            return tr("{value} for {measure}, {day}").format(value=value, **named)
        case Verb.SKIP:
            return tr("skip {measure}, {day}").format(**named)
        case Verb.CLEAR:
            return tr("clear {measure}, {day}").format(**named)
        case Verb.NOTE:
            return tr("note for {measure}, {day}").format(**named)
        case Verb.FINISH:
            return tr("finish {day}").format(**named)
        case Verb.REOPEN:
            return tr("reopen {day}").format(**named)
        case _:
            said = say_reflecting(activity.verb, named["day"], tr) or say_away_deed(activity.verb, subject, tr, say_day)
            return said or _say_of_store(activity.verb, subject, tr) or _say_of_card(activity.verb, subject, named, tr)


def _say_of_store(verb: str, subject: Mapping[str, str], tr: Tr) -> str:
    match verb:
        case Verb.IMPORT:
            return tr("import from {source}").format(source=say_source(subject.get("source", ""), tr))
        case Verb.CHANGE_SETTING:
            return tr("change of a setting")
        case Verb.SALVAGE:
            return tr("bring back from the damaged store")
        case _:
            return ""


def _say_of_card(verb: str, subject: Mapping[str, str], named: Mapping[str, Any], tr: Tr) -> str:
    match verb:
        case Verb.ADD_MEASURE:
            return tr("add {measure}").format(**named)
        case Verb.EDIT_MEASURE:
            return tr("edit {measure}").format(**named)
        case Verb.PLACE_MEASURE:
            return _say_place(subject.get("place", ""), tr).format(**named)
        case Verb.MOVE_MEASURE | Verb.MOVE_GROUP:
            return tr("reorder the card")
        case Verb.ADD_GROUP | Verb.RENAME_GROUP | Verb.REMOVE_GROUP:
            return _say_group(verb, tr).format(group=_short(subject.get("group", "")))
        case Verb.START_CARD:
            starter = subject.get("starter", "")
            return tr("start with “{starter}”").format(starter=starter) if starter else tr("set up the card")
        case Verb.CHECK_IN | Verb.REMOVE_CHECKIN:
            return say_checkin_deed(verb, {key: _short(words) for key, words in subject.items()}, tr)
        case _:
            said = say_goal_deed(verb, subject, tr, _short) or _say_of_person(verb, subject, named["day"], tr)
            return said or _say_of_promise(verb, subject, tr)


def _say_of_person(verb: str, subject: Mapping[str, str], day: str, tr: Tr) -> str:
    from scorecard.words.people import say_person_deed  # no first picture waits for it

    return say_person_deed(verb, {key: _short(words) for key, words in subject.items()}, day, tr)


def _say_of_promise(verb: str, subject: Mapping[str, str], tr: Tr) -> str:
    named = {key: _short(subject.get(key, "")) for key in ("promise", "person", "merged")}
    match verb:
        case Verb.MAKE_PROMISE:
            return tr("promise “{promise}”").format(**named)
        case Verb.EDIT_PROMISE:
            return tr("edit “{promise}”").format(**named)
        case Verb.SETTLE_PROMISE:
            return _say_outcome(subject.get("outcome", ""), tr).format(**named)
        case Verb.MOVE_PROMISE:
            return tr("renegotiate “{promise}”").format(**named)
        case Verb.RELEVEL_PROMISE:
            return _say_level(subject.get("level", ""), tr).format(**named)
        case Verb.REOPEN_PROMISE:
            return tr("reopen “{promise}”").format(**named)
        case Verb.REMOVE_PROMISE:
            return tr("remove “{promise}”").format(**named)
        case Verb.RENAME_PERSON:
            return tr("rename to {person}").format(**named)
        case Verb.MERGE_PERSONS:
            return tr("merge {merged} into {person}").format(**named)
        case _:
            return tr("last change")


def say_step(activity: Activity, tr: Tr) -> str:
    """What was done to a promise or a person, for a notice; empty for what their list goes on to show."""
    match activity.verb:
        case Verb.SETTLE_PROMISE:
            words = _say_settled(activity.subject.get("outcome", ""), tr)
        case Verb.MOVE_PROMISE:
            words = tr("Renegotiated: “{promise}”")
        case Verb.REMOVE_PROMISE:
            words = tr("Removed: “{promise}”")
        case Verb.ARCHIVE_PERSON:
            return tr("Archived: {person}").format(person=_short(activity.subject.get("person", ""), _IN_A_SENTENCE))
        case _:
            return ""
    return words.format(promise=_short(activity.subject.get("promise", ""), _IN_A_SENTENCE))


def _say_settled(outcome: str, tr: Tr) -> str:
    match outcome:
        case Outcome.KEPT:
            return tr("Kept: “{promise}”")
        case Outcome.LATE:
            return tr("Done, but late: “{promise}”")
        case Outcome.BROKEN:
            return tr("Broken: “{promise}”")
        case _:
            return tr("Released: “{promise}”")


def _say_outcome(outcome: str, tr: Tr) -> str:
    match outcome:
        case Outcome.KEPT:
            return tr("“{promise}” kept")
        case Outcome.LATE:
            return tr("“{promise}” done late")
        case Outcome.BROKEN:
            return tr("“{promise}” broken")
        case _:
            return tr("“{promise}” released")


def _say_level(level: str, tr: Tr) -> str:
    match level:
        case Level.COMMITMENT:
            return tr("“{promise}” as a commitment")
        case Level.BEST_EFFORT:
            return tr("“{promise}” as a best effort")
        case _:
            return tr("“{promise}” as a good intention")


def _say_group(verb: str, tr: Tr) -> str:
    match verb:
        case Verb.ADD_GROUP:
            return tr("add group “{group}”")
        case Verb.RENAME_GROUP:
            return tr("rename group to “{group}”")
        case _:
            return tr("remove group “{group}”")


def _say_place(place: str, tr: Tr) -> str:
    match place:
        case Place.CARD:
            return tr("{measure} onto the card")
        case Place.BENCH:
            return tr("{measure} to the bench")
        case _:
            return tr("retire {measure}")


def _short(name: str, most: int = _IN_A_MENU) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
