"""Days as people write them: ``26/11``, ``26.11.26``, ``ngày 26 tháng 11 năm 2026``, ``2026-11-26``."""

import re
from datetime import date, timedelta

from data.text.fold import fold

_WEEKDAY = r"(?:(?:thu\s*(?:hai|ba|tu|nam|sau|bay|[2-7])|chu\s*nhat|t[2-7]|cn)\s*,?\s*)?"
_DAY_FIRST = re.compile(
    _WEEKDAY + r"(?:ngay\s*)?(?P<day>[0-9]{1,2})\s*[/.\-\s]\s*(?P<month>[0-9]{1,2})"
    r"(?:\s*[/.\-\s]\s*(?P<year>[0-9]{4}|[0-9]{2}))?"
)
_IN_WORDS = re.compile(
    _WEEKDAY + r"(?:ngay\s*)?(?P<day>[0-9]{1,2})\s*,?\s*thang\s*(?P<month>[0-9]{1,2})"
    r"(?:\s*,?\s*nam\s*(?P<year>[0-9]{4}))?"
)
_YEAR_FIRST = re.compile(
    r"(?P<year>[0-9]{4})\s*[/.\-]\s*(?P<month>[0-9]{1,2})\s*[/.\-]\s*(?P<day>[0-9]{1,2})"
)
_FROM_TODAY = {
    "hom nay": timedelta(),
    "today": timedelta(),
    "ngay mai": timedelta(days=1),
    "tomorrow": timedelta(days=1),
    "hom qua": timedelta(days=-1),
    "yesterday": timedelta(days=-1),
}
_LOOKING_BACK = timedelta(days=60)
_CENTURY = 2000


def read_day(text: str, today: date) -> date | None:
    """The day in ``text``; None when there is none in it, or the calendar has no such day.

    Day comes before month. A year that is left out is the one in which the day comes next, seen from
    ``today``, or was within the last 60 days; a year of two digits is of this century.
    "hôm nay", "ngày mai", "hôm qua" and their English words count from ``today``. Words may lack their marks.
    """
    told = fold(text).strip(" .,/-")
    if told in _FROM_TODAY:
        return today + _FROM_TODAY[told]
    found = _DAY_FIRST.fullmatch(told) or _IN_WORDS.fullmatch(told) or _YEAR_FIRST.fullmatch(told)
    if found is None:
        return None
    day, month, year = int(found["day"]), int(found["month"]), found["year"]
    if year:
        return _day(int(year) if len(year) == 4 else _CENTURY + int(year), month, day)
    first = today - _LOOKING_BACK
    # The 29th of February may be eight years away.
    following = (_day(first.year + ahead, month, day) for ahead in range(9))
    return next((one for one in following if one is not None and one >= first), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
