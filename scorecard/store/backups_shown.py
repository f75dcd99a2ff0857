"""How each table is told when a backup is compared with the store: its topic, its key, and the columns that say it."""

from dataclasses import dataclass

from scorecard.domain.backup_changes import Topic

NAMES = ("measure", "person", "measure_group", "goal")  # whose rows have a name that others are called by


@dataclass(frozen=True, slots=True)
class Shown:
    """`of` is a column with its name, or one that refers to a table of `NAMES` (then `of_table`).

    `words` are columns of the user's words, the first that is not empty counts; `codes` mean the same in the program's
    own words. `named` refers to a name that is said among the words.
    """

    topic: Topic
    key: tuple[str, ...]
    day: str = ""
    of: str = ""
    of_table: str = ""
    words: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    named: tuple[str, str] | None = None


def _of_person(
    topic: Topic,
    words: tuple[str, ...] = (),
    day: str = "",
    key: tuple[str, ...] = ("id",),
    codes: tuple[str, ...] = (),
    named: tuple[str, str] | None = None,
) -> Shown:
    return Shown(topic, key, day, "person_id", "person", words, codes, named)


_SCRIPT = ("important", "should_happen", "unfolds", "bad_outcome")

SHOWN = {
    "entry": Shown(Topic.ENTRY, ("day", "measure_id"), "day", "measure_id", "measure"),
    "day": Shown(Topic.DAY, ("day",), "day", codes=("finished_at",)),
    "away": Shown(Topic.AWAY, ("id",), "first_day", words=("reason",), codes=("last_day",)),
    "felt": Shown(Topic.FELT, ("day",), "day", words=("grade",)),
    "promise": Shown(Topic.PROMISE, ("id",), "made_on", "words"),
    "reflection": Shown(Topic.ANSWER, ("day", "prompt_id"), "day", "question", words=("answer",)),
    "adjustment": Shown(Topic.ADJUSTMENT, ("day",), "day", codes=("tried", "helped")),
    "checkin": Shown(Topic.CHECKIN, ("id",), "day", "definition", words=("evidence",), codes=("result",)),
    "person": Shown(Topic.PERSON, ("id",), of="name", words=("name",), named=("merged_into", "person")),
    "profile": _of_person(
        Topic.PROFILE, ("role", "organisation", "notes", "ask_next", *_SCRIPT, "email", "phone"), key=("person_id",)
    ),
    "person_group": _of_person(Topic.CIRCLE, key=("person_id", "word"), codes=("word",)),
    "relation": _of_person(Topic.LEVEL, ("evidence",), "day", codes=("level",)),
    "concern": _of_person(Topic.CONCERN, ("words",)),
    "help": _of_person(Topic.HELP, ("outcome", "answer"), "asked_on"),
    "intent": _of_person(Topic.INTENT, ("words",), "day"),
    "touch": _of_person(Topic.TOUCH, ("note",), "day", codes=("way",)),
    "owed": _of_person(Topic.OWED, ("words",), "made_on", codes=("outcome",)),
    "factor_plan": _of_person(Topic.FACTOR_PLAN, ("words",), key=("person_id", "checkin", "factor")),
    "agreed": _of_person(
        Topic.AGREED, day="agreed_on", key=("person_id", "measure_id"), named=("measure_id", "measure")
    ),
    "served": Shown(Topic.SERVED, ("measure_id",), of="measure_id", of_table="measure", named=("person_id", "person")),
    "measure": Shown(Topic.MEASURE, ("id",), of="name", words=("name",)),
    "terms": Shown(Topic.TERMS, ("measure_id", "first_day"), "first_day", "measure_id", "measure"),
    "measure_group": Shown(Topic.GROUP, ("id",), of="name", words=("name",)),
    "goal": Shown(Topic.GOAL, ("id",), "first_day", "name", words=("name",)),
    "goal_part": Shown(
        Topic.GOAL_PART, ("goal_id", "part", "part_id"), of="goal_id", of_table="goal", named=("part_id", "measure")
    ),
    "prompt": Shown(Topic.PROMPT, ("id",), words=("words",)),
    "question": Shown(Topic.QUESTION, ("id",), words=("words", "id")),
    "setting": Shown(Topic.SETTING, ("name", "first_day"), codes=("name", "value")),
}
BELONGING = {"promise_step": ("promise", "promise_id")}  # rows that are told as a part of another table's
