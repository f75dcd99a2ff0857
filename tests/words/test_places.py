"""Where the store lies is said calmly: what is fine, what can happen, what to do."""

from pathlib import Path

from scorecard.domain.places import Carrier, SharedPlace
from scorecard.words.places import say_copy, say_shared


def tr(text: str, *_: object) -> str:
    return text


def test_a_shared_folder_is_said_without_alarm() -> None:
    sync = say_shared(SharedPlace(Carrier.SYNC, "Dropbox", Path("/home/anna/Dropbox")), tr)
    assert sync.startswith("Your store lies in a folder of Dropbox. That is fine while")
    network = say_shared(SharedPlace(Carrier.NETWORK, "nfs4", Path("/mnt")), tr)
    assert "another computer (nfs4)" in network


def test_a_copy_is_named_by_its_file_alone() -> None:
    assert "“scorecard (1).db”" in say_copy(Path("/home/anna/scorecard (1).db"), tr)
