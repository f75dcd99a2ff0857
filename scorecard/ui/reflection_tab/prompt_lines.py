"""The prompts and questions as lines of a list, and the steps on the prompts. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from scorecard.domain.reflections import Prompt, Question
from scorecard.ui.card_dialogs.list_line import LineKind, ListLine
from scorecard.ui.text import tr

NEW = ""  # the id of a prompt that is not stored yet


def prompt_lines(prompts: Sequence[Prompt]) -> tuple[ListLine, ...]:
    """In force first, in their order; then the retired ones."""
    used = [_prompt_line(prompt) for prompt in prompts if not prompt.retired]
    retired = [_prompt_line(prompt) for prompt in prompts if prompt.retired]
    return tuple(used + retired)


def question_lines(questions: Sequence[Question]) -> tuple[ListLine, ...]:
    """The user's own first, then those that come with the program, by their themes."""
    own = [question for question in questions if question.own]
    remark = ListLine(LineKind.REMARK, tr("None yet. Yours are asked as often as the others."), indented=False)
    lines = [ListLine(LineKind.SECTION, tr("Your own")), *([_question_line(one) for one in own] or [remark])]
    for theme in dict.fromkeys(question.theme for question in questions if not question.own):
        of_theme = [question for question in questions if question.theme == theme and not question.own]
        lines += [ListLine(LineKind.SECTION, theme), *(_question_line(question) for question in of_theme)]
    return tuple(lines)


def moved(prompts: Sequence[Prompt], prompt_id: str, by: int) -> tuple[Prompt, ...]:
    """One prompt in force goes up (−1) or down (1) among those in force."""
    order = _in_order(prompts)
    used = sum(not prompt.retired for prompt in order)
    place = next((n for n, prompt in enumerate(order[:used]) if prompt.id == prompt_id), None)
    if place is not None and 0 <= place + by < used:
        order[place], order[place + by] = order[place + by], order[place]
    return tuple(order)


def reworded(prompts: Sequence[Prompt], prompt_id: str, words: str) -> tuple[Prompt, ...]:
    return tuple(replace(one, words=words) if one.id == prompt_id else one for one in _in_order(prompts))


def retired(prompts: Sequence[Prompt], prompt_id: str, is_retired: bool) -> tuple[Prompt, ...]:
    """A prompt that is brought back comes after those in force."""
    wanted = [one for one in _in_order(prompts) if one.id != prompt_id]
    return tuple(_in_order([*wanted, *(replace(o, retired=is_retired) for o in prompts if o.id == prompt_id)]))


def added(prompts: Sequence[Prompt], words: str) -> tuple[Prompt, ...]:
    return tuple(_in_order([*prompts, Prompt(NEW, words)]))


def _in_order(prompts: Sequence[Prompt]) -> list[Prompt]:
    return sorted(prompts, key=lambda prompt: prompt.retired)


def _prompt_line(prompt: Prompt) -> ListLine:
    return ListLine(LineKind.ROW, prompt.words, tr("retired") if prompt.retired else "", prompt.id, indented=False)


def _question_line(question: Question) -> ListLine:
    return ListLine(LineKind.ROW, question.words, tr("retired") if question.retired else "", question.id)
