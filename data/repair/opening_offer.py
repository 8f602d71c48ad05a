"""What is offered before an event is opened: to mend it, or to take in what its ledger lacks.

What mends is imported when something is wrong: nearly every start finds nothing.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from data.clock import Clock
from data.errors import CeremonyError, EventMissing, LedgerDamaged, LedgerNewer
from data.language import ngettext
from data.repair.missing_entries import may_lack
from data.session.folders.event_folder import has_event
from data.session.session import Session

if TYPE_CHECKING:
    from data.repair.mending import Finding


def open_or_find(folder: Path, clock: Clock | None = None) -> "Session | Finding":
    """The event in ``folder``, open for writing; where it has to be mended first, what can be done.

    Raises CeremonyError when it cannot be opened and nothing can be done. The ledger is read once.
    """
    if may_lack(folder) and (found := _lacking(folder)) is not None:
        return found
    try:
        return Session(folder, clock=clock)
    except LedgerNewer:
        raise
    except LedgerDamaged as damage:
        from data.repair.mending import examine

        try:
            return examine(folder)
        except EventMissing:
            raise damage from None


def _lacking(folder: Path) -> "Finding | None":
    from data.repair.mending import examine

    with suppress(CeremonyError):
        found = examine(folder)
        return found if found.is_needed else None
    return None


def orphans() -> list[Path]:
    """The folders of events that are gone, and of which a rescue file is left."""
    from data.session.copies.rescue import rescues

    return sorted({rescue.folder for rescue in rescues() if not has_event(rescue.folder)})


def kept_sentence(folder: Path) -> str:
    """What the command line says before it works on an event whose ledger lacks something; else empty."""
    if not may_lack(folder):
        return ""
    from data.repair.mending import examine

    try:
        missing = examine(folder).taken
    except CeremonyError:
        return ""
    if not missing:
        return ""
    return ngettext(
        "{missing} recorded step is not in the ledger; a copy holds it. Take it in with: main.py repair "
        "{folder}",
        "{missing} recorded steps are not in the ledger; a copy holds them. Take them in with: "
        "main.py repair {folder}",
        missing,
    ).format(missing=missing, folder=folder)
