"""What has to stand before matplotlib is imported anywhere in the process. Imports nothing of it."""

import os
from pathlib import Path


def prepare(cache_folder: Path) -> None:
    """Lets matplotlib keep its font list in `cache_folder` and start numpy with one thread.

    Without a folder that stays, the font list is built anew at every start. No effect once matplotlib is imported.
    """
    os.environ["MPLCONFIGDIR"] = str(cache_folder)
    # A backend named in the user's environment may not even be installed; figures here are always drawn by Agg.
    os.environ["MPLBACKEND"] = "agg"
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
