"""What may be kept of a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.errors import TextTooLongError
from scorecard.domain.profiles import (
    GROUPS,
    LONGEST_RHYTHM,
    MOST_GROUPS,
    ImpossiblePersonError,
    PersonField,
    Profile,
    Script,
    check_rhythm,
    clean_field,
    clean_groups,
)


@pytest.mark.parametrize("field", PersonField)
def test_a_field_holds_as_much_as_it_says_and_not_a_sign_more(field: PersonField) -> None:
    assert clean_field(field, "x" * field.longest) == "x" * field.longest
    if field is not PersonField.NOTES:
        with pytest.raises(TextTooLongError):
            clean_field(field, "x" * (field.longest + 1))


def test_lines_stay_only_where_there_may_be_several() -> None:
    assert clean_field(PersonField.ROLE, " Team\n lead\u202e ") == "Team lead"
    assert clean_field(PersonField.IMPORTANT, " one\r\ntwo ") == "one\ntwo"


def test_groups_stand_once_and_in_an_order() -> None:
    assert clean_groups([" Choir", "CLIENT", "choir", "", "client", "Band"]) == ("client", "Band", "Choir")


def test_groups_have_an_end() -> None:
    with pytest.raises(ImpossiblePersonError):
        clean_groups([str(n) for n in range(MOST_GROUPS + 1)])
    with pytest.raises(TextTooLongError):
        clean_groups(["x" * 201])


@given(st.lists(st.text(max_size=30), max_size=10))
def test_cleaning_groups_again_changes_nothing(words: list[str]) -> None:
    once = clean_groups([*words, *GROUPS])
    assert clean_groups(once) == once


@pytest.mark.parametrize("days", [0, -1, LONGEST_RHYTHM + 1])
def test_no_rhythm_is_of_no_day_or_of_a_lifetime(days: int) -> None:
    with pytest.raises(ImpossiblePersonError):
        check_rhythm(days)


def test_a_rhythm_may_be_none() -> None:
    assert (check_rhythm(None), check_rhythm(1), check_rhythm(LONGEST_RHYTHM)) == (None, 1, LONGEST_RHYTHM)


def test_every_field_is_found_in_a_profile() -> None:
    profile = Profile("p", role="CIO", script=Script(unfolds="slowly"), notes="x")
    assert [profile.text(field) for field in PersonField if profile.text(field)] == ["CIO", "slowly", "x"]
    assert not Script()
    assert Script(bad_outcome="a no")
