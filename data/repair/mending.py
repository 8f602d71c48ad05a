"""A damaged ledger, or one that lacks what was recorded, made whole again: looked at first, then written."""

import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from socket import gethostname

from msgspec import Struct

from data.clock import Clock, SystemClock, local
from data.errors import CeremonyError, EventMissing, Refused
from data.files.disk import make_folder, sync_folder
from data.language import _, ngettext
from data.ledger.lines.ids import next_id
from data.ledger.lines.line import ENTRIES, Changes
from data.ledger.lines.reading import Tables, apply
from data.ledger.lines.record import Step, documents
from data.ledger.lock import WriterLock
from data.ledger.refusals import unwritable
from data.ledger.rewrite import put_lines
from data.ledger.table import EVENT
from data.model.entries.event import LedgerRepaired, LostLine
from data.model.entry import Entry
from data.repair.copies import copies_in
from data.repair.damage.lost_lines import entries_of, lost_lines, moment_of
from data.repair.damage.readable_lines import understood
from data.repair.damage.salvage import Row, salvage
from data.repair.merge import key, merge
from data.session.copies.copy_places import places_of
from data.session.copies.rescue import drop, rescues
from data.session.folders.event_folder import LEDGER_NAME
from data.session.laptop.identity import laptop_id
from data.state.laptops.order import placed
from data.state.reading.soundness import sound_steps

DAMAGED_STEM = "ledger-damaged-"
"""What a damaged ledger is called once another is in its place."""


class Finding(Struct, frozen=True, kw_only=True):
    """What can be done for the ledger in ``folder``.

    ``entries`` is how many entries the mended ledger will have, ``sound`` how many lines of the file are as
    they were written; ``mended``, ``taken`` and ``lost`` are as in ``LedgerRepaired``. ``sources`` are the
    copies and rescue files from which something is taken, ``copied`` (UTC) when the newest one was written.
    """

    folder: Path
    lines: tuple[Changes, ...]
    entries: int
    sound: int
    mended: int
    taken: int
    lost: tuple[LostLine, ...]
    sources: tuple[Path, ...]
    copied: datetime | None
    is_missing: bool

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to mend or to take in."""
        return bool(self.mended or self.taken or self.lost)

    @property
    def is_damaged(self) -> bool:
        """Whether the file itself is damaged or gone, so that the event cannot be opened as it is."""
        return bool(self.mended or self.lost or self.is_missing)


def examine(folder: Path) -> Finding:
    """Look at the ledger in ``folder``, its copies and what was rescued. Changes nothing, needs no lock.

    Raises EventMissing when neither the ledger nor anything else of the event is there, CeremonyError when
    the disk does not let it be read or nothing of the event's beginning is left anywhere.
    """
    path = folder / LEDGER_NAME
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        text = b""
    except OSError as error:
        raise CeremonyError(
            _("The folder {path} cannot be read ({reason}).").format(
                path=folder, reason=error.strerror or error
            )
        ) from error
    rows = salvage(text)
    event = _event_id(row.changes for row in rows)
    sound = sum(row.how == "sound" for row in rows)
    mended = len({row.number for row in rows if row.how == "mended"})
    taken, sources = 0, []
    purged = _purges(rows)
    for source in _sources(folder, event):
        other = _believed(source, event)
        if not other or not purged <= _purges(other):
            # What was copied before names were taken out must not bring them back.
            continue
        found = merge(rows, [row.changes for row in other if row.changes is not None])
        if found.taken:
            taken += found.taken
            sources.append(source)
            rows = found.rows
    lines, unclear = understood([row.changes for row in rows if row.changes is not None])
    if not lines:
        raise EventMissing(_("There is no event in {path}.").format(path=folder))
    lost = (*lost_lines(rows), *(_unclear_line(line) for line in unclear))
    return Finding(
        folder=folder,
        lines=tuple(lines),
        entries=sum(len(changes.get(ENTRIES) or {}) for changes in lines),
        sound=sound - len(unclear),
        mended=mended,
        taken=taken,
        lost=lost,
        sources=tuple(sources),
        copied=_last_moment(sources),
        is_missing=not text,
    )


def mend(folder: Path, clock: Clock | None = None) -> Finding:
    """Write the ledger anew with all that ``examine`` found, and the entry that says so for ever after.

    The damaged file is kept beside it. Raises Refused when there is nothing to mend, EventBusy when the
    event is open elsewhere, LedgerUnwritable when the disk refuses (then all is as it was), and what
    ``examine`` raises.
    """
    clock = clock or SystemClock()
    found = examine(folder)
    if not found.is_needed:
        raise Refused(
            ngettext(
                "Nothing needs mending: {entries} entry, and it is sound.",
                "Nothing needs mending: all {entries} entries are sound.",
                found.entries,
            ).format(entries=found.entries)
        )
    try:
        make_folder(folder)
    except OSError as error:
        raise unwritable(folder, error) from error
    lock = WriterLock(folder)
    try:
        found = examine(folder)
        now = clock.now()
        try:
            kept = _keep_damaged(folder, now)
            what = LedgerRepaired(mended=found.mended, taken=found.taken, lost=found.lost, kept=kept)
            put_lines(folder / LEDGER_NAME, [*found.lines, _repair_line(found, what, now, clock.monotonic())])
        except OSError as error:
            raise unwritable(folder / LEDGER_NAME, error) from error
    finally:
        lock.release()
    for rescue in rescues(folder=folder):
        if rescue.file in found.sources or not _has_more(found, rescue.file):
            drop(rescue)
    return found


def _has_more(found: Finding, source: Path) -> bool:
    """Whether a rescue file still holds something that was not taken in."""
    held = {key(changes) for changes in found.lines}
    return any(
        row.changes is not None and key(row.changes) not in held for row in salvage(source.read_bytes())
    )


def _keep_damaged(folder: Path, now: datetime) -> str:
    """Keep the file as it was found, under a name of its own; that name, or empty where there is no file."""
    path = folder / LEDGER_NAME
    if not path.exists():
        return ""
    kept = folder / f"{DAMAGED_STEM}{local(now):%Y%m%d-%H%M%S}.jsonl"
    shutil.copyfile(path, kept)
    sync_folder(folder)
    return kept.name


def _repair_line(found: Finding, what: LedgerRepaired, now: datetime, ticks: float) -> Changes:
    entry = Entry(
        id=next_id(int(now.timestamp() * 1000), _last_place(found)),
        at=now,
        ticks=ticks,
        run="",
        device=gethostname(),
        laptop=laptop_id(),
        what=what,
    )
    ids = (int(id) for line in found.lines for id in line.get(ENTRIES) or {} if id.isdecimal())
    row = documents(Step(entry))[ENTRIES][0]
    return {ENTRIES: {str(max(ids, default=0) + 1): row}}


def _last_place(found: Finding) -> str:
    """Where the last of the steps stands that are mended or taken in."""
    tables: Tables = {}
    for changes in found.lines:
        apply(tables, changes)
    return max((step.stands for step in placed(sound_steps(tables))), default="")


def _sources(folder: Path, event: str) -> list[Path]:
    """Where else steps of this event may be: rescue files first, then copies, the newest first."""
    places = places_of(folder, event) if event else places_of(folder, "")[:1]
    copies = [copy for place in places for copy in copies_in(place)]
    kept = [rescue.file for rescue in rescues(event, folder) if not event or rescue.event == event]
    return [*kept, *sorted(copies, key=lambda copy: copy.name, reverse=True)]


def _believed(source: Path, event: str) -> list[Row]:
    """What a copy holds, where it can be read and is of the same event."""
    try:
        rows = salvage(source.read_bytes())
    except OSError:
        return []
    other = _event_id(row.changes for row in rows)
    return rows if not event or other == event else []


def _event_id(lines: Iterable[Changes | None]) -> str:
    for changes in lines:
        for row in ((changes or {}).get(EVENT) or {}).values():
            if row and isinstance(row.get("id"), str):
                return str(row["id"])
    return ""


def _purges(rows: Iterable[Row]) -> set[str]:
    return {
        str(entry.get("id"))
        for row in rows
        for entry in entries_of(row.changes)
        if (entry.get("what") or {}).get("kind") == "personal-data-purged"
    }


def _unclear_line(unclear: tuple[int, Changes]) -> LostLine:
    number, changes = unclear
    what = next((entry.get("what") or {} for entry in entries_of(changes)), {})
    guest = what.get("guest")
    kind = what.get("kind")
    return LostLine(
        line=number,
        after=moment_of(changes),
        kind=kind if isinstance(kind, str) else "",
        guest=guest if isinstance(guest, int) and 0 < guest < 10**6 else None,
    )


def _last_moment(sources: list[Path]) -> datetime | None:
    moments = (moment_of(row.changes) for source in sources[:1] for row in salvage(source.read_bytes()))
    return max((moment for moment in moments if moment), default=None)
