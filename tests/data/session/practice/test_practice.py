"""A rehearsal on a copy: guests come by themselves, and the event is as it was."""

from datetime import timedelta
from pathlib import Path

import pytest

from data.clock import SetClock, hour_minute
from data.commands.event.closing import close_event
from data.commands.stage import stage
from data.errors import CeremonyError
from data.rehearsal.practice import Arrivals, copy_to_practise, throw_away
from data.session.folders.event_folder import LEDGER_NAME
from data.session.practice import is_practice
from data.session.session import Session
from data.state.stage.agenda_progress import at_local
from tests.conftest import MORNING


@pytest.fixture
def copy(event_folder: Path, clock: SetClock) -> Path:
    return copy_to_practise(event_folder, clock)


def test_all_that_is_done_to_the_copy_leaves_the_event_as_it_was(
    event_folder: Path, copy: Path, clock: SetClock
) -> None:
    before = (event_folder / LEDGER_NAME).read_bytes()
    with Session(copy, clock=clock) as session:
        assert Arrivals(session).let_next_in() is not None
    assert (event_folder / LEDGER_NAME).read_bytes() == before
    throw_away(copy)
    assert not copy.parent.exists()


def test_an_event_is_never_thrown_away(event_folder: Path) -> None:
    throw_away(event_folder)
    assert (event_folder / LEDGER_NAME).is_file()
    assert not is_practice(event_folder)


def test_every_guest_comes_once_by_his_own_card(copy: Path, clock: SetClock) -> None:
    with Session(copy, clock=clock) as session:
        arrivals = Arrivals(session)
        came = [answer.guest.number for _ in range(20) if (answer := arrivals.let_next_in()) and answer.guest]
        assert sorted(came) == sorted(session.state.guests)
        assert came != sorted(came)
        assert arrivals.let_next_in() is None


def test_the_copy_begins_soon_whatever_the_hour(event_folder: Path) -> None:
    for hours in (0, 5, 14, 16):
        clock = SetClock(MORNING + timedelta(hours=hours))
        folder = copy_to_practise(event_folder, clock, begins_in=10)
        with Session(folder, clock=clock) as session:
            event = session.state.event
            begins = at_local(event.date, event.start) if event.date else None
            assert begins is not None and begins - clock.wall == timedelta(minutes=10)
            assert event.start < event.deadline
        throw_away(folder)


def test_a_ceremony_that_runs_already_keeps_its_hours(event_folder: Path, clock: SetClock) -> None:
    with Session(event_folder, clock=clock) as session:
        stage.go(session)
        hours = session.state.event.start
    copy = copy_to_practise(event_folder, clock)
    with Session(copy, clock=clock) as session:
        assert session.state.event.start == hours
        assert hour_minute(clock.wall) != hours
    throw_away(copy)


def test_a_closed_event_can_be_practised_on_and_stays_closed(event_folder: Path, clock: SetClock) -> None:
    with Session(event_folder, clock=clock) as session:
        close_event(session)
    copy = copy_to_practise(event_folder, clock)
    with Session(copy, clock=clock) as session:
        assert Arrivals(session).let_next_in() is not None
    with Session(event_folder, "read", clock=clock) as session:
        assert session.state.rest.closed is not None
    throw_away(copy)


def test_what_is_no_event_cannot_be_copied(tmp_path: Path) -> None:
    with pytest.raises(CeremonyError):
        copy_to_practise(tmp_path)
