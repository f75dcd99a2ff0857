"""What deleting somebody for good takes away, and what it can't reach: said before it is done."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scorecard.services.people.deleting import Removal

Tr = Callable[..., str]
Lines = tuple[str, ...]


def say_what_goes(removal: "Removal", tr: Tr) -> Lines:
    """From the store: each kind of thing there is any of."""
    others = [name for name in removal.names if name != removal.person.name]
    lines = [tr("The name, and all that is said on their page: level, script, concerns, groups, notes")]
    if others:
        lines.append(tr("The names before: {names}").format(names=", ".join(others)))
    return (*lines, *_counted(removal, tr))


def _counted(removal: "Removal", tr: Tr) -> Lines:
    counts = (
        (removal.promises, tr("%n promise(s) made to them", "", removal.promises)),
        (removal.owed, tr("%n promise(s) of theirs to you", "", removal.owed)),
        (removal.touches, tr("%n time(s) you were in touch", "", removal.touches)),
        (removal.checkins, tr("%n check-in(s) about them", "", removal.checkins)),
        (removal.relations, tr("%n step(s) of your relationship", "", removal.relations)),
        (removal.concerns, tr("%n line(s) of what they answer for and care about", "", removal.concerns)),
        (removal.helps, tr("%n time(s) you asked how you can help", "", removal.helps)),
        (removal.intents, tr("%n intent(s)", "", removal.intents)),
        (removal.plans, tr("%n line(s) of the plan to improve trust", "", removal.plans)),
        (removal.agreed, tr("%n agreement(s) on a measure; the measure stays", "", removal.agreed)),
        (removal.served, tr("%n link(s) of a measure to them; the measure stays", "", removal.served)),
    )
    return tuple(words for number, words in counts if number)


def say_what_the_record_loses(removal: "Removal", tr: Tr) -> Lines:
    lines = [
        tr("%n recorded change(s) of them: their history goes, and none of it can be undone", "", removal.recorded),
        tr("Their place in the search"),
    ]
    if removal.promises:
        lines.append(tr("Their part in your record of kept promises, which may change by it"))
    return tuple(lines)


def say_what_stays(removal: "Removal", tr: Tr) -> Lines:
    lines = []
    if removal.mentions:
        words = tr("%n text(s) of your own that name them with @, as you wrote them", "", removal.mentions)
        lines.append(tr("{texts}, and more").format(texts=words) if removal.more_mentions else words)
    lines.append(tr("Whatever else you wrote of them in reflections, notes and promises to others"))
    if removal.members:
        lines.append(tr("%n member(s) of the team, in no team then", "", removal.members))
    return tuple(lines)


def say_backups(removal: "Removal", tr: Tr) -> str:
    """Where they still are, and how to be rid of that too."""
    words = tr("They are still in %n backup(s), the one made right before included.", "", removal.backups)
    parts = [
        words,
        tr(
            "Most backups go by themselves in time; to be rid of them now, delete the files in the folder of backups, "
            "and in your second folder if you have chosen one. Without them you can't go back to an earlier state."
        ),
    ]
    if removal.unreadable:
        parts.append(tr("%n backup(s) could not be looked into.", "", removal.unreadable))
    return " ".join(parts)
