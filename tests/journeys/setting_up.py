"""Somebody who sets up a card in the guided start."""

from tests.journeys.running import Driven


def set_up_card(program: Driven, work: str = "Customer service") -> None:
    """With all the measures of that work."""
    program.ask("run", command="set up")
    program.ask("click", words="Next: my work")
    program.ask("choose_item", words=work)
    for words in ("Next: my card", "Use this card"):
        program.ask("click", words=words)
