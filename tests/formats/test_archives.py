"""Archives are read in memory, for the files asked for, and up to a cap."""

import tracemalloc
import warnings
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.domain.errors import KnownError
from scorecard.formats.archives import Caps, is_archive, names_in, opened
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, UnreadableFileError
from tests.formats.zip_files import locked, oddly_packed, packed

MB = 1024 * 1024


def all_of(path: Path, caps: Caps | None = None) -> dict[str, bytes]:
    with opened(path, lambda name: name.endswith(".csv"), caps) as archive:
        return {name: archive.read(name) for name in archive.names}


def refusal(path: Path, caps: Caps | None = None) -> UnreadableFileError | FileTooLargeError:
    with pytest.raises(KnownError) as refused:
        all_of(path, caps)
    assert isinstance(refused.value, (UnreadableFileError, FileTooLargeError))
    return refused.value


def test_only_the_wanted_files_are_there(tmp_path: Path) -> None:
    path = packed(tmp_path / "a", {"Habits.csv": "one", "001 Übung/Checkmarks.csv": "two", "photo.png": "three"})

    assert all_of(path) == {"Habits.csv": b"one", "001 Übung/Checkmarks.csv": b"two"}
    assert names_in(path) == ("Habits.csv", "001 Übung/Checkmarks.csv", "photo.png")
    assert is_archive(path.read_bytes())


@pytest.mark.parametrize("name", ["../a.csv", "a/../../b.csv", "/etc/a.csv", "C:a.csv", "..\\a.csv", "a\0.csv", "../b"])
def test_a_name_that_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "a", {"Habits.csv": "", "x" * len(name): ""})
    raw = path.read_bytes().replace(b"x" * len(name), name.encode())
    path.write_bytes(raw)

    refused = refusal(path)
    assert isinstance(refused, UnreadableFileError)
    assert refused.fault is FileFault.OUTSIDE_NAMES


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    with warnings.catch_warnings(), zipfile.ZipFile(tmp_path / "a", "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a.csv", "one")
        archive.writestr("a.csv", "two")

    refused = refusal(tmp_path / "a")
    assert isinstance(refused, UnreadableFileError)
    assert (refused.fault, refused.inside) == (FileFault.DUPLICATE_FILES, "a.csv")


def test_a_locked_or_oddly_packed_file_is_refused_by_its_name(tmp_path: Path) -> None:
    for made, fault in ((locked, FileFault.ENCRYPTED), (oddly_packed, FileFault.ODD_PACKING)):
        refused = refusal(made(packed(tmp_path / "a", {"a.csv": "one"})))
        assert isinstance(refused, UnreadableFileError)
        assert (refused.fault, refused.inside) == (fault, "a.csv")
        assert "a.csv" not in str(refused)


def test_a_bomb_is_refused_at_the_cap_and_not_in_memory(tmp_path: Path) -> None:
    path = packed(tmp_path / "a", {"a.csv": bytes(40 * MB)})

    tracemalloc.start()
    refused = refusal(path, Caps(one=2 * MB))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert isinstance(refused, FileTooLargeError)
    assert (refused.limit, refused.amount) == (2 * MB, Amount.UNPACKED)
    assert peak < 8 * MB


def test_many_small_files_are_refused_at_the_cap_of_all(tmp_path: Path) -> None:
    path = packed(tmp_path / "a", {f"{number}.csv": bytes(MB) for number in range(4)})

    refused = refusal(path, Caps(all=3 * MB))
    assert isinstance(refused, FileTooLargeError)
    assert (refused.limit, refused.amount) == (3 * MB, Amount.UNPACKED)


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a", {f"{number}.csv": b"" for number in range(4)})

    refused = refusal(path, Caps(files=3))
    assert isinstance(refused, FileTooLargeError)
    assert (refused.limit, refused.amount) == (3, Amount.FILES)


def test_a_table_of_contents_of_any_length_is_not_read_into_memory(tmp_path: Path) -> None:
    path = packed(tmp_path / "a", {"a.csv": b"one"})
    raw = bytearray(path.read_bytes())
    end = raw.rindex(b"PK\x05\x06")
    begin = int.from_bytes(raw[end + 16 : end + 20], "little")
    raw[begin:end] = bytes(raw[begin:end]) * 60_000
    end = len(raw) - 22
    raw[end + 12 : end + 16] = (end - begin).to_bytes(4, "little")
    path.write_bytes(raw)

    refused = refusal(path)
    assert isinstance(refused, FileTooLargeError)
    assert refused.amount is Amount.FILES
    assert names_in(path) == ()


@settings(max_examples=150)
@given(
    changes=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), min_size=1, max_size=4),
    kept=st.sampled_from([1.0, 1.0, 0.9, 0.5]),
)
def test_any_bytes_changed_end_in_an_error_with_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[float, bytes]], kept: float
) -> None:
    path = tmp_path_factory.getbasetemp() / "archive"
    raw = bytearray(packed(path, {"a.csv": "one" * 99, "b/c.csv": "two", "d.png": ""}).read_bytes())
    for share, new in changes:
        place = int(share * len(raw))
        raw[place : place + len(new)] = new
    path.write_bytes(raw[: int(len(raw) * kept)])

    names_in(path)
    with suppress(KnownError):
        all_of(path)
