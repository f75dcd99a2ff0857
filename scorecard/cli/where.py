"""`scorecard where`: where things lie; that something is not there yet is no error."""

from pathlib import Path

from scorecard.cli.console import Console
from scorecard.cli.english import tr
from scorecard.cli.printing import say
from scorecard.cli.status import DONE
from scorecard.store.identity import folder_of


def where(console: Console, *, as_json: bool = False) -> int:
    paths = console.paths
    if as_json:
        return _print_json(console)
    for words, place in (
        (tr("store"), paths.store),
        (tr("backups"), folder_of(paths.store)),
        (tr("settings of the window"), paths.preferences),
        (tr("log"), paths.log),
    ):
        there = "" if place.exists() else "  " + tr("(not there yet)")
        say(console.out, f"{words}: {place}{there}")
    return DONE


def _print_json(console: Console) -> int:
    from scorecard.cli.as_json import print_json

    paths = console.paths
    places = {
        "store": paths.store,
        "backups": folder_of(paths.store),
        "settings": paths.preferences,
        "log": paths.log,
    }
    print_json(console.out, {name: _place(place) for name, place in places.items()})
    return DONE


def _place(place: Path) -> dict[str, object]:
    return {"path": str(place), "exists": place.exists()}
