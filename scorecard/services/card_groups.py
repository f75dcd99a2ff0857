"""The groups of the card: adding, renaming, ordering and removing them."""

from dataclasses import replace
from datetime import date, datetime

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.clock import Clock
from scorecard.domain.errors import NameTakenError
from scorecard.domain.goals import Part, PartKind
from scorecard.domain.ids import new_id
from scorecard.domain.measures import Group
from scorecard.domain.texts import clean_line, clean_name
from scorecard.services.card_order import regrouped
from scorecard.services.goal_parts import assign_within, dissolve_within
from scorecard.services.scoring import Scoring
from scorecard.store import measures, reading
from scorecard.store.record import Work
from scorecard.store.store import Store


class CardGroups:
    """Raises EmptyNameError, NameTakenError or StoreError; nothing has changed then."""

    def __init__(self, store: Store, clock: Clock, scoring: Scoring) -> None:
        self._store = store
        self._clock = clock
        self._scoring = scoring

    def add(self, name: str, goals: frozenset[str] | None = None) -> str:
        """The id of the new group, the last one. `goals` are those it works towards; None leaves them as they are."""
        wanted, today = clean_name(name), self._scoring.today()
        with self._store.change(Deed(Verb.ADD_GROUP, {"group": wanted})) as work:
            _refuse_taken(work, wanted)
            group_id = _write_new(work, wanted, self._clock.now())
            _assign(work, group_id, goals, today)
            return group_id

    def rename(self, group_id: str, name: str, goals: frozenset[str] | None = None) -> None:
        wanted, today = clean_name(name), self._scoring.today()
        with self._store.change(Deed(Verb.RENAME_GROUP, {"group": wanted})) as work:
            _refuse_taken(work, wanted, but=group_id)
            measures.write_group(work, replace(_group(work, group_id), name=wanted))
            _assign(work, group_id, goals, today)

    def move(self, group_id: str, before: str | None) -> None:
        """Before another group; None: as the last."""
        with self._store.change(Deed(Verb.MOVE_GROUP, {"group": self._name(group_id)})) as work:
            for group in regrouped(reading.read_card(work.connection).groups, group_id, before):
                measures.write_group(work, group)

    def remove(self, group_id: str) -> None:
        """Its measures stay where they are, in no group; they work towards its goals by themselves then."""
        with self._store.change(Deed(Verb.REMOVE_GROUP, {"group": self._name(group_id)})) as work:
            own = [measure for measure in reading.read_card(work.connection).measures if measure.group_id == group_id]
            for measure in own:
                measures.rewrite_measure(work, measure, replace(measure, group_id=None))
            dissolve_within(work, group_id, (measure.id for measure in own))
            measures.remove_group(work, group_id)

    def _name(self, group_id: str) -> str:
        return next(group.name for group in self._scoring.card().groups if group.id == group_id)


def _assign(work: Work, group_id: str, goals: frozenset[str] | None, today: date) -> None:
    if goals is not None:
        assign_within(work, Part(PartKind.GROUP, group_id), goals, today)


def group_named(work: Work, name: str, now: datetime) -> str | None:
    """The id of the group with that name, made if there is none yet; None for an empty name."""
    wanted = clean_line(name)
    if not wanted:
        return None
    for group in reading.read_card(work.connection).groups:
        if group.name.casefold() == wanted.casefold():
            return group.id
    return _write_new(work, wanted, now)


def _write_new(work: Work, name: str, now: datetime) -> str:
    known = reading.read_card(work.connection).groups
    position = max((group.position for group in known), default=-1) + 1
    group = Group(new_id(now), name, position)
    measures.write_group(work, group)
    return group.id


def _group(work: Work, group_id: str) -> Group:
    return next(group for group in reading.read_card(work.connection).groups if group.id == group_id)


def _refuse_taken(work: Work, name: str, but: str = "") -> None:
    for group in reading.read_card(work.connection).groups:
        if group.id != but and group.name.casefold() == name.casefold():
            raise NameTakenError(group.name)
