"""The list of people: who is on it, how they are found, and in which order."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.due import Due
from scorecard.domain.people import Person
from scorecard.domain.profiles import PersonKind, Profile
from scorecard.domain.promises import Level
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Touch, Way
from scorecard.services.people.list_page import Archived, ListFilter, ListOrder
from scorecard.services.people.persons import Persons
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.store import people as stored
from scorecard.store import promises as stored_people
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.services.opened import TODAY, TOMORROW, YESTERDAY


@pytest.fixture
def filled(services: Services, people: Persons) -> Persons:
    """Ana past her rhythm, Bea within hers, Core a team with Ana in it, Dan archived, Eve known by a promise only."""
    core = people.profiles.add(PersonDraft("Core", PersonKind.TEAM))
    ana = people.profiles.add(PersonDraft("Ana", role="CIO", groups=("client", "Choir"), rhythm=7, team_id=core))
    bea = people.profiles.add(PersonDraft("Bea", organisation="Zürich Re", groups=("client",), rhythm=30))
    dan = people.profiles.add(PersonDraft("Dan", groups=("family",), rhythm=1))
    people.touches.add(ana, Way.MET, day=TODAY - timedelta(days=10))
    people.touches.add(bea, Way.MET, day=YESTERDAY)
    people.touches.add(dan, Way.MET, day=TODAY - timedelta(days=100))
    people.relations.step(bea, RelationLevel.PARTNER)
    people.relations.step(ana, RelationLevel.VENDOR)
    people.owed.make(bea, "Send it", TODAY)
    people.profiles.archive(dan)
    services.promises.make(PromiseDraft("Call", Level.COMMITMENT, Due.on(TOMORROW), "Eve"))
    return people


def names(people: Persons, asked: ListFilter | None = None, order: ListOrder = ListOrder.NAME) -> str:
    return " ".join(row.name for row in people.list_page(asked or ListFilter(), order).rows)


ASKED = (
    (ListFilter(), "Ana Bea Core Eve"),
    (ListFilter(archived=Archived.ALSO), "Ana Bea Core Dan Eve"),
    (ListFilter(archived=Archived.ONLY), "Dan"),
    (ListFilter(words="a"), "Ana"),
    (ListFilter(words="zurich"), "Bea"),
    (ListFilter(words="cli ch"), "Ana"),
    (ListFilter(words="core"), "Ana Core"),
    (ListFilter(words="nobody"), ""),
    (ListFilter(words="  "), "Ana Bea Core Eve"),
    (ListFilter(group="client"), "Ana Bea"),
    (ListFilter(group="Choir"), "Ana"),
    (ListFilter(level=RelationLevel.PARTNER), "Bea"),
    (ListFilter(without_level=True), "Core Eve"),
    (ListFilter(overdue=True), "Ana"),
    (ListFilter(overdue=True, archived=Archived.ALSO), "Ana Dan"),
    (ListFilter(kind=PersonKind.TEAM), "Core"),
)
ORDERS = (
    (ListOrder.NAME, "Ana Bea Core Eve"),
    (ListOrder.SILENCE, "Ana Bea Core Eve"),
    (ListOrder.LEVEL, "Bea Ana Core Eve"),
    (ListOrder.NEXT_DUE, "Bea Eve Ana Core"),
)


def test_people_are_found_by_what_matters(filled: Persons, subtests: pytest.Subtests) -> None:
    for asked, found in ASKED:
        with subtests.test(str(asked)):
            assert names(filled, asked) == found


def test_people_stand_in_an_order(filled: Persons) -> None:
    assert tuple((order, names(filled, order=order)) for order in ListOrder) == ORDERS


def test_the_page_says_how_many_there_are_whatever_is_asked(filled: Persons) -> None:
    page = filled.list_page(ListFilter(words="nobody"))
    assert (page.people, page.archived, page.overdue) == (4, 1, 1)
    assert page.groups == ("client", "Choir")
    assert [team.name for team in page.teams] == ["Core"]
    assert page.filter.narrows
    assert not ListFilter(archived=Archived.ALSO).narrows


def test_a_row_holds_both_sides_of_what_is_promised(filled: Persons) -> None:
    rows = {row.name: row for row in filled.list_page().rows}
    assert (rows["Bea"].theirs_open, rows["Bea"].mine_open, rows["Bea"].next_due) == (1, 0, TODAY)
    assert (rows["Eve"].theirs_open, rows["Eve"].mine_open, rows["Eve"].next_due) == (0, 1, TOMORROW)
    assert (rows["Ana"].team, rows["Ana"].contact.days, rows["Ana"].contact.overdue) == ("Core", 10, True)


def test_a_day_later_everybody_is_a_day_longer_without_a_word(filled: Persons, clock: FixedClock) -> None:
    filled.list_page()
    clock.advance(days=2)
    rows = {row.name: row for row in filled.list_page().rows}
    assert (rows["Ana"].contact.days, rows["Bea"].contact.days) == (12, 3)
    assert rows["Eve"].promise_overdue


def test_whom_to_have_served_today_comes_by_how_lately_one_was_in_touch(filled: Persons) -> None:
    eve = filled.profiles.named("Eve")[0].id
    assert [choice.person.name for choice in filled.serve_choices()] == ["Bea", "Ana", "Core", "Eve"]
    filled.touches.toggle_served(eve)
    assert [(choice.person.name, choice.served) for choice in filled.serve_choices()][:1] == [("Eve", True)]


def test_reviews_are_due_on_their_day_and_after_it(filled: Persons) -> None:
    ana, bea, dan = (filled.profiles.named(name)[0].id for name in ("Ana", "Bea", "Dan"))
    for person, day in ((ana, TODAY), (bea, TOMORROW), (dan, YESTERDAY)):
        filled.profiles.set_review_day(person, day)
    assert [row.name for row in filled.reviews_due()] == ["Ana"]


def test_names_to_complete_find_whom_they_are_now(filled: Persons) -> None:
    ana, bea = filled.profiles.named("Ana")[0].id, filled.profiles.named("Bea")[0].id
    filled.profiles.merge(bea, ana)
    assert [(name, person.name) for name, person in filled.names()] == [
        ("Ana", "Bea"), ("Bea", "Bea"), ("Core", "Core"), ("Eve", "Eve"), ("Dan", "Dan"),
    ]  # fmt: skip


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that are run meanwhile."""
    statements: list[str] = []

    def note(_c: Connection, _cursor: object, statement: str, *_more: object) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture
def thousand(services: Services, path: Path, clock: FixedClock) -> Persons:
    """A thousand people and ten thousand touches."""
    store = Store(path, clock)
    with store.change(Deed(Verb.IMPORT, {"source": "sample"})) as work:
        for number in range(1000):
            stored_people.write_person(work, Person(f"x{number}", f"Person {number}"))
        stored.add_profiles(work, [Profile(f"x{number}", rhythm=14) for number in range(1000)])
        stored.add_touches(
            work,
            [Touch(f"t{n}", f"x{n % 1000}", TODAY - timedelta(days=n % 700), Way.TALKED) for n in range(10_000)],
        )
    store.close()
    services.look_for_changes_elsewhere()
    return services.people


def test_a_thousand_people_are_read_with_one_query_a_table_and_one_change_with_two(thousand: Persons) -> None:
    thousand.rows()  # people and card are read once
    with counted() as first:
        assert thousand.list_page().people == 1000
    assert first == []

    thousand.touches.add("x5", Way.MET)
    with counted() as renewed:
        page = thousand.list_page(order=ListOrder.SILENCE)
    assert len(renewed) == 2  # whose touch is it, and which is their last
    assert all("IN (" in statement for statement in renewed)
    assert page.rows[-1].contact.days == 0 or page.get("x5") is not None
    row = thousand.row("x5")
    assert row is not None
    assert row.contact.days == 0

    # Rows that did not change are the same objects.
    before = {row.id: row for row in thousand.rows()}
    thousand.touches.add("x7", Way.MET)
    after = {row.id: row for row in thousand.rows()}
    assert [key for key, row in after.items() if row is not before[key]] == ["x7"]
    assert replace(after["x7"], contact=before["x7"].contact) == before["x7"]

    with counted() as statements:
        page_of_one = thousand.page("x2")
    assert page_of_one is not None
    assert len(page_of_one.touches) == 10
    assert len(statements) <= 12
