from pathlib import Path

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals of this kind")

from data.scanning.codes import payload
from data.session.session import Session
from data.state.state import State
from tests.terminal.program import Program

END = "\r"
F4, F8 = "\x1bOS", "\x1b[19~"


def state(folder: Path) -> State:
    with Session(folder, "read") as session:
        return session.state


def codes(folder: Path, count: int) -> list[str]:
    return [payload(guest.code) for guest in list(state(folder).guests.values())[:count]]


def arrived(program: Program, folder: Path, count: int) -> bool:
    return program.until(lambda: len(state(folder).present) >= count, 30.0)


def test_a_hundred_cards_while_a_gift_form_is_half_filled_leave_its_text_alone(
    program: Program, sample: Path
) -> None:
    program.send(F4)
    assert program.shows("Tủ sách"), program.text
    program.press(*["\t"] * 13, *"bia do, 2 ngan")
    assert program.shows("bia do, 2 ngan"), program.text

    def field() -> list[str]:
        return [line for line in program.screen.display if "bia do, 2 ngan" in line]

    before = field()
    program.send("".join(code + END for code in codes(sample, 100)))
    assert arrived(program, sample, 100), program.text
    assert program.until(lambda: field() == before), program.text
    assert state(sample).handovers.by_id == {}


def test_a_card_scanned_under_an_open_dialog_is_let_in_and_presses_no_button(
    program: Program, sample: Path
) -> None:
    program.press(F8, *"Lan")
    assert program.shows("Lan"), program.text
    program.send("".join(code + END for code in codes(sample, 3)))
    assert arrived(program, sample, 3), program.text
    assert len(state(sample).guests) == 138
    assert "Lan" in program.text
