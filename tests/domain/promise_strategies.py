"""Random promises with steps of every kind, entered in any order, within two months around a turn of the year."""

from datetime import date, timedelta

from hypothesis import strategies as st

from scorecard.domain.due import Due, Span
from scorecard.domain.promises import Event, Level, Moved, Outcome, Promise, Relevelled, Reopened, Settled, Step

FIRST = date(2026, 11, 27)
LAST = FIRST + timedelta(days=60)

days = st.dates(FIRST, LAST)
levels = st.sampled_from(Level)
dues = st.none() | st.builds(Due.within, st.sampled_from(Span), days)
outcomes = st.sampled_from([outcome for outcome in Outcome if outcome is not Outcome.OPEN])
settlings = st.builds(Settled, outcomes, st.none() | st.integers(0, 10), st.none() | st.booleans())
events: st.SearchStrategy[Event] = st.one_of(
    settlings,
    st.builds(Moved, dues, st.sampled_from(["", "Cassandra"])),
    st.builds(Relevelled, levels),
    st.just(Reopened()),
)


@st.composite
def steps(draw: st.DrawFn, most: int = 7) -> tuple[Step, ...]:
    found = draw(st.lists(st.tuples(days, events), max_size=most))
    return tuple(Step(day, position, event) for position, (day, event) in enumerate(found))


@st.composite
def promises(draw: st.DrawFn, promise_id: str = "p") -> Promise:
    made_on = draw(days)
    due = draw(st.none() | st.builds(Due.within, st.sampled_from(Span), st.dates(made_on, LAST)))
    return Promise(promise_id, "Send it", draw(levels), made_on, due, steps=draw(steps()))
