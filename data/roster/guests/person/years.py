"""Years of birth and numbers in the list, out of whatever a cell holds."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from data.language import _
from data.roster.cells.grid import Cell

EARLIEST = 1900
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DATE = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{2}|\d{4})(?!\d)")
_TYPO = re.compile(r"(?:19|20)\d{3}")
_AS_NUMBER = re.compile(r"(\d+)[.,]0+")
_PARTED = re.compile(r"([12])[.,](\d{3})")
_PACKED = re.compile(r"\d{8}")
_AGE = re.compile(r"(\d{1,3})\s*(?:tuổi|tuoi|t\b|years? old)", re.IGNORECASE)
# Letters that are typed, or read by a scanner, in place of digits.
_LOOKALIKES = str.maketrans("lIiOoSsB", "11100558")
_EXCEL_EPOCH = date(1899, 12, 30)


class ReadYear(NamedTuple):
    """A year of birth or None, why it is refused, and what is doubtful about it (both "" when fine)."""

    year: int | None = None
    refused: str = ""
    doubt: str = ""


def is_date_column(values: Sequence[Cell]) -> bool:
    """Whether a column is one of dates: then a number of five digits in it is a date that lost its format."""
    dates = sum(cell.kind == "date" or bool(_DATE.search(cell.text)) for cell in values)
    serials = sum(bool(re.fullmatch(r"[1-4]\d{4}", cell.text)) for cell in values)
    return dates + serials > 1 and (dates > 0 or any(not _TYPO.fullmatch(cell.text) for cell in values))


def read_birth_year(cell: Cell, latest: int, *, dates: bool = False) -> ReadYear:
    """The year in a cell that holds a year, a date of birth or nothing.

    ``latest`` is the last year a guest can be born in; ``dates`` says that its column is one of dates. A
    number that is no such year is refused; words without a number are a doubt and give no year.
    """
    text = cell.text.strip("'’` ")
    whole = _AS_NUMBER.fullmatch(text)
    if whole:
        text = whole[1]
    parted = _PARTED.fullmatch(text)
    if parted:
        text = parted[1] + parted[2]
    if cell.kind == "date":
        return _judged(_of_date(text), text, latest)
    if not any(char.isdecimal() for char in text):
        unknown = bool(re.search(r"\w", text))
        doubt = _("“{text}” is not a year of birth and is left out").format(text=text) if unknown else ""
        return ReadYear(doubt=doubt)
    dated = _DATE.search(text)
    if dated:
        return _judged(_full(dated[3], latest), text, latest)
    mended = _mended(text, latest)
    if mended is not None:
        return mended
    # A number that begins as years do is a year with a digit too many.
    serial = re.fullmatch(r"[1-4]\d{4}", text) if dates else re.fullmatch(r"(?!19|20)\d{5}", text)
    if serial and (dates or cell.kind == "number") and (day := _of_serial(int(text))).year <= latest:
        sure = dates and day.year >= EARLIEST + 20
        told = _("{text} was read as the date {date}").format(text=text, date=f"{day:%d/%m/%Y}")
        doubt = "" if sure else told
        return ReadYear(day.year, doubt=doubt)
    years = [int(year) for year in _YEAR.findall(text)]
    possible = [year for year in years if EARLIEST <= year <= latest]
    if len(possible) > 1:
        doubt = _("“{text}” holds several years; {year} was taken").format(text=text, year=possible[0])
        return ReadYear(possible[0], doubt=doubt)
    if re.fullmatch(r"\d{2}", text):
        year = _full(text, latest)
        return ReadYear(year, doubt=_read_as(text, year))
    return _judged((possible or years or [0])[0], text, latest)


def _mended(text: str, latest: int) -> ReadYear | None:
    """A year out of a date without signs, an age, or digits that were typed apart or as letters."""
    if _PACKED.fullmatch(text):
        for year, month, day in ((text[:4], text[4:6], text[6:]), (text[4:], text[2:4], text[:2])):
            if EARLIEST <= int(year) <= latest and int(month) <= 12 and int(day) <= 31:
                return ReadYear(int(year))
    age = _AGE.search(text)
    if age and not _YEAR.search(text) and 10 <= int(age[1]) <= 120:
        return ReadYear(latest - int(age[1]), doubt=_read_as(text, latest - int(age[1])))
    joined = text.replace(" ", "").translate(_LOOKALIKES)
    if joined != text and len(joined) == 4 and joined.isdecimal() and EARLIEST <= int(joined) <= latest:
        return ReadYear(int(joined), doubt=_read_as(text, int(joined)))
    return None


def _read_as(text: str, year: int) -> str:
    return _("the year of birth {text} was read as {year}").format(text=text, year=year)


def read_order(cell: Cell) -> int | None:
    """The number of a row in its list (STT), or None when the cell holds no plain number."""
    found = re.fullmatch(r"(\d{1,6})(?:[.,]0+|[.)])?", cell.text)
    return int(found[1]) if found else None


def _judged(year: int, text: str, latest: int) -> ReadYear:
    if EARLIEST <= year <= latest:
        return ReadYear(year)
    return ReadYear(
        refused=_("{text} cannot be a year of birth; it must lie between {first} and {last}").format(
            text=text, first=EARLIEST, last=latest
        )
    )


def _of_date(iso: str) -> int:
    """The year of a date; of one that is a bare year in a cell formatted as a date, that year."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return 0
    serial = (day - _EXCEL_EPOCH).days
    return serial if EARLIEST <= serial <= EARLIEST + 200 else day.year


def _of_serial(number: int) -> date:
    """The day that a spreadsheet shows for ``number`` in a cell formatted as a date."""
    return _EXCEL_EPOCH + timedelta(days=number)


def _full(year: str, latest: int) -> int:
    """A year of two digits: guests are grown up, so only the first years of this century are meant."""
    if len(year) == 4:
        return int(year)
    recent = latest // 100 * 100 + int(year)
    return recent if recent <= latest - 15 else recent - 100
