"""Taking a whole event over from the others, onto a laptop that does not have it yet."""

import asyncio
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from data.errors import Refused
from data.joining.extra_installed import need_extra
from data.joining.link.connecting import connect, unreachable
from data.joining.link.exchange import CUT, event_subjects
from data.joining.link.streams import Shared, find_event
from data.joining.place import AnyPlace, NamedServer
from data.joining.taking.whole_event import Progressing, Source, collect, free, put, standing
from data.language import _
from data.ledger.lines.record import Step
from data.model.event import Event
from data.session.folders.event_folder import has_event
from data.session.folders.home import event_folders, home
from data.session.folders.peek import peek
from data.text.slug import slug

_CLOSE_SECONDS = 2.0
_BEGIN_SECONDS = 15.0
_NEWCOMER = "newcomer"


class TakenOver(Struct, frozen=True):
    """The folder that holds the event now, and whether it was made for it."""

    folder: Path
    is_new: bool


class _Targets(Struct, frozen=True):
    """Where the event may be already, or may be put: ``to`` if that was named, else in ``parent``;
    ``opened`` is the event that is open on this laptop."""

    to: Path | None
    parent: Path
    opened: Path | None


def take_over(
    place: AnyPlace,
    to: Path | None = None,
    progress: Progressing | None = None,
    *,
    parent: Path | None = None,
    opened: Path | None = None,
) -> TakenOver:
    """See to it that this laptop has the event that is shared at ``place``; returns where.

    An event with the same id in ``to``, or else in ``opened`` or in ``parent`` (the home of all events), is
    it already: what it lacks comes when it is joined. Otherwise a folder is made, ``to`` or one named after
    place and day, and gets the whole ledger. ``progress`` hears how many entries came. Raises Away, Wrong and
    Refused with a sentence, LedgerUnwritable when the disk refuses.
    """
    need_extra()
    targets = _Targets(to.expanduser().resolve() if to else None, (parent or home()).resolve(), opened)
    shared, steps = asyncio.run(_collected(place, targets, progress))
    here = _standing(shared.id, targets)
    if here is not None:
        return TakenOver(here, is_new=False)
    return TakenOver(put(steps, lambda event: targets.to or _free(targets.parent, event)), is_new=True)


async def _collected(
    place: AnyPlace, targets: _Targets, progress: Progressing | None
) -> tuple[Shared, list[Step]]:
    """What event is there, and all its steps unless this laptop has it."""
    cut = asyncio.Event()
    client = await connect(place, _NEWCOMER, cut.set)
    try:
        js = client.jetstream()
        shared = await find_event(js, place.event if isinstance(place, NamedServer) else "")
        if _standing(shared.id, targets) is not None:
            return shared, []
        source = Source(js, event_subjects(shared.id, _NEWCOMER), cut, place)
        return shared, await collect(source, progress, patience=_BEGIN_SECONDS)
    except CUT as error:
        raise unreachable(place) from error
    finally:
        with suppress(*CUT):
            await asyncio.wait_for(client.close(), _CLOSE_SECONDS)


def _standing(event: str, targets: _Targets) -> Path | None:
    """The folder on this laptop that holds the event already. Refused where ``to`` holds another one."""
    if targets.to is not None:
        if not has_event(targets.to):
            return None
        found = peek(targets.to)
        if found is None or found.id != event:
            raise Refused(
                _("Another event lies in {path}. Name an empty folder with --to.").format(path=targets.to)
            )
        return targets.to
    opened = [targets.opened] if targets.opened is not None else []
    return standing(event, [*opened, *event_folders(targets.parent)])


def _free(parent: Path, event: Event) -> Path:
    return free(parent, slug(f"{event.site.id} {event.date or ''}"))
