"""Why what stands where a row's name should be is no name."""

import re
from collections.abc import Callable, Sequence

from data.language import _
from data.roster.cells.grid import Cell
from data.roster.words.typed_text import is_nothing

_DIGITS = re.compile(r"[\d\s.,]*\d[\d\s.,]*")


def no_name(name: str, cells: Sequence[Cell], is_empty: Callable[[], bool]) -> str | None:
    """Why the row has no name that can be used: None when it has, "" when the row ``is_empty`` besides.

    ``name`` is the text of its ``cells``.
    """
    if any(cell.kind == "formula" for cell in cells):
        return _("the name is a formula without a result; open the file in Excel, save it and import again")
    if any(cell.kind == "error" for cell in cells):
        return _("the name is {text}, a mistake of the spreadsheet; type the name").format(text=name)
    if is_nothing(name):
        return "" if is_empty() else _("there is no name; type it or delete the row")
    if _DIGITS.fullmatch(name) or all(cell.kind in ("number", "date") for cell in cells if cell.text):
        return _("the name “{name}” is only digits; the columns may be mixed up").format(name=name)
    return None
