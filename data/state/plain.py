"""A quick look at entries or guests that passes by nearly all of them: nothing in them can be unsound.

Opening a ledger looks at every text and number in it. They are looked at as JSON, many at a time, because one
pattern over one long text costs a tenth of what asking each field does. What this look does not pass is not
wrong: ``sound`` looks at it carefully.
"""

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

LETTERS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư"
"""The letters of Vietnamese that are neither ASCII nor in its own block of Unicode (U+1EA0 to U+1EF9)."""

_SIGN = rf"[ !#-\[\]-~{LETTERS}\u1ea0-\u1ef9]"
_are_plain_texts = re.compile(rf'(?:{_SIGN}{{0,60}}+")*+{_SIGN}{{0,60}}+').fullmatch
"""JSON falls into texts and what stands between them; neither is long, and no sign needs a second look."""
_UNSURE = tuple(
    re.compile(pattern).search
    for pattern in (
        # A number of ten digits or with an exponent, and minutes of five.
        r'":-?(?:\d{10}|[\d.]++[eE])',
        r",(?=[-\d])-?(?:\d{10}|[\d.]++[eE])",
        r"\[-?(?:\d{10}|[\d.]++[eE])",
        r'"minutes":-?\d{5}',
        # A whole number below nothing, which few fields may hold.
        r"[:,\[]-\d++(?!\.)",
        # What JSON makes of a number that is none.
        "null",
        # A moment that is not of this century, or says no time zone; a day.
        r'T(?<!"20\d\d-\d\d-\d\dT)(?=\d\d:\d\d)',
        r'T\d\d:\d\d:\d\d[\d.]*+"',
        r'-\d\d-\d\d"',
    )
)


def is_plain(value: Struct | Sequence[Struct]) -> bool:
    """Whether all texts in ``value`` are short and of plain letters, all numbers and times ordinary ones."""
    text = msgspec.json.encode(value).decode()
    return _are_plain_texts(text) is not None and not any(search(text) for search in _UNSURE)
