"""A machine so busy that the reader of the keyboard stands still between keys: each scan is told as it is."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import _parser, _time, events

from data.rehearsal.sample import found_sample
from data.scanning.codes import payload, read_code
from data.session.session import Session
from data.state.state import State
from tests.terminal.mixture import Fact, Mixture, facts
from tests.tui.scanning.typing.line import KEYS, Line
from tests.virtual_time import run
from tui.scanning import key_desk, key_reader
from tui.scanning.key_judge import Act, KeyJudge, Outcome
from tui.scanning.key_pace import Stroke
from tui.scanning.key_reader import WAIT_SECONDS, KeyReader, _Parser
from tui.shell.app import CeremonyApp

CHANCES = st.integers(0, 2**32).map(Random)
PIECES = (1, 3, 7, 16, 17, 40, 200)
PAUSES = (0.0, 0.02, 0.1, 0.3, 0.7, 0.95)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> State:
    folder = tmp_path_factory.mktemp("sample") / "sample"
    found_sample(folder)
    with Session(folder, "read") as session:
        return session.state


def told(text: str) -> str:
    return read_code(text) or "misread"


def type_in(line: Line, text: str) -> None:
    for sign in text:
        line.press(KEYS.get(sign, sign), None if sign in KEYS else sign)


@given(CHANCES, st.sampled_from(PAUSES))
def test_scans_in_pieces_with_pauses_are_each_told_once_and_never_as_their_neighbour(
    sample: State, chance: Random, pause: float
) -> None:
    text = "".join(Mixture(sample, chance, []).scans(12))
    scans = [scan for scan in text.replace("\n", "\r").replace("\t", "\r").split("\r") if scan]
    line, rest = Line(), text
    while rest:
        size = chance.choice(PIECES)
        type_in(line, rest[:size])
        rest = rest[size:]
        line.wait(chance.choice((0.0, pause)), settling=False)
    line.wait(4.0)
    assert [told(scan) for scan in line.scans] == [told(scan) for scan in scans]


@pytest.mark.parametrize("before", ["\r", "\t", "\r\n\t"])
@pytest.mark.parametrize("damaged", ["0012345678901234", "001234567890123", "0012345678901"])
def test_a_damaged_card_behind_an_empty_line_is_told(before: str, damaged: str) -> None:
    line = Line()
    type_in(line, f"{before}{damaged}\r0098765432109876\r")
    line.wait(4.0)
    assert line.scans == [damaged, "0098765432109876"]


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    now = [10.0]
    monkeypatch.setattr(_time, "get_time", lambda: now[0])
    monkeypatch.setattr(_parser, "get_time", lambda: now[0])
    monkeypatch.setattr(key_reader, "READER", KeyReader())
    yield now


def test_all_keys_of_one_read_came_at_once_however_long_each_takes(reading: list[float]) -> None:
    times = []
    for key in _Parser().feed("0012"):
        times.append(key.time)
        reading[0] += 0.2
    assert times == [10.0] * 4


def test_escape_came_when_it_was_read_and_not_when_it_was_told_from_other_keys(reading: list[float]) -> None:
    parser, judge = _Parser(), KeyJudge()
    list(parser.tick())
    assert not list(parser.feed("\x1b"))
    reading[0] += 0.11
    (escape,) = parser.tick()
    reading[0] += 0.05
    (letter,) = parser.feed("v")
    assert (escape.time, letter.time) == (10.0, 10.16)
    acts: list[Outcome] = []
    for key in (escape, letter):
        assert isinstance(key, events.Key)
        acts += judge.feed(Stroke(key.key, key.character, key.time, key), is_text=False)
    acts += judge.tick(11.0)
    assert [act.stroke.key for act in acts if isinstance(act, Act)] == ["escape", "v"]


def test_a_reader_that_stood_still_is_no_silence_of_the_keyboard(reading: list[float]) -> None:
    parser, reader = _Parser(), key_reader.READER
    list(parser.tick())
    reading[0] += 0.1
    assert not reader.stands_still
    assert [key.time for key in parser.feed("0")] == [10.1]
    list(parser.tick())
    reading[0] += 3.0
    assert reader.stands_still
    assert [key.time for key in parser.feed("0")] == [10.1 + WAIT_SECONDS]
    list(parser.tick())
    assert not reader.stands_still


def test_a_card_of_which_the_rest_is_on_its_way_is_not_decided_by_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = KeyReader()
    monkeypatch.setattr(key_desk, "READER", reader)
    found_sample(tmp_path / "sample")

    async def scan() -> list[Fact]:
        with Session(tmp_path / "sample") as session:
            app = CeremonyApp(session)
            async with app.run_test() as pilot:
                await pilot.pause()
                number = next(iter(session.state.guests))
                digits = payload(session.state.guests[number].code)
                came = asyncio.get_running_loop().time()
                for part in (digits[:5], digits[5:] + "\r"):
                    for sign in part:
                        key = events.Key("enter" if sign == "\r" else sign, None if sign == "\r" else sign)
                        key.time = came
                        app.post_message(key)
                    # The rest was read at once, but the program is told of it only now.
                    reader.newest = came = came + 0.001
                    await asyncio.sleep(1.8)
                return facts(session.state)

    assert [kind for kind, _about in run(scan())] == ["admitted"]


def test_a_key_acts_though_nothing_is_read_any_more(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = KeyReader()
    monkeypatch.setattr(key_desk, "READER", reader)

    async def press() -> str:
        app = CeremonyApp(session)
        async with app.run_test() as pilot:
            await pilot.pause()
            reader.wait()
            await asyncio.sleep(1.0)
            app.post_message(events.Key("f1", None))
            await asyncio.sleep(4.0)
            return type(app.screen).__name__

    assert run(press()) == "HelpScreen"
