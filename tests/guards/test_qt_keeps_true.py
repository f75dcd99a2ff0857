"""PySide6 6.12.0 on Python 3.11 loses a reference of True with every emit, and aborts after a few hundred.

See docs/decisions/0001-dependencies.md.
"""

import subprocess
import sys

import pytest

EMITTING = """
import sys
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(bool)

bell = Bell()
bell.rung.connect(lambda on: None)
before = sys.getrefcount(True)
for _ in range(200):
    bell.rung.emit(True)
print(before - sys.getrefcount(True))
"""


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="True cannot be lost from Python 3.12 on: its count says nothing"
)
def test_emitting_signals_loses_no_references_of_true() -> None:
    run = subprocess.run([sys.executable, "-c", EMITTING], capture_output=True, text=True, check=True, timeout=60)

    assert int(run.stdout) < 100
