"""A village's whole event, where it sends its entries: an event folder beside the district's data."""

import asyncio
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from nats.js import JetStreamContext
from nats.js.errors import NotFoundError

from data.convergence.take_in import RefusedStep, take_in
from data.errors import EventBusy, Refused
from data.joining.district.config import Village
from data.joining.link.connecting import connect, unreachable
from data.joining.link.exchange import CUT, Subjects
from data.joining.place import AnyPlace
from data.joining.reporting.invitation import entries_stream, entries_subject
from data.joining.taking.whole_event import Progressing, Source, collect, free, put, standing
from data.language import _
from data.ledger.lines.record import Step
from data.model.event import Event
from data.session.folders.home import event_folders
from data.session.opening import open_for_reading
from data.session.session import Session
from data.state.state import State
from data.text.slug import slug

_READER = "district-reader"
_CLOSE_SECONDS = 2.0


class Brought(Struct, frozen=True, kw_only=True):
    """The ``folder`` that holds a village's event now and its ``state``; how many entries came just ``now``,
    which were ``refused``, and ``busy``, a sentence where the folder is open elsewhere so that none could."""

    folder: Path
    state: State
    now: int
    refused: tuple[RefusedStep, ...] = ()
    busy: str = ""


def bring(
    place: AnyPlace, village: Village, parent: Path, event: str = "", progress: Progressing | None = None
) -> Brought:
    """Put what the district's server at ``place`` holds of a village's entries into a folder in ``parent``.

    The first time that is the whole event; after that what is missing there, each entry once. ``event`` is
    the id of the event that is wanted; where nobody knows it, it is the one that sent last. Raises Refused
    where the village sends counts only or the entries are no whole event, Away and Wrong for the server,
    LedgerUnwritable when the disk refuses.
    """
    if not village.entries:
        raise Refused(counts_only(village))
    found, steps = asyncio.run(_collected(place, village, event, progress))
    if not steps:
        raise Refused(
            _(
                "{village} sends counts only so far: no entry has come; to send them it must share with "
                "--entries."
            ).format(village=village.name)
        )
    here = standing(found, event_folders(parent / village.id))
    if here is None:
        folder = put(steps, lambda made: _fresh(parent / village.id, made))
        return Brought(folder=folder, state=_state(folder), now=len(steps))
    return _more(here, found, steps)


def counts_only(village: Village) -> str:
    """What is said of a village that the district lets send counts only."""
    return _(
        "{village} sends counts only; for its whole log the district's file must say entries = true, "
        "and the village must share with --entries."
    ).format(village=village.name)


def _more(folder: Path, event: str, steps: list[Step]) -> Brought:
    """Take into ``folder`` what it lacks of ``steps``."""
    try:
        with Session(folder) as session:
            taken = take_in(session, steps, event=event)
            return Brought(folder=folder, state=session.state, now=len(taken.steps), refused=taken.refused)
    except EventBusy as error:
        return Brought(folder=folder, state=_state(folder), now=0, busy=error.sentence)


def _state(folder: Path) -> State:
    with open_for_reading(folder) as session:
        return session.state


def _fresh(parent: Path, event: Event) -> Path:
    return free(parent, slug(str(event.date or event.site.id)))


async def _collected(
    place: AnyPlace, village: Village, event: str, progress: Progressing | None
) -> tuple[str, list[Step]]:
    """The id of the event that is there, and all its steps; none where there is none."""
    cut = asyncio.Event()
    client = await connect(place, _READER, cut.set)
    try:
        js = client.jetstream()
        found = await _event(js, village.id, event)
        if not found:
            return "", []
        subjects = Subjects(
            stream=entries_stream(village.id),
            own=entries_subject(village.id, found, _READER),
            all=entries_subject(village.id, found),
        )
        return found, await collect(Source(js, subjects, cut, place), progress)
    except CUT as error:
        raise unreachable(place) from error
    finally:
        with suppress(*CUT):
            await asyncio.wait_for(client.close(), _CLOSE_SECONDS)


async def _event(js: JetStreamContext, village: str, wanted: str) -> str:
    """The id of the event of which the stream holds entries, ``wanted`` or where that is empty the one that
    sent last; empty where it holds none."""
    subject = entries_subject(village, wanted) if wanted else entries_subject(village)
    try:
        last = await js.get_last_msg(entries_stream(village), subject)
    except NotFoundError:
        return ""
    return (last.subject or "").split(".")[3]
