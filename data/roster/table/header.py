"""Finding the rows of headings of a sheet, and the claims that they make for its columns."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from data.errors import RosterInvalid
from data.language import _
from data.roster.cells.grid import MOST_COLUMNS, Row, Sheet, letter
from data.roster.columns.by_values import column_of_names
from data.roster.columns.choosing import chosen
from data.roster.columns.claims import HALF, PARTED, SURE, Claim, claim_of
from data.roster.columns.columns import NAMES, Column, ColumnDoubt, Header
from data.roster.columns.values import are_names, are_years, values_below
from data.roster.columns.wording import MEANINGS, Meaning, heading
from data.roster.table.numbering import is_numbering
from data.roster.words.plain import is_plain_name

_SEARCHED_ROWS = 60
_UNDER_BIRTH = frozenset({"nam", "nu", "ngay", "thang", "male", "female"})
_PART_OF_A_DATE = frozenset({"ngay", "thang"})
_MOST_HEADER_ROWS = 3


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
        header = _read_header(sheet, best[1], wanted)
        if any(column.meaning in NAMES and column.meaning != "middle_name" for column in header.columns):
            return header
    if (by_values := _by_values(sheet, wanted)) is not None:
        return by_values
    letters = {key for key, meaning in wanted.items() if meaning in NAMES and key.isalpha()}
    if any(letter(index) in letters for index in range(MOST_COLUMNS)):
        return _by_letters(sheet, wanted)
    return None


def _by_values(sheet: Sheet, wanted: Mapping[str, Meaning]) -> Header | None:
    """A header whose headings are known but for that of the names, where one column plainly holds names."""
    for place, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        typed = {index: cell for index, cell in enumerate(row.cells) if cell.text and not cell.spill}
        if len(typed) < 2 or any(sign.isdigit() for cell in typed.values() for sign in cell.text):
            continue
        claims = {index: claim for index, cell in typed.items() if (claim := claim_of(cell.text))}
        if not any(claim.rank >= PARTED and claim.meaning not in NAMES for claim in claims.values()):
            continue
        below = sheet.rows[place + 1 :]
        names = column_of_names(below, {index for index, claim in claims.items() if claim.rank >= PARTED})
        if names is None or names not in typed or are_names([typed[names]]):
            continue
        header = _read_header(sheet, place, {**wanted, letter(names): "name"})
        what = _("column {letter}, “{heading}”, was taken for the guests' names").format(
            letter=letter(names), heading=typed[names].text
        )
        return replace(header, doubts=(*header.doubts, ColumnDoubt(names, "names", what)))
    return None


def is_header_again(row: Row, header: Header) -> bool:
    """Whether ``row`` repeats the header, as lists do at the top of every printed page."""
    named = [column for column in header.columns if column.meaning in NAMES]
    if all(is_plain_name(row.at(column.index).text) for column in named):
        return False
    if not any(_repeats(row, column) for column in named):
        return False
    typed = [column for column in header.columns if row.at(column.index).text]
    same = sum(_repeats(row, column) for column in typed)
    return same * 3 >= len(typed) * 2


def _repeats(row: Row, column: Column) -> bool:
    text = heading(row.at(column.index).text)
    return bool(text) and text in heading(column.heading)


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
    typed = {index: cell for index, cell in enumerate(row.cells) if cell.text and not cell.spill}
    if any(cell.kind in ("number", "date") for cell in typed.values()) and not is_numbering(row):
        return 0
    claims = {index: _claim(cell.text, index, wanted, by_letter=False) for index, cell in typed.items()}
    known = {index: claim for index, claim in claims.items() if claim is not None}
    names = [claim for claim in known.values() if claim.meaning in NAMES]
    # "Ông (bà)" may stand above names; what stands below tells.
    names = names or [claim for claim in known.values() if claim.meaning == "honorific"]
    sure = sum(claim.rank >= PARTED for claim in known.values())
    pointed_at = sure > 1 and any(wanted.get(letter(index)) in NAMES for index in typed)
    if not names and not pointed_at:
        return 0
    best = max((claim.rank for claim in names), default=0)
    if len(typed) == 1:
        return int(best >= PARTED)
    distinct = len({claim.meaning for claim in known.values()})
    if distinct < 2 and best < PARTED:
        return 0
    if distinct < 2 and any(char.isdigit() for cell in typed.values() for char in cell.text):
        return 0
    return distinct * 2 + (sure > 1)


def _claim(text: str, index: int, wanted: Mapping[str, Meaning], by_letter: bool = True) -> Claim | None:
    said = (wanted.get(letter(index)) if by_letter else None) or wanted.get(heading(text))
    return Claim(said, SURE + 1) if said else claim_of(text)


def _by_letters(sheet: Sheet, wanted: Mapping[str, Meaning]) -> Header:
    """A sheet whose columns only a person named: a first row that is no person's is its header."""
    width = max((len(row.cells) for row in sheet.rows), default=0)
    top = next((row for row in sheet.rows if len(row.texts()) > 1), None)
    headings = top is not None and _heads(top, sheet, wanted)
    columns = tuple(
        Column(
            index,
            top.at(index).text if headings and top is not None else "",
            wanted.get(letter(index), "ignored"),
            SURE + 1,
            hidden=index in sheet.hidden_columns,
        )
        for index in range(width)
    )
    number = top.number if headings and top is not None else 0
    return Header(number, number, columns)


def _heads(top: Row, sheet: Sheet, wanted: Mapping[str, Meaning]) -> bool:
    if any(cell.kind in ("number", "date") for cell in top.cells):
        return False
    if any(claim_of(text) for text in top.texts()):
        return True
    places = [index for index in range(len(top.cells)) if wanted.get(letter(index)) in NAMES]
    below = [row for row in sheet.rows if row.number > top.number]
    return any(
        not are_names(values_below([top], index)) and are_names(values_below(below, index))
        for index in places
    )


def _read_header(sheet: Sheet, place: int, wanted: Mapping[str, Meaning]) -> Header:
    rows = [sheet.rows[place]]
    while len(rows) < _MOST_HEADER_ROWS and place + len(rows) < len(sheet.rows):
        if not _continues(rows, sheet.rows[place + len(rows)]):
            break
        rows.append(sheet.rows[place + len(rows)])
    below = sheet.rows[place + len(rows) :]
    width = max(len(row.cells) for row in sheet.rows[place : place + 50])
    columns: list[Column] = []
    for index in range(width):
        text, split = _heading_at(rows, index)
        claim = _claim_of_column(rows, index, text, wanted)
        said = wanted.get(letter(index)) or wanted.get(heading(text))
        if (
            (claim is None or (split and not said))
            and columns
            and columns[-1].meaning == "name"
            and _is_given_half(split, text, index, below)
        ):
            columns[-1] = Column(
                index - 1, columns[-1].heading, "family_name", HALF, hidden=columns[-1].hidden
            )
            claim = Claim("given_name", HALF)
        meaning, rank, also_title = claim or Claim("ignored", 0)
        columns.append(Column(index, text, meaning, rank, also_title, index in sheet.hidden_columns))
    settled, doubts = chosen(columns, below, wanted)
    return Header(rows[0].number, rows[-1].number, tuple(settled), tuple(doubts))


def _claim_of_column(rows: list[Row], index: int, text: str, wanted: Mapping[str, Meaning]) -> Claim | None:
    said = wanted.get(letter(index)) or wanted.get(heading(text))
    if said:
        return Claim(said, SURE + 1)
    lower = _by_lower_half(rows, index)
    if lower:
        return Claim(lower, SURE)
    whole = claim_of(text)
    if whole or len(rows) == 1:
        return whole
    # The two halves together are unknown: the lower one names the column, or else the upper one.
    halves = [row.at(index).text for row in reversed(rows)]
    return next((claim for half in halves if half and (claim := claim_of(half))), None)


def _continues(rows: list[Row], row: Row) -> bool:
    """Whether ``row`` is the lower half of the header: every cell of it is a heading under one above."""
    top = rows[-1]
    if row.number != top.number + 1 or is_numbering(row):
        return False
    typed = [(index, cell) for index, cell in enumerate(row.cells) if cell.text and not cell.spill]
    if not typed or any(char.isdigit() for _index, cell in typed for char in cell.text):
        return False
    merged = any(cell.spill == "above" for cell in row.cells)
    spread = any(cell.spill == "left" for cell in row.cells)
    if not all(_is_heading(cell.text) for _index, cell in typed):
        return False
    # One cell over the whole width, or one alone under a full row, begins a section.
    if len(typed) == 1 and not merged and (spread or top.at(typed[0][0]).text not in ("",)):
        return heading(typed[0][1].text) in _UNDER_BIRTH
    beside = all(not top.at(index).text or top.at(index).spill or merged for index, _cell in typed[1:])
    return merged or beside


def _is_heading(text: str) -> bool:
    if heading(text) in _UNDER_BIRTH:
        return True
    claim = claim_of(text)
    return (
        claim is not None and claim.rank >= HALF and not (claim.meaning == "hamlet" and claim.rank < PARTED)
    )


def _by_lower_half(rows: list[Row], index: int) -> Meaning | None:
    """What the lower of two heading rows says by itself: "Họ đệm" and "Tên" below "Họ và tên"."""
    lower = rows[-1].at(index)
    upper = rows[0].at(index).text or _left_of(rows[0], index)
    if len(rows) == 1 or lower.spill or not lower.text or not upper:
        return None
    below, above = claim_of(lower.text), claim_of(upper)
    if above is None:
        return None
    if above.meaning == "name" and below is not None and below.meaning in ("family_name", "middle_name"):
        return below.meaning
    if above.meaning == "name" and heading(lower.text) in ("ten", "ten goi"):
        return "given_name"
    if above.meaning == "birth_year" and heading(lower.text) in _PART_OF_A_DATE:
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


def _is_given_half(split: bool, text: str, index: int, below: Sequence[Row]) -> bool:
    """Whether a column right of the names holds the given names of a name cut in two."""
    if text and not split:
        return False
    rows = below[:50]
    texts = [row.at(index).text for row in rows if row.at(index).text and not row.at(index).spill]
    short = [t for t in texts if len(t.split()) == 1 and not t.isdigit()]
    return len(texts) * 2 >= len(rows) and len(short) * 4 >= len(texts) * 3 and bool(texts)


__all__ = ["are_years", "find_header", "is_header_again"]
