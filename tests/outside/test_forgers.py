"""Forged, guessed and copied cards: the odds, the alarm, and the same card at two places."""

import pytest
from msgspec.structs import replace

from data.clock import SetClock
from data.commands.door.door import TWO_PLACES_SECONDS
from data.commands.door.scanning import Scanner
from data.messages.log import describe
from data.model.entries.door import CameAgain, ScanRefused
from data.scanning.codes import new_code, payload
from data.session.session import Session
from data.state.state import State
from data.state.strange_cards import MANY
from tests.bench.strangers import is_stranger_than_chance
from tests.data.scanning.codes.strangers import odds, of_a_guest, of_this_event
from tui.widgets.answers import explanation, look_of


def strange(session: Session, count: int) -> list[int]:
    """``in_a_row`` of the answers to so many sound codes that no guest has."""
    scanner = Scanner(session)
    told = []
    for number in range(5000, 5000 + count):
        answer = scanner.read(payload(new_code(session.state.event.number, number)), "scanner")
        assert answer is not None
        told.append(answer.in_a_row)
    return told


def test_who_knows_everything_but_the_chance_guesses_one_in_ten_million() -> None:
    assert odds(of_a_guest, 140) == pytest.approx(1e-7)
    assert odds(of_this_event, 140) == pytest.approx(140 / 1e11)
    assert not is_stranger_than_chance(0, 0.1) and not is_stranger_than_chance(2, 0.1)
    assert is_stranger_than_chance(1, 1e-9) and is_stranger_than_chance(12, 0.5)


def test_twenty_strange_cards_in_a_row_are_told_once(session: Session) -> None:
    assert strange(session, 3 * MANY) == [0] * (MANY - 1) + [MANY] + [0] * 2 * MANY
    told = [e for e in session.state.entries if isinstance(e.what, ScanRefused) and e.what.in_a_row]
    assert [describe(entry, session.state).count(str(MANY)) > 0 for entry in told] == [True]


def test_a_guest_between_ends_the_row_and_the_next_row_is_told_again(session: Session) -> None:
    strange(session, MANY - 1)
    Scanner(session).read(payload(session.state.guests[1].code), "scanner")
    assert MANY not in strange(session, MANY - 1)
    assert strange(session, 1) == [MANY]


def test_the_alarm_is_on_screen_and_rings_longer(session: Session) -> None:
    strange(session, MANY - 1)
    answer = Scanner(session).read("0099", "scanner")
    assert answer is not None and answer.in_a_row == MANY
    assert str(MANY) in explanation(answer)
    assert answer.report()["strangers_in_a_row"] == MANY
    assert len(look_of(answer).bells) > len(look_of(replace(answer, in_a_row=0)).bells)


def test_the_same_card_at_another_device_within_seconds_is_told(session: Session, clock: SetClock) -> None:
    card = payload(session.state.guests[1].code)
    Scanner(session).read(card, "scanner")
    clock.pass_time(TWO_PLACES_SECONDS - 1)
    session.device = "laptop-2"
    answer = Scanner(session).read(card, "scanner")
    assert answer is not None and answer.status == "already" and answer.elsewhere == TWO_PLACES_SECONDS - 1
    assert explanation(answer) != explanation(replace(answer, elsewhere=None))
    last = session.state.entries[-1].what
    assert isinstance(last, CameAgain) and last.elsewhere
    assert State(session.state.steps).agrees_with(session.state)


@pytest.mark.parametrize(
    ("channel", "seconds"), [("scanner", 5), ("camera", 600), ("number", 5), ("name", 1)]
)
def test_the_same_guest_again_in_an_ordinary_way_is_not_told(
    session: Session, clock: SetClock, channel: str, seconds: int
) -> None:
    card = payload(session.state.guests[1].code)
    Scanner(session).read(card, "scanner")
    clock.pass_time(seconds)
    answer = Scanner(session).read(card, channel)  # type: ignore[arg-type]
    assert answer is not None and answer.status == "already" and answer.elsewhere is None
