"""What can be completed: the tags in use, and the names of people. Asked for when one is begun."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scorecard.domain.mentions import Named as Mention
from scorecard.domain.mentions import Names
from scorecard.ui.completing.begun import Begun, Named, Offers, Sign, offered_names, offered_tags
from scorecard.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Known:
    tags: Callable[[], Sequence[str]]
    names: Callable[[], Sequence[Named]]

    def named_in(self, text: str) -> tuple[Mention, ...]:
        """Who is named in it with an @; nobody is asked for where there is none."""
        return tuple(Names(self.names()).in_text(text)) if "@" in text else ()

    def asked(self, sign: Sign) -> Callable[[Begun], Offers]:
        """What is known of one kind now, as a question about how it goes on."""
        match sign:
            case Sign.TAG:
                tags = self.tags()
                return lambda begun: offered_tags(tags, begun.typed)
            case Sign.NAME:
                names = self.names()
                return lambda begun: offered_names(names, begun.typed)


def known_to(desk: Desk) -> Known:
    """Archived people come last."""

    def tags() -> Sequence[str]:
        return [tag for tag, _ in desk.ask(lambda services: services.reflecting.tags()) or ()]

    def names() -> Sequence[Named]:
        return [(name, person.id) for name, person in desk.ask(lambda services: services.people.names()) or ()]

    return Known(tags, names)
