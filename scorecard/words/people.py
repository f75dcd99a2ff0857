"""People in words: levels, groups, touches, and what was done in the few words of a menu."""

from collections.abc import Callable, Mapping

from scorecard.domain.activities import Verb
from scorecard.domain.between import ConcernKind, OwedOutcome
from scorecard.domain.profiles import PersonField, PersonKind
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Direction, Way

Tr = Callable[..., str]


def say_relation_level(level: RelationLevel, tr: Tr) -> str:
    match level:
        case RelationLevel.VENDOR:
            return tr("Vendor", "relationship level")
        case RelationLevel.PROBLEM_SOLVER:
            return tr("Problem solver", "relationship level")
        case RelationLevel.CONSULTANT:
            return tr("Consultant", "relationship level")
        case RelationLevel.PARTNER:
            return tr("Partner", "relationship level")
        case RelationLevel.TRUSTED_PARTNER:
            return tr("Trusted partner", "relationship level")


def say_group(word: str, tr: Tr) -> str:
    """A group that the program knows; a word of the user's own is said as it is."""
    known = {
        "client": tr("Client", "group of people"),
        "colleague": tr("Colleague", "group of people"),
        "team": tr("Team", "group of people"),
        "manager": tr("Manager", "group of people"),
        "family": tr("Family", "group of people"),
    }
    return known.get(word, word)


def say_person_kind(kind: PersonKind, tr: Tr) -> str:
    match kind:
        case PersonKind.PERSON:
            return tr("Person", "kind of entry in People")
        case PersonKind.TEAM:
            return tr("Team or department", "kind of entry in People")


def say_way(way: Way, tr: Tr) -> str:
    match way:
        case Way.SERVED:
            return tr("Served", "way of a touch")
        case Way.MET:
            return tr("Met", "way of a touch")
        case Way.TALKED:
            return tr("Talked", "way of a touch")
        case Way.WROTE:
            return tr("Wrote", "way of a touch")
        case Way.HELPED:
            return tr("Helped", "way of a touch")


def say_direction(direction: Direction, tr: Tr) -> str:
    match direction:
        case Direction.GIVEN:
            return tr("given", "attention")
        case Direction.RECEIVED:
            return tr("received", "attention")


def say_concern_kind(kind: ConcernKind, tr: Tr) -> str:
    match kind:
        case ConcernKind.RESPONSIBILITY:
            return tr("Responsibilities")
        case ConcernKind.CONCERN:
            return tr("Concerns")


def say_owed_outcome(outcome: OwedOutcome, tr: Tr) -> str:
    match outcome:
        case OwedOutcome.KEPT:
            return tr("kept", "a promise of theirs")
        case OwedOutcome.LATE:
            return tr("late", "a promise of theirs")
        case OwedOutcome.BROKEN:
            return tr("broken", "a promise of theirs")
        case OwedOutcome.RELEASED:
            return tr("let off", "a promise of theirs")


def say_person_field(field: PersonField, tr: Tr) -> str:
    """As the field is called on the page."""
    known = {
        PersonField.ROLE: tr("Role"),
        PersonField.ORGANISATION: tr("Organisation"),
        PersonField.EMAIL: tr("Email"),
        PersonField.PHONE: tr("Telephone"),
        PersonField.ASK_NEXT: tr("Next thing to ask"),
        PersonField.IMPORTANT: tr("What is important"),
        PersonField.SHOULD_HAPPEN: tr("What should happen next"),
        PersonField.UNFOLDS: tr("How they expect it to unfold"),
        PersonField.BAD_OUTCOME: tr("What would be a bad outcome"),
        PersonField.NOTES: tr("Notes"),
    }
    return known[field]


def say_person_deed(verb: str, subject: Mapping[str, str], day: str, tr: Tr) -> str:
    """In the few words of a menu; empty for what is done to nobody. `day` is that of the deed in words."""
    words = _deed_on_person(verb, subject, tr) or _deed_between(verb, subject, tr) or _deed_owed(verb, subject, tr)
    if not words:
        return ""
    level = subject.get("level", "")
    named = {
        "person": subject.get("person", ""),
        "words": subject.get("words", ""),
        "measure": subject.get("measure", ""),
        "role": subject.get("role", ""),
        "level": say_relation_level(RelationLevel(level), tr).lower() if level in set(RelationLevel) else "",
        "day": day,
    }
    return words.format(**named)


def _deed_on_person(verb: str, subject: Mapping[str, str], tr: Tr) -> str:
    match verb:
        case Verb.ADD_PERSON:
            return tr("add {person}")
        case Verb.EDIT_PERSON:
            return tr("edit {person}")
        case Verb.ARCHIVE_PERSON:
            return tr("archive {person}")
        case Verb.BRING_BACK_PERSON:
            return tr("bring back {person}")
        case Verb.PLAN_FACTOR:
            return tr("plan for {person}")
        case Verb.FORGET_PERSON:
            return tr("delete somebody for good")
        case _:
            return _deed_on_relation(verb, subject, tr)


def _deed_on_relation(verb: str, subject: Mapping[str, str], tr: Tr) -> str:
    match verb:
        case Verb.STEP_RELATION:
            return tr("{person} as {level}", "a relationship level")
        case Verb.EDIT_RELATION:
            return tr("edit a level of {person}")
        case Verb.REMOVE_RELATION:
            return tr("remove a level of {person}")
        case Verb.AGREE_MEASURE:
            return tr("agree {measure} with {person}")
        case Verb.UNAGREE_MEASURE:
            return tr("no longer agree {measure} with {person}")
        case Verb.LINK_MEASURE:
            return tr("{measure} for {person}") if subject.get("person") else tr("{measure} for nobody in the list")
        case _:
            return ""


def _deed_between(verb: str, subject: Mapping[str, str], tr: Tr) -> str:
    match verb:
        case Verb.ADD_CONCERN:
            return tr("add “{words}”")
        case Verb.EDIT_CONCERN:
            return tr("edit “{words}”")
        case Verb.MOVE_CONCERN:
            return tr("move “{words}”")
        case Verb.REMOVE_CONCERN:
            return tr("remove “{words}”")
        case Verb.TAKE_CONCERNS:
            return tr("starting map “{role}” for {person}")
        case _:
            return _deed_of_help(verb, tr) or _deed_of_touch(verb, subject, tr)


def _deed_of_help(verb: str, tr: Tr) -> str:
    match verb:
        case Verb.ASK_HELP:
            return tr("asking {person} how to help")
        case Verb.ANSWER_HELP | Verb.REOPEN_HELP:
            return tr("edit help for {person}")
        case Verb.DO_HELP:
            return tr("help for {person} done")
        case Verb.REMOVE_HELP:
            return tr("remove help for {person}")
        case Verb.ADD_INTENT:
            return tr("add intent with {person}")
        case Verb.EDIT_INTENT | Verb.UNSAY_INTENT:
            return tr("edit intent with {person}")
        case Verb.SAY_INTENT:
            return tr("intent said to {person}")
        case Verb.REMOVE_INTENT:
            return tr("remove intent with {person}")
        case _:
            return ""


def _deed_of_touch(verb: str, subject: Mapping[str, str], tr: Tr) -> str:
    match verb:
        case Verb.ADD_TOUCH:
            return _say_touch(subject.get("way", ""), tr)
        case Verb.EDIT_TOUCH:
            return tr("edit touch with {person}, {day}")
        case Verb.REMOVE_TOUCH:
            return tr("remove touch with {person}, {day}")
        case Verb.SERVE_PERSON:
            return tr("served {person}, {day}")
        case Verb.UNSERVE_PERSON:
            return tr("not served {person}, {day}")
        case _:
            return ""


def _say_touch(way: str, tr: Tr) -> str:
    match way:
        case Way.MET:
            return tr("met {person}, {day}")
        case Way.TALKED:
            return tr("talked with {person}, {day}")
        case Way.WROTE:
            return tr("wrote with {person}, {day}")
        case Way.HELPED:
            return tr("helped {person}, {day}")
        case _:
            return tr("served {person}, {day}")


def _deed_owed(verb: str, subject: Mapping[str, str], tr: Tr) -> str:
    match verb:
        case Verb.MAKE_OWED:
            return tr("“{words}”, promised by {person}")
        case Verb.EDIT_OWED:
            return tr("edit “{words}”")
        case Verb.SETTLE_OWED:
            return _say_settled(subject.get("outcome", ""), tr)
        case Verb.REOPEN_OWED:
            return tr("reopen “{words}”")
        case Verb.REMOVE_OWED:
            return tr("remove “{words}”")
        case _:
            return ""


def _say_settled(outcome: str, tr: Tr) -> str:
    match outcome:
        case OwedOutcome.KEPT:
            return tr("“{words}” kept by {person}")
        case OwedOutcome.LATE:
            return tr("“{words}” done late by {person}")
        case OwedOutcome.BROKEN:
            return tr("“{words}” broken by {person}")
        case _:
            return tr("{person} let off “{words}”")
