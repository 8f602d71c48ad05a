"""Rows and cells that only number: (1) (2) (3) below a header, and I, II, III or a, b, c for 1, 2, 3."""

import re
import unicodedata

from data.roster.cells.grid import Row

_NUMBER = re.compile(
    r"(?:c[oộ]t\s+)?[(\[]?\s*-?(\d{1,2}\s*[a-zA-Z]?|[A-Za-z]|[IVX]{1,4})\s*[)\].]?(\s*=\s*[\d\s+\-x*/().]+)?",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?=[MDCLXVI])M{0,1}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def is_numbering(row: Row) -> bool:
    """Whether ``row`` numbers the columns, as in (1) (2) (3), (7a), A B 1 2, (6)=(4)+(5) below a header."""
    texts = [unicodedata.normalize("NFKC", text) for text in row.texts()]
    if len(texts) < 2 or not all(_NUMBER.fullmatch(text) for text in texts):
        return False
    digits = [int(found.group()) for text in texts if (found := re.search(r"\d{1,2}", text))]
    # A guest's row may hold a number and an x, but it does not count up.
    return digits == sorted(digits) and (len(set(digits)) > 1 or not digits or len(texts) > 2)


def roman(text: str) -> int | None:
    """The value of a Roman number in a cell ("IV", "iv.", "(IV)"); None for anything else."""
    bare = text.strip(" .)(:-/").upper()
    if not bare or not _ROMAN.fullmatch(bare):
        return None
    total = 0
    for place, sign in enumerate(bare):
        value = _VALUES[sign]
        total += -value if place + 1 < len(bare) and _VALUES[bare[place + 1]] > value else value
    return total


def alphabetic(text: str) -> int | None:
    """The place of a single letter in the alphabet ("a", "b)", "C."); None for anything else."""
    bare = text.strip(" .)(:-/").lower()
    return ord(bare) - ord("a") + 1 if len(bare) == 1 and "a" <= bare <= "z" else None
