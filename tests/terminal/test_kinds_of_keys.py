"""The door and the stage in a world that is not ours, in a real terminal: each kind of key that came."""

import time
from itertools import pairwise
from pathlib import Path

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals of this kind")

from msgspec.structs import replace

from data.model.entries.door import ScanRefused
from data.model.guest import Guest
from data.scanning.codes import payload
from data.session.session import Session
from data.state.state import State
from tests.conftest import list_guests
from tests.data.scanning.foreign_codes.test_kinds import NUMBER
from tests.terminal.morning import CTRL_G, F2, F3, F10
from tests.terminal.program import Program
from tui.scanning.key_pace import HOLD

AZERTY = str.maketrans("1234567890", "&é\"'(-è_çà")
NUM_PAD = dict(zip("1246789035", ("\x1b[F", "\x1b[B", "\x1b[D", "\x1b[C", "\x1b[H", "\x1b[A"), strict=False))
NUM_PAD |= {"9": "\x1b[5~", "0": "\x1b[2~", "3": "\x1b[6~", "5": "\x1b[E"}


def state(folder: Path) -> State:
    with Session(folder, "read") as session:
        return session.state


def guest(folder: Path, number: int) -> Guest:
    return state(folder).guests[number]


def typed(program: Program, keys: str | list[str], apart: float) -> float:
    """Each key so many seconds after the one before, however long the drawing takes.

    Returns the longest time between two keys that a busy machine really left, in seconds.
    """
    if apart < 0.01:
        # A loaded machine could not write so many so evenly.
        program.send("".join(keys))
        keys = ""
    due = time.monotonic()
    sent: list[float] = []
    for key in keys:
        program.until(lambda: False, max(0.0, due - time.monotonic()))
        program.send(key)
        sent.append(time.monotonic())
        due += apart
    program.until(lambda: False, 1.5)
    return max((after - before for before, after in pairwise(sent)), default=0.0)


@pytest.mark.quick_once()
@pytest.mark.parametrize("apart", [0.3, 0.6])
def test_a_person_is_not_taken_for_a_scanner(program: Program, sample: Path, apart: float) -> None:
    program.press(F2)
    typed(program, guest(sample, 3).code + "\r", apart)
    assert program.until(lambda: list(state(sample).present) == [3]), program.text
    assert not any(isinstance(entry.what, ScanRefused) for entry in state(sample).entries)


@pytest.mark.quick_once()
@pytest.mark.parametrize(
    ("text", "apart"), [("Trần Thị B\r\n1980\r\nXóm 3\r\n", 0.03), ("Nguyen Van A\r", 0.01), ("10\r", 0.02)]
)
def test_debris_of_a_scanner_admits_nobody(program: Program, sample: Path, text: str, apart: float) -> None:
    typed(program, text, apart)
    assert state(sample).present == {}


@pytest.mark.quick_once("place")
@pytest.mark.parametrize(
    "text", ["WIFI:T:WPA;S:px gb;P:xpbg;;\r", "034145001234 Dao Thi Huong\r", "+84912345678\r", "P01"]
)
@pytest.mark.parametrize("place", [F3, CTRL_G, F10], ids=["stage", "papers", "event"])
def test_codes_are_not_keys(program: Program, sample: Path, text: str, place: str) -> None:
    program.press(F3, " ")
    assert program.until(lambda: len(state(sample).agenda_progress.runs) == 1), program.text
    program.press(place)
    before = begun = len(state(sample).entries)
    if text == "P01":
        text += payload(guest(sample, 5).code) + "\r"
    for apart in (0.0, 0.01, 0.05):
        longest = typed(program, text, apart)
        new = [entry.what for entry in state(sample).entries[begun:]]
        begun += len(new)
        # Where the machine itself made a pause as long as a hand's, the keys were no scanner's.
        if longest < HOLD:
            assert all(type(what).__name__ in ("ScanRefused", "CheckedIn", "CameAgain") for what in new), new
    assert begun > before


def test_a_foreign_code_is_named_and_an_identity_card_offers_its_guest(sample: Path) -> None:
    with Session(sample) as session:
        hoa = replace(session.state.guests[7], name="Trần Thị Hòa Bình", birth_year=1960)
        list_guests(session, [hoa])
    program = Program(str(sample))
    try:
        offered(program, sample)
    finally:
        program.close()
    assert all(NUMBER.encode() not in file.read_bytes() for file in sample.rglob("*") if file.is_file())


def offered(program: Program, sample: Path) -> None:
    assert program.shows("READY TO SCAN", 60), program.text
    typed(program, "8934563138165\r", 0.005)
    assert program.shows("product in a shop"), program.text
    typed(program, f"{NUMBER}|150123456|Trần Thị Hòa Bình|01021960|Nữ|x|10052021\r", 0.005)
    assert program.shows("identity card") and program.shows("Trần Thị Hòa Bình"), program.text
    assert state(sample).present == {}
    program.press("\r")
    assert program.until(lambda: list(state(sample).present) == [7]), program.text


@pytest.mark.quick_once()
@pytest.mark.parametrize("debris", ["$\r", "*\r", "\x03\r", "$*"])
def test_debris_behind_a_card_leaves_the_welcome(program: Program, sample: Path, debris: str) -> None:
    front = "\x02" if debris.startswith("\x03") else ""
    typed(program, front + payload(guest(sample, 5).code) + debris, 0.005)
    assert list(state(sample).present) == [5]
    assert "WELCOME" in program.text, program.text
    assert "Nobody found" not in program.text


@pytest.mark.quick_once()
@pytest.mark.parametrize("sign", [" ", "-"])
def test_grouping_signs_are_read(program: Program, sample: Path, sign: str) -> None:
    code = guest(sample, 5).code
    typed(program, sign.join((code[:2], code[2:6], code[6:10], code[10:])) + "\r", 0.15)
    assert program.until(lambda: list(state(sample).present) == [5]), program.text


def test_digits_of_other_layouts_are_read_or_told_and_the_old_answer_goes(
    program: Program, sample: Path
) -> None:
    typed(program, payload(guest(sample, 5).code).translate(AZERTY) + "\r", 0.005)
    assert list(state(sample).present) == [5]
    assert "WELCOME" in program.text
    typed(program, [NUM_PAD[digit] for digit in "0057003312345678"] + ["\r"], 0.005)
    assert program.shows("NumLock is off"), program.text
    assert "WELCOME" not in program.text


def test_go_means_what_the_screen_will_say_before_it_is_drawn(program: Program, sample: Path) -> None:
    program.send(F3)
    program.until(lambda: False, 0.15)
    program.send(" ")
    assert program.until(lambda: len(state(sample).agenda_progress.runs) == 1), program.text
    assert "Is it over" not in program.text
