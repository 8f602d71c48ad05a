"""The paper list is entered afterwards, with the times at which people really came."""

from datetime import UTC, date, datetime, timedelta

import pytest

from data.clock import SetClock, hour_minute
from data.commands.door import door
from data.commands.door.paper_entry import BackEntry, enter_back, read_back_entry
from data.commands.stage import stage
from data.commands.undo import undo
from data.errors import Refused
from data.messages.log import describe
from data.queries.stage.spoken.introduction import latecomers
from data.session.session import Session
from tests.data.state.facts import facts, same_on_disk

DAY = date(2022, 6, 15)


def at(hour: int, minute: int) -> datetime:
    """That time in the village, as UTC."""
    return datetime(2022, 6, 15, hour - 7, minute, tzinfo=UTC)


def read(session: Session, text: str) -> list[BackEntry]:
    return read_back_entry(text, session.state, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "1 3 4 @7:42 2 @7h50",
        "1,3;4@07:42 2@07:50",
        "  001 3 4 @ 7h42\n2 @ 7:50 ",
        "1 3 4 @7g42 2 @7.50",
        "1 3 4@7H42 2@7:50",
    ],
)
def test_numbers_and_the_times_after_them(session: Session, text: str) -> None:
    early, late = at(7, 42), at(7, 50)
    assert read(session, text) == [
        BackEntry(1, early),
        BackEntry(3, early),
        BackEntry(4, early),
        BackEntry(2, late),
    ]


def test_nothing_typed_is_an_empty_list(session: Session) -> None:
    assert read(session, "  ") == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("1 hai @7:42", "hai"),
        ("1 99 @7:42", "99"),
        ("1 @7:72", "@7:72"),
        ("1 @24:00", "@24:00"),
        ("1 @742", "@742"),
        ("1 @", "@"),
        ("@7:42", "@7:42"),
        ("1 @7:42 @7:50", "@7:50"),
        ("1 @7:42 3 4", "3 4"),
        ("1 7:42", "7:42"),
        ("1 @4:14", "04:14"),
        ("-1 @7:42", "-1"),
        ("² @7:42", "²"),
    ],
)
def test_what_is_not_understood_is_named(session: Session, text: str, word: str) -> None:
    with pytest.raises(Refused) as caught:
        read(session, text)
    assert word in caught.value.sentence


def test_the_real_time_is_when_they_came(session: Session, clock: SetClock) -> None:
    before = facts(session.state)
    clock.pass_time(3600)
    answers = enter_back(session, read(session, "1 7 @7:42"))
    assert [(a.status, a.at) for a in answers] == [("admitted", at(7, 42))] * 2
    assert answers[0].attendance == session.state.present[1]
    assert (session.state.present[1].channel, session.state.present[1].at) == ("paper", at(7, 42))
    entry = session.state.entries[-1]
    assert entry.at == clock.now()
    assert hour_minute(at(7, 42)) in describe(entry, session.state)
    assert same_on_disk(session)
    undo(session)
    undo(session)
    assert facts(session.state) == before


def test_who_is_in_stays_as_they_are(session: Session, clock: SetClock) -> None:
    first = door.admit(session, 1, "scanner")
    clock.pass_time(3600)
    answers = enter_back(session, read(session, "1 2 @7:42 2 @7:43"))
    assert [a.status for a in answers] == ["already", "admitted", "already"]
    assert answers[0].at == first.at == session.state.present[1].at
    assert session.state.present[2].at == at(7, 42)


def test_who_came_before_the_introduction_ended_is_no_latecomer(session: Session, clock: SetClock) -> None:
    stage.go(session)
    clock.pass_time(900)
    stage.go(session)
    clock.pass_time(900)
    enter_back(session, read(session, "7 @7:20 8 @7:35"))
    assert [guest.number for guest in latecomers(session.state)] == [8]


@pytest.mark.parametrize(
    "moment", [at(7, 16), at(7, 15) + timedelta(days=1), datetime(2022, 6, 14, 21, 14, tzinfo=UTC)]
)
def test_the_future_and_the_night_are_refused_and_nobody_is_entered(
    session: Session, moment: datetime
) -> None:
    before = len(session.state.entries)
    with pytest.raises(Refused):
        enter_back(session, [BackEntry(1, at(7, 15)), BackEntry(2, moment)])
    assert len(session.state.entries) == before


def test_three_hours_before_the_doors_is_early_enough(session: Session) -> None:
    assert enter_back(session, read(session, "1 @4:15"))[0].at == at(7, 0) - timedelta(hours=2, minutes=45)
