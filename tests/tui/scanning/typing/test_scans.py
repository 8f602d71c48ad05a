"""A card is read through every keyboard setting, and never as somebody else's."""

from random import Random

import pytest

from data.scanning.codes import new_code, payload, read_code
from tests.tui.scanning.typing.line import Line
from tests.tui.scanning.typing.trial import scanned, trials
from tests.tui.scanning.typing.unikey import Method, UniKey

CODE = new_code("42", 17)


def guests(count: int) -> dict[str, int]:
    return {new_code("42", number): number for number in range(1, count + 1)}


def test_no_keyboard_setting_reads_a_card_as_another_guest_and_an_empty_field_reads_every_one() -> None:
    for trial in trials(guests(150), Random(20220615)):
        assert trial.wrong == 0, trial
        assert trial.right == trial.scans, trial


@pytest.mark.parametrize("method", ["telex", "vni"])
def test_a_marked_word_in_a_form_survives_what_unikey_takes_back_after_a_scan(method: Method) -> None:
    line, unikey = Line(), UniKey(method)
    left = "Hoa cho " + ("laan" if method == "telex" else "la6n")
    line.keys([unikey.press(key) for key in left], 0.15)
    line.wait(2.0)
    line.receive(unikey.type(payload(CODE) + "\r"))
    assert {read_code(scan) for scan in line.scans} == {CODE}
    assert line.text == "Hoa cho lân"


@pytest.mark.parametrize("apart", [0.002, 0.02, 0.3, 0.9])
@pytest.mark.parametrize("left", ["nguye64", "tha81", "Hue65", "D9o64", "Hoa2", "lan", "The61"])
def test_a_scan_whose_first_zero_vni_takes_for_a_tone_is_read_and_the_line_is_as_it_was(
    left: str, apart: float
) -> None:
    for restores in (True, False):
        line, unikey = Line(), UniKey("vni", restores=restores)
        line.keys([unikey.press(key) for key in left], 0.15)
        line.wait(2.0)
        before = line.text
        line.keys([unikey.press(key) for key in payload(CODE) + "\r"], apart)
        line.wait(3.0)
        assert [read_code(scan) for scan in line.scans] == [CODE]
        assert (line.text, line.entered) == (before, [])


def test_a_person_may_delete_right_after_a_scan() -> None:
    line = Line()
    line.receive("Lan ", 0.15)
    line.wait(0.2)
    line.receive(payload(CODE) + "\r")
    line.wait()
    line.receive("\x7f")
    assert line.text == "Lan"


def test_a_damaged_code_of_a_scanner_without_a_line_end_is_answered_too() -> None:
    line = Line()
    line.receive("Lan" + payload(CODE)[:-1])
    assert line.scans == []
    line.wait()
    assert line.scans == [payload(CODE)[:-1]]
    assert line.text == "Lan"


def test_a_zero_typed_right_before_a_scan_does_not_shift_it() -> None:
    for number in range(200):
        code = new_code("42", number)
        assert scanned("telex", False, "0", code, "\r") == [payload(code)]
