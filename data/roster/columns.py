"""Finding the header row of a sheet, and what each of its columns holds."""

import re
from collections.abc import Mapping

from msgspec import Struct

from data.errors import RosterInvalid
from data.language import _
from data.roster.table import MOST_COLUMNS, Row, Sheet, letter
from data.roster.wording import MEANINGS, Meaning, exact_meaning, heading, meaning_of

_SEARCHED_ROWS = 60
_NAMES: frozenset[Meaning] = frozenset({"name", "family_name", "given_name"})
# Several columns of these are read together; of the others the first one counts.
SHARED: frozenset[Meaning] = frozenset({"phone", "birth_year", "note", "ignored"})
_UNDER_BIRTH = frozenset({"nam", "nu", "ngay", "thang", "male", "female"})
_PART_OF_A_DATE = frozenset({"ngay", "thang"})
_PRECISE_HAMLET = re.compile(r"^(xom|to|doi|cum|ngo|hamlet)\b")


class Column(Struct, frozen=True):
    """One column: its place from 0, its heading as typed and what it was taken for."""

    index: int
    heading: str
    meaning: Meaning

    @property
    def letter(self) -> str:
        """The column's letter, as the spreadsheet shows it."""
        return letter(self.index)


class Header(Struct, frozen=True):
    """Where the header stands (its first and last row, 0 when there is none) and the columns under it."""

    first: int
    last: int
    columns: tuple[Column, ...]

    def of(self, meaning: Meaning) -> list[int]:
        """The places of the columns that hold ``meaning``, from left to right."""
        return [column.index for column in self.columns if column.meaning == meaning]


def find_header(sheet: Sheet, overrides: Mapping[str, str] | None = None) -> Header | None:
    """The header of ``sheet``, or None when no row of its top names a column for the names.

    ``overrides`` maps a column letter or a heading to a meaning and wins over the wording. When it
    gives a column of names by letter, a sheet without header is read from its first row. Raises
    RosterInvalid when it asks for a meaning that does not exist.
    """
    wanted = _checked(overrides or {})
    best: tuple[int, int] | None = None
    for place, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        score = _score(row, wanted)
        if score and (best is None or score > best[0]):
            best = (score, place)
    if best is not None:
        return _read_header(sheet, best[1], wanted)
    letters = {key for key, meaning in wanted.items() if meaning in _NAMES and key.isalpha()}
    if any(letter(index) in letters for index in range(MOST_COLUMNS)):
        width = max((len(row.cells) for row in sheet.rows), default=0)
        columns = (Column(index, "", wanted.get(letter(index), "ignored")) for index in range(width))
        return Header(0, 0, tuple(columns))
    return None


def is_header_again(row: Row, header: Header) -> bool:
    """Whether ``row`` repeats the header, as lists do at the top of every printed page."""
    named = [column for column in header.columns if column.meaning in _NAMES]
    if not any(_repeats(row, column) for column in named):
        return False
    typed = [column for column in header.columns if row.at(column.index).text]
    same = sum(_repeats(row, column) for column in typed)
    return same * 3 >= len(typed) * 2


def _repeats(row: Row, column: Column) -> bool:
    text = heading(row.at(column.index).text)
    return bool(text) and text in heading(column.heading)


def is_numbering(row: Row) -> bool:
    """Whether ``row`` numbers the columns, as in (1) (2) (3) or A B 1 2 below a header."""
    texts = row.texts()
    return len(texts) > 1 and all(re.fullmatch(r"\(?(\d{1,2}|[A-Za-z])\)?", text) for text in texts)


def _checked(overrides: Mapping[str, str]) -> dict[str, Meaning]:
    known: dict[str, Meaning] = {meaning: meaning for meaning in MEANINGS}
    wanted: dict[str, Meaning] = {}
    for key, value in overrides.items():
        if value not in known:
            raise RosterInvalid(
                _("“{meaning}” is not something a column can hold; choose one of: {known}.").format(
                    meaning=value, known=", ".join(MEANINGS)
                )
            )
        # "NS" is a heading as well as a column's letters.
        wanted[heading(key)] = known[value]
        if re.fullmatch(r"[A-Za-z]{1,2}", key):
            wanted[key.upper()] = known[value]
    return wanted


def _score(row: Row, wanted: Mapping[str, Meaning]) -> int:
    """How much ``row`` looks like a header: 0 not at all, then more for every heading known."""
    texts = {index: cell.text for index, cell in enumerate(row.cells) if cell.text and not cell.spill}
    sure = {index: wanted.get(heading(text)) or exact_meaning(text) for index, text in texts.items()}
    known = {index: meaning or meaning_of(texts[index]) for index, meaning in sure.items()}
    certain = sum(meaning is not None for meaning in sure.values())
    pointed_at = certain > 1 and any(wanted.get(letter(index)) in _NAMES for index in texts)
    if not pointed_at and not any(meaning in _NAMES for meaning in known.values()):
        return 0
    if len(texts) == 1:
        return certain
    distinct = len({meaning for meaning in known.values() if meaning})
    return distinct * 2 + (certain > 1) if distinct > 1 else 0


def _read_header(sheet: Sheet, place: int, wanted: Mapping[str, Meaning]) -> Header:
    rows = [sheet.rows[place]]
    if place + 1 < len(sheet.rows) and _continues(rows[0], sheet.rows[place + 1]):
        rows.append(sheet.rows[place + 1])
    width = max(len(row.cells) for row in sheet.rows[place : place + 50])
    below = sheet.rows[place + len(rows) : place + len(rows) + 50]
    columns: list[Column] = []
    for index in range(width):
        text, split = _heading_at(rows, index)
        meaning = wanted.get(letter(index)) or wanted.get(heading(text)) or _by_lower_half(rows, index)
        if (
            meaning is None
            and columns
            and columns[-1].meaning == "name"
            and _is_given_half(split, text, index, below)
        ):
            columns[-1] = Column(index - 1, columns[-1].heading, "family_name")
            meaning = "given_name"
        columns.append(Column(index, text, meaning or _taken_for(text)))
    return Header(rows[0].number, rows[-1].number, tuple(_settled(columns, wanted)))


def _continues(top: Row, row: Row) -> bool:
    """Whether ``row`` is the lower half of a two-row header."""
    if row.number != top.number + 1:
        return False
    typed = [(index, cell.text) for index, cell in enumerate(row.cells) if cell.text and not cell.spill]
    if not typed or any(char.isdigit() for _index, text in typed for char in text):
        return False
    merged = any(cell.spill == "above" for cell in row.cells)
    known = [heading(text) in _UNDER_BIRTH or meaning_of(text) is not None for _index, text in typed]
    beside = all(not top.at(index).text or top.at(index).spill or merged for index, _text in typed[1:])
    return all(known) and (merged or beside)


def _by_lower_half(rows: list[Row], index: int) -> Meaning | None:
    """What the lower of two heading rows says by itself: "Họ đệm" and "Tên" below "Họ và tên"."""
    lower = rows[-1].at(index)
    upper = rows[0].at(index).text or _left_of(rows[0], index)
    if len(rows) == 1 or lower.spill or not lower.text or not upper:
        return None
    below, above = exact_meaning(lower.text), meaning_of(upper)
    if above == "name" and below == "family_name":
        return "family_name"
    if above == "name" and heading(lower.text) in ("ten", "ten goi"):
        return "given_name"
    if above == "birth_year" and heading(lower.text) in _PART_OF_A_DATE:
        return "ignored"
    return None


def _left_of(row: Row, index: int) -> str:
    return next((row.at(left).text for left in range(index, -1, -1) if row.at(left).text), "")


def _heading_at(rows: list[Row], index: int) -> tuple[str, bool]:
    """The heading of a column over all header rows, and whether it only spilled from its left."""
    parts: list[str] = []
    split = False
    for depth, row in enumerate(rows):
        cell = row.at(index)
        text = cell.text
        if depth == 0:
            split = cell.spill == "left"
            lower = rows[-1].at(index)
            if not text and index and lower.text and heading(lower.text) in _UNDER_BIRTH:
                text = _left_of(row, index)
        elif text and cell.spill != "above":
            split = False
        if text and text not in parts:
            parts.append(text)
    return " ".join(parts), split


def _is_given_half(split: bool, text: str, index: int, below: tuple[Row, ...]) -> bool:
    """Whether a column right of the names holds the given names of a name cut in two."""
    if text and not split:
        return False
    texts = [row.at(index).text for row in below if row.at(index).text and not row.at(index).spill]
    short = [t for t in texts if len(t.split()) == 1 and not t.isdigit()]
    return len(texts) * 2 >= len(below) and len(short) * 4 >= len(texts) * 3 and bool(texts)


def _taken_for(text: str) -> Meaning:
    whole = meaning_of(text)
    if whole:
        return whole
    # "Họ và tên chủ hộ Nam": the upper heading decides when the two together are unknown.
    words = text.split()
    return next(
        (m for end in range(len(words) - 1, 0, -1) if (m := meaning_of(" ".join(words[:end])))), "ignored"
    )


def _settled(columns: list[Column], wanted: Mapping[str, Meaning]) -> list[Column]:
    """Each meaning once: "Họ" + "Tên" are the halves of a name, the second "Địa chỉ" is left aside."""
    have = {column.meaning for column in columns}
    names = [column for column in columns if column.meaning == "name"]
    bare = [column for column in names if heading(column.heading) == "ten"]
    if "family_name" in have and bare and len(names) == len(bare):
        columns = [Column(c.index, c.heading, "given_name") if c is bare[0] else c for c in columns]
    elif "family_name" in have and "given_name" not in have and not names:
        columns = [Column(c.index, c.heading, "name") if c.meaning == "family_name" else c for c in columns]
    elif names and "family_name" in have and "given_name" not in have:
        columns = [
            Column(c.index, c.heading, "ignored") if c.meaning == "family_name" else c for c in columns
        ]
    return _without_doubles(columns, wanted)


def _without_doubles(columns: list[Column], wanted: Mapping[str, Meaning]) -> list[Column]:
    chosen: dict[Meaning, Column] = {}
    for column in columns:
        held = chosen.get(column.meaning)
        if held is None or _claim(column, wanted) > _claim(held, wanted):
            chosen[column.meaning] = column
    return [
        column
        if column.meaning in SHARED or chosen[column.meaning] is column
        else Column(column.index, column.heading, "ignored")
        for column in columns
    ]


def _claim(column: Column, wanted: Mapping[str, Meaning]) -> int:
    """How good a column's claim to its meaning is when two columns have the same."""
    words = heading(column.heading)
    if column.letter in wanted or words in wanted:
        return 2
    if column.meaning == "hamlet":
        return int(bool(_PRECISE_HAMLET.match(words)))
    return int(column.meaning != "name" or words != "ten")
