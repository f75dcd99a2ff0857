"""Reading files in tests, and finding things in what was read."""

from pathlib import Path

from scorecard.domain.marks import Mark
from scorecard.domain.measures import Terms
from scorecard.formats.bundle import Bundle, ForeignEntry, ForeignMeasure, Loss, LossKind
from scorecard.formats.known import read_foreign


def read(path: Path) -> Bundle:
    return read_foreign(path, lambda done, total: None, lambda: False)


def measure_named(bundle: Bundle, name: str) -> ForeignMeasure:
    (found,) = (measure for measure in bundle.measures if measure.name == name)
    return found


def terms_named(bundle: Bundle, name: str) -> Terms:
    (terms,) = measure_named(bundle, name).terms
    return terms


def entries_of(bundle: Bundle, name: str) -> tuple[ForeignEntry, ...]:
    origin = measure_named(bundle, name).origin
    return tuple(entry for entry in bundle.entries if entry.origin == origin)


def marks_of(bundle: Bundle, name: str) -> list[Mark]:
    return [entry.mark for entry in entries_of(bundle, name)]


def loss_of(bundle: Bundle, kind: LossKind) -> Loss:
    (found,) = (loss for loss in bundle.losses if loss.kind is kind)
    return found
