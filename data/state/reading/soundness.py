"""Whether the steps of a ledger make sense: a line may be whole, its checksum right, and its content absurd.

This is the one place that decides it. What comes through here can be folded, counted, printed.
"""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import fields

from data.ledger.lines.ids import is_id
from data.ledger.lines.record import PARTS, Step, as_written_today
from data.ledger.table import ENTRIES, EVENT, GUESTS
from data.model.entries.event import FORMAT
from data.model.entry import Entry
from data.model.event import Event
from data.model.guest import Guest
from data.scanning.codes import has_code_form, has_number_form
from data.state.laptops.order import is_laptop, is_place
from data.state.reading.newer_version import as_known, is_of_today, rows_of_later
from data.state.reading.quick_look import are_alike_plain, are_placed, are_plain
from data.state.state import State
from data.text.cleaning.harmless import harmless

MOST = 10**9
MOST_SECONDS = 10.0**9
MOST_MINUTES = 10_000
"""A week: no item of an agenda is longer, however often it was lengthened."""
_AT_ONCE = 250
"""So many documents are looked at together; where one of them is not plain, each is."""
FIRST_YEAR, LAST_YEAR = 1900, 2200

_FOLD_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
_HARMLESS = (str, bool)
_code = attrgetter("code")
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Unsound(Exception):
    """A step makes no sense.

    ``table`` and ``id`` name the document, or ``entry`` the id of the entry where it cannot follow those
    before it; ``is_newer`` says that a newer version of the program wrote it.
    """

    def __init__(self, table: str = "", id: str = "", *, entry: str = "", is_newer: bool = False) -> None:
        super().__init__(f"{table} {id}{entry}")
        self.table, self.id, self.entry, self.is_newer = table, id, entry, is_newer


def sound_steps(tables: Mapping[str, Mapping[str, Any] | None]) -> list[Step]:
    """The steps that ``tables`` (TinyDB's: name → id → document) hold, in the order in which they were
    written.

    Guests and event versions carry the id of the entry that brought them in ``entry``. Raises Unsound for
    a document of no known kind, one without its entry, a number or date that cannot be, an id that stands
    twice; and for a format that is newer than this program.
    """
    rows = tables.get(ENTRIES) or {}
    others = {id: row for id, row in rows.items() if not is_of_today(row)}
    _refuse_newer(others)
    entries = _entries({**rows, **{id: as_written_today(row) for id, row in others.items()}})
    by_id = {entry.id: id for id, entry in entries.items()}
    if len(by_id) != len(entries):
        raise Unsound(ENTRIES, next(id for id, entry in entries.items() if by_id[entry.id] != id))
    guests: dict[str, list[Guest]] = {}
    rows = tables.get(GUESTS) or {}
    for id, guest in _converted(GUESTS, rows, Guest).items():
        guests.setdefault(_owner(GUESTS, id, rows[id], by_id), []).append(guest)
    rows = tables.get(EVENT) or {}
    events = {
        _owner(EVENT, id, rows[id], by_id): event for id, event in _converted(EVENT, rows, Event).items()
    }
    parts = _parts(rows)
    later = rows_of_later(tables, others)
    brought = guests.keys() | events.keys() | later.keys()

    def step(entry: Entry) -> Step:
        id = entry.id
        return Step(entry, tuple(guests.get(id, ())), events.get(id), parts.get(id, ()), later.get(id))

    return [step(entry) if entry.id in brought else Step(entry) for entry in entries.values()]


def _entries(rows: Mapping[str, Any]) -> dict[str, Entry]:
    """The entries that ``rows`` are, each of which says where it stands."""
    try:
        entries = _converted(ENTRIES, rows, Entry)
    except Unsound:
        rows = {id: as_known(row) for id, row in rows.items()}
        entries = _converted(ENTRIES, rows, Entry)
    return placed_entries(entries, rows.__getitem__)


def placed_entries(entries: dict[str, Entry], row_of: Callable[[str], Any]) -> dict[str, Entry]:
    """``entries`` by their documents' ids, each of which says where it stands among all others.

    ``row_of`` gives the document with an id. Raises Unsound.
    """
    values = list(entries.values())
    pieces = (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
    if all(map(are_placed, pieces)):
        return entries
    laptops = {laptop for laptop in {entry.laptop for entry in values} if is_laptop(laptop)}
    for id in [id for id, entry in entries.items() if not _has_place(entry, laptops)]:
        # Its id was not looked at yet; without what harms, it may be one.
        entries[id] = _carefully(ENTRIES, id, row_of(id), Entry)
        if not _has_place(entries[id], laptops):
            raise Unsound(ENTRIES, id)
    return entries


def _parts(rows: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Which parts each version of the event changes, by the id of its entry."""
    parts = {}
    for id, row in rows.items():
        told = row.get(PARTS)
        if told is None:
            continue
        if not isinstance(told, list | tuple) or not all(isinstance(part, str) for part in told):
            raise Unsound(EVENT, id)
        parts[row["entry"]] = tuple(told)
    return parts


def fold(steps: Sequence[Step]) -> State:
    """The state of these steps, the first of which made the event, wherever it stands among them.

    Raises Unsound where one of them cannot follow those before it.
    """
    if not steps:
        raise Unsound
    try:
        state = State(steps)
        # A step that takes the event itself back leaves nothing to show.
        assert state.event.program is not None
    except _FOLD_FAULTS as fault:
        raise Unsound(entry=_first_fault(steps)) from fault
    if state.steps[0].event is None:
        raise Unsound(entry=state.steps[0].entry.id)
    return state


def fold_in(state: State, steps: Sequence[Step]) -> None:
    """Fold more ``steps`` into ``state``. Raises Unsound where it makes no sense with them; then it is
    spoilt."""
    try:
        state.take_in(steps)
        assert state.event.program is not None
    except _FOLD_FAULTS as fault:
        raise Unsound from fault


def _first_fault(steps: Sequence[Step]) -> str:
    """The id of the first entry that cannot be folded; the last one's where only all together cannot."""
    state = State()
    for step in steps:
        try:
            state.add(step)
        except _FOLD_FAULTS:
            return step.entry.id
    return steps[-1].entry.id


def _refuse_newer(rows: Mapping[str, Any]) -> None:
    for id, row in rows.items():
        what = row.get("what") if isinstance(row, dict) else None
        if not isinstance(what, dict) or what.get("kind") not in ("event-created", "format-raised"):
            continue
        number = what.get("format")
        if isinstance(number, int) and number > FORMAT:
            raise Unsound(ENTRIES, id, is_newer=True)


def _converted(table: str, rows: Mapping[str, Any], kind: type[Any]) -> dict[str, Any]:
    try:
        found = msgspec.convert(list(rows.values()), list[kind])  # type: ignore[valid-type]
    except (msgspec.ValidationError, ValueError, OverflowError):
        return {id: _carefully(table, id, row, kind) for id, row in rows.items()}
    return dict(zip(rows, looked_at(table, list(rows), found, rows.__getitem__, kind), strict=True))


def looked_at(
    table: str, ids: Sequence[str], found: list[Any], row_of: Callable[[str], Any], kind: type[Any]
) -> list[Any]:
    """``found``, which the documents with these ``ids`` are, without what harms in their texts.

    ``row_of`` gives the document with an id. Raises Unsound for one that cannot be.
    """
    sound: list[Any] = []
    for start in range(0, len(ids), _AT_ONCE):
        some = found[start : start + _AT_ONCE]
        if not _are_plain(kind, some):
            some = [
                value if _are_plain(kind, [value]) else _carefully(table, id, row_of(id), kind)
                for id, value in zip(ids[start : start + _AT_ONCE], some, strict=True)
            ]
        sound += some
    return sound


def _are_plain(kind: type[Any], values: Sequence[Any]) -> bool:
    if kind is Entry:
        return are_plain(values)
    return kind is Guest and are_alike_plain(values) and all(map(has_code_form, map(_code, values)))


def _carefully(table: str, id: str, row: Any, kind: type[Any]) -> Any:
    try:
        # A ledger may come from a version that took texts as they were, or from anybody.
        value = msgspec.convert(harmless(row), kind)
    except (msgspec.ValidationError, ValueError, OverflowError) as error:
        raise Unsound(table, id) from error
    if not _is_possible(value) or not _can_have_cards(value):
        raise Unsound(table, id)
    if isinstance(value, Event) and not _has_hours(value):
        raise Unsound(table, id)
    return value


def _can_have_cards(value: Any) -> bool:
    """Whether a guest's card can be drawn, and an event can make cards for new guests."""
    match value:
        case Guest():
            return has_code_form(value.code)
        case Event():
            return has_number_form(value.number)
    return True


def _has_place(entry: Entry, laptops: Set[str]) -> bool:
    """Whether the entry says where it stands among all others in a way that can be believed; ``laptops`` are
    the ids that laptops can have."""
    if entry.laptop:
        return entry.laptop in laptops and is_id(entry.id) and not entry.place
    return not entry.place or is_place(entry.place)


def _owner(table: str, id: str, row: Mapping[str, Any], by_id: Mapping[str, str]) -> str:
    owner = row.get("entry")
    if not isinstance(owner, str) or owner not in by_id:
        raise Unsound(table, id)
    return owner


def _is_possible(value: Any, name: str = "") -> bool:
    """Whether every number and date in ``value`` is one that a ceremony can have."""
    match value:
        case Struct():
            return all(_is_possible(getattr(value, field), field) for field in _telling(type(value)))
        case tuple():
            return all(_is_possible(part, name) for part in value)
        case bool() | str() | None:
            return True
        case int():
            # Only an item may be made shorter; everything else is a count, a number or a year.
            return abs(value) <= MOST_MINUTES if name == "minutes" else 0 <= value <= MOST
        case float():
            # Not a number is neither less nor more than anything.
            return -MOST_SECONDS <= value <= MOST_SECONDS
        case datetime():
            return value.tzinfo is not None and FIRST_YEAR <= value.year < LAST_YEAR
        case date():
            return FIRST_YEAR <= value.year < LAST_YEAR
    return True


def _has_hours(event: Event) -> bool:
    """Whether the event's times of day are such, or not known."""
    return all(not text or _HOUR.fullmatch(text) for text in (event.doors, event.start, event.deadline))


@cache
def _telling(kind: type[Struct]) -> tuple[str, ...]:
    """The fields of a kind that may hold something else than a text."""
    return tuple(field.name for field in fields(kind) if field.type not in _HARMLESS)
