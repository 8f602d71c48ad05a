"""What has to be appended so that a ledger's tables become other tables, as TinyDB asks for."""

from collections.abc import Mapping
from typing import Any

from data.errors import LedgerUnwritable
from data.language import _
from data.ledger.lines.line import ENTRIES, Changes, as_json, encode_document
from data.ledger.lines.reading import Tables


def difference(before: Tables, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> Changes:
    """The changes from ``before`` to ``data``. Raises LedgerUnwritable for one that takes an entry away."""
    after = {name: {str(id): dict(doc) for id, doc in table.items()} for name, table in data.items()}
    changes: Changes = dict.fromkeys(before.keys() - after.keys())
    for name, new in after.items():
        old = before.get(name, {})
        rows: dict[str, Any] = dict.fromkeys(old.keys() - new.keys())
        rows |= {id: doc for id, doc in new.items() if id not in old or _differ(old[id], doc)}
        if rows or name not in before:
            changes[name] = rows
    changes = as_json(changes)
    changed = changes.get(ENTRIES, {})
    if before.get(ENTRIES) and (changed is None or changed.keys() & before[ENTRIES].keys()):
        raise LedgerUnwritable(_("A ledger entry is never changed or deleted; undo it instead."))
    return changes


def _differ(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether two documents may not be the same on disk; to Python 1, 1.0 and True are the same."""
    if old != new:
        return True
    try:
        return encode_document(old) != encode_document(new)
    except (TypeError, ValueError):
        return True
