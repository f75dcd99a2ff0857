"""What a disk may hold when the power goes: of everything that was not synchronised yet, none, all, or any part.

A recording is a list of steps. What is written to a file is safe once the file was synchronised; a name (made, renamed,
removed) is safe once its folder was, and the names of a folder become safe in their order, as in a journal. Of the last
write only some sectors need be there.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

SECTOR = 512
MOST_SUBSETS = 5  # so many writes: every subset of them; of more some
Image = dict[str, bytes]  # by path


@dataclass(frozen=True, slots=True)
class Written:
    file: int
    offset: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """Shortened, or made longer with zeros."""

    file: int
    length: int


@dataclass(frozen=True, slots=True)
class Synced:
    file: int


@dataclass(frozen=True, slots=True)
class Named:
    """The file got this name; what had it before loses it. None: nothing has it any more."""

    path: str
    file: int | None


@dataclass(frozen=True, slots=True)
class Moved:
    path: str
    to: str


@dataclass(frozen=True, slots=True)
class Folder:
    path: str
    there: bool = True


@dataclass(frozen=True, slots=True)
class FolderSynced:
    path: str


@dataclass(frozen=True, slots=True)
class Told:
    """Something was acknowledged."""

    words: str


Change = Written | Cut
Naming = Named | Moved | Folder
Step = Change | Synced | Naming | FolderSynced | Told


@dataclass(frozen=True, slots=True)
class Recording:
    """`before`: the files at first, safe; their numbers are their places in it. `folders` were there too."""

    before: Image
    steps: Sequence[Step]
    folders: frozenset[str] = frozenset()

    def number_of(self, path: str) -> int:
        return list(self.before).index(path)


def folder_of(path: str) -> str:
    return str(PurePath(path).parent)


def place_of(step: Naming) -> str:
    """The folder that has to be synchronised to make it safe."""
    if isinstance(step, Moved) and folder_of(step.path) != folder_of(step.to):
        raise ValueError("moved from folder to folder")
    return folder_of(step.path)


@dataclass(slots=True)
class Disk:
    """Safe contents and names, and what came since, in its order."""

    contents: dict[int, bytes]
    names: dict[str, int]
    folders: set[str]
    loose: list[Change] = field(default_factory=list)
    unnamed: dict[str, list[Naming]] = field(default_factory=dict)

    def take(self, step: Step) -> None:
        match step:
            case Written() | Cut():
                self.contents.setdefault(step.file, b"")
                self.loose.append(step)
            case Synced(file):
                self.contents[file] = content_of(self.contents.get(file, b""), self._of(file))
                self.loose = [change for change in self.loose if change.file != file]
            case Named() | Moved() | Folder():
                self.unnamed.setdefault(place_of(step), []).append(step)
            case FolderSynced(path):
                apply_names(self.names, self.folders, self.unnamed.pop(path, []))
            case Told():
                pass

    def _of(self, file: int) -> Iterator[Change]:
        return (change for change in self.loose if change.file == file)

    def image(self, kept: Iterable[Change], names: dict[str, int]) -> Image:
        """With these of the loose changes, and `names` so many of each folder's."""
        of_file: dict[int, list[Change]] = {}
        for change in kept:
            of_file.setdefault(change.file, []).append(change)
        named, folders = dict(self.names), set(self.folders)
        for place, steps in sorted(self.unnamed.items()):
            apply_names(named, folders, steps[: names.get(place, 0)])
        return {
            path: content_of(self.contents.get(file, b""), of_file.get(file, ()))
            for path, file in named.items()
            if _is_below(path, folders)
        }


def _is_below(path: str, folders: set[str]) -> bool:
    """A folder whose own name is not safe takes along what is in it."""
    return not folders or folder_of(path) in folders


def apply_names(names: dict[str, int], folders: set[str], steps: Iterable[Naming]) -> None:
    for step in steps:
        match step:
            case Named(path, None):
                names.pop(path, None)
            case Named(path, int(file)):
                names[path] = file
            case Moved(path, to):
                if path in names:
                    names[to] = names.pop(path)
            case Folder(path, there):
                folders.add(path) if there else folders.discard(path)


def content_of(content: bytes, changes: Iterable[Change]) -> bytes:
    found = bytearray(content)
    for change in changes:
        match change:
            case Cut(_, length):
                del found[length:]
                found.extend(bytes(length - len(found)))
            case Written(_, offset, written):
                found.extend(bytes(max(0, offset - len(found))))
                found[offset : offset + len(written)] = written
    return bytes(found)


def images(recording: Recording, chance: random.Random, most: int) -> Iterator[tuple[int, Image]]:
    """Each with the number of steps before the cut. Of very long recordings `most` cuts, those at joints first."""
    disk = Disk(
        dict(enumerate(recording.before.values())),
        {path: number for number, path in enumerate(recording.before)},
        set(recording.folders),
    )
    chosen = _cuts(recording.steps, chance, most)
    if 0 in chosen:
        yield 0, dict(recording.before)
    for number, step in enumerate(recording.steps, 1):
        disk.take(step)
        if number in chosen:
            yield from ((number, image) for image in _after(disk, chance))


def _cuts(steps: Sequence[Step], chance: random.Random, most: int) -> set[int]:
    """Before and after whatever makes something safe, or is told; and others."""
    joints = {n for n, step in enumerate(steps, 1) if not isinstance(step, Written)}
    wanted = {0, *joints, *(n - 1 for n in joints)}
    others = [n for n in range(len(steps) + 1) if n not in wanted]
    room = max(0, most - len(wanted))
    return wanted | set(others if len(others) <= room else chance.sample(others, room))


def _after(disk: Disk, chance: random.Random) -> Iterator[Image]:
    all_names = {place: len(steps) for place, steps in disk.unnamed.items()}
    for names in _name_choices(all_names):
        yield disk.image((), names)
        yield disk.image(disk.loose, names)
    for kept in _some(disk.loose, chance):
        names = {place: chance.randint(0, count) for place, count in all_names.items()}
        yield disk.image(kept, all_names)
        if names != all_names:
            yield disk.image(kept, names)


def _name_choices(most: dict[str, int]) -> list[dict[str, int]]:
    """Every beginning of each folder's names; of several folders every pair of them."""
    found: list[dict[str, int]] = [{}]
    for place, count in most.items():
        found = [chosen | {place: kept} for chosen in found for kept in range(count + 1)]
    return found[:64]


def _some(loose: list[Change], chance: random.Random) -> Iterator[list[Change]]:
    """Parts of what is loose."""
    if len(loose) <= MOST_SUBSETS:
        yield from ([c for n, c in enumerate(loose) if wanted >> n & 1] for wanted in range(1, 2 ** len(loose) - 1))
    else:
        yield from ([c for c in loose if c.file == file] for file in {c.file for c in loose})
        yield from ([c for c in loose if chance.random() < 0.5] for _ in range(4))
        yield loose[1:]
        yield loose[:-1]
    if loose and isinstance(loose[-1], Written):
        yield [*loose[:-1], *_torn(loose[-1], chance)]
        yield list(_torn(loose[-1], chance))


def _torn(last: Written, chance: random.Random) -> Iterator[Written]:
    """Some of its sectors."""
    for start in range(0, len(last.content), SECTOR):
        if chance.random() < 0.5:
            yield Written(last.file, last.offset + start, last.content[start : start + SECTOR])
