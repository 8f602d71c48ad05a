"""Reading a household or delegate list as a village hands it over.

One pipeline, a judge at each step: bytes become sheets of cells (``files``), the text of a cell is judged by
its letters (``cells``), the table is found among its furniture (``table``), headings claim columns and values
confirm them (``columns``), rows become guests (``guests``), and what is unsure becomes a doubt (``doubts``).
"""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from data.collector import resting
from data.errors import RosterInvalid
from data.language import _
from data.model.event import Event
from data.roster.afterwards import afterwards
from data.roster.cells.grid import Progress, Sheet
from data.roster.columns.columns import ColumnDoubt, Header
from data.roster.columns.of_event import settled_for
from data.roster.columns.unused import unused_columns
from data.roster.facts import Problem, RosterReading, RosterRow, SheetReading, row_sentence
from data.roster.files.sheets import read_sheets
from data.roster.guests.guest_row import GuestRows
from data.roster.guests.households import Households
from data.roster.guests.sheet_reader import SheetReader
from data.roster.limits.check import check_limits
from data.roster.limits.limits import timely
from data.roster.reading_options import ReadingOptions
from data.roster.table.continued import continued
from data.roster.table.header import find_header
from data.roster.table.side_by_side import parted
from data.roster.words.delegation_names import DelegationNames

_NO_OPTIONS = ReadingOptions()


def read_roster(
    path: str | Path,
    event: Event,
    options: ReadingOptions = _NO_OPTIONS,
    progress: Progress | None = None,
) -> RosterReading:
    """The guests that the file at ``path`` lists for ``event``, and what is doubtful or wrong with rows.

    Reads workbooks of Excel and LibreOffice, separated values, the tables of a .docx and of a web page.
    ``options`` is what a person said of the list. ``progress`` is called with rows done and rows in all.
    Nothing is written. Raises RosterInvalid when the file as a whole cannot be used.
    """
    path = Path(path)
    check_limits(path)
    with resting():
        return _read(path, event, options, progress)


def _read(path: Path, event: Event, options: ReadingOptions, progress: Progress | None) -> RosterReading:
    steps = _Steps(timely(progress or _silent))
    asked = _asked_for(read_sheets(path, steps.file_read, options.letters), options, path)
    sheets = [part for sheet in asked for part in parted(sheet)]
    steps.begin_rows(sum(len(sheet.rows) for sheet in sheets))
    names = DelegationNames(event)
    readings: list[SheetReading] = []
    rows: list[RosterRow] = []
    problems: list[Problem] = []
    last: Header | None = None
    for sheet in sheets:
        if sheet.hidden and sheet.name not in options.sheets:
            problems.append(_hidden(sheet))
            continue
        header = find_header(sheet, options.columns) or continued(sheet, last)
        if header is None:
            if _is_worth_telling(sheet):
                problems.append(_no_header_in(sheet))
            continue
        last = header
        reading, sheet_rows, sheet_problems = _read_sheet(sheet, header, event, names, options, steps)
        if not sheet_rows and readings and not sheet_problems:
            continue
        readings.append(reading)
        rows += sheet_rows
        problems += sheet_problems
    if any(column.meaning == "kind" for reading in readings for column in reading.columns):
        # Our own workbook: what its other sheets hold is known.
        problems = [problem for problem in problems if problem.kind != "sheets"]
    if not readings:
        raise RosterInvalid(_no_header(path, sheets))
    steps.end()
    return afterwards(RosterReading(path.name, tuple(readings), tuple(rows), tuple(problems)), options)


def _read_sheet(
    sheet: Sheet,
    header: Header,
    event: Event,
    names: DelegationNames,
    options: ReadingOptions,
    steps: "_Steps",
) -> tuple[SheetReading, list[RosterRow], list[Problem]]:
    if options.skip_hidden:
        sheet = replace(sheet, rows=tuple(row for row in sheet.rows if not row.hidden))
    below = [row for row in sheet.rows if row.number > header.last]
    header = settled_for(header, below, names)
    households = Households(header, below, options.members)
    latest = (event.date or date.today()).year
    guests = GuestRows(sheet.name, header, below, event, names, latest, options)
    SheetReader(sheet, header, guests, households, options.delegates).read(steps.row_read)
    at = max(header.last, 1)
    told = [_of_column(sheet.name, at, header_letter(header, doubt.place), doubt) for doubt in header.doubts]
    told += [
        Problem(sheet.name, row, "", row_sentence(row, what), "warning", "members")
        for row, what in households.doubts
    ]
    if remark := households.remark():
        told.append(Problem(sheet.name, 0, "", f"{remark}.", "warning", "members"))
    reading = SheetReading(
        sheet.name,
        header.last,
        header.columns,
        len(guests.rows),
        guests.delegations.in_doubt,
        guests.delegations.nowhere,
        unused_columns(header, below),
    )
    return reading, guests.rows, told + guests.problems


def _of_column(sheet: str, row: int, column: str, doubt: ColumnDoubt) -> Problem:
    sentence = row_sentence(row, doubt.sentence)
    return Problem(sheet, row, column, sentence, "warning", doubt.kind, doubt.other)


def header_letter(header: Header, index: int) -> str:
    """The letter of the column at ``index``; "" when there is none."""
    column = header.column(index)
    return column.letter if column else ""


_ROWS_A_STEP = 500


def _silent(done: int, total: int) -> None:
    return None


class _Steps:
    """Makes one count of two: every row is first read from the file, then understood."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._in_file = 0
        self._understood = 0

    def file_read(self, done: int, total: int) -> None:
        self._in_file = max(total, done, 1)
        self._progress(done, 2 * self._in_file)

    def begin_rows(self, rows: int) -> None:
        self._in_file = max(self._in_file, rows, 1)

    def row_read(self) -> None:
        if self._understood % _ROWS_A_STEP == 0:
            self._progress(self._in_file + self._understood, 2 * self._in_file)
        self._understood += 1

    def end(self) -> None:
        self._progress(2 * self._in_file, 2 * self._in_file)


def _asked_for(sheets: list[Sheet], options: ReadingOptions, path: Path) -> list[Sheet]:
    """The sheets that a person named, or all of them."""
    if not options.sheets:
        return sheets
    wanted = {name.casefold() for name in options.sheets}
    found = [replace(sheet, hidden=False) for sheet in sheets if sheet.name.casefold() in wanted]
    if not found:
        raise RosterInvalid(
            _("{file} has no sheet {wanted}; it has: {known}.").format(
                file=path.name,
                wanted=", ".join(options.sheets),
                known=", ".join(sheet.name for sheet in sheets),
            )
        )
    return found


def _is_worth_telling(sheet: Sheet) -> bool:
    """Whether a sheet that was not read may be a list: a frame around a document's letterhead is none."""
    return len(sheet.rows) > 2 or (len(sheet.rows) > 1 and any(len(row.texts()) > 2 for row in sheet.rows))


def _hidden(sheet: Sheet) -> Problem:
    sentence = _("Sheet {sheet} is hidden in the file and was not read.").format(sheet=sheet.name)
    return Problem(sheet.name, 0, "", sentence, "warning", "hidden sheets")


def _no_header_in(sheet: Sheet) -> Problem:
    what = _("Sheet {sheet} has no column headings with names and was not read.").format(sheet=sheet.name)
    return Problem(sheet.name, sheet.rows[0].number, "", what, "warning", "sheets")


def _no_header(path: Path, sheets: list[Sheet]) -> str:
    hidden = [sheet.name for sheet in sheets if sheet.hidden]
    if hidden and len(hidden) == len(sheets):
        return _("Every sheet of {file} is hidden. Name the one to read: --sheet “{sheet}”.").format(
            file=path.name, sheet=hidden[0]
        )
    return _(
        "No heading in {file} says which column holds the names: write “Họ và tên”, “Năm sinh”, “Xóm”…"
        " above the list, or say which column it is (on the command line: --column B=name)."
    ).format(file=path.name)
