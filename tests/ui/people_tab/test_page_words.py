"""Small sentences and choices of a person's page."""

from datetime import timedelta

import pytest

from scorecard.domain.touches import Contact
from scorecard.services.people.definitions import ConcernMap
from scorecard.ui.people_tab.sections.concerns import fitting_map
from scorecard.ui.people_tab.sections.head_words import say_contact
from tests.ui.conftest import TODAY

MAPS = tuple(ConcernMap(name.lower(), name, (), ()) for name in ("Developer", "Manager", "Team lead", "CIO"))


@pytest.mark.parametrize(
    ("role", "name"),
    [("cio", "CIO"), ("Senior developer", "Developer"), ("Team-Lead", "Team lead"), ("Managerial", None), ("", None)],
)
def test_a_starting_map_fits_when_its_role_is_written_there_whole(role: str, name: str | None) -> None:
    found = fitting_map(MAPS, role)

    assert (found.name if found is not None else None) == name


@pytest.mark.parametrize(
    ("ago", "rhythm", "words"),
    [
        (None, None, ""),
        (None, 14, "Not yet in touch"),
        (0, None, "Last in touch today"),
        (1, 14, "Last in touch yesterday · next by Thu 3 Dec"),
        (14, 14, "Last in touch 14 day(s) ago · next by Fri 20 Nov"),
        (15, 14, "Last in touch 15 day(s) ago · it is time again"),
    ],
)
def test_when_one_was_last_in_touch_is_said_without_blame(ago: int | None, rhythm: int | None, words: str) -> None:
    last = TODAY - timedelta(days=ago) if ago is not None else None

    assert say_contact(Contact(TODAY, last, rhythm)) == words
