"""What was written in another program, as answers of our own, which stand by themselves in their days' reflections."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scorecard.domain.reflections import Answer
from scorecard.formats.bundle import Bundle, LossKind
from scorecard.formats.fitting import folded
from scorecard.formats.losses import LossTally


@dataclass(frozen=True, slots=True)
class TextsPlan:
    """`to_add` are new, `same` are here already, `kept` differ from ours, which stay. `program` wrote them."""

    program: str
    to_add: tuple[Answer, ...] = ()
    same: int = 0
    kept: int = 0
    first_day: date | None = None
    last_day: date | None = None


NO_TEXTS = TextsPlan("")


def place_of(bundle: Bundle) -> str:
    """Where the answers stand: no prompt of ours, so none of the user's own is written into."""
    return f"import:{folded(bundle.program)}"


def plan_texts(bundle: Bundle, answers: Iterable[Answer], today: date, losses: LossTally) -> TextsPlan:
    """Of the texts up to today, those that are not here yet. `answers` are at least those of their days."""
    place = place_of(bundle)
    ours: Mapping[date, Answer] = {answer.day: answer for answer in answers if answer.prompt_id == place}
    texts = [text for text in bundle.texts if text.day <= today]
    for _ in range(len(bundle.texts) - len(texts)):
        losses.add(LossKind.FUTURE, bundle.program)
    new = [text for text in texts if text.day not in ours]
    same = sum(text.day in ours and ours[text.day].text == text.text for text in texts)
    return TextsPlan(
        program=bundle.program,
        to_add=tuple(Answer(text.day, place, bundle.program, text.text) for text in new),
        same=same,
        kept=len(texts) - len(new) - same,
        first_day=min((text.day for text in texts), default=None),
        last_day=max((text.day for text in texts), default=None),
    )
