"""The promises of the judge, over streams of keys of every kind with their times."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import damm

from data.scanning.codes import new_code, payload, read_code
from tests.tui.scanning.key_judge.board import Board
from tests.tui.scanning.key_judge.kinds import (
    ETX,
    FOREIGN,
    GS,
    PACES,
    SLOW,
    STX,
    Pressed,
    broken,
    by_hand,
    card,
    foreign,
    keys_of,
    paused,
)
from tests.tui.scanning.typing.line import Line

CHANCES = st.integers(0, 2**32).map(Random)
COMMANDS = ("p", "b", "x", "space", "plus", "minus", "m", "enter", "f2", "ctrl+g", "up", "escape", "tab")


def code_of(chance: Random) -> str:
    body = f"{chance.randrange(10, 100)}{chance.randrange(1, 400):04}{chance.randrange(10**7):07}"
    return body + str(damm.calc_check_digit(body))


def burst(kind: str, code: str, chance: Random) -> list[Pressed]:
    """A stream no part of which a hand could have typed."""
    if kind == "foreign":
        return foreign(chance)
    pressed = card(code, chance) if kind == "card" else broken(code, chance)
    return pressed if max(key.after for key in pressed[1:4]) < 0.08 else foreign(chance)


def into(line: Line, pressed: list[Pressed]) -> None:
    for key, character, after in pressed:
        line.wait(after, settling=False)
        line.press(key, character)


def read(scans: list[str]) -> list[str | None]:
    return [read_code(scan) for scan in scans]


@given(CHANCES, st.lists(st.sampled_from(["card", "foreign", "broken"]), min_size=1, max_size=5))
def test_no_key_of_a_burst_acts_as_a_command(chance: Random, kinds: list[str]) -> None:
    board = Board()
    for kind in kinds:
        pressed = burst(kind, code_of(chance), chance)
        before = len(board.acted)
        board.receive(pressed)
        board.wait()
        assert board.acted[before:] == [], pressed


def test_digits_that_come_as_slowly_as_a_hands_act_on_nothing_but_are_read() -> None:
    for pace in SLOW:
        board, code = Board(), new_code("42", 17)
        board.receive(keys_of(payload(code) + "\r", pace, Random(1)))
        board.wait()
        assert read(board.scans) == [code]
        assert all(key.isdecimal() for key, _late in board.acted)


@given(CHANCES, st.sampled_from([STX, ETX, GS]), st.sampled_from(PACES))
def test_no_sign_with_ctrl_that_a_scanner_adds_acts_in_a_line(chance: Random, sign: str, pace: float) -> None:
    text = chance.choice((payload(code_of(chance)), *FOREIGN))
    line, pressed = Line(), keys_of(chance.choice((sign + text, text + sign)), pace, chance)
    into(line, paused(pressed, chance, 0.9))
    line.wait(4.0)
    assert line.commands == [], pressed


@given(CHANCES)
def test_a_sound_card_is_taken_once_where_letters_are_commands(chance: Random) -> None:
    board, code = Board(), code_of(chance)
    pressed = card(code, chance)
    board.receive(pressed)
    board.wait()
    assert read(board.scans) == [code], pressed


@given(CHANCES, st.sampled_from(["", "lan", "Nguyễn Văn ", "10", "0"]))
def test_a_sound_card_is_taken_once_in_a_line_that_then_is_as_it_was_left(chance: Random, left: str) -> None:
    line, code = Line(), code_of(chance)
    into(line, by_hand(left, chance))
    pressed = card(code, chance)
    into(line, pressed)
    line.wait(4.0)
    assert read(line.scans) == [code], pressed
    assert line.entered == []
    assert line.text.startswith(left)
    if pressed[0].character == "0":
        assert line.text == left, pressed


@given(CHANCES, st.lists(st.sampled_from(["foreign", "broken"]), min_size=1, max_size=3))
def test_nothing_that_only_a_scanner_types_is_entered_and_no_card_is_read_in_it(
    chance: Random, kinds: list[str]
) -> None:
    line = Line()
    guests = {code_of(chance) for _guest in range(400)}
    for kind in kinds:
        code = code_of(chance)
        pressed = foreign(chance) if kind == "foreign" else broken(code, chance)
        into(line, pressed)
        line.wait(4.0)
        assert line.entered == [], pressed
        assert not guests & set(read(line.scans)), pressed


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_the_line_end_of_a_short_code_that_was_held_up_is_not_entered(end: str) -> None:
    line = Line()
    line.receive("PXGIBO", 0.039)
    line.wait(0.153, settling=False)
    into(line, keys_of(end, 0.03, Random(1), first=0.0))
    line.wait()
    assert line.entered == []


@given(CHANCES, st.sampled_from(["10", "Trần Thị Hòa", "an xom 3", "5", "57 0008 3131 7376"]))
def test_what_a_person_types_and_enters_is_entered_whole(chance: Random, text: str) -> None:
    line = Line()
    into(line, by_hand(text + "\r", chance))
    line.wait()
    assert line.entered == [text]
    assert line.scans == []


@given(CHANCES)
def test_a_code_typed_by_hand_stays_in_the_line_until_enter(chance: Random) -> None:
    code = code_of(chance)
    line = Line()
    pressed = by_hand(code, chance)
    place = chance.randrange(1, len(pressed))
    pressed[place] = pressed[place]._replace(after=chance.uniform(0.1, 20.0))
    into(line, pressed)
    line.wait(10.0)
    assert (line.text, line.scans) == (code, [])
    into(line, keys_of("\r", 0.2, chance))
    line.wait()
    assert line.entered == [code] or read(line.scans) == [code]


@given(CHANCES, st.lists(st.sampled_from(COMMANDS), min_size=1, max_size=8))
def test_a_persons_key_acts_within_a_tenth_of_a_second(chance: Random, keys: list[str]) -> None:
    board = Board()
    board.receive([Pressed(key, key if len(key) == 1 else None, chance.uniform(0.09, 2.0)) for key in keys])
    board.wait()
    assert [key for key, _late in board.acted] == keys
    assert all(late <= 0.1 for _key, late in board.acted)


@given(CHANCES, st.sampled_from(["lan", "Nguyễn Văn"]))
def test_of_a_person_and_a_scanner_at_once_neither_loses_anything(chance: Random, text: str) -> None:
    line, code = Line(), code_of(chance)
    hand = by_hand(text, chance)
    begin = chance.randrange(len(text))
    scan = keys_of(payload(code) + "\r", chance.choice((0.001, 0.002, 0.005)), chance, first=0.0)
    into(line, hand[: begin + 1])
    line.wait(chance.uniform(0.02, 0.075), settling=False)
    into(line, scan)
    line.wait(0.08, settling=False)
    into(line, [key._replace(after=max(0.0, key.after - 0.05)) for key in hand[begin + 1 :]])
    line.wait()
    assert read(line.scans) == [code]
    assert line.text == text


def test_a_persons_letter_among_the_digits_of_a_scan_stays_in_the_line() -> None:
    code = new_code("42", 17)
    for place in range(1, 15):
        line = Line()
        line.receive("la", 0.15)
        line.wait(0.5)
        line.receive(payload(code)[:place] + "n" + payload(code)[place:] + "\r", 0.002)
        line.wait()
        assert (read(line.scans), line.text) == ([code], "lan"), place


def test_hundreds_of_cards_without_a_pause_are_each_taken_once_whatever_ends_them() -> None:
    codes = [new_code("42", number) for number in range(1, 200)]
    for end in ("\r", "\n", "\r\n", "\t", ""):
        for pace in (0.0, 0.001, 0.02):
            line, board = Line(), Board()
            text = "".join(payload(code) + end for code in codes)
            into(line, keys_of(text, pace, Random(1)))
            board.receive(keys_of(text, pace, Random(1)))
            line.wait()
            board.wait()
            assert read(line.scans) == codes, (end, pace)
            assert read(board.scans) == codes, (end, pace)
            assert (line.text, line.entered, board.acted) == ("", [], [])


def test_a_key_that_a_finger_holds_down_acts_again_and_again() -> None:
    board = Board()
    board.receive(
        [Pressed("down", None, 2.0), Pressed("down", None, 0.5), *[Pressed("down", None, 0.033)] * 30]
    )
    board.wait()
    assert len(board.acted) == 32
    assert max(late for _key, late in board.acted) <= 0.12


def test_enter_held_down_enters_once() -> None:
    line = Line()
    line.receive("lan", 0.15)
    line.wait(0.3)
    line.press("enter", "\r")
    line.wait(0.5, settling=False)
    for _repeat in range(40):
        line.wait(0.033, settling=False)
        line.press("enter", "\r")
    line.wait()
    assert line.entered == ["lan"]
