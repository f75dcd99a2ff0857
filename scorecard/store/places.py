"""What lies around the store: a service that copies the folder, another computer it is on, copies of the store.

Only names, marks and heads of other files are read; the store itself is not touched.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from scorecard.domain.places import Carrier, SharedPlace, Surroundings
from scorecard.store.identity import APPLICATION_ID

MOUNTS = Path("/proc/self/mounts")
_NETWORKS = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "lustre", "davfs", "webdav",
    "afpfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.ceph", "fuse.gvfsd-fuse", "fuse.s3fs",
    "fuse.onedriver", "fuse.google-drive-ocamlfuse", "fuse.kio-fuse", "fuse.cifs", "fuse.smbnetfs",
    "fuse.curlftpfs",
})  # fmt: skip
# How the folders of services begin, in the form `_folded` gives them.
_NAMES = (
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("googledrive", "Google Drive"),
    ("mobiledocuments", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("pclouddrive", "pCloud"),
    ("megasync", "MEGA"),
    ("syncthing", "Syncthing"),
    ("seafile", "Seafile"),
)
# What services leave in the folder that they copy.
_MARKS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".tmp.drivedownload", "Google Drive"),
    (".megaignore", "MEGA"),
)
_HEAD = 72
_MAGIC = b"SQLite format 3\0"


def look_around(store: Path, mounts: Path = MOUNTS) -> Surroundings:
    """What can't be looked at is not there."""
    folder = Path(os.path.realpath(store.parent))
    return Surroundings(_service_of(folder) or _network_of(folder, mounts), tuple(_copies(store)))


def _service_of(folder: Path) -> SharedPlace | None:
    for place in (folder, *folder.parents):
        name = next((name for sign, name in _NAMES if _folded(place.name).startswith(sign)), "")
        # In the user's home lies the service's own folder of settings, of the same name as its mark.
        marks = () if place == Path.home() else _MARKS
        name = name or next((name for mark, name in marks if os.path.lexists(place / mark)), "")
        if name:
            return SharedPlace(Carrier.SYNC, name, place)
    return None


def _folded(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _network_of(folder: Path, mounts: Path) -> SharedPlace | None:
    """The mount that the folder lies in is the one with the longest path; of two with one path, the later."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return None
    found = [
        SharedPlace(Carrier.NETWORK, kind, place) for place, kind in _mounted(lines) if folder.is_relative_to(place)
    ]
    last = max(enumerate(found), key=lambda one: (len(one[1].root.parts), one[0]), default=None)
    return last[1] if last is not None and last[1].name in _NETWORKS else None


def _mounted(lines: Iterable[str]) -> Iterable[tuple[Path, str]]:
    for line in lines:
        words = line.split(" ")
        if len(words) > 2:
            yield Path(_unescaped(words[1])), words[2]


def _unescaped(word: str) -> str:
    """A space in a path is written as \\040."""
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        word = word.replace(code, sign)
    return word


def _copies(store: Path) -> Iterable[Path]:
    """Other stores of ours beside this one: what services make of two that met, or somebody by hand."""
    try:
        near = [Path(entry.path) for entry in os.scandir(store.parent) if _may_be_copy(entry, store)]
        dated = sorted(((path.stat().st_mtime_ns, path) for path in near), reverse=True)
        return [path for _, path in dated if is_store(path)]
    except OSError:
        return []


def _may_be_copy(entry: os.DirEntry[str], store: Path) -> bool:
    name = entry.name.casefold()
    named = name.startswith(store.stem.casefold()) and store.suffix in name and not name.endswith(("-journal", ".part"))
    return named and entry.name != store.name and entry.is_file() and not _is_same(entry, store)


def _is_same(entry: os.DirEntry[str], store: Path) -> bool:
    """Another name of the live file must not be opened: closing it would drop SQLite's locks."""
    try:
        return os.path.samefile(entry.path, store)
    except OSError:
        return False


def is_store(path: Path) -> bool:
    """By its head: the live file itself is never asked."""
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return head.startswith(_MAGIC) and head[68:72] == APPLICATION_ID.to_bytes(4, "big")
