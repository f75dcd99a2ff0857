"""A disk of its own, small enough to be filled, which can be made read-only: real, where one may be mounted."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class SmallDisk:
    folder: Path

    def fill(self) -> None:
        """To the last block."""
        with (self.folder / "ballast").open("wb", buffering=0) as ballast:
            for size in (1 << 16, 1 << 12, 1):
                try:
                    while ballast.write(bytes(size)) == size:
                        pass
                except OSError:
                    continue

    def make_room(self) -> None:
        (self.folder / "ballast").unlink()

    def remount(self, how: str) -> None:
        """ "ro" or "rw"."""
        subprocess.run(["mount", "-o", f"remount,{how}", self.folder], check=True, capture_output=True)


@contextmanager
def small_disk(folder: Path, size: int = 2 * 1024 * 1024) -> Iterator[SmallDisk]:
    """Mounted at `folder`; skips the test where nothing can be mounted."""
    if sys.platform != "linux":
        pytest.skip("mounts a small disk")
    folder.mkdir(parents=True, mode=0o700)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        mounted = None
    if mounted is None or mounted.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
