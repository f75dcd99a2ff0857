"""A measure that Scorecard counts by itself, on the day's card."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from scorecard.domain.due import Due
from scorecard.domain.marks import SKIPPED
from scorecard.domain.measures import Kind
from scorecard.domain.promises import Level, Outcome
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.ui.widgets.counted_value import CountedValue
from tests.ui.conftest import TODAY, Choose, Person

SitDown = Callable[[], Person]


def counted(person: Person) -> CountedValue:
    widget = person.row("Kept").control.widget
    assert isinstance(widget, CountedValue)
    return widget


def test_it_shows_the_share_and_follows_the_promises(choose: Choose, sit_down: SitDown, services: Services) -> None:
    choose("Kept", kind=Kind.PROMISES, target=100)
    promise = services.promises.make(PromiseDraft("Call Ana", Level.COMMITMENT, Due.on(TODAY)))
    person = sit_down()
    assert counted(person).words == "–"

    services.promises.settle(promise, Outcome.KEPT)
    assert counted(person).words == "100%"
    assert person.row("Kept").state.points == "100"


def test_typing_into_it_is_refused_in_words(choose: Choose, sit_down: SitDown) -> None:
    choose("Kept", kind=Kind.PROMISES, target=100)
    person = sit_down()
    person.enter("Kept")
    person.type("5")

    assert "counts this by itself" in person.row("Kept").refusal


def test_it_can_be_skipped_by_key(choose: Choose, sit_down: SitDown) -> None:
    choose("Kept", kind=Kind.PROMISES, target=100)
    person = sit_down()
    person.enter("Kept")
    person.press(Qt.Key.Key_S)

    assert person.mark("Kept") == SKIPPED
    assert person.row("Kept").refusal == ""


def test_a_screen_reader_hears_that_it_is_counted(choose: Choose, sit_down: SitDown) -> None:
    choose("Kept", kind=Kind.PROMISES, target=100)
    assert counted(sit_down()).accessibleName() == "Kept, counted by Scorecard"
