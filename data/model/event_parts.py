"""What a new version of an event changes, part by part, so that two who change it at once both count.

A part is a field of the event (``date``), or one thing of a list (``blanks/chu-toa``): its id stands behind.
"""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import fields, replace

from data.model.event import Event

_FIELDS = tuple(field.name for field in fields(Event))


def changed_parts(before: Event, after: Event) -> tuple[str, ...]:
    """The parts in which ``after`` differs from ``before``."""
    parts: list[str] = []
    for name in _FIELDS:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            parts += _things(name, old, new) or [name]
    return tuple(parts)


def with_parts(event: Event, changed: Event, parts: Iterable[str]) -> Event:
    """``event`` with those ``parts`` as ``changed`` has them; what neither knows any more is passed over."""
    values: dict[str, Any] = {}
    for part in parts:
        name, _sign, id = part.partition("/")
        if name not in _FIELDS:
            continue
        if not id:
            values[name] = getattr(changed, name)
            continue
        new = next((thing for thing in getattr(changed, name) if thing.id == id), None)
        values[name] = _with_thing(values.get(name, getattr(event, name)), id, new)
    return replace(event, **values)


def _things(name: str, old: Any, new: Any) -> list[str]:
    """The things of a list that differ, where they have ids and their order is the same; else nothing."""
    if not isinstance(old, tuple) or not all(hasattr(thing, "id") for thing in (*old, *new)):
        return []
    before, after = {thing.id: thing for thing in old}, {thing.id: thing for thing in new}
    kept = [id for id in after if id in before]
    # Moved, named twice, or put between others: only the whole list says where.
    if [id for id in before if id in after] != kept or [*kept, *(id for id in after if id not in before)] != [
        thing.id for thing in new
    ]:
        return []
    return [f"{name}/{id}" for id in {**before, **after} if before.get(id) != after.get(id)]


def _with_thing(things: tuple[Any, ...], id: str, new: Any) -> tuple[Any, ...]:
    if new is None:
        return tuple(thing for thing in things if thing.id != id)
    if any(thing.id == id for thing in things):
        return tuple(new if thing.id == id else thing for thing in things)
    return (*things, new)
