"""Reading all entries of an event from a stream, and putting them into a folder."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct
from nats.js import JetStreamContext

from data.errors import LedgerUnwritable, Refused
from data.files.disk import cause, make_folder
from data.files.private import keep_private
from data.joining.link.connecting import unreachable
from data.joining.link.exchange import Exchange, Progress, Subjects
from data.joining.link.mailbox import Mailbox
from data.joining.place import AnyPlace
from data.language import _
from data.ledger.lines.record import Step, documents
from data.ledger.rewrite import put_ledger
from data.model.event import Event
from data.session.folders.event_folder import LEDGER_NAME
from data.session.folders.peek import peek
from data.state.reading.soundness import Unsound, fold

_LOOK_SECONDS = 0.02
_AT_ONCE = 4000

Progressing = Callable[[int, int], None]
"""Hears how many entries came; the second number is 0: nobody knows how many there will be."""


class Source(Struct, frozen=True):
    """A stream to read from: the connection's ``js``, its ``subjects``, ``cut`` that is set when it ends, and
    the server's ``place``."""

    js: JetStreamContext
    subjects: Subjects
    cut: asyncio.Event
    place: AnyPlace


async def collect(
    source: Source, progress: Progressing | None = None, *, patience: float = 0.0
) -> list[Step]:
    """All steps that the stream holds, each once, judged as a ledger's are.

    While nothing has come it waits so many seconds (``patience``): who joins at once is there before the
    other laptop has sent anything. Raises Away where the connection is cut, Refused for what cannot be read.
    """
    box, steps = Mailbox(()), dict[str, Step]()
    exchange = Exchange(source.js, source.subjects, box, Progress())
    await exchange.begin()
    now = asyncio.get_running_loop().time
    until = now() + patience
    while not exchange.is_level or box.has_come or (not steps and now() < until):
        steps |= {step.entry.id: step for step in box.take(_AT_ONCE)}
        if progress is not None:
            progress(len(steps), 0)
        if source.cut.is_set():
            raise unreachable(source.place)
        await asyncio.sleep(0 if box.has_come else _LOOK_SECONDS)
    if exchange.trouble:
        raise Refused(exchange.trouble)
    return list(steps.values())


def put(steps: Iterable[Step], choose: Callable[[Event], Path]) -> Path:
    """Put the event that ``steps`` are into the folder that ``choose`` names for it; returns that folder.

    It is made, its owner's alone. Raises Refused where they are no whole event, LedgerUnwritable when the
    disk refuses.
    """
    ordered = sorted(steps, key=lambda step: step.stands)
    try:
        event = fold(ordered).event
    except Unsound as error:
        raise Refused(
            _("What the others sent is no whole event yet. Wait until they are level, then try again.")
        ) from error
    target = choose(event)
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
    return target


def standing(event: str, folders: Iterable[Path]) -> Path | None:
    """The first of ``folders`` that holds the event with this id; None where none does."""
    for folder in folders:
        found = peek(folder)
        if found is not None and found.id == event:
            return folder
    return None


def free(parent: Path, stem: str) -> Path:
    """A folder in ``parent`` that is not there yet: ``stem``, or that with a number behind."""
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, 1000))
    return next(parent / name for name in names if not (parent / name).exists())
