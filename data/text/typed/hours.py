"""Hours as people write them: ``12h00``, ``12h``, ``12:00``, ``12 giờ 30``, ``7h15p``, ``1 giờ chiều``."""

import re

from data.text.fold import fold

_HOUR = re.compile(
    r"""(?:luc\s*)?
    (?P<hour>[0-9]{1,2})
    (?: \s* (?:[:.gh]|gio) \s* (?:(?P<minute>[0-9]{2}|(?<![:.])(?<![:.]\ )[0-9]) \s* (?:p|ph|phut|')?
            | (?P<half>ruoi) | kem \s* (?P<less>[0-9]{1,2}) \s* (?:p|ph|phut)? )? )?
    (?: \s* (?P<part>sang|trua|chieu|toi|dem|am|pm) )?""",
    re.VERBOSE,
)
_ISO = re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}):00")
_NOON = 12


def read_hour(text: str) -> str | None:
    """``HH:MM`` of the time of day in ``text``; None when there is none in it.

    The sign between hours and minutes may be ``:``, ``.``, ``h``, ``g`` or "giờ"; minutes may be left
    out ("12h", "8"), or said ("7 giờ rưỡi", "8 giờ kém 15"); "chiều" and "tối" mean after noon. Words may
    lack their marks.
    """
    told = fold(text)
    found = _HOUR.fullmatch(told) or _ISO.fullmatch(told)
    if found is None:
        return None
    named = found.groupdict()
    hour, minute = int(named["hour"]), int(named["minute"] or 0)
    if hour > 23 or minute > 59:
        return None
    if named.get("half"):
        minute = 30
    if less := named.get("less"):
        if not 0 < int(less) < 60:
            return None
        hour, minute = (hour - 1) % 24, 60 - int(less)
    of_day = _in_part_of_day(hour, named.get("part") or "")
    return None if of_day is None else f"{of_day:02}:{minute:02}"


def _in_part_of_day(hour: int, part: str) -> int | None:
    """The hour in the part of the day that was named; None where that part has no such hour."""
    if part in ("chieu", "toi", "pm"):
        return hour + _NOON if 1 <= hour < _NOON else hour if hour >= _NOON else None
    if part in ("sang", "am"):
        return hour if hour < _NOON else None
    if part == "trua":
        return hour if 10 <= hour <= 13 else 13 if hour == 1 else None
    if part == "dem":
        return 0 if hour == _NOON else hour + _NOON if 9 <= hour < _NOON else hour
    return hour
