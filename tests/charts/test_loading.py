"""What is settled before matplotlib is imported."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from scorecard.charts.loading import prepare
prepare(Path(sys.argv[1]))
assert "matplotlib" not in sys.modules and "numpy" not in sys.modules
import matplotlib
print(matplotlib.get_cachedir(), matplotlib.get_backend())
"""


def test_matplotlib_keeps_its_list_of_fonts_in_our_folder(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "charts"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.split() == [str(folder), "agg"], done.stderr
    assert done.stderr == ""
