"""Where one thought of what is being written ends: undo takes back thoughts, not letters."""

from datetime import timedelta

PAUSE = timedelta(seconds=10)  # longer ones end a thought, too
_SLIP = 20  # signs that are taken back or put back without a new thought


class Thoughts:
    """Follows what is saved while somebody writes. A line begun is a new thought, and much taken back is one, too."""

    def __init__(self) -> None:
        self._place = ""
        self._lines = 0
        self._length = 0  # of what was saved last
        self._farthest = 0  # the greatest length of the thought, or the least of one that takes back
        self._takes_back = False
        self._number = 0

    def fold(self, place: str, text: str) -> str:
        """The name of the thought that `text`, the whole of what is now written at `place`, belongs to."""
        lines, length = text.rstrip().count("\n"), len(text)
        if place == self._place and lines == self._lines and self._goes_on(length):
            self._farthest = (min if self._takes_back else max)(self._farthest, length)
        else:
            self._number += 1
            self._takes_back = place == self._place and length < self._length
            self._place, self._lines, self._farthest = place, lines, length
        self._length = length
        return f"{place}:{self._number}"

    def _goes_on(self, length: int) -> bool:
        if self._takes_back:
            return length <= self._farthest + _SLIP
        return length >= self._farthest - _SLIP
