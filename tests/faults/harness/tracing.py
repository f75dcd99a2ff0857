"""A recording of an unmodified process, by strace: every write, every name, every synchronisation, with its content."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence

from tests.faults.harness.disk_model import (
    Cut,
    Folder,
    FolderSynced,
    Image,
    Moved,
    Named,
    Recording,
    Step,
    Synced,
    Told,
    Written,
    content_of,
)
from tests.faults.harness.sandbox import ROOT, Sandbox

TRACED = (
    "openat,open,creat,close,write,pwrite64,ftruncate,truncate,fsync,fdatasync,lseek,sendfile,copy_file_range,"
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,mkdir,mkdirat"
)
NOT_HERE = "strace is not installed, or may not trace"
_LINE = re.compile(r"(?:\d+ )?\s*(?P<call>\w+)\((?P<arguments>.*)\)\s+= (?P<result>-?\d+)")
_OFFSET = re.compile(r"\d+")


def can_trace() -> bool:
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true"], capture_output=True, check=False
    )
    return tried.returncode == 0


def record(sandbox: Sandbox, command: Sequence[str]) -> tuple[Recording, "subprocess.CompletedProcess[str]"]:
    """What the command does in the sandbox, and how it ended."""
    before = {str(file): file.read_bytes() for file in sorted(sandbox.folder.rglob("*")) if file.is_file()}
    folders = frozenset(str(f) for f in [sandbox.folder, *sandbox.folder.rglob("*")] if f.is_dir())
    log = sandbox.folder.with_name(f"{sandbox.folder.name}.trace")
    traced = ["strace", "-f", "--seccomp-bpf", "-xx", "-s", str(1 << 26), "-o", str(log), "-e", f"trace={TRACED}"]
    ended = subprocess.run(
        [*traced, *command], cwd=ROOT, env=dict(sandbox.environment), capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    with log.open(encoding="ascii") as lines:
        steps = list(_Reader(str(sandbox.folder), before).steps(lines))
    log.unlink()
    return Recording(before, steps, folders), ended


class _Reader:
    """Follows names and handles as the process sees them."""

    def __init__(self, root: str, before: Image) -> None:
        self._root = root
        self._names = {path: number for number, path in enumerate(before)}
        self._contents = dict(enumerate(before.values()))
        self._handles: dict[int, tuple[str, int | None]] = {}  # path, file; None for a folder
        self._at: dict[int, int] = {}
        self._calls: dict[str, Callable[[list[str], int], Iterator[Step]]] = {
            "openat": self._open_at, "open": self._open, "creat": self._open, "close": self._close,
            "write": self._write, "pwrite64": self._write_at, "ftruncate": self._truncate, "lseek": self._seek,
            "fsync": self._sync, "fdatasync": self._sync, "sendfile": self._send, "copy_file_range": self._copy,
            "rename": self._rename, "renameat": self._rename_at, "renameat2": self._rename_at,
            "link": self._link, "linkat": self._link_at, "unlink": self._unlink, "unlinkat": self._unlink_at,
            "rmdir": self._remove_folder, "mkdir": self._make_folder, "mkdirat": self._make_folder_at,
        }  # fmt: skip

    def steps(self, lines: Iterator[str]) -> Iterator[Step]:
        for line in lines:
            found = _LINE.match(line)
            if found is None or found["result"].startswith("-"):
                continue
            arguments = found["arguments"].split(", ")
            for step in self._calls[found["call"]](arguments, int(found["result"])):
                self._keep(step)
                yield step

    def _keep(self, step: Step) -> None:
        """What the process reads again when it copies a file."""
        if isinstance(step, Written | Cut):
            self._contents[step.file] = content_of(self._contents.get(step.file, b""), [step])

    def _path(self, argument: str, folder: str = "") -> str:
        text = _text(argument).decode(errors="surrogateescape")
        return text if text.startswith("/") else f"{folder}/{text}"

    def _at_folder(self, argument: str) -> str:
        handle = argument.split("<")[0]
        return str(ROOT) if handle == "AT_FDCWD" else self._handles.get(int(handle), ("", None))[0]

    def _open_at(self, arguments: list[str], handle: int) -> Iterator[Step]:
        return self._opened(self._path(arguments[1], self._at_folder(arguments[0])), arguments[2], handle)

    def _open(self, arguments: list[str], handle: int) -> Iterator[Step]:
        return self._opened(self._path(arguments[0], str(ROOT)), arguments[1], handle)

    def _opened(self, path: str, flags: str, handle: int) -> Iterator[Step]:
        self._handles.pop(handle, None)
        if not path.startswith(self._root):
            return
        if path not in self._names and "O_CREAT" in flags:
            number = len(self._contents)
            self._contents[number] = b""
            self._names[path] = number
            yield Named(path, number)
        self._handles[handle] = path, self._names.get(path)
        file = self._names.get(path)
        if file is not None and "O_TRUNC" in flags and self._contents[file]:
            yield Cut(file, 0)
        self._at[handle] = len(self._contents[file]) if file is not None and "O_APPEND" in flags else 0

    def _close(self, arguments: list[str], _result: int) -> Iterator[Step]:
        self._handles.pop(int(arguments[0]), None)
        yield from ()

    def _file(self, argument: str) -> int | None:
        return self._handles.get(int(argument), ("", None))[1]

    def _write(self, arguments: list[str], count: int) -> Iterator[Step]:
        handle, content = int(arguments[0]), _text(arguments[1])[:count]
        if handle == 1 and handle not in self._handles:
            yield Told(content.decode(errors="replace"))
        file = self._file(arguments[0])
        if file is not None:
            yield Written(file, self._at[handle], content)
            self._at[handle] += count

    def _write_at(self, arguments: list[str], count: int) -> Iterator[Step]:
        file = self._file(arguments[0])
        if file is not None:
            yield Written(file, int(arguments[3]), _text(arguments[1])[:count])

    def _truncate(self, arguments: list[str], _result: int) -> Iterator[Step]:
        file = self._file(arguments[0])
        if file is not None:
            yield Cut(file, int(arguments[1]))

    def _seek(self, arguments: list[str], place: int) -> Iterator[Step]:
        self._at[int(arguments[0])] = place
        yield from ()

    def _sync(self, arguments: list[str], _result: int) -> Iterator[Step]:
        path, file = self._handles.get(int(arguments[0]), ("", None))
        if path:
            yield FolderSynced(path) if file is None else Synced(file)

    def _send(self, arguments: list[str], count: int) -> Iterator[Step]:
        given = _OFFSET.search(arguments[2])
        yield from self._copied(int(arguments[1]), int(arguments[0]), int(given[0]) if given else None, count)

    def _copy(self, arguments: list[str], count: int) -> Iterator[Step]:
        given = _OFFSET.search(arguments[1])
        yield from self._copied(int(arguments[0]), int(arguments[2]), int(given[0]) if given else None, count)

    def _copied(self, source: int, target: int, offset: int | None, count: int) -> Iterator[Step]:
        start = self._at.get(source, 0) if offset is None else offset
        read, written = self._file(str(source)), self._file(str(target))
        if read is not None and written is not None:
            yield Written(written, self._at[target], self._contents[read][start : start + count])
            self._at[target] += count
        if offset is None:
            self._at[source] = start + count

    def _rename(self, arguments: list[str], _result: int) -> Iterator[Step]:
        return self._renamed(self._path(arguments[0], str(ROOT)), self._path(arguments[1], str(ROOT)))

    def _rename_at(self, arguments: list[str], _result: int) -> Iterator[Step]:
        source = self._path(arguments[1], self._at_folder(arguments[0]))
        return self._renamed(source, self._path(arguments[3], self._at_folder(arguments[2])))

    def _renamed(self, path: str, to: str) -> Iterator[Step]:
        if path in self._names:
            self._names[to] = self._names.pop(path)
            yield Moved(path, to)

    def _link(self, arguments: list[str], _result: int) -> Iterator[Step]:
        return self._linked(self._path(arguments[0], str(ROOT)), self._path(arguments[1], str(ROOT)))

    def _link_at(self, arguments: list[str], _result: int) -> Iterator[Step]:
        source = self._path(arguments[1], self._at_folder(arguments[0]))
        return self._linked(source, self._path(arguments[3], self._at_folder(arguments[2])))

    def _linked(self, path: str, to: str) -> Iterator[Step]:
        if path in self._names:
            self._names[to] = self._names[path]
            yield Named(to, self._names[to])

    def _unlink(self, arguments: list[str], _result: int) -> Iterator[Step]:
        return self._unlinked(self._path(arguments[0], str(ROOT)))

    def _unlink_at(self, arguments: list[str], _result: int) -> Iterator[Step]:
        path = self._path(arguments[1], self._at_folder(arguments[0]))
        return self._folder(path, there=False) if "AT_REMOVEDIR" in arguments[2] else self._unlinked(path)

    def _unlinked(self, path: str) -> Iterator[Step]:
        if self._names.pop(path, None) is not None:
            yield Named(path, None)

    def _remove_folder(self, arguments: list[str], _result: int) -> Iterator[Step]:
        return self._folder(self._path(arguments[0], str(ROOT)), there=False)

    def _make_folder(self, arguments: list[str], _result: int) -> Iterator[Step]:
        return self._folder(self._path(arguments[0], str(ROOT)), there=True)

    def _make_folder_at(self, arguments: list[str], _result: int) -> Iterator[Step]:
        return self._folder(self._path(arguments[1], self._at_folder(arguments[0])), there=True)

    def _folder(self, path: str, *, there: bool) -> Iterator[Step]:
        if path.startswith(self._root):
            yield Folder(path, there)


def _text(argument: str) -> bytes:
    """Of a string as strace writes it with -xx."""
    return bytes.fromhex(argument.strip('"').replace("\\x", ""))
