"""What a newer version of the program put into a step: kept as it came, whatever this one makes of it."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from msgspec import Struct, StructMeta

from data.ledger.lines.line import ENTRIES, EVENT, GUESTS, Document

if TYPE_CHECKING:
    from msgspec import inspect

ENTRY = "entry"
"""Under this documents of other tables name the entry that brought them."""
_KIND = "kind"


def has_unknown(value: Any, kind: type[Struct], extra: frozenset[str] = frozenset()) -> bool:
    """Whether ``value`` (JSON's types) has a field, at any depth, that ``kind`` has not; ``extra`` are others
    that belong there."""
    if not isinstance(value, dict):
        return False
    known, inner = _fields(kind)
    if not value.keys() <= known and not value.keys() - extra <= known:
        return True
    return any(
        has_unknown(one, _of(one, kinds))
        for field, kinds in inner.items()
        if field in value
        for one in _each(value[field])
        if _of(one, kinds) is not None
    )


@cache
def flat_fields(kind: type[Struct]) -> frozenset[str]:
    """The names of the fields of a struct that holds no structs, its tag's too; empty where it holds some."""
    if any(map(_holds_struct, get_type_hints(kind).values())):
        return frozenset()
    tag = kind.__struct_config__.tag_field
    return frozenset({*kind.__struct_encode_fields__, *([tag] if tag else [])})


def _holds_struct(hint: Any) -> bool:
    return isinstance(hint, StructMeta) or any(map(_holds_struct, get_args(hint)))


def rows_of(tables: Mapping[str, Mapping[str, Any] | None]) -> dict[str, dict[str, list[Document]]]:
    """The documents of ``tables`` by the id of their entry, then by table; those of no entry are left out."""
    found: dict[str, dict[str, list[Document]]] = {}
    for name in (ENTRIES, GUESTS, EVENT, *(name for name in tables if name not in (ENTRIES, GUESTS, EVENT))):
        for row in (tables.get(name) or {}).values():
            id = row.get("id" if name == ENTRIES else ENTRY) if isinstance(row, dict) else None
            if isinstance(id, str):
                found.setdefault(id, {}).setdefault(name, []).append(dict(row))
    return found


def _of(value: Any, kinds: dict[str, type[Struct]]) -> Any:
    """Of the structs that may stand in a place, the one that ``value`` is; None for none of them."""
    if not isinstance(value, dict):
        return None
    tag = value.get(_KIND)
    return kinds.get(tag if isinstance(tag, str) and tag in kinds else "")


def _each(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        yield from value
    else:
        yield value


@cache
def _fields(kind: type[Struct]) -> tuple[frozenset[str], dict[str, dict[str, type[Struct]]]]:
    """The names of a struct's fields, its tag's too, and the structs in those that hold any, by tag."""
    # It takes long to load, and only what is not known at a glance needs it.
    from msgspec import inspect

    about = inspect.type_info(kind)
    assert isinstance(about, inspect.StructType)
    inner = {field.encode_name: dict(_structs(field.type)) for field in about.fields}
    names = {field.encode_name for field in about.fields}
    tag = {about.tag_field} if about.tag_field else set()
    return frozenset(names | tag), {name: kinds for name, kinds in inner.items() if kinds}


def _structs(kind: "inspect.Type") -> Iterator[tuple[str, type[Struct]]]:
    from msgspec import inspect

    match kind:
        case inspect.StructType(cls=cls, tag=tag, tag_field=field):
            yield (str(tag) if field == _KIND else ""), cls
        case inspect.UnionType(types=kinds):
            for one in kinds:
                yield from _structs(one)
        case inspect.VarTupleType(item_type=item):
            yield from _structs(item)
