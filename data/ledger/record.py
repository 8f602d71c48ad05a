"""One step of the day: a ledger entry with the guests and event facts that came in its line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from data.ledger.table import ENTRIES, EVENT, GUESTS
from data.model.entries import gifts
from data.model.entry import Entry
from data.model.event import Event
from data.model.guest import Guest
from data.text.harmless import harmless
from data.text.lengths import too_long


class Step(Struct, frozen=True, omit_defaults=True):
    """An entry and what it brought: new versions of guests, a new version of the event."""

    entry: Entry
    guests: tuple[Guest, ...] = ()
    event: Event | None = None


def steps(tables: Mapping[str, Mapping[str, Any]]) -> list[Step]:
    """The steps that ``tables`` (TinyDB's: name → id → document) hold, oldest first.

    Guests and event versions carry the id of the entry that brought them in ``entry``. Texts are made
    harmless: a ledger may come from a version that took them as they were, or from anybody.
    Raises msgspec.ValidationError when a document is not of a kind this program knows.
    """
    guests: dict[str, list[Guest]] = defaultdict(list)
    for row in _rows(tables, GUESTS):
        guests[row["entry"]].append(msgspec.convert(row, Guest))
    events = {row["entry"]: msgspec.convert(row, Event) for row in _rows(tables, EVENT)}
    entries = msgspec.convert([_as_written_today(row) for row in _rows(tables, ENTRIES)], list[Entry])
    return [Step(entry, tuple(guests.get(entry.id, ())), events.get(entry.id)) for entry in entries]


def documents(step: Step) -> dict[str, list[dict[str, Any]]]:
    """``step`` as the documents of one ledger line, by table name."""
    rows = {ENTRIES: [msgspec.to_builtins(step.entry)]}
    if step.guests:
        rows[GUESTS] = [{"entry": step.entry.id, **msgspec.to_builtins(guest)} for guest in step.guests]
    if step.event is not None:
        rows[EVENT] = [{"entry": step.entry.id, **msgspec.to_builtins(step.event)}]
    return rows


def cleaned(step: Step) -> Step:
    """``step`` with every text as it may be kept: nothing in it acts on a terminal or a file.

    The same object where there was nothing to clean. Raises ValueError, with a sentence's beginning,
    for a text that is too long for its field.
    """
    document = msgspec.to_builtins(step)
    kept = harmless(document)
    long = too_long(document)
    if long:
        raise ValueError(long)
    return step if kept is document else msgspec.convert(kept, Step)


def _as_written_today(row: Mapping[str, Any]) -> Mapping[str, Any]:
    what = row.get("what")
    today = gifts.as_written_today(what) if isinstance(what, dict) else what
    return row if today is what else {**row, "what": today}


def _rows(tables: Mapping[str, Mapping[str, Any]], name: str) -> Iterable[Any]:
    return map(harmless, tables.get(name, {}).values())
