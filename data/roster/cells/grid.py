"""What every spreadsheet format is read into: sheets of rows of cells, with nothing of Excel left."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from data.roster.cells.letters import Code
from data.text.cleaning.clean import clean
from data.text.cleaning.lookalikes import without_lookalikes

Progress = Callable[[int, int], None]

# A village has hundreds of households; these bounds only stop a damaged or hostile file.
MOST_ROWS = 200_000
MOST_COLUMNS = 60


# A large list makes a million of these. The collector of garbage need not go through them, which would
# hold up the screens while it does: none can hold itself.
class Cell(Struct, frozen=True, gc=False):
    """One cell as text.

    ``kind`` "formula" is a formula whose result was never stored, "error" what Excel shows as ``#N/A``.
    ``spill`` says that the text was copied from a merged cell's corner: from the ``left`` or from
    ``above``. ``code`` is the old code that the letters were judged to be in, and were made Unicode from;
    "?" when a byte of them had to be guessed. ``lines`` are the lines of a text that was broken in its cell;
    ``typed`` is the text with the letters that it was typed in, where they only look like those of ``text``.
    """

    text: str = ""
    kind: Literal["text", "number", "date", "formula", "error"] = "text"
    spill: Literal["", "left", "above"] = ""
    code: Code = ""
    lines: tuple[str, ...] = ()
    typed: str = ""


EMPTY = Cell()


class Row(Struct, frozen=True, gc=False):
    """One row that holds something; ``number`` counts from 1, as the person sees it.

    ``hidden``: by hand, by a filter or in a folded group. ``torn``: a quotation mark in it was never closed.
    """

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False
    torn: bool = False

    def at(self, column: int) -> Cell:
        """The cell in ``column`` (from 0); an empty one beyond the row's end."""
        return self.cells[column] if column < len(self.cells) else EMPTY

    def texts(self) -> list[str]:
        """The texts that were typed in this row, from left to right."""
        return [cell.text for cell in self.cells if cell.text and not cell.spill]


class Sheet(Struct, frozen=True):
    """One sheet: its name and the rows that hold something.

    ``hidden`` sheets and ``hidden_columns`` (from 0) are not seen by who opens the file. ``above`` are the
    lines that stand over a table of a text.
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    above: tuple[str, ...] = ()


class Merge(NamedTuple):
    """A merged range, rows and columns from 0, last ones included."""

    top: int
    left: int
    bottom: int
    right: int


class Unseen(NamedTuple):
    """What of a sheet a person does not see: rows and columns from 0, or all of it."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    sheet: bool = False


ALL_SEEN = Unseen()

# Vietnamese letters, figures and signs of the keyboard: all that most cells hold, and quick to see.
_ORDINARY = re.compile("(?:[ !-^`-~À-ÏÑ-ïñ-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ]|_(?!x))*")
_RISKY = ("'=", "'+", "'-", "'@")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ENTITY = re.compile(r"&(?:#\d{1,5}|#x[0-9A-Fa-f]{1,4}|[A-Za-z]{2,8});")


def cell_text(text: str) -> str:
    """``text`` of a cell: clean, in Latin letters, and without the signs that have no shape and make
    equal names differ. Escapes of Excel (``_x000D_``) and of pages (``&nbsp;``) become what they mean."""
    if "&" in text:
        text = _ENTITY.sub(_unescaped, text)
    if _ORDINARY.fullmatch(text):
        return " ".join(unicodedata.normalize("NFC", text).split())
    if "_x" in text:
        text = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
    shown = clean(text)
    if shown.isascii():
        return shown
    if any(unicodedata.category(sign) == "Cf" for sign in shown):
        shown = clean("".join(sign for sign in shown if unicodedata.category(sign) != "Cf"))
    return without_lookalikes(shown)


def _unescaped(entity: re.Match[str]) -> str:
    from html import unescape

    return unescape(entity.group())


def text_cell(text: str, code: Code = "") -> Cell:
    """The cell that holds ``text``, which may have several lines."""
    shown = cell_text(text)
    if shown.startswith(_RISKY):
        # Exports put an apostrophe before what a spreadsheet might take for a formula.
        shown = shown[1:]
    if "\n" not in text and "\r" not in text and "_x000" not in text:
        typed = clean(text) if "Ð" in text or "ð" in text else ""
        return Cell(shown, code=code, typed=typed)
    parts = re.split(r"[\r\n]+|_x000[AaDd]_", text)
    lines = tuple(line for part in parts if (line := cell_text(part)))
    return Cell(shown, code=code, lines=lines if len(lines) > 1 else ())


def letter(column: int) -> str:
    """The letter of a column counted from 0: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def number_text(value: float) -> str:
    """A number as a person would type it: no ``.0`` and no exponent on phones and years."""
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        return format(value, ".15g")
    return str(value)


def build(
    name: str,
    cells: dict[int, list[Cell]],
    merges: Iterable[Merge],
    unseen: Unseen = ALL_SEEN,
    *,
    torn: frozenset[int] = frozenset(),
    above: tuple[str, ...] = (),
) -> Sheet:
    """A sheet from the ``cells`` of each row (rows from 0), with merged ranges filled in."""
    for merge in merges:
        _fill(cells, merge)
    rows = (
        Row(number + 1, tuple(row), number in unseen.rows, number in torn)
        for number in sorted(cells)
        if _holds_something(row := cells[number])
    )
    return Sheet(name, tuple(rows), unseen.sheet, unseen.columns, above)


def _holds_something(row: list[Cell]) -> bool:
    # Written out, since it is asked for every row of a long list.
    for cell in row:  # noqa: SIM110
        if cell.text or cell.kind == "formula":
            return True
    return False


def _fill(cells: dict[int, list[Cell]], merge: Merge) -> None:
    origin = cells.get(merge.top, [])
    corner = origin[merge.left] if merge.left < len(origin) else EMPTY
    if not corner.text:
        return
    right = min(merge.right, MOST_COLUMNS - 1)
    for number in range(merge.top, merge.bottom + 1):
        if number not in cells:
            continue
        row = cells[number]
        row.extend([EMPTY] * (right + 1 - len(row)))
        for column in range(merge.left, right + 1):
            if (number, column) != (merge.top, merge.left):
                row[column] = replace(corner, spill="above" if column == merge.left else "left")
