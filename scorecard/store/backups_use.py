"""On how many days something was entered since a backup: a program that nobody uses needs none."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from scorecard.domain.backups import Backup
from scorecard.domain.days import score_date
from scorecard.store.backups import refusals_named
from scorecard.store.opening import open_plain

_AFTER_IT = "seq > (SELECT seq FROM activity WHERE id = ?)"
_LATER = "at > ?"  # for one of another line, before a restore
_HOUR = len("2026-11-20T18")


def days_of_use_since(store: Path, backup: Backup, now: datetime) -> int:
    """Of the user's days, as far as hours tell. Raises BackupError when the store can't be read."""
    last = backup.state.rpartition("/")[2]
    with refusals_named(store, store), closing(open_plain(store)) as connection:
        known = connection.execute("SELECT 1 FROM activity WHERE id = ?", (last,)).fetchone() is not None
        moment = backup.made_at.astimezone(UTC).isoformat() if backup.made_at is not None else ""
        hours = connection.execute(
            f"SELECT DISTINCT substr(at, 1, {_HOUR}) FROM activity WHERE {_AFTER_IT if known else _LATER}",
            (last if known else moment,),
        ).fetchall()
    return len({score_date(datetime.fromisoformat(f"{hour}:00:00+00:00").astimezone(now.tzinfo)) for (hour,) in hours})
