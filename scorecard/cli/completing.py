"""`scorecard complete`: names of measures for a shell, and the script by which the shell asks for them."""

from scorecard.cli.console import Console
from scorecard.cli.naming import fitting, on_card
from scorecard.cli.printing import put, say
from scorecard.cli.settling import settle_to_read
from scorecard.cli.status import DONE, NOT_FOUND
from scorecard.services.first_days import card_of_today


def complete(console: Console, beginning: str) -> int:
    """The names that begin so, one a line; of no beginning those on the card."""
    settle_to_read(console)
    card, today = card_of_today(console.paths.store, console.clock)
    found = fitting(card.measures, beginning, today) if beginning else on_card(card.measures, today)
    for pair in found:
        say(console.out, pair.measure.name)
    return DONE if found else NOT_FOUND


def print_script(console: Console, shell: str) -> int:
    from scorecard.cli.completion_scripts import script_for

    put(console.out, script_for(shell))
    return DONE
