import pytest

from data.commands import guests
from data.commands.door.door import admit, scan
from data.commands.event.closing import close_event, reopen_event
from data.commands.gifts import gifts
from data.commands.stage import stage
from data.commands.undo import last_step, undo
from data.errors import EventAtRest, Refused
from data.model.entries.event import EventClosed, EventReopened
from data.session.readiness import readiness
from data.session.session import Session


def test_a_closed_event_takes_no_entry_of_any_kind_until_it_is_reopened(session: Session) -> None:
    admit(session, 1, "name")
    close_event(session)
    entries = len(session.state.steps)
    ledger = session.storage.path.read_bytes()
    for attempt in (
        lambda: admit(session, 2, "name"),
        lambda: scan(session, session.state.guests[1].code, "scanner"),
        lambda: scan(session, "nonsense", "scanner"),
        lambda: stage.go(session),
        lambda: undo(session),
        lambda: guests.add_guest(session, kind="household", name="Hộ mới"),
        lambda: guests.mark_printed(session, [1]),
        lambda: gifts.void(session, "x", "y"),
        lambda: close_event(session),
    ):
        with pytest.raises((EventAtRest, Refused)):
            attempt()
    assert len(session.state.steps) == entries
    assert session.storage.path.read_bytes() == ledger
    reopen_event(session)
    admit(session, 2, "name")
    kinds = [type(entry.what) for entry in session.state.entries]
    assert kinds.count(EventClosed) == kinds.count(EventReopened) == 1
    with Session(session.folder, "read") as seen:
        assert seen.state.rest == session.state.rest
        assert seen.state.rest.closed is None


def test_a_closed_event_tells_the_screens_own_way_back(session: Session) -> None:
    close_event(session)
    with pytest.raises(EventAtRest) as refused:
        admit(session, 1, "name")
    for sentence in (refused.value.sentence, readiness(session).problem):
        assert "F6, F8" in sentence and "main.py" not in sentence


def test_undo_never_reaches_the_closing(session: Session) -> None:
    admitted = admit(session, 1, "name")
    close_event(session)
    reopen_event(session)
    assert admitted.attendance is not None
    last = last_step(session)
    assert last is not None and last.id == admitted.attendance.entry
    undo(session)
    assert 1 not in session.state.present


def test_what_runs_is_ended_before_closing(session: Session) -> None:
    stage.go(session)
    with pytest.raises(Refused, match="F3"):
        close_event(session)
    while session.state.agenda_progress.closed is None:
        stage.go(session)
    close_event(session)
    with pytest.raises(Refused):
        close_event(session)
    reopen_event(session)
    with pytest.raises(Refused):
        reopen_event(session)
