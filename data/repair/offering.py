"""What is offered before an event is opened: to mend it, or to take in what its ledger lacks."""

from pathlib import Path

from data.errors import CeremonyError, EventMissing, LedgerDamaged, LedgerNewer
from data.language import _
from data.repair.lacking import may_lack
from data.repair.mending import Finding, examine
from data.session.folders.rescue import rescues
from data.session.opening import open_for_reading
from data.session.session import has_event


def to_mend(folder: Path) -> Finding | None:
    """What can be done before the event in ``folder`` is opened; None where it is fine as it is.

    Raises CeremonyError when it is damaged and nothing can be done.
    """
    if may_lack(folder):
        try:
            found = examine(folder)
        except CeremonyError:
            return None
        return found if found.is_needed else None
    try:
        with open_for_reading(folder):
            return None
    except LedgerNewer:
        raise
    except LedgerDamaged as damage:
        try:
            return examine(folder)
        except EventMissing:
            raise damage from None
    except CeremonyError:
        # Whoever opens it to write says better what is wrong.
        return None


def orphans() -> list[Path]:
    """The folders of events that are gone, and of which a rescue file is left."""
    return sorted({rescue.folder for rescue in rescues() if not has_event(rescue.folder)})


def kept_sentence(folder: Path) -> str:
    """What the command line says before it works on an event whose ledger lacks something; else empty."""
    if not may_lack(folder):
        return ""
    try:
        missing = examine(folder).taken
    except CeremonyError:
        return ""
    if not missing:
        return ""
    return _(
        "{missing} recorded steps are not in the ledger; a copy holds them. Take them in with: "
        "main.py repair {folder}"
    ).format(missing=missing, folder=folder)
