"""The prepared stores, whole and bad, in one file: they are nearly the same, and so need little room together."""

import io
import lzma
import tarfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("stores.tar.xz")
MANIFEST = Path(__file__).with_name("manifest.json")


@cache
def packed() -> dict[str, bytes]:
    """By name; those of `bad/` are damaged."""
    with tarfile.open(fileobj=io.BytesIO(lzma.decompress(FILE.read_bytes()))) as archive:
        return {one.name: file.read() for one in archive if (file := archive.extractfile(one)) is not None}


def write(files: Mapping[str, bytes]) -> None:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in sorted(files.items()):
            one = tarfile.TarInfo(name)
            one.size = len(content)
            archive.addfile(one, io.BytesIO(content))
    FILE.write_bytes(lzma.compress(written.getvalue(), preset=9 | lzma.PRESET_EXTREME))
    packed.cache_clear()
