"""A copy of an event to practise on, and guests who come to it by themselves."""

import random
import shutil
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

from msgspec.structs import replace

from data.clock import Clock, hour_minute, local
from data.commands.door.answer import Answer
from data.commands.door.scanning import Scanner
from data.commands.event.changing import change
from data.commands.event.closing import reopen_event
from data.errors import CeremonyError
from data.files.disk import cause
from data.language import _
from data.model.event import Event
from data.queries.people.counts import expected_guests
from data.rehearsal.sample import found_sample
from data.scanning.codes import payload
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.practice import PRACTICE_PREFIX, is_practice
from data.session.session import Session
from data.state.stage.agenda_progress import at_local


def copy_to_practise(source: Path | None, clock: Clock | None = None, *, begins_in: int = 10) -> Path:
    """The folder of a throw-away copy of the event in ``source``, or of a fresh sample; ready to be opened.

    The source is only read, so it may be open elsewhere; a closed one is open again in the copy. A ceremony
    that has not begun is planned to begin in the copy ``begins_in`` minutes from now, so that nobody
    practises hours late. Raises CeremonyError when it cannot be read or there is no room for the copy.
    """
    try:
        folder = Path(mkdtemp(prefix=PRACTICE_PREFIX)) / (source.name if source else "mau")
        copy_ledger(source, folder, clock)
    except OSError as error:
        raise CeremonyError(
            _("There is no room for a copy to practise on ({reason}). Free some space.").format(
                reason=cause(error)
            )
        ) from error
    with Session(folder, clock=clock) as session:
        if session.closed is not None:
            reopen_event(session)
        if not session.state.agenda_progress.runs:
            change(session, _moved(session, begins_in), _("Rehearsal"))
    return folder


def copy_ledger(source: Path | None, folder: Path, clock: Clock | None) -> None:
    """Make ``folder``, with the ledger of the event in ``source`` or of a fresh sample.

    Raises OSError, and CeremonyError where the source cannot be read.
    """
    if source is None:
        found_sample(folder, clock=clock)
        return
    # Opened first, so that whatever is wrong with it is said of the source and not of the copy.
    with open_for_reading(source):
        folder.mkdir()
        shutil.copyfile(source / LEDGER_NAME, folder / LEDGER_NAME)


def _moved(session: Session, begins_in: int) -> Event:
    """The event today, its hours moved so that it begins in so many minutes."""
    event, start = session.state.event, local(session.clock.now()) + timedelta(minutes=begins_in)
    by = start - at_local(start.date(), event.start)
    moved = {
        name: at_local(start.date(), getattr(event, name)) + by for name in ("doors", "start", "deadline")
    }
    hours = {name: hour_minute(moment) for name, moment in moved.items()}
    # A deadline past midnight would be one of the morning before.
    if hours["deadline"] < hours["start"]:
        hours["deadline"] = "23:59"
    return replace(event, date=start.date(), **hours)


def throw_away(folder: Path) -> None:
    """Delete a copy with all that was done to it; anything else is left alone."""
    if is_practice(folder):
        shutil.rmtree(folder.parent, ignore_errors=True)


class Arrivals:
    """The guests who have not come yet, one after another, as they might: in no order, each with a card."""

    def __init__(self, session: Session, seed: int = 0) -> None:
        self._session = session
        self._scanner = Scanner(session)
        self._order = random.Random(seed)

    def let_next_in(self) -> Answer | None:
        """Scan the card of one more guest; None once everybody is here, or nothing can be recorded."""
        state = self._session.state
        waiting = [guest for guest in expected_guests(state) if guest.number not in state.present]
        if not waiting:
            return None
        try:
            return self._scanner.read(payload(self._order.choice(waiting).code), "scanner")
        except CeremonyError:
            return None
