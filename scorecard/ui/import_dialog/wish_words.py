"""What a measure of the file would come to as it is wished, in sentences."""

from collections.abc import Sequence
from decimal import Decimal

from scorecard.domain.measures import Terms
from scorecard.services.importing import Preview
from scorecard.services.importing_fitting import Reading
from scorecard.ui.import_dialog.wording import say_date
from scorecard.ui.say import say_kind, say_value_with_unit
from scorecard.ui.say_terms import say_asked
from scorecard.ui.text import tr
from scorecard.words.importing import say_counts
from scorecard.words.importing_steps import say_unscored

_EXAMPLES = 4


def say_preview(preview: Preview) -> list[str]:
    row = preview.row
    if row.left_out:
        return [tr("Nothing of it comes along: %n entry(s) stay in the file.", "", row.out)]
    said = [f"{say_counts(row, say_date, tr)}."]
    if row.match.joins and row.asked is not None:
        said.insert(0, _say_joined(row.becomes, row.asked))
    said += _say_readings(preview.readings)
    if row.converted:
        said.append(tr("On %n day(s) the note keeps the value of the file besides.", "", row.converted))
    if row.in_notes:
        said.append(tr("On %n day(s) the value of the file stands in the note alone.", "", row.in_notes))
    if row.crowded:
        said.append(tr("The card holds nine and is full: this one waits on the bench, and can come onto it later."))
    if preview.unscored:
        said.append(say_unscored(preview.unscored, tr))
    return said


def _say_joined(name: str, asked: Terms) -> str:
    words = tr("“{name}” stays as it is, with all that is in it: {asked}.")
    return words.format(name=name, asked=f"{say_kind(asked.kind)} · {say_asked(asked)}")


def _say_readings(readings: Sequence[Reading]) -> list[str]:
    """What each value would be, and which would be none."""
    said = []
    becomes = [_becomes(one, one.meant) for one in readings if one.meant is not None]
    if differing := [words for words in becomes if words]:
        said.append(tr("The values are read anew: {examples}.").format(examples=_listed(differing)))
    if lost := [one for one in readings if one.meant is None]:
        words = tr("Not to be said as “{kind}”: {examples}.")
        named = list(dict.fromkeys(say_value_with_unit(one.theirs, one.value) for one in lost))
        said.append(words.format(kind=say_kind(lost[0].ours.kind), examples=_listed(named)))
    return said


def _becomes(one: Reading, meant: Decimal) -> str:
    """Empty where it is written as before."""
    before, after = say_value_with_unit(one.theirs, one.value), say_value_with_unit(one.ours, meant)
    words = tr("{before} becomes {after}", "4 becomes Yes")
    return words.format(before=before, after=after) if before != after else ""


def _listed(words: Sequence[str]) -> str:
    more = [tr("and %n more", "", len(words) - _EXAMPLES)] if len(words) > _EXAMPLES else []
    return ", ".join([*words[:_EXAMPLES], *more])
