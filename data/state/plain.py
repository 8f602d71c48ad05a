"""A quick look at an entry or a guest that passes by nearly all of them: nothing in it can be unsound.

Opening a ledger looks at every text and number in it. What this look does not pass is not wrong: ``sound``
looks at it carefully.
"""

import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

LETTERS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư"
"""The letters of Vietnamese that are neither ASCII nor in its own block of Unicode (U+1EA0 to U+1EF9)."""

_is_plain_text = re.compile(rf"[ -~{LETTERS}\u1ea0-\u1ef9]{{0,60}}").fullmatch
_MOST = 10_000
_MOST_SECONDS = 10.0**9
_FIRST_YEAR, _LAST_YEAR = 2000, 2100

_Getter = Callable[[Any], tuple[Any, ...]]


class _Fields(NamedTuple):
    """The fields of a kind by what they hold; those with a few fixed words hold nothing to look at."""

    texts: _Getter
    others: _Getter


def is_plain(value: Struct) -> bool:
    """Whether all texts in ``value`` are short and of plain letters, all numbers and times ordinary ones."""
    texts, others = _fields(type(value))
    for text in texts(value):
        if text and not _is_plain_text(text):
            return False
    return all(map(_is_ordinary, others(value)))


def _is_ordinary(value: Any) -> bool:
    kind = type(value)
    if kind is int:
        return bool(0 <= value <= _MOST)
    if kind is float:
        return bool(-_MOST_SECONDS <= value <= _MOST_SECONDS)
    if kind is datetime:
        return value.tzinfo is not None and _FIRST_YEAR <= value.year < _LAST_YEAR
    if kind is str:
        return _is_plain_text(value) is not None
    if kind is tuple:
        return all(map(_is_ordinary, value))
    if isinstance(value, Struct):
        return is_plain(value)
    return value is None or kind is bool


@cache
def _fields(kind: type[Struct]) -> _Fields:
    texts = [field.name for field in fields(kind) if field.type is str]
    others = [field.name for field in fields(kind) if field.type is not str and not _is_fixed(field.type)]
    return _Fields(_getter(texts), _getter(others))


def _is_fixed(kind: Any) -> bool:
    """Whether a field of this type holds one of a few words, yes or no, or nothing."""
    if kind is bool or kind is NoneType or get_origin(kind) is Literal:
        return True
    return get_origin(kind) in (Union, UnionType) and all(map(_is_fixed, get_args(kind)))


def _getter(names: list[str]) -> _Getter:
    if len(names) > 1:
        return attrgetter(*names)
    return (lambda value: (getattr(value, names[0]),)) if names else (lambda _value: ())
