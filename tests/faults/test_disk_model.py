"""What the harness takes a disk to hold after a power cut."""

import random

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
    Written,
    images,
)

A, B = "/data/a", "/data/b"
OLD, NEW = b"old" * 400, b"new" * 400


def all_after(*steps: Step) -> list[Image]:
    """After the last of them."""
    recording = Recording({A: OLD}, steps, frozenset({"/data"}))
    return [image for cut, image in images(recording, random.Random(1), 100) if cut == len(steps)]


def test_what_was_not_synchronised_is_there_or_not_or_in_part() -> None:
    found = {image[A] for image in all_after(Written(0, 0, NEW))}

    assert {OLD, NEW} < found
    sectors = [{OLD[start : start + 512], NEW[start : start + 512]} for start in (0, 512, 1024)]
    assert all(torn[512 * n : 512 * n + 512] in either for torn in found for n, either in enumerate(sectors))


def test_what_was_synchronised_is_there() -> None:
    assert {image[A] for image in all_after(Written(0, 0, NEW), Synced(0))} == {NEW}


def test_of_two_writes_the_later_one_may_be_there_alone() -> None:
    found = [image[A] for image in all_after(Written(0, 0, b"1"), Written(0, 1, b"2"))]

    assert {content[:2] for content in found} == {b"ol", b"1l", b"o2", b"12"}


def test_a_file_that_was_made_longer_has_zeros_where_nothing_came() -> None:
    found = {image[A][len(OLD) :] for image in all_after(Written(0, len(OLD), b"1"), Written(0, len(OLD) + 1, b"2"))}

    assert found == {b"", b"1", b"\0" + b"2", b"12"}


def test_a_file_may_be_cut_off_or_not() -> None:
    assert {image[A] for image in all_after(Cut(0, 3))} == {OLD, OLD[:3]}


def test_a_new_name_is_there_once_its_folder_was_synchronised_not_before() -> None:
    made = (Named(B, 1), Written(1, 0, NEW), Synced(1))

    assert {image.get(B) for image in all_after(*made)} == {None, NEW}
    assert {image.get(B) for image in all_after(*made, FolderSynced("/data"))} == {NEW}


def test_names_become_durable_in_their_order() -> None:
    found = all_after(Named(B, 1), Moved(B, A), Named("/data/c", 2))

    assert {frozenset(image) for image in found} == {
        frozenset({A}), frozenset({A, B}), frozenset({A, "/data/c"}),
    }  # fmt: skip
    assert {image[A] for image in found} == {OLD, b""}


def test_a_folder_whose_own_name_is_gone_takes_along_what_is_in_it() -> None:
    made = (Folder("/data/new"), Named("/data/new/b", 1), Written(1, 0, NEW), Synced(1), FolderSynced("/data/new"))

    assert {image.get("/data/new/b") for image in all_after(*made)} == {None, NEW}
    assert {image.get("/data/new/b") for image in all_after(*made, FolderSynced("/data"))} == {NEW}


def test_every_moment_is_cut() -> None:
    recording = Recording({A: OLD}, [Written(0, 0, NEW), Synced(0), Named(A, None)], frozenset({"/data"}))

    assert {cut for cut, _ in images(recording, random.Random(1), 100)} == {0, 1, 2, 3}
