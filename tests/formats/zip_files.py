"""ZIP archives made by tests, honest ones and others."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

_FLAGS_OF_CONTENTS, _FLAGS_OF_FILE = 8, 6
_PACKING_OF_CONTENTS, _PACKING_OF_FILE = 10, 8


def packed(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def locked(path: Path) -> Path:
    """Says of each file that it is encrypted."""
    return _marked(path, _FLAGS_OF_FILE, _FLAGS_OF_CONTENTS, 1)


def oddly_packed(path: Path) -> Path:
    """Says of each file that it is packed in a way of 1989."""
    return _marked(path, _PACKING_OF_FILE, _PACKING_OF_CONTENTS, 6)


def _marked(path: Path, of_file: int, of_contents: int, mark: int) -> Path:
    content = bytearray(path.read_bytes())
    for sign, place in ((b"PK\x03\x04", of_file), (b"PK\x01\x02", of_contents)):
        found = content.find(sign)
        while found >= 0:
            content[found + place] = mark
            found = content.find(sign, found + 4)
    path.write_bytes(content)
    return path
