"""Lists typed in Word (.docx): each table is read as a sheet, with the lines above it as its title."""

from io import BytesIO
from typing import Any

from data.roster.table import MOST_COLUMNS, MOST_ROWS, Cell, Progress, Sheet, build, cell_text


def read_docx(content: bytes, progress: Progress) -> list[Sheet]:
    """The tables of a document, named "1", "2"…; a row's number counts from its table's first row.

    Whatever python-docx raises on a damaged file is left to the caller.
    """
    import docx

    document = docx.Document(BytesIO(content))
    tables = document.tables
    total = sum(len(table.rows) for table in tables)
    sheets, done = [], 0
    for place, table in enumerate(tables, start=1):
        cells: dict[int, list[Cell]] = {}
        for number, row in enumerate(table.rows[:MOST_ROWS]):
            cells[number] = _cells(row)
            if number % 50 == 0:
                progress(done + number, total)
        done += len(cells)
        sheets.append(build(str(place), cells, ()))
    progress(total, total)
    return sheets


def _cells(row: Any) -> list[Cell]:
    """The row's cells; one that spans several columns or rows is given again for each, as spilt."""
    cells: list[Cell] = []
    before = None
    for cell in row.cells[:MOST_COLUMNS]:
        text = cell_text(cell.text)
        if cell._tc is before:
            cells.append(Cell(text, spill="left"))
        else:
            above = cell._tc.top < cell._tc._tr_idx
            cells.append(Cell(text, spill="above" if above else ""))
        before = cell._tc
    return cells
