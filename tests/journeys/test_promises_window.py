"""Promises on a real screen: typed, settled and dragged by hand, and as a screen reader hears them."""

from pathlib import Path

import pytest

from scorecard.domain.promises import Level, Outcome, Promise, Relevelled, Settled
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.journeys.promising import seen
from tests.journeys.running import Driven, until
from tests.journeys.screen import Node, Screen, can_listen, missing

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing()), reason=f"{missing()} is not installed"),
]

CARD = "Realistic estimates for the CRM integration"


def test_a_promise_is_typed_and_settled_by_keys(screen: Screen, store: Path) -> None:
    program = on_the_lanes(screen)

    screen.type("n")
    until(lambda: seen(program)["line"]["entered"])
    screen.write("Call back to Neal W")
    screen.type("Tab")
    screen.write("today !commitment")
    until(lambda: seen(program)["line"]["reading"].startswith("Commitment, Call back, to Neal Wallace, due Fri 20 Nov"))
    screen.type("Return", "Down")
    until(lambda: "Call back" in seen(program)["columns"][0] and seen(program)["at"])
    go_to_row(screen, program, seen(program)["columns"][0].index("Call back"))
    screen.type("k")
    until(lambda: "Call back" not in seen(program)["columns"][0])
    screen.type("ctrl+q")

    assert program.end() == 0
    assert program.printed() == ""
    kept = found(store, "Call back")
    assert (kept.level, [step.event for step in kept.steps]) == (Level.COMMITMENT, [Settled(Outcome.KEPT)])


def test_a_card_is_dragged_to_another_lane_with_the_mouse(screen: Screen, store: Path) -> None:
    program = on_the_lanes(screen)
    place = program.ask("where", words=CARD)
    ((x, y),), (goal, _) = place["cards"], place["lanes"]["Best effort"]

    screen.point("mousemove", f"{x}", f"{y}", "mousedown", "1", "mousemove", f"{x + 30}", f"{y}")
    until(lambda: hangs_over(screen, program, goal, y) == ["Best effort"])
    screen.point("mouseup", "1")
    until(lambda: CARD in seen(program)["columns"][1])
    screen.type("ctrl+q")

    assert program.end() == 0
    assert program.printed() == ""
    (step,) = found(store, CARD).steps
    assert step.event == Relevelled(Level.BEST_EFFORT)
    assert step.day == FixedClock().now().date()


@pytest.mark.skipif(not can_listen(), reason="no AT-SPI for the system's Python")
def test_a_screen_reader_hears_cards_figures_and_how_a_line_is_read(screen: Screen, store: Path) -> None:
    screen.listen()
    program = on_the_lanes(screen)
    screen.type("n")
    until(lambda: seen(program)["line"]["entered"])
    screen.write("Write to Zoe by Monday !effort")
    until(lambda: "Mon 23 Nov" in seen(program)["line"]["reading"])

    nodes = screen.heard()

    assert [node for node in nodes if node["focusable"] and not node["name"]] == []
    assert f"{CARD}, Commitment, Cassandra Kelly, due: Today" in names_of(nodes, "list item")
    figures = seen(program)["figures"]
    told = names_of(nodes, "button")
    assert any(name.startswith("Kept on time, ") and name.endswith(said_of(figures["Commitment"])) for name in told)
    assert any(name.startswith("Done, ") and name.endswith(said_of(figures["Best effort"])) for name in told)
    (line,) = [node for node in nodes if node["name"] == "Quick add"]
    assert line["description"].startswith("Best effort, Write, to Zoe (new), due Mon 23 Nov")


def on_the_lanes(screen: Screen) -> Driven:
    program = screen.start()
    screen.type("ctrl+2")
    until(lambda: seen(program)["at"] is not None)
    return program


def go_to_row(screen: Screen, program: Driven, row: int) -> None:
    while (now := seen(program)["at"][1]) != row:
        take_step(screen, program, "Down" if now < row else "Up")


def take_step(screen: Screen, program: Driven, key: str) -> None:
    """The next key comes once this one has been obeyed."""
    place = seen(program)["at"]
    screen.type(key)
    until(lambda: seen(program)["at"] != place)


def hangs_over(screen: Screen, program: Driven, x: int, y: int) -> list[str]:
    """A drag begins and goes on when the pointer moves."""
    screen.point("mousemove", f"{x}", f"{y + 5}", "mousemove", f"{x}", f"{y}")
    lanes: list[str] = program.ask("where", words="")["taking"]
    return lanes


def names_of(nodes: list[Node], role: str) -> list[str]:
    return [node["name"] for node in nodes if role in node["role"] and node["showing"]]


def said_of(figure: str) -> str:
    """ "93%  14 of 15" as it is said."""
    return ", ".join(figure.split("  "))


def found(store: Path, words: str) -> Promise:
    services = Services(store, FixedClock())
    (promise,) = [promise for promise in services.promises.book().promises.values() if promise.words == words]
    services.close()
    return promise
