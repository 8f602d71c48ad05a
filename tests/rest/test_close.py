import pytest

from data.ceremony import Ceremony
from data.commands import gifts, guests, stage
from data.commands.door import admit, scan
from data.commands.rest import close_event, reopen_event
from data.commands.undo import last_step, undo
from data.errors import EventAtRest, Refused
from data.model.happenings.event import EventClosed, EventReopened


def test_a_closed_event_takes_no_entry_of_any_kind_until_it_is_reopened(ceremony: Ceremony) -> None:
    admit(ceremony, 1, "name")
    close_event(ceremony)
    entries = len(ceremony.state.steps)
    ledger = ceremony.storage.path.read_bytes()
    for attempt in (
        lambda: admit(ceremony, 2, "name"),
        lambda: scan(ceremony, ceremony.state.guests[1].code, "scanner"),
        lambda: scan(ceremony, "nonsense", "scanner"),
        lambda: stage.go(ceremony),
        lambda: undo(ceremony),
        lambda: guests.add_guest(ceremony, kind="household", name="Hộ mới"),
        lambda: guests.mark_printed(ceremony, [1]),
        lambda: gifts.void(ceremony, "x", "y"),
        lambda: close_event(ceremony),
    ):
        with pytest.raises((EventAtRest, Refused)):
            attempt()
    assert len(ceremony.state.steps) == entries
    assert ceremony.storage.path.read_bytes() == ledger
    reopen_event(ceremony)
    admit(ceremony, 2, "name")
    kinds = [type(entry.what) for entry in ceremony.state.entries]
    assert kinds.count(EventClosed) == kinds.count(EventReopened) == 1
    with Ceremony(ceremony.folder, "read") as seen:
        assert seen.state.rest == ceremony.state.rest
        assert seen.state.rest.closed is None


def test_undo_never_reaches_the_closing(ceremony: Ceremony) -> None:
    admitted = admit(ceremony, 1, "name")
    close_event(ceremony)
    reopen_event(ceremony)
    assert admitted.attendance is not None
    last = last_step(ceremony)
    assert last is not None and last.id == admitted.attendance.entry
    undo(ceremony)
    assert 1 not in ceremony.state.present


def test_what_runs_is_ended_before_closing(ceremony: Ceremony) -> None:
    stage.go(ceremony)
    with pytest.raises(Refused, match="F3"):
        close_event(ceremony)
    while ceremony.state.rundown.closed is None:
        stage.go(ceremony)
    close_event(ceremony)
    with pytest.raises(Refused):
        close_event(ceremony)
    reopen_event(ceremony)
    with pytest.raises(Refused):
        reopen_event(ceremony)
