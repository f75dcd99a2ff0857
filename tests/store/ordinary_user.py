"""Modes of files hold for this process too, even where the tests run as root (Linux)."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_VERSION = 0x20080522  # _LINUX_CAPABILITY_VERSION_3
_OVERRIDING = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
_SET_SECUREBITS = 28
_NO_SETUID_FIXUP = 1 << 2  # else access(2) asks what root may get rather than what it has


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Skips the test where neither is possible: to be somebody else than root, nor to lay root's rights down."""
    if os.name != "posix":
        pytest.skip("modes are POSIX's")
    if os.geteuid() != 0:
        yield
        return
    with _without_root_s_rights():
        yield


@contextmanager
def _without_root_s_rights() -> Iterator[None]:
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        header, sets = _Header(_VERSION, 0), (_Sets * 2)()
        failed = libc.capget(ctypes.byref(header), sets) or libc.prctl(_SET_SECUREBITS, _NO_SETUID_FIXUP, 0, 0, 0)
    except (OSError, AttributeError):
        failed = -1
    if failed:
        pytest.skip("modes do not hold for root")
    before = sets[0].effective
    sets[0].effective = before & ~_OVERRIDING
    assert libc.capset(ctypes.byref(header), sets) == 0
    try:
        yield
    finally:
        sets[0].effective = before
        assert libc.capset(ctypes.byref(header), sets) == 0
        libc.prctl(_SET_SECUREBITS, 0, 0, 0, 0)
