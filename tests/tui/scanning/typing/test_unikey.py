"""The model of UniKey types Vietnamese as UniKey does; what it makes of a scan is believed after that."""

import pytest

from tests.tui.scanning.typing.microsoft import microsoft
from tests.tui.scanning.typing.unikey import BACKSPACE, Method, UniKey

NAMES: list[tuple[Method, str, str]] = [
    ("telex", "Nguyeenx Thij Huwowng ", "Nguyễn Thị Hương "),
    ("vni", "Nguye6n4 Thi5 Hu7o7ng ", "Nguyễn Thị Hương "),
    ("telex", "Nguyenex Ddinhf Quys ", "Nguyễn Đình Quý "),
    ("vni", "D9inh2 Hoa2 Giang Ye6n1 ", "Đình Hoà Giang Yến "),
    ("telex", "vieetj ", "việt "),
    ("telex", "NGUYEENX ", "NGUYỄN "),
    ("vni", "lan10 ", "lan "),
]


def on_screen(received: str) -> str:
    text = ""
    for character in received:
        text = text[:-1] if character == BACKSPACE else text + character
    return text


@pytest.mark.parametrize(("method", "keys", "name"), NAMES)
def test_names_come_out_as_the_rules_say(method: Method, keys: str, name: str) -> None:
    assert on_screen(UniKey(method).type(keys)) == name


def test_composition_takes_letters_back_and_types_them_anew() -> None:
    assert UniKey("telex").type("vieetj") == "vie" + BACKSPACE + "êt" + BACKSPACE * 2 + "ệt"


def test_digits_alone_pass_as_they_are() -> None:
    for method in ("telex", "vni"):
        assert UniKey(method).type("0012345678901234\r") == "0012345678901234\r"


def test_the_first_zero_after_a_word_with_a_tone_is_taken_for_a_key_of_vni() -> None:
    assert on_screen(UniKey("vni", restores=False).type("lan100123\r")) == "lan0123\r"


def test_a_marked_word_that_digits_spoil_is_taken_back_when_it_ends() -> None:
    received = UniKey("telex").type("laan0012\r")
    assert received == "la" + BACKSPACE + "ân0012" + BACKSPACE * 6 + "aan0012\r"


def test_the_digit_row_of_microsofts_layout_types_letters_and_marks() -> None:
    assert microsoft("10") == "ăđ"
    assert microsoft("10", caps_lock=True) == "ĂĐ"
    assert microsoft("59") == "\u0300\u0323"
