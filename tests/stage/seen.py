"""What people see of the stage at one moment, as values that can be compared."""

from datetime import timedelta
from typing import Any

from data.ceremony import Ceremony
from data.commands import stage
from data.state.pace import pace, warning
from data.state.rundown import Row, table
from data.state.stage_record import agenda_record


def rows(ceremony: Ceremony) -> list[Row]:
    return table(ceremony.state.event, ceremony.state.rundown, ceremony.now())


def row(ceremony: Ceremony, item: str) -> Row:
    return next(row for row in rows(ceremony) if row.item.id == item)


def running(ceremony: Ceremony) -> Row:
    return row(ceremony, ceremony.state.rundown.current)


def elapsed(ceremony: Ceremony) -> timedelta:
    return running(ceremony).elapsed


def all_of_it(ceremony: Ceremony) -> dict[str, Any]:
    """To the second: every row, the end, the question, what Space and B would do, the record."""
    state = ceremony.state
    now = ceremony.now()
    agenda = rows(ceremony)
    records = agenda_record(state, now)
    return {
        "rows": [
            (r.item.id, r.state, r.minutes, r.expected, r.started, r.ended, _seconds(r.elapsed), warning(r))
            for r in agenda
        ],
        "pace": pace(state.event, state.rundown, agenda, now),
        "question": state.rundown.question(),
        "next": stage.next_item(ceremony),
        "previous": stage.previous_item(ceremony),
        "record": [(r.given, r.pauses, r.duty, _seconds(r.ran)) for r in records],
    }


def _seconds(length: timedelta) -> int:
    return round(length.total_seconds())
