"""What an import on the command line does before it writes: settle the store, ask, make a store where there is none."""

from scorecard.cli.asking import ask
from scorecard.cli.console import Console
from scorecard.cli.english import tr
from scorecard.cli.settling import NoStoreError, settle_store
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.store.migrating import create_store


def settle(console: Console) -> bool:
    """Looks whether the store may be used and brings it up to date; True when there is none yet."""
    try:
        settle_store(console)
    except NoStoreError:
        return True
    return False


def create(console: Console) -> None:
    """Makes the store, unless somebody else has while the question was read."""
    try:
        create_store(console.paths.store, console.clock.now())
    except FileExistsError:
        pass
    except OSError:
        raise StoreError(StoreFault.CANNOT_OPEN, console.paths.store) from None


def agree(console: Console, question: str) -> int | None:
    """None when the answer is yes, else the exit status."""
    nobody = tr("Nothing was imported: there is nobody to ask. Add --yes to import without a question.")
    return ask(console, question, nobody=nobody, no=tr("Nothing was imported."))
