"""Taking a whole event over from the others, onto a laptop that does not have it yet."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from data.disk import cause, make_folder
from data.errors import LedgerUnwritable, Refused
from data.language import _
from data.ledger.record import Step, documents
from data.ledger.rewrite import put_ledger
from data.model.event import Event
from data.private import keep_private
from data.session.folders.home import event_folders, home, peek
from data.session.session import LEDGER_NAME, has_event
from data.several.extra import need_extra
from data.several.link.connecting import connect, unreachable
from data.several.link.exchange import CUT, Exchange, Progress, event_subjects
from data.several.link.mailbox import Mailbox
from data.several.link.streams import Shared, find_event
from data.several.place import AnyPlace, NamedServer
from data.state.sound import Unsound, fold
from data.text.slug import slug

_LOOK_SECONDS = 0.02
_CLOSE_SECONDS = 2.0
_BEGIN_SECONDS = 15.0
_NEWCOMER = "newcomer"
_AT_ONCE = 4000

Progressing = Callable[[int, int], None]


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
    ordered = sorted(steps, key=lambda step: step.stands)
    try:
        event = fold(ordered).event
    except Unsound as error:
        raise Refused(
            _("What the others sent is no whole event yet. Wait until they are level, then join again.")
        ) from error
    target = targets.to or _free(targets.parent, event)
    try:
        make_folder(target)
        keep_private(target)
        put_ledger(target / LEDGER_NAME, map(documents, ordered), mode=0o600)
    except OSError as error:
        raise LedgerUnwritable(
            _("The folder {path} cannot be made ({reason}). Choose another place.").format(
                path=target, reason=cause(error)
            )
        ) from error
    return TakenOver(target, is_new=True)


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
        box, steps = Mailbox(()), dict[str, Step]()
        exchange = Exchange(js, event_subjects(shared.id, _NEWCOMER), box, Progress())
        await exchange.begin()
        # Who joins at once is there before the other laptop has sent anything.
        until = asyncio.get_running_loop().time() + _BEGIN_SECONDS
        while not exchange.is_level or box.has_come or _may_begin(steps, until):
            steps |= {step.entry.id: step for step in box.take(_AT_ONCE)}
            if progress is not None:
                progress(len(steps), 0)
            if cut.is_set():
                raise unreachable(place)
            await asyncio.sleep(0 if box.has_come else _LOOK_SECONDS)
        if exchange.trouble:
            raise Refused(exchange.trouble)
        return shared, list(steps.values())
    except CUT as error:
        raise unreachable(place) from error
    finally:
        with suppress(*CUT):
            await asyncio.wait_for(client.close(), _CLOSE_SECONDS)


def _may_begin(steps: dict[str, Step], until: float) -> bool:
    """Whether nothing has come yet, and something still may."""
    return not steps and asyncio.get_running_loop().time() < until


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
    for folder in (*opened, *event_folders(targets.parent)):
        found = peek(folder)
        if found is not None and found.id == event:
            return folder
    return None


def _free(parent: Path, event: Event) -> Path:
    stem = slug(f"{event.site.id} {event.date or ''}")
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, 1000))
    return next(parent / name for name in names if not (parent / name).exists())
