"""Activities: the recorded changes of the store, the basis of undo and of every value's history."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from scorecard.domain.marks import Entry


class Verb(StrEnum):
    """What was done. Stored by value: a name here may change, its value may not."""

    SCORE = "score"
    SKIP = "skip"
    CLEAR = "clear"
    NOTE = "note"
    FINISH = "finish"
    REOPEN = "reopen"
    ADD_MEASURE = "add_measure"
    EDIT_MEASURE = "edit_measure"
    MOVE_MEASURE = "move_measure"
    PLACE_MEASURE = "place_measure"
    ADD_GROUP = "add_group"
    RENAME_GROUP = "rename_group"
    MOVE_GROUP = "move_group"
    REMOVE_GROUP = "remove_group"
    START_CARD = "start_card"
    IMPORT = "import"
    CHANGE_SETTING = "change_setting"
    MAKE_PROMISE = "make_promise"
    EDIT_PROMISE = "edit_promise"
    SETTLE_PROMISE = "settle_promise"
    MOVE_PROMISE = "move_promise"
    RELEVEL_PROMISE = "relevel_promise"
    REOPEN_PROMISE = "reopen_promise"
    REMOVE_PROMISE = "remove_promise"
    RENAME_PERSON = "rename_person"
    MERGE_PERSONS = "merge_persons"
    ADD_PERSON = "add_person"
    EDIT_PERSON = "edit_person"
    ARCHIVE_PERSON = "archive_person"
    BRING_BACK_PERSON = "bring_back_person"
    FORGET_PERSON = "forget_person"
    STEP_RELATION = "step_relation"
    EDIT_RELATION = "edit_relation"
    REMOVE_RELATION = "remove_relation"
    ADD_CONCERN = "add_concern"
    EDIT_CONCERN = "edit_concern"
    MOVE_CONCERN = "move_concern"
    REMOVE_CONCERN = "remove_concern"
    TAKE_CONCERNS = "take_concerns"
    ASK_HELP = "ask_help"
    ANSWER_HELP = "answer_help"
    DO_HELP = "do_help"
    REOPEN_HELP = "reopen_help"
    REMOVE_HELP = "remove_help"
    ADD_INTENT = "add_intent"
    EDIT_INTENT = "edit_intent"
    SAY_INTENT = "say_intent"
    UNSAY_INTENT = "unsay_intent"
    REMOVE_INTENT = "remove_intent"
    ADD_TOUCH = "add_touch"
    EDIT_TOUCH = "edit_touch"
    REMOVE_TOUCH = "remove_touch"
    SERVE_PERSON = "serve_person"
    UNSERVE_PERSON = "unserve_person"
    MAKE_OWED = "make_owed"
    EDIT_OWED = "edit_owed"
    SETTLE_OWED = "settle_owed"
    REOPEN_OWED = "reopen_owed"
    REMOVE_OWED = "remove_owed"
    PLAN_FACTOR = "plan_factor"
    AGREE_MEASURE = "agree_measure"
    UNAGREE_MEASURE = "unagree_measure"
    LINK_MEASURE = "link_measure"
    WRITE = "write"
    FEEL = "feel"
    SWAP_QUESTION = "swap_question"
    ANSWER_ADJUSTMENT = "answer_adjustment"
    EDIT_PROMPTS = "edit_prompts"
    ADD_QUESTION = "add_question"
    RETIRE_QUESTION = "retire_question"
    CHECK_IN = "check_in"
    REMOVE_CHECKIN = "remove_checkin"
    REVIEW_WEEK = "review_week"
    ADD_AWAY = "add_away"
    CHANGE_AWAY = "change_away"
    REMOVE_AWAY = "remove_away"
    ADD_GOAL = "add_goal"
    EDIT_GOAL = "edit_goal"
    COPY_GOAL = "copy_goal"
    MOVE_GOAL = "move_goal"
    CLOSE_GOAL = "close_goal"
    REOPEN_GOAL = "reopen_goal"
    REMOVE_GOAL = "remove_goal"
    ASSIGN_GOALS = "assign_goals"
    SALVAGE = "salvage"


class Turn(StrEnum):
    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Deed:
    """A change about to be made. `subject` says of what, for the sentence in the menu.

    Deeds with the same `fold` that follow each other within `fold_within` are undone and redone as one. Without
    `keeps_steps` the record holds what was before the first of them and after the last one, and nothing in between:
    a page written with a hundred saves would be in it a hundred times.
    """

    verb: str
    subject: Mapping[str, str] = field(default_factory=dict)
    fold: str | None = None
    fold_within: timedelta = timedelta(seconds=3)
    keeps_steps: bool = True


@dataclass(frozen=True, slots=True)
class Activity:
    seq: int
    at: datetime
    verb: str
    subject: Mapping[str, str]
    turn: Turn = Turn.DO


@dataclass(frozen=True, slots=True)
class PastEntry:
    """What an entry became at a moment; None: it was taken away."""

    at: datetime
    turn: Turn
    entry: Entry | None
