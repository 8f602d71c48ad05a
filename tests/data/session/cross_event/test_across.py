from datetime import date
from pathlib import Path

import pytest

from data.clock import SetClock
from data.commands.door.door import admit, replace_card
from data.commands.guests import add_guest, withdraw_guest
from data.plans.load import load_plan
from data.session.create_event import create_event
from data.session.events.cross_event import other_events, same_guests
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session


@pytest.fixture
def meeting(event_folder: Path, own_home: Path, clock: SetClock) -> Path:
    """The meeting in September, for the guests of the launch in June."""
    folder = own_home / "quy-3"
    plan = load_plan("sinh-hoat-chuyen-de")
    create_event(folder, plan, on=date(2022, 9, 15), guests_from=event_folder, clock=clock)
    return folder


def test_a_guest_is_the_same_in_every_event_that_holds_their_card(
    event_folder: Path, meeting: Path, clock: SetClock
) -> None:
    with Session(event_folder, clock=clock) as launch, Session(meeting, clock=clock) as later:
        admit(launch, 1, "name")
        admit(later, 1, "name")
        admit(later, 2, "name")
        rows = same_guests([launch.state, later.state])
        assert len(rows) == 9
        came = [[bool(p and p.attendance) for p in row] for row in rows[:3]]
        assert came == [[True, True], [False, True], [False, False]]


def test_a_card_replaced_since_is_still_the_same_guests(
    event_folder: Path, meeting: Path, clock: SetClock
) -> None:
    with Session(event_folder, clock=clock) as launch, Session(meeting, clock=clock) as later:
        replace_card(later, 3)
        rows = same_guests([launch.state, later.state])
        assert len(rows) == 9
        assert all(None not in row for row in rows)


def test_a_namesake_is_somebody_else_and_the_withdrawn_are_left_out(
    event_folder: Path, meeting: Path, clock: SetClock
) -> None:
    with Session(event_folder, clock=clock) as launch, Session(meeting, clock=clock) as later:
        add_guest(later, kind="household", name=launch.state.guests[1].name)
        withdraw_guest(later, 2, "chuyển đi")
        rows = same_guests([launch.state, later.state])
        assert len(rows) == 10
        assert rows[1][1] is None
        assert rows[9][0] is None


def test_a_household_is_told_its_other_events_the_earliest_first(
    event_folder: Path, meeting: Path, own_home: Path, clock: SetClock
) -> None:
    with Session(event_folder, clock=clock) as launch:
        admit(launch, 4, "name")
    broken = own_home / "hong"
    broken.mkdir()
    (broken / LEDGER_NAME).write_bytes(b"\x00 not a ledger")
    [before] = other_events(meeting)[4]
    assert before.event.date == date(2022, 6, 15)
    assert before.attendance is not None
    [after] = other_events(event_folder)[4]
    assert after.event.date == date(2022, 9, 15)
    assert after.attendance is None
    assert other_events(broken) == {}
