"""Reading a household or delegate list as a village hands it over."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from data.errors import RosterInvalid
from data.language import _
from data.model.event import Event
from data.roster.columns import Header, find_header, is_header_again, is_numbering
from data.roster.delegations import DelegationNames
from data.roster.facts import Problem, RosterReading, RosterRow, SheetReading
from data.roster.furniture import counts_households, furniture, hamlet_of, is_about_delegates
from data.roster.grid import Progress, Row, Sheet
from data.roster.guest_row import GuestRows, Surroundings
from data.roster.sheets import read_sheets
from data.roster.years import read_order


def read_roster(
    path: str | Path,
    event: Event,
    overrides: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> RosterReading:
    """The guests that the file at ``path`` lists for ``event``, and what is wrong with single rows.

    Reads .xlsx, .xls and separated values. ``overrides`` says what columns hold, by letter or heading
    (see ``wording.MEANINGS``). ``progress`` is called with rows done and rows in all. Nothing is
    written. Raises RosterInvalid when the file as a whole cannot be used.
    """
    path = Path(path)
    steps = _Steps(progress or _silent)
    sheets = read_sheets(path, steps.file_read)
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
        reader = _SheetReader(sheet, header, GuestRows(sheet.name, header, event, names, latest))
        reader.read(steps.row_read)
        rows += reader.guests.rows
        problems += reader.guests.problems
        readings.append(SheetReading(sheet.name, header.last, header.columns, len(reader.guests.rows)))
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


class _SheetReader:
    """Walks down one sheet and knows which section it is in."""

    def __init__(self, sheet: Sheet, header: Header, guests: GuestRows) -> None:
        self._sheet = sheet
        self._header = header
        self.guests = guests
        above = [text for row in sheet.rows if row.number < header.first for text in row.texts()]
        self._about = Surroundings(
            hamlet=hamlet_of(sheet.name),
            delegates=any(is_about_delegates(text) for text in [sheet.name, *above]),
        )
        self._after_foot = False
        self._counted_below = False

    def read(self, row_read: Callable[[], None]) -> None:
        """Give every row below the header to ``guests``, except those that are no guests."""
        for row in self._sheet.rows:
            row_read()
            if row.number <= self._header.last:
                if 0 < self._header.first > row.number:
                    self._section(row, above=True)
                continue
            if self._header.first and is_header_again(row, self._header):
                self._after_foot = False
            elif not (row.number == self._header.last + 1 and is_numbering(row)):
                self._row(row)

    def _section(self, row: Row, above: bool) -> None:
        """A heading right above the header may be the section's ("Xóm 3")."""
        for text in row.texts():
            hamlet = hamlet_of(text)
            if hamlet and above and len(row.texts()) == 1:
                self._about = self._about.with_section(hamlet, None)

    def _row(self, row: Row) -> None:
        numbered = any(read_order(row.at(index)) is not None for index in self._header.of("order"))
        has_facts = any(
            char.isdecimal()
            for meaning in ("birth_year", "phone")
            for index in self._header.of(meaning)
            for char in row.at(index).text
        )
        what = furniture(row, has_facts, numbered)
        if what.kind == "foot":
            self._after_foot = True
        elif what.kind == "section" or (what.kind == "remark" and not self._is_lone_name(row)):
            self._enter(what.text)
        elif what.kind in ("guest", "remark") and (
            not self._after_foot or numbered or (has_facts and not self._header.of("order"))
        ):
            self._counted_below = True
            self.guests.read(row, self._about)

    def _is_lone_name(self, row: Row) -> bool:
        """A row with nothing but a name is a guest, unless it names a delegation or speaks of guests."""
        named = [
            index for index in self.guests.name_columns if row.at(index).text and not row.at(index).spill
        ]
        if not named:
            return False
        text = " ".join(row.at(index).text for index in named)
        return not is_about_delegates(text) and self.guests.delegation_named(text) is None

    def _enter(self, text: str) -> None:
        if counts_households(text) and self._counted_below:
            return
        hamlet = hamlet_of(text)
        delegation = None if hamlet else self.guests.delegation_named(text)
        if hamlet or delegation or is_about_delegates(text):
            self._about = self._about.with_section(hamlet, delegation, is_about_delegates(text))
