"""Random persons and promises as they may stand in a store."""

from dataclasses import replace

from hypothesis import strategies as st

from scorecard.domain.people import Person
from scorecard.domain.promises import Promise
from tests.domain import promise_strategies as some
from tests.store.strategies import any_text, lines, names, notes

words = any_text.map(lambda text: text[:40] or "Send it")


@st.composite
def people(draw: st.DrawFn) -> tuple[Person, ...]:
    """Each may be merged into one before them."""
    found: list[Person] = []
    for n, name in enumerate(draw(st.lists(names, max_size=4))):
        into = draw(st.none() | st.integers(0, n - 1)) if n else None
        found.append(Person(f"person{n}", name, None if into is None else f"person{into}"))
    return tuple(found)


@st.composite
def promises(draw: st.DrawFn, to: tuple[Person, ...] = (), most: int = 6) -> tuple[Promise, ...]:
    found = [draw(some.promises(f"promise{n}")) for n in range(draw(st.integers(0, most)))]
    whom = st.sampled_from([None, *(person.id for person in to)])
    return tuple(
        replace(
            promise, words=draw(words), person_id=draw(whom), done_when=draw(lines), why=draw(lines), notes=draw(notes),
            steps=tuple(replace(step, note=draw(lines)) for step in promise.steps),
        )
        for promise in found
    )  # fmt: skip
