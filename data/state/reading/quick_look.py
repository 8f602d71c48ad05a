"""A quick look at entries or guests that passes by nearly all of them: nothing in them can be unsound.

Opening a ledger looks at every text and number in it. They are looked at as JSON, many at a time, because one
pattern over one long text costs a tenth of what asking each field does. What this look does not pass is not
wrong: ``soundness`` looks at it carefully.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from math import isfinite
from typing import Any

import msgspec

from data.model.entry import Entry
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


_FROM, _UNTIL = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_MOST = 10.0**9


def are_plain(entries: Sequence[Entry]) -> bool:
    """The same of some entries, but for the ids of those that name their laptop.

    What very many have in common (run, device, who was on duty) is looked at once, clocks as the numbers
    that they are, and only what happened as JSON.
    """
    clocks = [number for entry in entries for number in (entry.ticks, entry.drift)]
    if not isfinite(sum(clocks)) or min(clocks) <= -_MOST or max(clocks) >= _MOST:
        return False
    moments = [entry.at for entry in entries]
    try:
        if min(moments) < _FROM or max(moments) >= _UNTIL:
            return False
    except TypeError:  # One of them says no time zone.
        return False
    common = {
        (one.run, one.device, one.duty, one.laptop, one.place, one.meant, "" if one.laptop else one.id)
        for one in entries
    }
    return is_plain([*common]) and is_plain([entry.what for entry in entries])


def is_plain(value: Any) -> bool:
    """Whether all texts in ``value`` (structs, or what JSON can hold) are short and of plain letters, all
    numbers and times ordinary ones."""
    text = msgspec.json.encode(value).decode()
    return _are_plain_texts(text) is not None and not any(search(text) for search in _UNSURE)
