"""How many of what, as people write it: ``3``, ``ba``, ``5 thùng``, ``5 triệu`` (a number of đồng)."""

import re

from data.text.cleaning.clean import clean
from data.text.fold import fold

DONG = "đồng"
MOST = 99_999
"""More pieces than this are a slip of the key."""
MOST_DONG = 10**12 - 1
_WITH_UNIT = re.compile(r"([0-9]+)\s*([^\W\d_].*)")
_FIGURES = re.compile(r"[0-9]+|[0-9]{1,3}(?:[. ][0-9]{3})+")


def is_money(unit: str) -> bool:
    """Whether ``unit`` counts đồng."""
    return fold(unit) in ("dong", "vnd", "d")


def spelt_unit(unit: str) -> str:
    """A unit as it is recorded: money in any spelling ("dong", "VND") is counted in đồng."""
    return DONG if is_money(unit) else clean(unit)


def most_of(unit: str) -> int:
    """The most that can be of one unit."""
    return MOST_DONG if is_money(unit) else MOST


def read_amount(text: str, unit: str = "") -> tuple[int, str] | None:
    """How many, from 1 on, and their unit, which may be said with the number where ``unit`` is empty.

    "5 triệu" and "500k" are đồng, and so is a number too large for anything else. None for what says no
    number, for too many, and for a unit other than ``unit``.
    """
    told = clean(text)
    found = _told(told, clean(unit))
    return found if found is not None and 1 <= found[0] <= most_of(found[1]) else None


def _told(told: str, unit: str) -> tuple[int, str] | None:
    # The log says amounts from the first paint on; nobody types one before.
    from data.text.typed.numbers.money import read_money, read_number_words

    if _FIGURES.fullmatch(told):
        digits = int(re.sub(r"[. ]", "", told))
        return digits, unit or (DONG if digits > MOST else "")
    number = read_number_words(told)
    if number is not None and not is_money(unit) and number <= MOST:
        return number, unit
    if not unit or is_money(unit):
        dong = read_money(told)
        if dong is not None:
            return dong, unit or DONG
    found = _WITH_UNIT.fullmatch(told)
    if found is None or (unit and fold(found[2]) != fold(unit)):
        return None
    return int(found[1]), unit or found[2]


def figures(number: int, unit: str = "") -> str:
    """``3``; of đồng ``5.000.000``."""
    return f"{number:,}".replace(",", ".") if is_money(unit) else str(number)
