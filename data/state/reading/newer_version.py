"""Entries of a newer version of the program: what is known of them is folded, all of them is kept."""

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any, get_args

from msgspec import Struct

from data.ledger.lines.line import Document
from data.ledger.lines.record import PARTS
from data.ledger.lines.unknown import ENTRY, flat_fields, has_unknown, rows_of
from data.ledger.table import ENTRIES, EVENT, GUESTS
from data.model.entries.event import OfLater
from data.model.entry import AnyHappening, Entry
from data.model.event import Event
from data.model.guest import Guest
from data.state.laptops.order import is_laptop

_NAME = re.compile(r"[a-z][a-z-]{1,40}")
_KNOWN: dict[str, type[Struct]] = {str(kind.__struct_config__.tag): kind for kind in get_args(AnyHappening)}
_OF_ENTRY = frozenset(Entry.__struct_fields__) - {"meant"}
_TELLS_FORMAT = frozenset({"event-created", "format-raised"})
_TABLES: dict[str, type[Struct]] = {ENTRIES: Entry, GUESTS: Guest, EVENT: Event}
_EXTRA = frozenset({ENTRY, PARTS})


def as_known(row: Any) -> Any:
    """An entry's document; one of a kind that only a newer version knows as this one can fold it."""
    what = row.get("what") if isinstance(row, Mapping) else None
    if not isinstance(what, Mapping):
        return row
    kind, laptop = what.get("kind"), row.get("laptop")
    if not isinstance(kind, str) or kind in _KNOWN or not _NAME.fullmatch(kind):
        return row
    if not isinstance(laptop, str) or not is_laptop(laptop):
        # It was written before there were several laptops, so what it is was known then.
        return row
    return {**row, "what": {"kind": OfLater.__struct_config__.tag, "name": kind}}


def is_of_today(row: Any) -> bool:
    """Whether an entry's document surely has no field but those that this version writes, as it writes them.

    Nearly every one has; what this quick look does not pass may be so all the same.
    """
    try:
        what = row["what"]
        return _is_todays_shape(what["kind"], tuple(row), tuple(what))
    except (LookupError, TypeError):
        return False


@lru_cache(maxsize=1024)
def _is_todays_shape(name: str, fields: tuple[str, ...], of_what: tuple[str, ...]) -> bool:
    kind = _KNOWN.get(name)
    if kind is None or name in _TELLS_FORMAT:
        return False
    return _OF_ENTRY.issuperset(fields) and flat_fields(kind).issuperset(of_what)


def rows_of_later(
    tables: Mapping[str, Mapping[str, Any] | None], entries: Mapping[str, Any]
) -> dict[str, dict[str, list[Document]]]:
    """The documents of those entries of which this version does not know all, by id and table.

    ``entries`` are the documents of that table that may be such; of the others ``is_of_today`` is true.
    """
    later = set()
    for name, rows in tables.items():
        is_whole = _is_known if name == ENTRIES else partial(_is_of, _TABLES.get(name))
        for row in (entries if name == ENTRIES else rows or {}).values():
            if not is_whole(row):
                later.add(row.get("id" if name == ENTRIES else ENTRY) if isinstance(row, dict) else None)
    if not later:
        return {}
    return {id: rows for id, rows in rows_of(tables).items() if id in later and ENTRIES in rows}


def _is_known(row: Any) -> bool:
    """Whether this version knows all of an entry's document."""
    what = row["what"]
    kind = _KNOWN.get(what["kind"])
    if kind is None:
        return False
    if row.keys() <= _OF_ENTRY and what.keys() <= flat_fields(kind):
        return True
    return not has_unknown(row, Entry)


def _is_of(kind: type[Struct] | None, row: Any) -> bool:
    return kind is not None and (_is_flat(kind, tuple(row)) or not has_unknown(row, kind, _EXTRA))


@lru_cache(maxsize=1024)
def _is_flat(kind: type[Struct], fields: tuple[str, ...]) -> bool:
    """Whether ``fields`` are of a struct that holds no others, so that no deeper look is needed."""
    known = flat_fields(kind)
    return bool(known) and (known | _EXTRA).issuperset(fields)
