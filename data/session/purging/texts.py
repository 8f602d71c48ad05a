"""Which texts of an entry tell who somebody is. What is not known to be harmless is taken out."""

from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields, replace

from data.model.entries.base import GONE

AnyStruct = TypeVar("AnyStruct", bound=Struct)
Cleaned = Callable[[str], str]


def scrubbed(value: AnyStruct, cleaned: Cleaned = str) -> AnyStruct:
    """``value`` with every text gone but its kind's ``kept_texts``, fixed words, and empty ones.

    What is kept goes through ``cleaned``, which may take a name out of it.
    """
    changes = {}
    for name, is_kept in _open_fields(type(value)):
        changes[name] = _scrubbed(getattr(value, name), cleaned, cleaned if is_kept else _gone)
    return replace(value, **changes)


@cache
def _open_fields(kind: type[Struct]) -> tuple[tuple[str, bool], ...]:
    """The fields of a kind that are no fixed words, and whether what they say is kept."""
    kept: frozenset[str] = getattr(kind, "kept_texts", frozenset())
    return tuple((field.name, field.name in kept) for field in fields(kind) if not _is_fixed(field.type))


def _scrubbed(value: Any, cleaned: Cleaned, of_text: Cleaned) -> Any:
    if isinstance(value, str):
        return of_text(value)
    if isinstance(value, tuple):
        return tuple(_scrubbed(part, cleaned, of_text) for part in value)
    return scrubbed(value, cleaned) if isinstance(value, Struct) else value


def _gone(text: str) -> str:
    return GONE if text else ""


def _is_fixed(kind: Any) -> bool:
    """Whether a field takes only a few fixed words."""
    return get_origin(kind) is Literal or any(get_origin(part) is Literal for part in get_args(kind))
