"""The keys that belong to a list, a chart, or a dialog, as the help explains them."""

from PySide6.QtGui import QKeySequence

from scorecard.ui.text import tr

Explained = tuple[tuple[str, ...], str]  # keys, words


def named(*keys: str) -> tuple[str, ...]:
    """As keys are named on this system."""
    return tuple(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def list_keys() -> tuple[Explained, ...]:
    """In the lists of measures, goals, prompts, people and days away, as far as a list can do it."""
    return (
        (named("Ctrl+N"), tr("Add one")),
        (named("Enter", "F2"), tr("Edit or rename it")),
        (named("Ctrl+D"), tr("Duplicate it, or copy a goal on")),
        (named("Alt+Up", "Alt+Down"), tr("Move it up, move it down")),
        (named("Alt+Left", "Ctrl+Shift+C"), tr("A measure onto the card")),
        (named("Alt+Right", "Ctrl+Shift+B"), tr("A measure onto the bench")),
        (named("Ctrl+Shift+N"), tr("A new group; in an import, into which group")),
        (("←", "→"), tr("Fold a group, unfold it; from list to list")),
        (named("Space"), tr("Tick it")),
        (named("Ctrl+E"), tr("How far a goal has come")),
        (named("Ctrl+Shift+X"), tr("Close a goal, or reopen it")),
        (named("Del"), tr("Retire or remove it; in an import, leave it out")),
        (named("Backspace"), tr("In an import: as it was proposed")),
    )


def keys_between() -> tuple[Explained, ...]:
    """On the lines of what is between the user and somebody, on that person's page."""
    yes, no = tr("y", "key for yes").upper(), tr("n", "key for no").upper()
    settling = (
        tr("k", "key that marks a promise as kept"),
        tr("l", "key that marks a promise as done late"),
        tr("b", "key that marks a promise as broken"),
        tr("x", "key that releases from a promise"),
    )
    return (
        (tuple(letter.upper() for letter in settling), tr("A promise of theirs: kept, late, broken, let off")),
        ((yes, no, *named("Backspace")), tr("A touch: fully present, not quite, not said")),
        ((tr("d", "key that marks help as done").upper(),), tr("Help: done, and what came of it")),
        ((tr("s", "key that marks an intent as said").upper(),), tr("Intent: said to them, or not yet")),
    )


def chart_keys() -> tuple[Explained, ...]:
    return (
        (("←", "→"), tr("From day to day, week to week")),
        (("↑", "↓"), tr("To another line or another measure")),
        (named("Home", "End"), tr("To the first, to the last")),
        (named("Enter", "Space"), tr("Open what stands there")),
        (named("Ctrl+C"), tr("Copy the rows of a table")),
        (named("Ctrl+P"), tr("Print the weekly review")),
    )


def dialog_keys() -> tuple[Explained, ...]:
    score = tr("m", "key that scores a missing day from memory").upper()
    away = tr("a", "key for having been away on a missing day").upper()
    blank = tr("b", "key that leaves a missing day blank").upper()
    return (
        (("0–9",), tr("Rate a factor or an effort; 0 after 1 is ten")),
        (named("Home", "End"), tr("The least, the most")),
        (named("Backspace", "Del"), tr("Take the answer back")),
        (("A–F",), tr("How a day felt")),
        ((score, away, blank), tr("A missing day: from memory, away, left blank")),
        (("↑", "↓", *named("Enter")), tr("To the question before, to the next one")),
        (named("PgUp", "PgDown"), tr("Scroll; in a calendar another month")),
        (named("Tab"), tr("Take the tag or the name that is offered")),
        (named("Ctrl+Return"), tr("Done with all of it")),
        (named("Esc"), tr("Leave a list that is offered, a search, a note, a dialog")),
        (named("F5"), tr("Start as always, where a window only looks")),
    )
