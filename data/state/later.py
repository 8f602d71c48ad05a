"""Entries of a newer version of the program: what is known of them is folded, all of them is kept."""

import re
from collections.abc import Mapping
from functools import partial
from typing import Any, get_args

from msgspec import Struct

from data.ledger.line import Document
from data.ledger.record import PARTS
from data.ledger.table import ENTRIES, EVENT, GUESTS
from data.ledger.unknown import ENTRY, flat_fields, has_unknown, rows_of
from data.model.entries.event import OfLater
from data.model.entry import AnyHappening, Entry
from data.model.event import Event
from data.model.guest import Guest
from data.state.order import is_laptop

_NAME = re.compile(r"[a-z][a-z-]{1,40}")
_KNOWN: dict[str, type[Struct]] = {str(kind.__struct_config__.tag): kind for kind in get_args(AnyHappening)}
_OF_ENTRY = frozenset(Entry.__struct_fields__) - {"meant"}
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


def rows_of_later(
    tables: Mapping[str, Mapping[str, Any] | None],
) -> dict[str, dict[str, list[Document]]]:
    """The documents of those entries of which this version does not know all, by id and table."""
    later = set()
    for name, rows in tables.items():
        is_whole = _is_known if name == ENTRIES else partial(_is_of, _TABLES.get(name))
        for row in (rows or {}).values():
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
    return kind is not None and not has_unknown(row, kind, _EXTRA)
