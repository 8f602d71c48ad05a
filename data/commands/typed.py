"""What people type into a field, read as what the field holds, or refused with a sentence."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from data.errors import Refused
from data.language import _
from data.plans.placeholders import fields, stray_brace
from data.text.clean import clean

EARLIEST_BIRTH = 1900
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2})(?:[:hg.](\d{2})?)", re.IGNORECASE)
_MOST_DONG = 999_999_999
_WHOLE = re.compile(r"[0-9]{1,9}")
_BETWEEN_TITLES = re.compile(r"[\n;]")


def required(value: str, label: str) -> str:
    """``value`` cleaned; Refused when nothing is left of it."""
    text = clean(value)
    if not text:
        raise Refused(_("{label} cannot be empty.").format(label=label))
    return text


def whole_number(value: int | str, least: int, most: int, label: str) -> int:
    """The whole number in ``value``; Refused when there is none between ``least`` and ``most``."""
    text = clean(str(value))
    number = int(text) if _WHOLE.fullmatch(text) else None
    if number is None or not least <= number <= most:
        raise Refused(
            _("{label}: type a whole number from {least} to {most}, not “{text}”.").format(
                label=label, least=least, most=most, text=text
            )
        )
    return number


def price(value: int | str) -> int | None:
    """A price in đồng as people write it (``350.000``, ``350000đ``); None when empty. Refused for else."""
    text = clean(str(value)).casefold().removesuffix("đồng").removesuffix("đ")
    digits = text.replace(".", "").replace(" ", "")
    return whole_number(digits, 0, _MOST_DONG, _("Price (đồng)")) if digits else None


def birth_year(value: int | str | None, latest: int) -> int | None:
    """A year of birth, None when empty; Refused when nobody alive can have it."""
    text = "" if value is None else clean(str(value))
    if not text:
        return None
    if not _WHOLE.fullmatch(text) or not EARLIEST_BIRTH <= int(text) <= latest:
        raise Refused(
            _("“{text}” cannot be a year of birth; it must lie between {first} and {last}.").format(
                text=text, first=EARLIEST_BIRTH, last=latest
            )
        )
    return int(text)


def day(value: str | date | None) -> date | None:
    """A day written ``15/06/2022`` or ``2022-06-15``; None when empty; Refused when there is no such day."""
    if value is None or isinstance(value, date):
        return value
    text = clean(value)
    if not text:
        return None
    first = _DAY_FIRST.fullmatch(text)
    iso = _YEAR_FIRST.fullmatch(text)
    try:
        if first:
            return date(int(first[3]), int(first[2]), int(first[1]))
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError as error:
        raise Refused(_("There is no day {text} in the calendar.").format(text=text)) from error
    raise Refused(_("“{text}” is not a date; write it as 15/06/2022.").format(text=text))


def time_of_day(text: str) -> str | None:
    """``HH:MM`` of a time written ``7:42``, ``07:42``, ``7h42``, ``7g42`` or ``7h``; None when it is none."""
    found = _TIME.fullmatch(clean(text))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def template(value: str, known: Collection[str]) -> str:
    """A text that may hold ``{field}`` braces; Refused when a brace is of no fact that is ``known``."""
    text = clean(value)
    strange = next((name for name in fields(text) if name not in known), "")
    wrong = f"{{{strange}}}" if strange else stray_brace(text)
    if wrong:
        raise Refused(_("{brace} is no fact of this event; write the words themselves.").format(brace=wrong))
    return text


def titles(value: str | Sequence[str]) -> tuple[str, ...]:
    """The titles in a text, one a line or parted by ``;``, or in a list; empty ones are left out."""
    parts = _BETWEEN_TITLES.split(value) if isinstance(value, str) else value
    return tuple(text for text in map(clean, parts) if text)
