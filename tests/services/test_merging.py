"""Two persons with many promises become one off the event loop, and it can be taken back."""

from pathlib import Path

import pytest

from scorecard.domain.activities import Turn
from scorecard.domain.errors import StoppedError
from scorecard.domain.promises import Level
from scorecard.services import merging, undoing
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services


@pytest.fixture
def ids(services: Services, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Of Cassandra with one promise, and of Cass with three, which are many here."""
    for module in (merging, undoing):
        monkeypatch.setattr(module, "LONG", 2)
    for name in ("Cassandra", "Cass", "Cass", "Cass"):
        services.promises.make(PromiseDraft("Send the estimates", Level.COMMITMENT, to_whom=name))
    people = services.promises.book().people
    cassandra, cass = people.named("Cassandra")[0].id, people.named("Cass")[0].id
    return cassandra, cass


def owners(services: Services) -> list[str]:
    return sorted(promise.person_id or "" for promise in services.promises.book().promises.values())


def test_only_many_promises_are_work_for_a_thread(services: Services, ids: tuple[str, str]) -> None:
    cassandra, cass = ids
    assert services.merging.long(cassandra, cass) is not None
    assert services.merging.long(cass, cassandra) is None


def test_all_of_them_are_the_others_then_and_are_given_back(services: Services, ids: tuple[str, str]) -> None:
    cassandra, cass = ids
    before = owners(services)
    work = services.merging.long(cassandra, cass)
    assert work is not None
    done = work.run(lambda _done, _total: None, lambda: False)
    assert done is not None
    services.take_over(done)
    assert owners(services) == [cassandra] * 4
    assert services.promises.book().people.name(cass) == "Cassandra"

    back = services.undoing.long(Turn.UNDO)
    assert back is not None
    services.take_over(back.run(lambda _done, _total: None, lambda: False))
    assert owners(services) == before
    assert services.undoing.next_redo() is not None


def test_stopped_it_leaves_everything_as_it_was(services: Services, ids: tuple[str, str], path: Path) -> None:
    before = owners(services)
    work = services.merging.long(*ids)
    assert work is not None
    with pytest.raises(StoppedError):
        work.run(lambda _done, _total: None, lambda: True)
    services.look_for_changes_elsewhere()
    assert owners(services) == before
