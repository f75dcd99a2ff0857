"""What is asked at the end of a day: the prompts, and the questions of which each day gets one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.domain.errors import EmptyNameError
from scorecard.domain.ids import new_id
from scorecard.domain.reflections import QUESTION, Prompt, Question
from scorecard.domain.texts import NAME_LENGTH, WORDS_LENGTH, clean_line
from scorecard.resources import resource
from scorecard.services.changes import Changes
from scorecard.services.prompts import Library, read_library
from scorecard.store import reflections as stored
from scorecard.store.store import Store


class Asking:
    """Raises EmptyNameError for what is asked without words, and StoreError; nothing is changed then."""

    def __init__(self, store: Store, clock: Clock, changes: Changes, folder: Path | None = None) -> None:
        self._store = store
        self._clock = clock
        self._folder = folder or resource("prompts")
        self._known: tuple[tuple[Prompt, ...], tuple[Question, ...]] | None = None
        changes.follow(self._follow)

    def prompts(self) -> tuple[Prompt, ...]:
        """All of them in their order, the retired ones too."""
        return self._asked()[0]

    def questions(self) -> tuple[Question, ...]:
        """Those that come with the program, then the user's own, in the order in which they were added."""
        return self._asked()[1]

    def save_prompts(self, prompts: Sequence[Prompt]) -> None:
        """The prompts from now on, in this order; one without an id is new, and one left out is retired.

        Old answers stay under the words that they were asked with.
        """
        wanted = [self._cleaned(prompt, place) for place, prompt in enumerate(prompts)]
        ids = {prompt.id for prompt in wanted}
        if len(ids) < len(wanted) or QUESTION in ids:
            raise ValueError("each prompt has an id of its own")
        left_out = [prompt for prompt in self.prompts() if prompt.id not in ids]
        for place, prompt in enumerate(left_out, len(wanted)):
            wanted.append(replace(prompt, position=place, retired=True))
        if tuple(wanted) == self.prompts():
            return
        with self._store.change(Deed(Verb.EDIT_PROMPTS)) as work:
            for prompt in wanted:
                stored.write_prompt(work, prompt)

    def add_question(self, words: str, theme: str = "") -> str:
        """The id of the question with these words. One that was there already is not added again, but in use again."""
        line = _words(words)
        for known in self.questions():
            if known.words.casefold() == line.casefold():
                self.retire_question(known.id, retired=False)
                return known.id
        question = Question(new_id(self._clock.now()), line, clean_line(theme, NAME_LENGTH), own=True)
        with self._store.change(Deed(Verb.ADD_QUESTION)) as work:
            stored.write_question(work, question)
        return question.id

    def retire_question(self, question_id: str, *, retired: bool = True) -> None:
        """It is asked no more; or again. Days that were asked it keep it."""
        known = next(question for question in self.questions() if question.id == question_id)
        if known.retired is retired:
            return
        with self._store.change(Deed(Verb.RETIRE_QUESTION, {"retired": str(retired)})) as work:
            stored.write_question(work, replace(known, retired=retired))

    def _cleaned(self, prompt: Prompt, place: int) -> Prompt:
        return replace(prompt, id=prompt.id or new_id(self._clock.now()), words=_words(prompt.words), position=place)

    def _asked(self) -> tuple[tuple[Prompt, ...], tuple[Question, ...]]:
        if self._known is None:
            with self._store.reading() as connection:
                own, questions = stored.read_prompts(connection), stored.read_questions(connection)
            self._known = (own or self._library.prompts, _together(self._library.questions, questions))
        return self._known

    @cached_property
    def _library(self) -> Library:
        return read_library(self._folder)

    def _follow(self, change: Change) -> None:
        if change.topics & {"prompt", "question"}:
            self._known = None


def _together(library: Iterable[Question], written: Sequence[Question]) -> tuple[Question, ...]:
    """A question of the library that the user retired is written down without words."""
    retired = {question.id for question in written if question.retired}
    ours = (replace(question, retired=question.id in retired) for question in library)
    return (*ours, *(question for question in written if question.own))


def _words(text: str) -> str:
    words = clean_line(text, WORDS_LENGTH)
    if not words:
        raise EmptyNameError
    return words
