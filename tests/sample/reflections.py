"""Evenings of somebody who reflects on most working days, by a fixed rule: what they wrote, and what came of it."""

import random
from datetime import date, timedelta

from scorecard.domain.questions import question_of
from scorecard.domain.reflections import ADJUST, MOVED, QUESTION, TOMORROW, Adjustment, Answer
from scorecard.resources import resource
from scorecard.services.prompts import Library, read_library
from scorecard.store import reflections as stored
from scorecard.store.record import Work

ONE_DAY = timedelta(days=1)
WHO = (
    "Cassandra",
    "Neal",
    "Ana",
    "Marco",
    "the help desk",
    "finance",
    "Mrs Okafor",
    "the new colleague",
    "Yuki",
    "my team",
)
WHAT = (
    "the estimates", "the benefits form", "the licence", "the migration plan", "the second invoice", "the night shift",
    "the onboarding list", "the CRM integration", "the design notes", "the quarterly figures", "the export",
)  # fmt: skip
_MOVED = (
    "{Who} said that {what} was the first version worth trusting.",
    "We cleared both blockers around {what} before stand-up. #roadblocks",
    "Sat down with {who} for half an hour, and {what} is done at last.",
    "{What} went out at noon. {Who} had the answer before asking twice.",
    "Two calls about {what}, and **one problem less** for {who}.",
    "Not much moved. {What} waits for {who}, and I know why now.",
    "{Who} and I agreed on what good looks like for {what}:\n\n- short\n- in their words\n- by Friday",
    "Explained {what} to {who} without a slide. #listening",
)
_ADJUST = (
    "Raced ahead with the answer when {who} asked about {what}. Ask about their script first.",
    "Looked at the screen while {who} was talking. #attention",
    "Said yes to {what} without asking what it replaces.",
    "Three meetings about {what}, none of which needed me.",
    "I told {who} late that {what} would slip. Early next time. #promises",
    "Talked more than {who} did. Half as much would do.",
)
_TOMORROW = (
    "ask {who} how I can help before I offer the answer.", "close the mail until {what} is done.",
    "tell {who} first thing where {what} stands.", "listen to {who} to the end.",
    "start with {what}, phone in the drawer.", "say my intent before the meeting on {what}.",
)  # fmt: skip
_ANSWERS = (
    "{Who}, and I noticed it only on the way home.", "Nobody asked. {Who} would have liked me to.",
    "When {who} came in about {what}: ten minutes, nothing else open. #attention",
    "“How can I help?” beat my whole list of services. {Who} wanted somebody to look at {what} with them.",
    "I can't name one today, and that is an answer too.",
    "{What}. I would have sworn it was about money; it was about {who}.",
)  # fmt: skip
OTHER_SCRIPTS = (
    "Вечером позвонила Анна: спасибо за терпение.", "今日は田中さんの話を最後まで聞いた。",
    "客户说这是第一次有人先问问题。", "שיחה טובה עם נועה, בלי מסכים.", "Größere Ruhe beim Zuhören. Übung wirkt. 🙂",
)  # fmt: skip
OF_TODAY = (
    (MOVED, "Cassandra said the new estimate sheet was the first one she trusted.\n"
            "We cleared both blockers before stand-up."),
    (ADJUST, "Raced ahead with the answer in Neal's meeting. Ask about his script first."),
    (TOMORROW, "Ask Neal how I can help before I offer the answer."),
)  # fmt: skip


def write_reflections(work: Work, today: date, days: int = 90, seed: int = 13) -> None:
    """The evenings of the last `days` days, and what is written already on `today`. The measures are there."""
    library, chance = read_library(resource("prompts")), random.Random(seed)
    written = [today - n * ONE_DAY for n in reversed(range(1, days + 1))]
    evenings = [day for day in written if day.weekday() < 5 and chance.random() < 0.85]
    answers = [answer for day in evenings for answer in _evening(day, library, chance)]
    stored.add_answers(work, [*answers, *_of(today, OF_TODAY, library)])
    stored.add_felt(work, {day: _grade(chance) for day in evenings if chance.random() < 0.7})
    asked = [answer.day for answer in answers if answer.prompt_id == TOMORROW and answer.day < today - 3 * ONE_DAY]
    stored.add_adjustments(work, [_outcome(day, chance) for day in asked if chance.random() < 0.8])


def _evening(day: date, library: Library, chance: random.Random) -> list[Answer]:
    texts = [(MOVED, _told(_MOVED, chance))]
    if chance.random() < 0.03:
        texts[0] = (MOVED, chance.choice(OTHER_SCRIPTS))
    if chance.random() < 0.7:
        texts.append((ADJUST, _told(_ADJUST, chance)))
    if chance.random() < 0.75:
        texts.append((TOMORROW, _told(_TOMORROW, chance)))
    if chance.random() < 0.6:
        texts.append((QUESTION, _told(_ANSWERS, chance)))
    return _of(day, texts, library)


def _of(day: date, texts: tuple[tuple[str, str], ...] | list[tuple[str, str]], library: Library) -> list[Answer]:
    question = question_of(day, library.questions)
    assert question is not None
    words = {prompt.id: prompt.words for prompt in library.prompts} | {QUESTION: question.words}
    return [Answer(day, prompt_id, words[prompt_id], text) for prompt_id, text in texts]


def _told(sentences: tuple[str, ...], chance: random.Random) -> str:
    who, what = chance.choice(WHO), chance.choice(WHAT)
    named = {"who": who, "what": what, "Who": who[0].upper() + who[1:], "What": what[0].upper() + what[1:]}
    return chance.choice(sentences).format(**named)


def _grade(chance: random.Random) -> str:
    return chance.choices(("A", "A−", "B+", "B", "B−", "C+", "C", "D"), (2, 3, 5, 5, 4, 3, 2, 1))[0]


def _outcome(day: date, chance: random.Random) -> Adjustment:
    tried = chance.random() < 0.75
    helped = chance.random() < 0.6 if tried else None
    measures = tuple(sorted(chance.sample([f"m{n}" for n in range(1, 8)], chance.choice((0, 1, 1, 2)))))
    return Adjustment(day, "", day + ONE_DAY, tried, helped, measures)
