"""Who got something from a day, in one line at its end."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.services.cards import Draft
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.people.ripple import Gift, Ripple
from scorecard.services.services import Services
from scorecard.ui.finishing.ripple_words import say_ripples
from tests.ui.conftest import TODAY, Person
from tests.ui.finishing.conftest import Begin, write_everything

TERMS = Terms(date(2026, 1, 1), Kind.COUNT, target=Decimal(3))
YES_NO = Terms(date(2026, 1, 1), Kind.YES_NO)
LITTLE = Terms(date(2026, 1, 1), Kind.COUNT, direction=Direction.AT_MOST, target=Decimal(3))


def choose(services: Services, name: str, terms: Terms, to_whom: str = "", value: int | None = None) -> str:
    made = services.cards.add(Draft(name, terms, to_whom=to_whom))
    if value is not None:
        services.scoring.score(made, TODAY, Decimal(value))
    return made


def said(services: Services) -> str:
    return say_ripples(services.people.ripple(services.scoring.page(TODAY)))


def test_the_linked_person_is_named_with_what_they_got(services: Services) -> None:
    team = services.people.profiles.add(PersonDraft("Ana's team"))
    neal = services.people.profiles.add(PersonDraft("Neal"))
    for name, terms, value in (("Roadblocks removed", TERMS, 3), ("Was there", YES_NO, 1)):
        services.people.agreements.serve(choose(services, name, terms, "others", value), team)
    choose(services, "Calls", TERMS, "customers who called", 2)
    services.people.touches.toggle_served(neal)
    services.people.touches.toggle_served(team)
    assert said(services) == (
        "For Ana's team: Roadblocks removed 3, Was there · For Neal · For customers who called: Calls 2"
    )


def test_what_is_kept_low_or_is_nothing_is_for_nobody(services: Services) -> None:
    choose(services, "Complaints", LITTLE, "customers", 1)
    choose(services, "Calls", TERMS, "customers", 0)
    choose(services, "Notes", TERMS, "customers")
    assert said(services) == ""


def test_a_long_line_is_cut_at_people() -> None:
    gifts = tuple(Gift(f"Measure {number}", TERMS, Decimal(1)) for number in range(4))
    many = [Ripple(f"Person {number}", gifts) for number in range(5)]
    words = say_ripples(many)
    assert words.startswith("For Person 0: Measure 0 1, Measure 1 1 · ")
    assert "Person 3" not in words
    assert words.count(" · ") == 3


def test_the_end_of_the_day_says_it_aloud_too(services: Services, sit_down: Callable[[], Person], begin: Begin) -> None:
    team = services.people.profiles.add(PersonDraft("Ana's team"))
    services.people.agreements.serve(choose(services, "Roadblocks removed", TERMS, value=3), team)
    write_everything(services)
    evening = begin(sit_down())
    evening.go_on()
    assert evening.at(evening.ending)
    assert evening.ending.ripple.text() == "For Ana's team: Roadblocks removed 3"
    assert evening.ending.ripple.isVisibleTo(evening.ending)
    assert "For Ana's team" in evening.ending.spoken
