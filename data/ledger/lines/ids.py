"""UUIDv7 (RFC 9562): ids that are unique across laptops, and that put what happened in one order for all.

No laptop's clock can be trusted, so an id is a place rather than a time: a laptop never gives one that is not
after every id it has seen. Then what it did stands behind what it knew of, however wrong its clock is, and
what two did without knowing of each other stands as their clocks say. This is a hybrid logical clock
(Kulkarni and others, 2014) in the 48 bits of milliseconds and the 12 bits behind them.
"""

import os
import re

LATEST = 7_258_118_400_000
"""Milliseconds since 1970 of the year 2200: no clock gives an id from there on, and none is believed."""
NEVER = f"{LATEST:012x}"[:8] + "-" + f"{LATEST:012x}"[8:]
"""How an id of that moment begins."""

_ROOM = 31_622_400_000
"""Milliseconds of a year: so far below ``LATEST`` the wall clock counts; from there on ids are counted."""
_COUNTS = 1 << 12
ID = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
"""An id, as a regular expression."""

_ID = re.compile(ID)


def uuid7(milliseconds: int, count: int | None = None) -> str:
    """A new UUIDv7 for a moment given in milliseconds since 1970, in UTC.

    ``count`` (0 to 4095) stands behind the milliseconds; chance does where it is None.
    """
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76 | (_random(12) if count is None else count) << 64
    value |= 0b10 << 62 | _random(62)
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _random(bits: int) -> int:
    return int.from_bytes(os.urandom(8)) & ((1 << bits) - 1)


def is_id(text: str) -> bool:
    """Whether ``text`` is a UUIDv7 as this program writes them, of a time that a ceremony can have."""
    return _ID.fullmatch(text) is not None and text < NEVER


def next_id(milliseconds: int, seen: str) -> str:
    """A new id for a laptop whose wall clock says ``milliseconds`` and which has seen all ids up to ``seen``.

    ``seen`` is the greatest of them (or of the places made of them), empty for none. The id is after it: of
    the clock's own moment where that is later, else the next that there is, 4,096 to a millisecond. So a
    clock that was set back, or stood years ahead and was put right, costs nothing but that ids are counted on
    from the greatest until the clock has caught up. An id years ahead is followed as any other, for what
    stands on it has to come after it; but a clock that says the year 2199 or later is read as 2199, and
    ``is_id`` is false from 2200 on, so that no laptop can push the others to where no id is left: between the
    two lies room for more steps than there will ever be.
    """
    moment = max(0, min(milliseconds, LATEST - _ROOM))
    last, count = _place(seen)
    if moment > last:
        return uuid7(moment, 0)
    return uuid7(last, count + 1) if count + 1 < _COUNTS else uuid7(last + 1, 0)


def milliseconds_of(id: str) -> int:
    """The milliseconds since 1970 (UTC) of an id, or of a place made of one; -1 for another text."""
    return _place(id)[0]


def _place(id: str) -> tuple[int, int]:
    if _ID.match(id) is None:
        return -1, 0
    return int(id[:8] + id[9:13], 16), int(id[15:18], 16)
