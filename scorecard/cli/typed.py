"""What is typed for a path or a day. What they become is imported when one is typed."""

import argparse

TYPE_CHECKING = False  # mypy knows the name; importing typing takes longer than all that is here
if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def a_path(text: str) -> "Path":
    from pathlib import Path

    return Path(text)


def a_day(text: str) -> "date":
    from scorecard.domain.starts import day_of_arrival

    try:
        return day_of_arrival(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-11-20") from None


def a_day_word(text: str) -> str:
    """`text` itself: which day "yesterday" is depends on when the user's day ends, which is in the store."""
    from scorecard.cli.days import is_day_word

    if not is_day_word(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write 2026-11-20, yesterday, or monday")
    return text
