"""A question with yes or no, where somebody is there to answer it."""

from scorecard.cli.console import FAILED, MISUSED, Console
from scorecard.cli.printing import is_terminal, say

YES = ("y", "yes")


def ask(console: Console, question: str, *, nobody: str, no: str) -> int | None:
    """None when the answer is yes, else the exit status. `nobody` and `no` are what is said then."""
    if console.keyboard is None or not is_terminal(console.keyboard):
        say(console.err, nobody)
        return MISUSED
    console.out.write(question)
    console.out.flush()
    try:
        answer = console.keyboard.readline()
    except KeyboardInterrupt:
        say(console.out)
        answer = ""
    if answer.strip().casefold() in YES:
        return None
    say(console.out, no)
    return FAILED
