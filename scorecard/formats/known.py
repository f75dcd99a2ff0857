"""All formats that can be read: every module of `readers` holds one."""

import pkgutil
from datetime import time
from importlib import import_module
from pathlib import Path

from scorecard.domain.days import DEFAULT_DAY_END
from scorecard.formats import readers
from scorecard.formats.bundle import Bundle, Cancelled, Format, Progress
from scorecard.formats.errors import FileFault, NotRecognisedError, UnreadableFileError
from scorecard.formats.files import head_of, is_folder
from scorecard.formats.strangers import program_of


def known_formats() -> tuple[Format, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(readers.__path__))
    return tuple(_format_in(name) for name in names)


def _format_in(name: str) -> Format:
    found = import_module(f"{readers.__name__}.{name}").FORMAT
    assert isinstance(found, Format), name
    return found


def recognise(path: Path) -> Format:
    """The format of a file, told by its content alone; raises NotRecognisedError or UnreadableFileError. Diaries are
    folders of files."""
    head = b"" if is_folder(path) else head_of(path)
    for known in known_formats():
        if known.recognise(path, head):
            return known
    if not head:
        raise UnreadableFileError(FileFault.NOT_A_FILE)
    raise NotRecognisedError(program_of(head))


def read_foreign(path: Path, progress: Progress, cancelled: Cancelled, day_end: time = DEFAULT_DAY_END) -> Bundle:
    """Everything in a file of another program. Changes nothing; raises one of `formats.errors`."""
    known = recognise(path)
    if known.read_by_clock is not None:
        return known.read_by_clock(path, progress, cancelled, day_end)
    return known.read(path, progress, cancelled)
