"""What an export is about, and where its sheets find the attendance list that formulas count."""

from collections.abc import Set
from typing import NamedTuple

from data.export.table.columns import Columns
from data.export.table.rows import GuestColumn, attendance_columns
from data.export.workbook.sheet import sheet_name
from data.language import _
from data.state.stage.agenda_progress import Instant
from data.state.state import State


class Cells(NamedTuple):
    """A column of the attendance list below its heading, as formulas name it."""

    sheet: str
    letter: str
    last: int

    def __str__(self) -> str:
        return f"'{self.sheet}'!${self.letter}$2:${self.letter}${self.last}"


class Subject(NamedTuple):
    """One event at one moment. ``sheets`` are the names of the sheets that are written; ``phones`` says
    whether telephone numbers were asked for, ``log_asked`` whether the log was, by its name."""

    state: State
    now: Instant
    sheets: Set[str]
    phones: bool = False
    log_asked: bool = False

    @property
    def heading(self) -> str:
        """What stands above every printed page."""
        event = self.state.event
        return f"{event.title} · {event.site.village}"

    @property
    def columns(self) -> Columns[GuestColumn]:
        """The columns of the attendance list."""
        return attendance_columns(self.phones)

    def attendance(self, column: str) -> Cells | None:
        """A column of the attendance list; None where there is no such sheet, or nothing on it."""
        listed = sum(not guest.withdrawn for guest in self.state.guests.values())
        if "attendance" not in self.sheets or not listed:
            return None
        return Cells(attendance_name(), self.columns[column], listed + 1)


def attendance_name() -> str:
    """The name of the sheet that holds the attendance list."""
    return sheet_name(_("Attendance"))
