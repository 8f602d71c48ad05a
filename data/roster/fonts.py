"""Cells whose font shows an old code: collected while a sheet is read, made Unicode at its end."""

from typing import NamedTuple

from data.roster.detect_encoding import is_unicode_after_all
from data.roster.legacy import Coding, Script, decode, with_capitals
from data.roster.table import Cell, cell_text

Runs = list[tuple[str, Script | None]]


class _Pending(NamedTuple):
    row: int
    column: int
    runs: Runs


class LegacyCells:
    """The cells of one sheet that wait to be decoded.

    They wait because one cell cannot tell whether it was typed in Unicode under an old font ("Lê" is
    also TCVN3 for "Lờ"); all cells of the sheet together can.
    """

    def __init__(self) -> None:
        self._pending: list[_Pending] = []

    def add(self, row: int, column: int, runs: Runs) -> None:
        """Remember a cell by its place and its runs of text, each with what its font shows."""
        self._pending.append(_Pending(row, column, runs))

    def resolve(self, cells: dict[int, list[Cell]]) -> None:
        """Put the decoded texts into ``cells``."""
        codings: tuple[Coding, ...] = ("tcvn3", "vni")
        texts = {coding: list(self._texts(coding)) for coding in codings}
        unicode = {coding for coding in codings if is_unicode_after_all(texts[coding], coding)}
        for row, column, runs in self._pending:
            cells[row][column] = Cell(cell_text(_decoded(runs, unicode)))

    def _texts(self, coding: Coding) -> list[str]:
        return [
            text for cell in self._pending for text, script in cell.runs if script and script.coding == coding
        ]


def _decoded(runs: Runs, unicode: set[Coding]) -> str:
    shown = "".join(
        decode(text, script) if script and script.coding not in unicode else text for text, script in runs
    )
    if any(script and script.coding == "tcvn3" and script.coding not in unicode for _, script in runs):
        return with_capitals(shown)
    return shown
