from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.clock import SetClock
from data.commands.door.scanning import Scanner
from data.errors import Refused
from data.scanning.codes import payload
from data.session.events.next_meeting import found_meeting, meetings_due, months_later
from data.session.events.overview import overviews
from data.session.session import Session


def test_a_launch_in_june_asks_for_meetings_every_three_months(event_folder: Path, own_home: Path) -> None:
    [due] = meetings_due(overviews(own_home), date(2022, 6, 20))
    assert due.folder == event_folder
    assert due.dates == (date(2022, 9, 15), date(2022, 12, 15), date(2023, 3, 15), date(2023, 6, 15))
    assert not due.is_overdue(date(2022, 9, 15))
    assert due.is_overdue(date(2022, 9, 16))


def test_before_the_launch_nothing_is_due(event_folder: Path, own_home: Path) -> None:
    assert event_folder.exists()
    assert meetings_due(overviews(own_home), date(2022, 6, 14)) == []


def test_a_meeting_made_takes_its_reminder_away_until_it_was_held(
    event_folder: Path, own_home: Path, clock: SetClock
) -> None:
    with Session(event_folder, "read") as before:
        event = before.state.event
    found_meeting(own_home / "quy-3", event_folder, event, date(2022, 9, 15), "19:30", clock)
    assert meetings_due(overviews(own_home), date(2022, 7, 1)) == []
    [due] = meetings_due(overviews(own_home), date(2022, 9, 16))
    assert due.folder == own_home / "quy-3"
    assert due.dates[0] == date(2022, 12, 15)


def test_the_meeting_is_held_where_the_launch_was_and_its_cards_open_the_door(
    event_folder: Path, own_home: Path, clock: SetClock
) -> None:
    with Session(event_folder, "read") as before:
        event, code = before.state.event, before.state.guests[4].code
    found_meeting(own_home / "quy-3", event_folder, event, None, "", clock)
    with Session(own_home / "quy-3", clock=clock) as meeting:
        assert meeting.state.event.site == event.site
        assert meeting.state.event.plan == "sinh-hoat-chuyen-de"
        answer = Scanner(meeting).read(payload(code), "scanner")
        assert answer is not None
        assert answer.status == "admitted"


def test_an_event_whose_plan_names_no_meetings_makes_none(
    event_folder: Path, own_home: Path, clock: SetClock
) -> None:
    from msgspec.structs import replace

    with Session(event_folder, "read") as before:
        event = replace(before.state.event, meetings=None)
    with pytest.raises(Refused):
        found_meeting(own_home / "quy-3", event_folder, event, None, "", clock)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 48))
def test_months_later_is_the_same_day_of_the_month_or_its_last(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day
    assert later.day == day.day or later.day >= 28
