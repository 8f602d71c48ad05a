"""An event opened for looking only, or for writing where that is free."""

from contextlib import suppress
from pathlib import Path

from data.errors import CeremonyError, EventBusy, LedgerUnwritable
from data.language import _
from data.ledger.lock import PURGING_NAME
from data.session.session import Session


def open_for_reading(folder: Path) -> Session:
    """The event in ``folder`` for looking only; OSErrors become sentences."""
    if (folder / PURGING_NAME).exists():
        # What personal data were being deleted from is not looked at before that is done.
        with suppress(EventBusy, LedgerUnwritable):
            Session(folder).close()
    try:
        return Session(folder, "read")
    except OSError as error:
        raise CeremonyError(
            _("The folder {path} cannot be read ({reason}).").format(
                path=folder, reason=error.strerror or error
            )
        ) from error


def open_to_write_if_free(folder: Path) -> Session:
    """The event in ``folder`` for writing, or for looking only where it is open elsewhere or kept safe."""
    try:
        return Session(folder)
    except (EventBusy, LedgerUnwritable):
        return open_for_reading(folder)
