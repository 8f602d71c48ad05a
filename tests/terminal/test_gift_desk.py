"""Households at the gift desk, through a real pseudo-terminal, as fast as a scanner types."""

from pathlib import Path

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals of this kind")

from data.commands.door.door import admit
from data.model.entries.gifts import HandedOver
from data.rehearsal.sample import found_sample
from data.scanning.codes import payload
from data.session.session import Session
from data.state.state import State
from tests.terminal.program import Program

GIFT = "tai-lieu"
F4, UP, DOWN = "\x1bOS", "\x1b[A", "\x1b[B"
ABSENT = 3


@pytest.fixture(params=[27, 90])
def here(request: pytest.FixtureRequest) -> int:
    """How many households came: in the quick part some, in the thorough one nearly all."""
    assert isinstance(request.param, int)
    return request.param


@pytest.fixture
def sample(tmp_path: Path, here: int) -> Path:
    folder = tmp_path / "sample"
    found_sample(folder)
    with Session(folder) as session:
        for number in households(session.state)[:here]:
            admit(session, number, "scanner")
    return folder


def households(state: State) -> list[int]:
    return [guest.number for guest in state.guests.values() if guest.is_household]


def state(folder: Path) -> State:
    with Session(folder, "read") as session:
        return session.state


@pytest.mark.quick_once()
def test_households_with_repeats_are_each_ticked_off_once(program: Program, sample: Path, here: int) -> None:
    before = state(sample)
    numbers = households(before)[: here + ABSENT]
    cards = {number: payload(before.guests[number].code) for number in numbers}
    delegate = next(guest for guest in before.guests.values() if not guest.is_household)
    program.send(F4)
    assert program.shows("Tủ sách"), program.text
    program.press(DOWN, DOWN, DOWN)
    assert program.shows("READY TO GIVE"), program.text
    # Each card twice in a row, every tenth once more at the end, and a delegate's between them.
    scans = [card for number in numbers for card in (cards[number], cards[number])]
    scans[50:50] = [payload(delegate.code)]
    scans += [cards[number] for number in numbers[::10]]
    ends = ("\r", "\n", "\r\n", "\t")
    program.send("".join(scan + ends[place % len(ends)] for place, scan in enumerate(scans)))
    assert program.until(lambda: len(state(sample).handovers.shares(GIFT)) >= here, 40.0), program.text
    program.until(lambda: False, 1.0)
    after = state(sample)
    assert list(after.handovers.shares(GIFT)) == numbers[:here]
    assert after.handovers.given(GIFT) == here
    handed = [entry.what for entry in after.entries if isinstance(entry.what, HandedOver)]
    assert [what.household for what in handed] == numbers[:here]
    assert list(after.present) == list(before.present), "who is not in is not let in by the gift desk"
    assert program.shows(f"{here} of 100 households have had it"), program.text
