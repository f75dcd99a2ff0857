"""Persons are found by every name they ever had, and one who turned out to be another is that other."""

from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.people import People, Person

NEAL, ANA = Person("1", "Neal"), Person("2", "Ana")
CORNELIUS = Person("3", "Cornelius", merged_into="1")
CORNY = Person("4", "Corny", merged_into="3")


def test_nobody_is_oneself() -> None:
    people = People((NEAL, ANA))

    assert (people.get(None), people.name(None)) == (None, "")
    assert people.name("unheard of") == ""


def test_a_merged_person_is_the_one_they_were_merged_into_over_any_number_of_merges() -> None:
    people = People((NEAL, ANA, CORNELIUS, CORNY))

    assert people.get("3") == people.get("4") == NEAL
    assert people.name("4") == "Neal"


def test_the_present_ones_are_listed_by_name() -> None:
    people = People((Person("9", "zoe"), NEAL, CORNELIUS, ANA))

    assert [person.name for person in people.present] == ["Ana", "Neal", "zoe"]


def test_an_old_name_still_finds_them_in_any_case_and_each_once() -> None:
    people = People((NEAL, CORNELIUS, Person("5", "NEAL", merged_into="1")))

    assert people.named("cornelius") == (NEAL,)
    assert people.named("neal") == (NEAL,)
    assert people.named("Ana") == ()


def test_all_ids_of_a_person_are_known_and_oneself_has_none() -> None:
    people = People((NEAL, ANA, CORNELIUS, CORNY))

    assert people.ids_of("4") == people.ids_of("1") == {"1", "3", "4"}
    assert people.ids_of("2") == {"2"}
    assert people.ids_of(None) == people.ids_of("unheard of") == {None}


def test_two_of_one_name_are_both_found() -> None:
    other = Person("7", "Neal")

    assert People((NEAL, other)).named("Neal") == (NEAL, other)


def test_every_known_name_leads_to_somebody_present() -> None:
    people = People((NEAL, CORNELIUS, CORNY))

    assert people.known_names() == (("Neal", NEAL), ("Cornelius", NEAL), ("Corny", NEAL))


@given(st.lists(st.none() | st.integers(0, 5), min_size=6, max_size=6), st.integers(0, 5))
def test_no_chain_of_merges_goes_round_for_ever(into: list[int | None], wanted: int) -> None:
    """A damaged store may hold one that bites its tail."""
    people = People(tuple(Person(str(n), f"P{n}", None if to is None else str(to)) for n, to in enumerate(into)))

    assert people.get(str(wanted)) in people.all
    assert people.present == tuple(person for person in people.all if person.merged_into is None)
