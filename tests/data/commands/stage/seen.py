"""What people see of the stage at one moment, as values that can be compared."""

from datetime import timedelta
from typing import Any

from data.commands.stage import stage
from data.queries.stage.pace import pace, warning
from data.queries.stage.stage_record import agenda_record
from data.session.session import Session
from data.state.stage.agenda_progress import Row, table


def rows(session: Session) -> list[Row]:
    return table(session.state.event, session.state.agenda_progress, session.now())


def row(session: Session, item: str) -> Row:
    return next(row for row in rows(session) if row.item.id == item)


def running(session: Session) -> Row:
    return row(session, session.state.agenda_progress.current)


def elapsed(session: Session) -> timedelta:
    return running(session).elapsed


def all_of_it(session: Session) -> dict[str, Any]:
    """To the second: every row, the end, the question, what Space and B would do, the record."""
    state = session.state
    now = session.now()
    agenda = rows(session)
    records = agenda_record(state, now)
    return {
        "rows": [
            (r.item.id, r.state, r.minutes, r.expected, r.started, r.ended, _seconds(r.elapsed), warning(r))
            for r in agenda
        ],
        "pace": pace(state.event, state.agenda_progress, agenda, now),
        "question": state.agenda_progress.question(),
        "next": stage.next_item(session),
        "previous": stage.previous_item(session),
        "record": [(r.given, r.pauses, r.duty, _seconds(r.ran)) for r in records],
    }


def _seconds(length: timedelta) -> int:
    return round(length.total_seconds())
