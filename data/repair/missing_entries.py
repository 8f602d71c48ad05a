"""Whether something else holds entries that the ledger lacks: it was put back as it had been, or is older."""

from pathlib import Path

from data.errors import CeremonyError
from data.repair.copies import copies_in
from data.session.copies.copy_places import COPIES
from data.session.copies.rescue import rescues
from data.session.folders.event_folder import LEDGER_NAME


def may_lack(folder: Path) -> bool:
    """Whether it is worth to look: there is a rescue file, or the newest copy is longer than the ledger.

    Costs a look at names and sizes, no reading.
    """
    if rescues(folder=folder):
        return True
    try:
        size = (folder / LEDGER_NAME).stat().st_size
        return any(copy.stat().st_size > size for copy in copies_in(folder / COPIES)[:1])
    except OSError:
        return False


def lacking(folder: Path) -> int:
    """How many entries a copy or a rescue file holds that the ledger in ``folder`` lacks."""
    from data.repair.mending import examine

    try:
        return examine(folder).taken
    except CeremonyError:
        return 0
