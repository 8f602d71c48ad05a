import pytest

from data.ceremony import Ceremony, open_for_reading
from data.commands import door
from data.errors import LedgerUnwritable
from data.model.happenings.event import EventClosed, EventReopened
from data.readiness import readiness


def test_an_open_event_is_ready(ceremony: Ceremony) -> None:
    assert readiness(ceremony).is_ready


def test_an_event_opened_only_to_look_at_says_so(ceremony: Ceremony) -> None:
    with open_for_reading(ceremony.folder) as reader:
        assert not readiness(reader).is_ready
        assert readiness(reader).problem


def test_a_disk_that_refuses_is_told_until_it_takes_an_entry_again(
    ceremony: Ceremony, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_rows: object) -> None:
        raise LedgerUnwritable("no room")

    with monkeypatch.context() as full:
        full.setattr(ceremony.db, "append", refuse)
        with pytest.raises(LedgerUnwritable):
            door.admit(ceremony, 1, "name")
        assert readiness(ceremony).problem == "no room"
    door.admit(ceremony, 1, "name")
    assert readiness(ceremony).is_ready


def test_a_closed_event_says_so_until_it_is_reopened(ceremony: Ceremony) -> None:
    ceremony.record(EventClosed())
    assert "F6" in readiness(ceremony).problem
    ceremony.record(EventReopened())
    assert readiness(ceremony).is_ready
