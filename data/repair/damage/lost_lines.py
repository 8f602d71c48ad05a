"""What is known of lines that could not be read any more: by what stands around them, and by their bytes."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from data.ledger.lines.line import ENTRIES, Changes
from data.model.entries.event import LostLine
from data.repair.damage.salvage import Row

_KIND = re.compile(rb'"kind":"([a-z-]{2,40})"')
_GUEST = re.compile(rb'"guest":(\d{1,6})\b')
_EACH_ENTRY = b'"ticks":'
_SHORTEST = 60
"""Bytes that an entry has at least."""


def lost_lines(rows: Sequence[Row]) -> list[LostLine]:
    """One for each entry that stood in the lines of ``rows`` that say nothing any more.

    Damage to a line feed makes one line of two: what the lines around are numbered, and what is left of the
    bytes, tells how many entries there were.
    """
    told: list[LostLine] = []
    last, unread = 0, list[int]()
    for place, row in enumerate(rows):
        if row.changes is None:
            unread.append(place)
            continue
        ids = [int(id) for id in row.changes.get(ENTRIES) or {} if id.isdecimal()]
        told += _told(rows, unread, min(ids) - last - 1 if ids else 0)
        last, unread = max(ids, default=last), []
    return told + _told(rows, unread, 0)


def _told(rows: Sequence[Row], unread: Sequence[int], missing: int) -> list[LostLine]:
    """The lost entries of neighbouring lines; ``missing`` is how many the numbers around them leave out."""
    told = []
    for place in unread:
        told.append(_lost_line(rows, place))
        told += [_unknown(told[-1])] * (rows[place].raw.count(_EACH_ENTRY) - 1)
    room = sum(len(rows[place].raw) for place in unread) // _SHORTEST
    return told + [_unknown(told[-1])] * (min(missing, room) - len(told)) if told else []


def _unknown(line: LostLine) -> LostLine:
    return LostLine(line=line.line, after=line.after, before=line.before)


def _lost_line(rows: Sequence[Row], place: int) -> LostLine:
    """What is known of a lost line by what stands around it, and by what its bytes still say."""
    row = rows[place]
    before = [r for r in rows[:place] if r.changes is not None]
    behind = [r for r in rows[place:] if r.changes is not None]
    kind, guest = _KIND.search(row.raw), _GUEST.search(row.raw)
    return LostLine(
        line=row.number,
        after=moment_of(before[-1].changes) if before else None,
        before=moment_of(behind[0].changes) if behind else None,
        kind=kind[1].decode() if kind else "",
        guest=int(guest[1]) if guest else None,
    )


def moment_of(changes: Changes | None) -> datetime | None:
    """When the first entry in a line was written (UTC), where it says so."""
    for entry in entries_of(changes):
        try:
            return msgspec.convert(entry.get("at"), datetime)
        except msgspec.ValidationError:
            continue
    return None


def entries_of(changes: Changes | None) -> list[Mapping[str, Any]]:
    """The entries in what a line says."""
    return [row for row in ((changes or {}).get(ENTRIES) or {}).values() if row]
