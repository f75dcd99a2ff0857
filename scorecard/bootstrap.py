"""The way to the first picture. It is measured: what is imported here, and in which order, is the start-up time."""

import builtins
import importlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from scorecard import preflight
from scorecard.crashes import keep_crash_log, keep_no_core_dumps
from scorecard.domain.starts import Arrival
from scorecard.paths import Paths, find_paths
from scorecard.store.files import keep_private, make_private_folder

STAMP = "preflight.txt"


def run(data: Path | None = None, arrival: Arrival | None = None, environment: Mapping[str, str] = os.environ) -> int:
    """Starts the program with its window; returns its exit status when the window is closed."""
    keep_private()
    keep_no_core_dumps()
    paths = find_paths(environment, data)
    problems = _look_for_problems(paths, environment)
    if problems:
        print(problems, file=sys.stderr)  # noqa: T201
        return 1
    keep_crash_log(paths.log)
    _import_qt()
    from scorecard.program import start

    return start(paths, arrival)


def _import_qt() -> None:
    """PySide6 replaces builtins.__import__ by one that reads the source of every module imported later.

    For what is imported here that is 200 ms and 37 MiB. The feature it serves (snake_case names) is not used, so the
    original is put back; a test guards that all goes on working.
    """
    original = builtins.__import__
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = original


def _look_for_problems(paths: Paths, environment: Mapping[str, str]) -> str:
    """What is missing to start Qt, as sentences; Qt itself would abort without a word of help."""
    stamp = paths.cache / STAMP
    qt = preflight.installed_qt()
    if not preflight.needed(stamp, qt, environment):
        return ""
    problems = preflight.check(environment)
    if problems:
        return preflight.say(problems)
    try:
        make_private_folder(paths.cache)
    except OSError:
        return ""
    preflight.passed(stamp, qt, environment)
    return ""
