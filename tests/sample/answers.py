"""Daily text for years in a made-up language of many words, with names, tags and Chinese, by a fixed rule."""

import random
from datetime import date, timedelta

from scorecard.store.record import Work
from scorecard.store.schema import reflection_table

# The user's own, beside those of the sample's evenings.
PROMPTS = (
    ("own1", "Whom did I help?"),
    ("own2", "What did I learn?"),
    ("own3", "What was hard?"),
    ("own4", "Whom do I thank?"),
)
_KNOWN = [
    "Cassandra",
    "Neal",
    "Ana",
    "team",
    "estimates",
    "help",
    "call",
    "listened",
    "#team",
    "#focus",
    "会议记录",
    "café",
]


def write_answers(work: Work, today: date, days: int, seed: int = 11) -> None:
    """Four answers for each of the last `days` days, of one to four sentences."""
    chance = random.Random(seed)
    words = _KNOWN + [_word(chance) for _ in range(4000)]
    weights = [1 / (place + 3) for place in range(len(words))]

    def text(most: int) -> str:
        sentences = [chance.choices(words, weights, k=chance.randint(6, 18)) for _ in range(chance.randint(1, most))]
        return " ".join(" ".join(sentence).capitalize() + "." for sentence in sentences)

    work.add_many(
        reflection_table,
        [
            {
                "day": (today - timedelta(days=ago)).isoformat(),
                "prompt_id": prompt,
                "question": asked,
                "answer": text(4),
            }
            for ago in range(1, days)
            for prompt, asked in PROMPTS
        ],
    )


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bcdfghklmnprstvw") + chance.choice("aeiou") for _ in range(chance.randint(1, 4)))
