"""Promises of another store beside ours: steps that follow ours come, and what follows from steps is reckoned anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from scorecard.store import promise_rows as stored
from scorecard.store.everything import Row, Rows
from scorecard.store.merging import Conflict

_DERIVED = ("is_open", "due_by")
_MOVING = ("level", "made_on", "due_span", "due_day")


@dataclass(frozen=True, slots=True)
class JoinedPromises:
    """`more` are promises of ours that have more steps now; `kept` are steps of theirs that don't follow ours."""

    promises: Sequence[Row]
    steps: Sequence[Row]
    more: Sequence[Row]
    kept: Sequence[Conflict]


def joined_promises(ours: Rows, theirs: Rows) -> JoinedPromises:
    """A history is taken as a whole: where the two went apart, ours stays, and no step of theirs stands among its."""
    here, our_steps, their_steps = {row["id"]: row for row in ours["promise"]}, _steps_of(ours), _steps_of(theirs)
    promises: list[Row] = []
    more: list[Row] = []
    steps = {key: list(found) for key, found in their_steps.items()}
    kept: list[Conflict] = []
    for row in theirs["promise"]:
        mine, new = here.get(row["id"]), their_steps.get(row["id"], [])
        if mine is None:
            promises.append(_reckoned(row, new))
            continue
        promises.append(row | {name: mine[name] for name in _DERIVED})
        old = our_steps.get(row["id"], [])
        if all(row[name] == mine[name] for name in _MOVING) and _follows(old, new):
            if len(new) > len(old) and (whole := _reckoned(mine, new)) != mine:
                more.append(whole)
        else:
            positions = {step["position"] for step in old}
            steps[row["id"]] = [step for step in new if step["position"] in positions]
            kept += [("promise_step", (row["id"], s["position"])) for s in new if s["position"] not in positions]
    return JoinedPromises(promises, [step for found in steps.values() for step in found], more, kept)


def _steps_of(rows: Rows) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in sorted(rows["promise_step"], key=lambda row: (row["promise_id"], row["position"])):
        found.setdefault(row["promise_id"], []).append(row)
    return found


def _follows(old: Sequence[Row], new: Sequence[Row]) -> bool:
    """Whether one of them is how the other begins."""
    return all(mine is None or other is None or mine == other for mine, other in zip_longest(old, new))


def _reckoned(row: Row, steps: Sequence[Mapping[str, object]]) -> Row:
    """With what follows from the steps."""
    cells = [tuple(step[name] for name in stored.STEP_COLUMNS) for step in steps]
    (promise,) = stored.to_promises([tuple(row[name] for name in stored.PROMISE_COLUMNS)], cells)
    return row | {name: stored.promise_row(promise)[name] for name in _DERIVED}
