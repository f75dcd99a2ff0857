"""What conftest.py promises to every test."""

import os
import socket
import tempfile
from pathlib import Path

import pytest

from tests.fake_clock import FixedClock


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_network_socket_cannot_be_made(family: socket.AddressFamily) -> None:
    with pytest.raises(RuntimeError, match="socket"):
        socket.socket(family)


def test_no_name_can_be_looked_up() -> None:
    with pytest.raises(RuntimeError):
        socket.getaddrinfo("localhost", 80)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no local sockets here")
def test_a_local_socket_can_be_made() -> None:
    socket.socket(socket.AF_UNIX).close()


def test_every_folder_of_the_user_is_the_test_s_own(home: Path) -> None:
    assert Path.home() == home
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "SCORECARD_DATA"):
        assert Path(os.environ[name]).is_relative_to(home)
    assert home.is_relative_to(tempfile.gettempdir())


def test_the_clock_counts_real_hours_over_the_night_it_is_set_back(clock: FixedClock) -> None:
    clock.set(clock.now().replace(month=10, day=24, hour=23))
    clock.advance(hours=5)

    assert clock.now().isoformat() == "2026-10-25T03:00:00+01:00"
