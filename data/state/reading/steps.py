"""The steps that a ledger's lines say: of nearly all lines by their types, of the others as documents."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, groupby, islice
from operator import attrgetter, itemgetter
from typing import Any

import msgspec

from data.ledger.lines.line import ENTRIES, Changes
from data.ledger.lines.reading import Tables, apply
from data.ledger.lines.record import Step
from data.ledger.lines.todays import Said, TodaysLine, by_sort, documents_of
from data.ledger.lines.unknown import ENTRY
from data.ledger.table import EVENT, GUESTS
from data.model.entries.event import FORMAT, EventCreated, FormatRaised
from data.model.entry import Entry
from data.model.event import Event
from data.model.guest import Guest
from data.state.reading.soundness import Unsound, looked_at, placed_entries, sound_steps

_brought_by = attrgetter(ENTRY)

_TELLING_FORMAT = frozenset({EventCreated, FormatRaised})


def steps_of(said: Sequence[Said]) -> list[Step]:
    """The steps of lines in the order in which they were written. Raises Unsound as ``sound_steps`` does."""
    try:
        found = _line_by_line(said)
    except Unsound:
        found = None
    # What speaks of documents in other lines, or makes no sense, is judged where all documents are together.
    return sound_steps(_together(said)) if found is None else found


def _together(said: Iterable[Said]) -> Tables:
    tables: Tables = {}
    for line in said:
        apply(tables, documents_of(line))
    return tables


def _line_by_line(said: Sequence[Said]) -> list[Step] | None:
    """The steps of lines each of which stands for itself; None where one does not. Raises Unsound."""
    todays, others = by_sort(said)
    entries = _all_of([line.ledger for line in todays])
    if entries is None or not all(map(_stands_alone, others)) or not _are_apart(todays, others):
        return None
    if max(formats_told(entries.values()), default=0) > FORMAT:
        return None
    entries = _sound(entries)
    guests = _brought(GUESTS, Guest, [line for line in todays if line.guests], entries)
    events = _brought(EVENT, Event, [line for line in todays if line.event], entries)
    if guests is None or events is None:
        return None
    versions: Iterable[Any] = chain.from_iterable(line.event.values() for line in todays)
    parts = {row.entry: tuple(row.parts) for row in versions if row.parts}
    bringing = guests.keys() | events.keys()

    def step(entry: Entry) -> Step:
        id = entry.id
        return Step(entry, guests.get(id, ()), events.get(id, (None,))[-1], parts.get(id, ()))

    steps = [step(entry) if entry.id in bringing else Step(entry) for entry in entries.values()]
    if others:
        steps = _in_turn(said, steps, sound_steps(_together(others)))
    return steps if len({step.entry.id for step in steps}) == len(steps) else None


def _all_of(tables: Sequence[Mapping[str, Entry]]) -> dict[str, Entry] | None:
    """The documents of all ``tables``; None where an id occurs in two of them."""
    rows: dict[str, Entry] = {}
    for table in tables:
        rows.update(table)
    return rows if len(rows) == sum(map(len, tables)) else None


def _stands_alone(changes: Changes) -> bool:
    """Whether a line takes nothing back, and what it brings belongs to entries of its own."""
    own = [row.get("id") for row in (changes.get(ENTRIES) or {}).values() if row is not None]
    for name, table in changes.items():
        for row in (None,) if table is None else table.values():
            if row is None or (name != ENTRIES and row.get(ENTRY) not in own):
                return False
    return True


def _are_apart(todays: Sequence[TodaysLine], others: Sequence[Changes]) -> bool:
    """Whether no document of ``others`` stands in the place of another of any line."""
    if not others:
        return True
    seen = {
        name: set(chain.from_iterable(map(attrgetter(name), todays))) for name in TodaysLine.__struct_fields__
    }
    for name, table in chain.from_iterable(line.items() for line in others):
        known = seen.setdefault(name, set())
        if not known.isdisjoint(table or ()):
            return False
        known.update(table or ())
    return True


def formats_told(entries: Iterable[Entry]) -> list[int]:
    """The numbers of the ledger's format that entries tell; most tell none."""
    # Asked of every entry at every start: whether a kind is in a set takes a tenth of asking for its class.
    telling = [what for what in [entry.what for entry in entries] if type(what) in _TELLING_FORMAT]
    return [what.format for what in telling if isinstance(what, EventCreated | FormatRaised)]


def _sound(entries: dict[str, Entry]) -> dict[str, Entry]:
    def row_of(id: str) -> object:
        return msgspec.to_builtins(entries[id])

    looked = looked_at(ENTRIES, list(entries), list(entries.values()), row_of, Entry)
    return placed_entries(dict(zip(entries, looked, strict=True)), row_of)


def _brought(
    table: str, kind: type[Any], lines: Sequence[TodaysLine], entries: Mapping[str, Entry]
) -> dict[str, tuple[Any, ...]] | None:
    """What lines bring in ``table``, by the id of its entry; None where that is in another line."""
    rows: dict[str, Any] = {}
    for line in lines:
        own = {entries[id].id for id in line.ledger}
        brought = getattr(line, table)
        if not own.issuperset(map(_brought_by, brought.values())) or not rows.keys().isdisjoint(brought):
            return None
        rows.update(brought)
    found = msgspec.convert(list(rows.values()), list[kind], from_attributes=True)  # type: ignore[valid-type]
    looked = looked_at(table, list(rows), found, lambda id: msgspec.to_builtins(rows[id]), kind)
    by_entry: dict[str, tuple[Any, ...]] = {}
    for id, pairs in groupby(zip(map(_brought_by, rows.values()), looked, strict=True), key=itemgetter(0)):
        by_entry[id] = (*by_entry.get(id, ()), *map(itemgetter(1), pairs))
    return by_entry


def _in_turn(said: Sequence[Said], todays: Iterable[Step], others: Iterable[Step]) -> list[Step]:
    """The steps of both kinds of lines in the order of the lines."""
    of_todays, of_others = iter(todays), iter(others)
    steps: list[Step] = []
    for kind, lines in groupby(said, key=type):
        many = sum(
            len(line.ledger if isinstance(line, TodaysLine) else line.get(ENTRIES) or ()) for line in lines
        )
        steps += islice(of_todays if kind is TodaysLine else of_others, many)
    return steps
