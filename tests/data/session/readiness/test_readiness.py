import pytest

from data.commands.door import door
from data.errors import LedgerUnwritable
from data.model.entries.event import EventClosed, EventReopened
from data.session.opening import open_for_reading
from data.session.readiness import readiness
from data.session.session import Session


def test_an_open_event_is_ready(session: Session) -> None:
    assert readiness(session).is_ready


def test_an_event_opened_only_to_look_at_says_so(session: Session) -> None:
    with open_for_reading(session.folder) as reader:
        assert not readiness(reader).is_ready
        assert readiness(reader).problem


def test_a_disk_that_refuses_is_told_until_it_takes_an_entry_again(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_rows: object) -> None:
        raise LedgerUnwritable("no room")

    with monkeypatch.context() as full:
        full.setattr(session.db, "append", refuse)
        with pytest.raises(LedgerUnwritable):
            door.admit(session, 1, "name")
        assert readiness(session).problem == "no room"
    door.admit(session, 1, "name")
    assert readiness(session).is_ready


def test_a_closed_event_says_so_until_it_is_reopened(session: Session) -> None:
    session.record(EventClosed())
    assert "F6" in readiness(session).problem
    session.record(EventReopened())
    assert readiness(session).is_ready
