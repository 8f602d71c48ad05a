"""The order in which delegates are read out, and who was missed."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.clock import SetClock
from data.commands.door import door
from data.commands.stage import mc_words, stage
from data.commands.undo import undo
from data.errors import Refused
from data.model.entries.door import CameAgain, CheckedIn, LeftEarly
from data.model.guest import Guest
from data.queries.stage.spoken.introduction import (
    introduced,
    introduction_order,
    latecomers,
    next_to_introduce,
    turns,
)
from data.session.session import Session
from tests.conftest import MORNING, few_guests, found, list_guests
from tests.data.state.facts import facts, same_on_disk
from tests.tui.stage.hall import delegate

DELEGATIONS = ("bao-dai", "mttq-xa", "mttq-huyen", "cong-an-huyen", "ban-ctmt", "cap-uy-xa")


def numbers(guests: list[Guest]) -> list[int]:
    return [guest.number for guest in guests]


@pytest.fixture
def hall(session: Session) -> Session:
    """Delegates 7 (MTTQ huyện), 8 (Công an huyện), 9 (xã), and 11 to 16, of six delegations."""
    more = [
        delegate(session, number, f"Đại biểu {number}", delegation, "", "")
        for number, delegation in enumerate(DELEGATIONS, start=11)
    ]
    list_guests(session, more)
    return session


def arrive(session: Session, *guests: int) -> None:
    for number in guests:
        door.admit(session, number, "number")


def test_only_who_is_here_now_is_read_out_in_protocol_order(hall: Session) -> None:
    arrive(hall, 11, 12, 9, 14, 7, 1)
    assert numbers(introduced(hall.state)) == [7, 14, 9, 12, 11]
    hall.record(LeftEarly(guest=14))
    assert numbers(introduced(hall.state)) == [7, 9, 12, 11]
    assert numbers(introduction_order(hall.state)) == [7, 13, 8, 14, 9, 16, 12, 15, 11]


def test_a_new_arrival_slots_in_by_protocol_after_a_change_by_hand(hall: Session) -> None:
    arrive(hall, 11, 12, 7)
    mc_words.move_introduction(hall, 11, -2)
    assert numbers(introduced(hall.state)) == [11, 7, 12]
    arrive(hall, 9, 13)
    assert numbers(introduced(hall.state)) == [11, 7, 13, 9, 12]
    undo(hall)
    undo(hall)
    undo(hall)
    assert numbers(introduced(hall.state)) == [7, 12, 11]


def test_moving_stops_at_the_ends_and_for_who_is_not_here(hall: Session) -> None:
    arrive(hall, 11, 7)
    for number, by in ((7, -1), (11, 1), (8, 1)):
        with pytest.raises(Refused):
            mc_words.move_introduction(hall, number, by)


def test_without_marks_all_who_were_here_at_its_end_have_been_introduced(
    hall: Session, clock: SetClock
) -> None:
    arrive(hall, 7, 8)
    stage.go(hall)
    assert latecomers(hall.state) == []
    clock.pass_time(600)
    stage.go(hall)
    clock.pass_time(60)
    arrive(hall, 14, 13)
    assert numbers(latecomers(hall.state)) == [14, 13]
    guest = next_to_introduce(hall.state)
    assert guest is not None and guest.number == 14
    mc_words.introduce(hall, [14])
    assert numbers(latecomers(hall.state)) == [13]
    undo(hall)
    assert numbers(latecomers(hall.state)) == [14, 13]


def test_who_slots_in_above_what_has_been_read_is_flagged_at_once(hall: Session, clock: SetClock) -> None:
    arrive(hall, 7, 9, 11)
    stage.go(hall)
    mc_words.introduce(hall, [7])
    mc_words.introduce(hall, [9])
    clock.pass_time(5)
    arrive(hall, 8)
    assert [(turn.guest.number, turn.is_read, turn.is_missed) for turn in turns(hall.state)] == [
        (7, True, False),
        (8, False, True),
        (9, True, False),
        (11, False, False),
    ]
    guest = next_to_introduce(hall.state)
    assert guest is not None and guest.number == 8


def test_with_marks_whoever_was_left_out_stays_flagged_after_its_end(hall: Session, clock: SetClock) -> None:
    arrive(hall, 7, 9, 11)
    stage.go(hall)
    mc_words.introduce(hall, [7])
    clock.pass_time(60)
    stage.go(hall)
    assert numbers(latecomers(hall.state)) == [9, 11]
    mc_words.introduce(hall, [11, 9, 7, 5])
    assert latecomers(hall.state) == []
    with pytest.raises(Refused):
        mc_words.introduce(hall, [7, 9, 11])
    assert next_to_introduce(hall.state) is None


Act = Callable[[Session, int, int], object]
ACTS: tuple[Act, ...] = (
    lambda session, number, by: door.admit(session, number, "number"),
    lambda session, number, by: mc_words.move_introduction(session, number, by),
    lambda session, number, by: mc_words.introduce(session, [number]),
    lambda session, number, by: session.record(LeftEarly(guest=number)),
    lambda session, number, by: stage.go(session),
    lambda session, number, by: mc_words.tick(session, session.state.event.program[by].id, "Chụp ảnh"),
    lambda session, number, by: mc_words.leave_note(session, f"lời nhắn {number}"),
    lambda session, number, by: mc_words.see_note(session, next(iter(session.state.words.notes), "")),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(7, 16), st.integers(-3, 3)), max_size=20))
def test_any_day_keeps_the_promises_of_the_order(day: list[tuple[Act, int, int]]) -> None:
    with TemporaryDirectory() as place:
        clock = SetClock(MORNING)
        folder = found(Path(place) / "event", clock)
        with Session(folder, clock=clock) as session:
            list_guests(session, few_guests(session.state.event.number))
            more = [delegate(session, n, f"Đ{n}", d, "", "") for n, d in enumerate(DELEGATIONS, start=11)]
            list_guests(session, more)
            protocol = numbers(introduction_order(session.state))
            for act, number, by in day:
                before = facts(session.state)
                order = numbers(introduced(session.state))
                clock.pass_time(1)
                try:
                    act(session, number, by)
                except Refused:
                    continue
                entries = len(session.state.entries)
                if not isinstance(session.state.entries[-1].what, CameAgain):
                    undo(session)
                    assert facts(session.state) == before
                    act(session, number, by)
                    assert len(session.state.entries) == entries + 2
                _check_order(session, protocol, order)
            assert same_on_disk(session)


def _check_order(session: Session, protocol: list[int], before: list[int]) -> None:
    state = session.state
    here = numbers(introduced(state))
    assert sorted(here) == sorted(n for n, a in state.present.items() if a.is_here and n >= 7)
    moved = {guest for guest, _before in state.words.moves}
    unmoved = [number for number in here if number not in moved]
    assert unmoved == [number for number in protocol if number in unmoved]
    if isinstance(state.entries[-1].what, CheckedIn | LeftEarly):
        stayed = [number for number in before if number in here]
        assert [number for number in here if number in stayed] == stayed
    late = set(numbers(latecomers(state)))
    assert late <= set(here) and not late & state.words.introduced.keys()
