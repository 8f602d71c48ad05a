"""A scanner that stutters, sends nothing, or comes back later."""

import pytest

from data.clock import SetClock
from data.commands.door import door
from data.commands.door.scanning import Scanner
from data.commands.undo import undo
from data.scanning.codes import payload
from data.scanning.scan_debounce import STUTTER_SECONDS
from data.session.session import Session


@pytest.fixture
def scanner(session: Session) -> Scanner:
    return Scanner(session)


def card(session: Session, number: int) -> str:
    return payload(session.state.guests[number].code)


def entries(session: Session) -> int:
    return len(session.state.entries)


@pytest.mark.parametrize("text", ["", " ", "\r\n", "\t"])
def test_an_empty_enter_is_nothing(scanner: Scanner, session: Session, text: str) -> None:
    before = entries(session)
    assert scanner.read(text, "scanner") is None
    assert entries(session) == before


def test_the_same_code_within_three_seconds_repeats_the_answer_without_an_entry(
    scanner: Scanner, session: Session, clock: SetClock
) -> None:
    first = scanner.read(card(session, 1), "scanner")
    before = entries(session)
    for _ in range(4):
        clock.pass_time(0.7)
        assert scanner.read(card(session, 1), "scanner") is first
    assert entries(session) == before
    assert first is not None
    assert first.status == "admitted"


def test_the_same_code_later_is_already_in(scanner: Scanner, session: Session, clock: SetClock) -> None:
    first = scanner.read(card(session, 1), "scanner")
    clock.pass_time(STUTTER_SECONDS)
    again = scanner.read(card(session, 1), "scanner")
    assert first is not None
    assert again is not None
    assert (again.status, again.at) == ("already", first.at)


def test_a_stutter_is_measured_on_the_clock_that_cannot_be_set(
    scanner: Scanner, session: Session, clock: SetClock
) -> None:
    first = scanner.read(card(session, 1), "scanner")
    clock.wall = clock.wall.replace(hour=9)
    assert scanner.read(card(session, 1), "scanner") is first


def test_another_card_in_between_is_no_end_of_the_stutter(
    scanner: Scanner, session: Session, clock: SetClock
) -> None:
    first = scanner.read(card(session, 1), "scanner")
    clock.pass_time(1)
    other = scanner.read(card(session, 2), "scanner")
    assert other is not None
    assert other.status == "admitted"
    clock.pass_time(1)
    assert scanner.read(card(session, 1), "scanner") is first


def test_after_an_undo_the_same_code_is_a_new_scan(
    scanner: Scanner, session: Session, clock: SetClock
) -> None:
    scanner.read(card(session, 1), "scanner")
    undo(session)
    clock.pass_time(1)
    again = scanner.read(card(session, 1), "scanner")
    assert again is not None
    assert again.status == "admitted"
    assert 1 in session.state.present


def test_a_card_replaced_in_between_is_said_to_be_replaced(
    scanner: Scanner, session: Session, clock: SetClock
) -> None:
    old = card(session, 1)
    scanner.read(old, "scanner")
    door.replace_card(session, 1)
    clock.pass_time(1)
    again = scanner.read(old, "scanner")
    assert again is not None
    assert again.status == "replaced"


def test_a_guest_let_in_by_hand_in_between_is_already_in(
    scanner: Scanner, session: Session, clock: SetClock
) -> None:
    old = card(session, 1)
    new = payload(door.replace_card(session, 1).code)
    scanner.read(old, "scanner")
    door.admit(session, 1, "name")
    clock.pass_time(1)
    again = scanner.read(old, "scanner")
    assert again is not None
    assert again.attendance == session.state.present[1]
    assert scanner.read(new, "scanner").status == "already"  # type: ignore[union-attr]


def test_a_refused_scan_stutters_too_but_a_misread_one_is_tried_again(
    scanner: Scanner, session: Session, clock: SetClock
) -> None:
    old = card(session, 1)
    door.replace_card(session, 1)
    first = scanner.read(old, "scanner")
    before = entries(session)
    assert scanner.read(old, "scanner") is first
    assert entries(session) == before
    for _ in range(2):
        assert scanner.read("123", "scanner").status == "misread"  # type: ignore[union-attr]
    assert entries(session) == before + 2


@pytest.mark.parametrize("end", ["", "\r", "\n", "\r\n", "\t"])
def test_every_ending_that_a_scanner_sends_is_read(scanner: Scanner, session: Session, end: str) -> None:
    answer = scanner.read(card(session, 1) + end, "scanner")
    assert answer is not None
    assert answer.status == "admitted"
