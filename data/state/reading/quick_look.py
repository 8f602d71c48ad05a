"""A quick look at entries or guests that passes by nearly all of them: nothing in them can be unsound.

Opening a ledger looks at every text and number in it. They are looked at as JSON, many at a time, because one
pattern over one long text costs a tenth of what asking each field does. What this look does not pass is not
wrong: ``soundness`` looks at it carefully.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from math import isfinite
from operator import attrgetter
from typing import Any, Literal, NamedTuple, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from data.ledger.lines.ids import ID, NEVER
from data.model.entry import Entry
from data.state.laptops.order import is_laptop
from data.text.cleaning.harmless import LETTERS

_SIGN = rf"[ !#-\[\]-~{LETTERS}]"
_are_plain_texts = re.compile(rf'(?:{_SIGN}{{0,60}}+")*+{_SIGN}{{0,60}}+').fullmatch
"""JSON falls into texts and what stands between them; neither is long, and no sign needs a second look."""
_UNSURE = tuple(
    re.compile(pattern).search
    for pattern in (
        # A number of ten digits or with an exponent.
        r'":(?=[-\d])-?(?:\d{10}|[\d.]++[eE])',
        r",(?=[-\d])-?(?:\d{10}|[\d.]++[eE])",
        r"\[-?(?:\d{10}|[\d.]++[eE])",
        # A whole number below nothing, which few fields may hold.
        r"-(?<=[:,\[]-)\d++(?!\.)",
        # Minutes of five digits.
        r'"minutes":-?\d{5}',
        # What JSON makes of a number that is none.
        "null",
        # A moment that is not of this century, or says no time zone; a day.
        r'T(?<!"20\d\d-\d\d-\d\dT)(?=\d\d:\d\d)',
        r'T\d\d:\d\d:\d\d[\d.]*+"',
        r'-\d\d-\d\d"',
    )
)


_are_ids = re.compile(f"(?:{ID}\n)*+{ID}").fullmatch
_FROM, _UNTIL = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_MOST = 10.0**9
_MANY = 6
"""A kind with more texts than these is quicker written as JSON than taken apart."""


def are_plain(entries: Sequence[Entry]) -> bool:
    """The same of some entries, but for the ids of those that name their laptop.

    What very many have in common (run, device, who was on duty) is looked at once, clocks as the numbers
    that they are, and only what happened by its kind.
    """
    clocks = [number for entry in entries for number in (entry.ticks, entry.drift)]
    if not isfinite(sum(clocks)) or min(clocks) <= -_MOST or max(clocks) >= _MOST:
        return False
    if not _are_of_century([entry.at for entry in entries]):
        return False
    common = {
        (one.run, one.device, one.duty, one.laptop, one.place, one.meant, "" if one.laptop else one.id)
        for one in entries
    }
    if not is_plain([*common]):
        return False
    whats = [entry.what for entry in entries]
    kinds = set(map(type, whats))
    return all(are_alike_plain([what for what in whats if type(what) is kind]) for kind in kinds)


def are_alike_plain(values: Sequence[Struct]) -> bool:
    """The same of structs of one kind: numbers and moments in fields of their own are looked at as what they
    are, and texts that many have in common once."""
    sorts = _sorts_of(type(values[0]))
    if sorts is None:
        return is_plain(values)
    numbers = [
        number for name in sorts.numbers for number in map(attrgetter(name), values) if number is not None
    ]
    if numbers and not (min(numbers) >= 0 and max(numbers) < _MOST):
        return False
    moments = [
        moment for name in sorts.moments for moment in map(attrgetter(name), values) if moment is not None
    ]
    if moments and not _are_of_century(moments):
        return False
    if len(sorts.texts) > _MANY:
        return _are_plain_texts(_json(values)) is not None
    texts: set[str] = set()
    for name in sorts.texts:
        texts.update(map(attrgetter(name), values))
    return _are_plain_texts(_json([*texts])) is not None


def _are_of_century(moments: Sequence[datetime]) -> bool:
    try:
        return min(moments) >= _FROM and max(moments) < _UNTIL
    except TypeError:  # One of them says no time zone.
        return False


class _Sorts(NamedTuple):
    """The fields of a kind that hold numbers, moments and texts."""

    numbers: list[str]
    moments: list[str]
    texts: list[str]


@cache
def _sorts_of(kind: type[Struct]) -> _Sorts | None:
    """The sorts of fields that a kind has; None where one holds something else."""
    sorts = _Sorts([], [], [])
    for field, hint in get_type_hints(kind).items():
        if field not in kind.__struct_fields__:
            continue
        if hint in (int, int | None):
            sorts.numbers.append(field)
        elif hint in (datetime, datetime | None):
            sorts.moments.append(field)
        elif hint is str or get_origin(hint) is Literal:
            sorts.texts.append(field)
        elif hint is not bool:
            return None
    return sorts


def are_placed(entries: Sequence[Entry]) -> bool:
    """Whether all of some entries name the laptop that wrote them, and have ids that say where they stand."""
    ids = [entry.id for entry in entries]
    if _are_ids("\n".join(ids)) is None or max(ids) >= NEVER:
        return False
    whose = {(entry.laptop, entry.place) for entry in entries}
    return all(is_laptop(laptop) and not place for laptop, place in whose)


def is_plain(value: Any) -> bool:
    """Whether all texts in ``value`` (structs, or what JSON can hold) are short and of plain letters, all
    numbers and times ordinary ones."""
    text = _json(value)
    return _are_plain_texts(text) is not None and not any(search(text) for search in _UNSURE)


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
