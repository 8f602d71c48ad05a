"""Lists of books as people write them: ``Luật Đất đai 2024 (3 cuốn); Luật Cư trú x2``."""

import re
from typing import NamedTuple

from data.text.cleaning.clean import clean

MOST = 99_999
_BETWEEN = re.compile(r"[\n;]+")
_NUMBERING = re.compile(r"^(?:[0-9]{1,3}[.)](?=\s)|[-–•+*](?=\s))\s*")
_UNITS = r"cuốn|quyển|cuon|quyen|bộ|tập|bản|tờ|cái|chiếc|hộp|túi|gói|tài liệu"
_IN_BRACKETS = re.compile(rf"\s*\(\s*(?:x|×|số lượng:?|sl:?)?\s*([0-9]+)\s*({_UNITS})?\s*\)$", re.IGNORECASE)
_TIMES = re.compile(r"\s+[x×*]\s*([0-9]+)$", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*[:,\-–]\s*([0-9]+)\s*({_UNITS})$|\s+([0-9]+)\s*({_UNITS})$", re.IGNORECASE)
_IN_FRONT = re.compile(rf"^([0-9]+)\s*(?:(x|×)|({_UNITS}))\s+", re.IGNORECASE)
_YEARS = range(1900, 2101)


class Books(NamedTuple):
    """A title, how many of it, and their unit where one was written ("cuốn")."""

    title: str
    quantity: int = 1
    unit: str = ""

    @property
    def text(self) -> str:
        """The line that ``read_books`` reads as the same: ``Luật Cư trú (2 cuốn)``, or the title alone."""
        if self.quantity == 1 and not self.unit:
            return self.title
        return f"{self.title} ({self.quantity}{' ' if self.unit else ''}{self.unit})"


class NoSuchCount(ValueError):
    """``entry`` is the line whose number of books cannot be: none, or far too many."""

    def __init__(self, entry: str) -> None:
        super().__init__(entry)
        self.entry = entry


def read_books(text: str) -> tuple[Books, ...]:
    """The books in ``text``, one a line or parted by ``;``; empty lines are left out.

    How many of a title may stand in brackets, as ``x2``, behind it or before it with a unit; one, when
    nothing is said. A year in a title ("Luật Đất đai 2024", "(2024)") is no number of books. Raises
    NoSuchCount for none of a title, or more than 99.999.
    """
    lines = (_NUMBERING.sub("", clean(line)) for line in _BETWEEN.split(text))
    return tuple(_books(line) for line in lines if line)


def _books(line: str) -> Books:
    for form in (_IN_BRACKETS, _TIMES, _BEHIND, _IN_FRONT):
        found = form.search(line)
        if found is None:
            continue
        groups = [group for group in found.groups() if group]
        title = clean(line[: found.start()] + line[found.end() :])
        unit = next((group for group in groups[1:] if group.casefold() not in "x×"), "")
        count = int(groups[0][:9])
        if not title or (form is _IN_BRACKETS and not unit and count in _YEARS):
            continue
        if not 1 <= count <= MOST or len(groups[0]) > 9:
            raise NoSuchCount(line)
        return Books(title, count, unit.casefold())
    return Books(line)
