"""Attendance as comma-separated values that Excel opens right with a double click."""

import csv
from pathlib import Path

from data.export.rows import Value, attendance_headings, attendance_rows, attendance_values
from data.state.state import State

_RISKY = ("=", "+", "-", "@")


def write_csv(state: State, path: Path) -> None:
    """Write the attendance list to ``path``.

    UTF-8 with a byte order mark, without which Excel takes Vietnamese for Latin-1. A cell that begins
    with ``= + - @`` gets an apostrophe first, so that no spreadsheet takes it for a formula; reading a
    roster takes it off again. Raises OSError.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_guarded(value) for value in attendance_headings())
        for row in attendance_rows(state):
            writer.writerow(_guarded(value) for value in attendance_values(row))


def _guarded(value: Value) -> Value:
    if isinstance(value, str) and value.startswith(_RISKY):
        return f"'{value}"
    return value
