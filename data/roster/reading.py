"""Reading a household or delegate list as a village hands it over."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from data.errors import RosterInvalid
from data.language import _
from data.model.event import Event
from data.roster.columns import find_header
from data.roster.delegations import DelegationNames
from data.roster.facts import Problem, RosterReading, RosterRow, SheetReading
from data.roster.guest_row import GuestRows
from data.roster.limits import check_limits, timely
from data.roster.sheet_reader import SheetReader
from data.roster.sheets import read_sheets
from data.roster.side_by_side import parted
from data.roster.table import Progress, Sheet


def read_roster(
    path: str | Path,
    event: Event,
    overrides: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    *,
    delegates: bool = False,
    others: bool = False,
) -> RosterReading:
    """The guests that the file at ``path`` lists for ``event``, and what is wrong with single rows.

    Reads .xlsx, .xls, separated values and the tables of a .docx. ``overrides`` says what columns hold,
    by letter or heading (see ``wording.MEANINGS``). ``delegates`` says that whoever has a title or an
    organisation is a delegate, where the list itself does not say it; ``others`` that whoever fits no
    delegation is taken among the other guests, not refused. ``progress`` is called with rows
    done and rows in all. Nothing is written. Raises RosterInvalid when the file as a whole cannot be used.
    """
    path = Path(path)
    check_limits(path)
    steps = _Steps(timely(progress or _silent))
    sheets = [part for sheet in read_sheets(path, steps.file_read) for part in parted(sheet)]
    steps.begin_rows(sum(len(sheet.rows) for sheet in sheets))
    latest = (event.date or date.today()).year
    names = DelegationNames(event)
    readings: list[SheetReading] = []
    rows: list[RosterRow] = []
    problems: list[Problem] = []
    for sheet in sheets:
        header = find_header(sheet, overrides)
        if header is None:
            if len(sheet.rows) > 1:
                problems.append(
                    Problem(sheet.name, sheet.rows[0].number, "", _no_header_in(sheet), "warning")
                )
            continue
        problems += [Problem(sheet.name, max(header.last, 1), "", note, "warning") for note in sheet.notes]
        guests = GuestRows(sheet.name, header, event, names, latest, others)
        SheetReader(sheet, header, guests, delegates).read(steps.row_read)
        rows += guests.rows
        problems += guests.problems
        read = SheetReading(
            sheet.name, header.last, header.columns, len(guests.rows), guests.in_doubt, guests.nowhere
        )
        readings.append(read)
    if not readings:
        raise RosterInvalid(
            _(
                "{file} has no row of column headings: write “Họ và tên”, “Năm sinh”, “Xóm”… above"
                " the list, or say which column holds the names."
            ).format(file=path.name)
        )
    steps.end()
    return RosterReading(path.name, tuple(readings), tuple(rows), tuple(problems))


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


def _no_header_in(sheet: Sheet) -> str:
    return _("Sheet {sheet} has no column headings with names and was not read.").format(sheet=sheet.name)
