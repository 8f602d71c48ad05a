"""Attendance as comma-separated values that Excel opens right with a double click."""

import csv
from datetime import datetime
from pathlib import Path

from data.clock import hour_minute
from data.export.table.cells import Value, is_risky, sound
from data.export.table.rows import attendance_columns, attendance_rows
from data.state.state import State


def write_csv(state: State, path: Path, phones: bool = False) -> None:
    """Write the attendance list to ``path``, with telephone numbers only when ``phones`` asks for them.

    UTF-8 with a byte order mark, without which Excel takes Vietnamese for Latin-1. A cell that begins
    with ``= + - @`` gets an apostrophe first, so that no spreadsheet takes it for a formula; reading a
    roster takes it off again. Times are ``HH:MM`` in Asia/Ho_Chi_Minh. Raises OSError.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        columns = attendance_columns(phones)
        writer.writerow(map(_guarded, columns.headings()))
        for row in attendance_rows(state, columns):
            writer.writerow(map(_guarded, row))


def _guarded(value: Value) -> Value:
    if isinstance(value, datetime):
        return hour_minute(value)
    shown = sound(value) if isinstance(value, str) else value
    return f"'{shown}" if is_risky(shown) else shown
