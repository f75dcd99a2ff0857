"""What comes together when two persons are merged: said before, in words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from scorecard.words.people import say_group, say_person_field, say_relation_level

if TYPE_CHECKING:
    from scorecard.services.people.merge_preview import FieldOfBoth, MergePreview

Tr = Callable[..., str]
Lines = tuple[str, ...]
_LONGEST = 80  # letters of a text that are shown


def say_moves(preview: "MergePreview", tr: Tr) -> Lines:
    """What there is of the one who goes, each kind that there is any of."""
    counts = (
        (preview.promises, tr("%n promise(s) made to them", "", preview.promises)),
        (preview.owed, tr("%n promise(s) of theirs to you", "", preview.owed)),
        (preview.touches, tr("%n time(s) you were in touch", "", preview.touches)),
        (preview.checkins, tr("%n check-in(s) about them", "", preview.checkins)),
        (preview.steps, tr("%n step(s) of your relationship", "", preview.steps)),
        (preview.concerns, tr("%n line(s) of what they answer for and care about", "", preview.concerns)),
        (preview.helps, tr("%n time(s) you asked how you can help", "", preview.helps)),
        (preview.intents, tr("%n intent(s)", "", preview.intents)),
        (preview.plans, tr("%n line(s) of the plan to improve trust", "", preview.plans)),
        (preview.agreed, tr("%n agreed measure(s)", "", preview.agreed)),
        (preview.served, tr("%n measure(s) done for them", "", preview.served)),
        (preview.members, tr("%n member(s) of the team", "", preview.members)),
    )
    return tuple(words for number, words in counts if number)


def say_both(preview: "MergePreview", tr: Tr) -> Lines:
    """The fields in which something comes to stand that did not before, and what follows for the rest."""
    lines = [_say_field(field, tr) for field in preview.fields if not field.same]
    if preview.groups:
        groups = ", ".join(say_group(word, tr) for word in preview.groups)
        lines.append(tr("{field}: {text} comes to it").format(field=tr("Groups"), text=groups))
    if preview.level is not None and preview.steps:
        level = say_relation_level(preview.level, tr)
        lines.append(tr("Level: {level}, by the latest step of both").format(level=level))
    if preview.becomes_team:
        lines.append(tr("They will be a team"))
    return tuple(lines)


def _say_field(field: "FieldOfBoth", tr: Tr) -> str:
    name, merged = say_person_field(field.of, tr), _short(field.merged)
    if not field.kept:
        return tr("{field}: {text}").format(field=name, text=merged)
    return tr("{field}: “{kept}” and “{merged}”, both stay").format(field=name, kept=_short(field.kept), merged=merged)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
