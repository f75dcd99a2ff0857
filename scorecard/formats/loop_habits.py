"""What Loop Habit Tracker's habits and values mean here."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from scorecard.domain.marks import SKIPPED, UNKNOWN, Mark, Scored
from scorecard.domain.measures import LARGEST, Direction, Kind, Terms
from scorecard.domain.values import NO, YES
from scorecard.formats.bundle import UNDATED, ForeignMeasure, LossKind
from scorecard.formats.fitting import fitting_name, fitting_note, fitting_origin, folded, joined
from scorecard.formats.losses import LossTally
from scorecard.formats.schedules import WEEK, tally, tick_terms

AS_STORED: Mapping[int, Mark] = {-1: UNKNOWN, 3: SKIPPED}
TICKS: Mapping[int, Mark] = {0: Scored(NO), 1: UNKNOWN, 2: Scored(YES)}
INFERRED = 1
THOUSAND = 1_000
THOUSANDTH = Decimal("0.001")
NUMERICAL = 1
AT_MOST = 1
WORDS = 40


@dataclass(frozen=True, slots=True)
class Habit:
    """One row of Habits as it stands in the file: any cell may be of any type."""

    cells: Mapping[str, object]

    def _text(self, column: str) -> str:
        cell = self.cells[column]
        return cell if isinstance(cell, str) else ""

    def _whole(self, column: str) -> int | None:
        cell = self.cells[column]
        return cell if isinstance(cell, int) else None

    @property
    def id(self) -> int | None:
        return self._whole("id")

    @property
    def order(self) -> tuple[int, int]:
        return self._whole("position") or 0, self.id or 0

    @property
    def name(self) -> str:
        return self._text("name")

    @property
    def uuid(self) -> str:
        return self._text("uuid").strip().lower()

    @property
    def words(self) -> tuple[str, str]:
        return self._text("question"), self._text("description")

    @property
    def unit(self) -> str:
        return self._text("unit")

    @property
    def archived(self) -> bool:
        return bool(self._whole("archived"))

    @property
    def numerical(self) -> bool:
        return self._whole("type") == NUMERICAL

    @property
    def at_most(self) -> bool:
        return self._whole("target_type") == AT_MOST

    @property
    def frequency(self) -> tuple[int, int] | None:
        """Times and days, both at least 1; None when the file says anything else. Once a day where it says nothing."""
        times, days = self.cells["freq_num"], self.cells["freq_den"]
        if times is None and days is None:
            return 1, 1
        if isinstance(times, int) and isinstance(days, int) and times > 0 and days > 0:
            return times, days
        return None

    @property
    def target(self) -> Decimal | None:
        """None when it cannot be one here: not a number, negative, or too large."""
        cell = self.cells["target_value"]
        if cell is None:
            return Decimal(0)
        if not isinstance(cell, (int, float)) or not math.isfinite(cell) or not 0 <= cell <= LARGEST:
            return None
        rounded = Decimal(str(cell)).quantize(THOUSANDTH, ROUND_HALF_UP)
        return None if cell and not rounded else _plain(rounded)

    @property
    def schedule(self) -> str:
        """As Loop writes it: times, a stroke, days."""
        return "/".join(str(self.cells[column])[:WORDS] for column in ("freq_num", "freq_den"))

    @property
    def aim(self) -> str:
        return ("≤ " if self.at_most else "≥ ") + str(self.cells["target_value"])[:WORDS]


def is_inferred(habit: Habit, value: int) -> bool:
    """Whether the tick is one that Loop filled in itself because the schedule was met."""
    return not habit.numerical and value == INFERRED


def as_mark(habit: Habit, value: int) -> Mark | None:
    """The mark of a value; None when there is none. Numbers are stored in thousandths, and 3 and −1 are no numbers."""
    if value in AS_STORED:
        return AS_STORED[value]
    if not habit.numerical:
        return TICKS.get(value)
    if abs(value) > LARGEST * THOUSAND:
        return None
    return Scored(_plain(Decimal(value) / THOUSAND))


def as_measure(habit: Habit, losses: LossTally) -> ForeignMeasure:
    name, whole = fitting_name(habit.name, f"#{habit.id}")
    if whole:
        losses.add(LossKind.TEXT_CUT, name)
    unit, whole_unit = fitting_name(habit.unit, "")
    terms, unfit = _number_terms(habit, unit, name, losses) if habit.numerical else _tick_terms(habit, name, losses)
    why = joined((*habit.words, unfit, whole, whole_unit))
    origin = f"loop:{habit.uuid}" if habit.uuid else f"loop:name:{folded(name)}"
    why = fitting_note(why, losses, name)
    return ForeignMeasure(fitting_origin(origin), name, (terms,), why, archived=habit.archived)


def _tick_terms(habit: Habit, name: str, losses: LossTally) -> tuple[Terms, str]:
    """Terms, and the schedule in Loop's numbers when it is none of ours: then ticks are only counted."""
    frequency = habit.frequency
    if frequency is not None and (terms := tick_terms(*frequency)) is not None:
        return terms, ""
    return tally(Kind.YES_NO, habit.schedule, name, losses)


def _number_terms(habit: Habit, unit: str, name: str, losses: LossTally) -> tuple[Terms, str]:
    """As `_tick_terms`. Only the days count: Loop asks a number for its target once in that many."""
    _, days = habit.frequency or (1, 0)
    if days not in (1, WEEK):
        return tally(Kind.NUMBER, f"{habit.aim} · {habit.schedule}", name, losses, unit)
    target, weekly = habit.target, days == WEEK
    if target is None or (target == 0 and not habit.at_most):
        aim = _in_words(LossKind.TARGET, habit.aim, name, losses) if target is None else ""
        return Terms(UNDATED, Kind.NUMBER, Direction.TALLY, unit=unit, weekly=weekly), aim
    direction = Direction.AT_MOST if habit.at_most else Direction.AT_LEAST
    return Terms(UNDATED, Kind.NUMBER, direction, target, unit=unit, weekly=weekly), ""


def _in_words(kind: LossKind, detail: str, name: str, losses: LossTally) -> str:
    losses.add(kind, name, detail=detail)
    return detail


def _plain(number: Decimal) -> Decimal:
    """Without trailing zeros and without an exponent."""
    return Decimal(int(number)) if number == int(number) else number.normalize()
