import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.scanning.codes import (
    decode_typing,
    event_number,
    guest_number,
    is_code,
    looks_scanned,
    new_code,
    payload,
    read_code,
)

EVENTS = st.from_regex(r"[0-9]{2}", fullmatch=True).filter(str.isascii)
CODES = st.builds(new_code, EVENTS, st.integers(0, 99_999))
DIGITS = st.text("0123456789", min_size=1)
# What a person or a typing program may leave before a scan: anything but digits right before it.
LETTERS = st.text(st.characters(categories=["L", "M"], exclude_characters="ăâêôđĂÂÊÔĐ"), min_size=1)
TYPED = {
    "1": "ă",
    "2": "â",
    "3": "ê",
    "4": "ô",
    "5": "\u0300",
    "6": "\u0309",
    "7": "\u0303",
    "8": "\u0301",
    "9": "\u0323",
    "0": "đ",
}


def as_microsoft_types(digits: str) -> str:
    return "".join(TYPED[digit] for digit in digits)


@given(EVENTS, st.integers(0, 99_999))
def test_a_new_code_says_its_event_and_guest(event: str, guest: int) -> None:
    code = new_code(event, guest)
    assert len(code) == 14
    assert is_code(code)
    assert event_number(code) == event
    assert guest_number(code) == guest % 10_000
    assert payload(code) == "00" + code


def test_codes_of_one_guest_differ() -> None:
    assert len({new_code("01", 34) for _card in range(200)}) == 200


@pytest.mark.parametrize(("event", "guest"), [("1", 3), ("001", 3), ("a1", 3), ("٠١", 3), ("01", -1)])
def test_an_impossible_code_is_not_made(event: str, guest: int) -> None:
    with pytest.raises(ValueError, match="no card code"):
        new_code(event, guest)


@given(CODES, st.integers(0, 13), st.integers(1, 9))
def test_any_wrong_digit_is_caught(code: str, place: int, off: int) -> None:
    wrong = str((int(code[place]) + off) % 10)
    assert not is_code(code[:place] + wrong + code[place + 1 :])


@given(CODES, st.integers(0, 12))
def test_any_swap_of_neighbours_is_caught(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert is_code(swapped) == (swapped == code)


@given(st.text("0123456789", min_size=14, max_size=18))
def test_random_digits_are_nobody(digits: str) -> None:
    known = {new_code("01", number) for number in range(1, 500)}
    assert read_code(digits) not in known
    assert read_code("00" + digits[-14:]) not in known


@pytest.mark.parametrize("text", ["", "1", "x" * 14, "１" * 14, "٠" * 14, " 01003412345675", "0" * 13])
def test_what_is_no_code(text: str) -> None:
    assert not is_code(text)


@given(CODES)
def test_a_scan_and_typed_digits_read_the_same(code: str) -> None:
    assert read_code(payload(code)) == read_code(code) == read_code("0" + code) == code


@given(CODES, st.sampled_from(["\r", "\n", "\r\n", "\t", " ", "", "\r\n\r\n"]))
def test_what_a_scanner_ends_with_does_not_matter(code: str, end: str) -> None:
    assert read_code(payload(code) + end) == code


@given(CODES, LETTERS)
def test_letters_left_in_the_box_never_give_another_code(code: str, debris: str) -> None:
    assert read_code(debris + payload(code)) == code
    # VNI in the typing program takes zeros after letters for "no tone mark".
    assert read_code(debris + payload(code)[1:]) == code
    assert read_code(debris + code) == code


@given(CODES, st.text())
def test_whatever_is_left_in_the_box_never_gives_another_code(code: str, debris: str) -> None:
    assert read_code(debris + payload(code)) in (code, None)


@given(CODES, DIGITS)
def test_digits_left_in_the_box_are_not_part_of_the_code(code: str, debris: str) -> None:
    assert read_code(debris + payload(code)) == code


@given(CODES, CODES)
def test_of_two_scans_in_one_the_last_counts(first: str, second: str) -> None:
    assert read_code(payload(first) + payload(second)) == second


@given(CODES, st.text("123456789", min_size=1, max_size=6))
def test_a_long_number_that_is_no_card_is_not_believed(code: str, before: str) -> None:
    assert read_code(before + code) is None


@given(st.integers(0, 99), st.integers(0, 15))
def test_a_scan_that_lost_a_digit_is_no_other_guest(guest: int, place: int) -> None:
    cards = [new_code("36", number) for number in range(100)]
    scan = payload(cards[guest])
    assert read_code(scan[:place] + scan[place + 1 :]) not in {*cards} - {cards[guest]}


@given(CODES)
def test_letters_after_the_code_spoil_it(code: str) -> None:
    assert read_code(payload(code) + "a") is None


@given(CODES, DIGITS)
def test_a_national_identity_card_is_never_a_code(code: str, number: str) -> None:
    assert read_code(f"034090001234|{number}|NGUYỄN VĂN A|{code}") is None


@given(CODES)
def test_microsofts_layout_is_undone(code: str) -> None:
    typed = as_microsoft_types(payload(code))
    assert decode_typing(typed) == payload(code)
    assert read_code(typed + "\r") == code
    assert read_code(typed.upper()) == code


@given(DIGITS)
def test_typing_round_trip(digits: str) -> None:
    assert decode_typing(as_microsoft_types(digits)) == digits


def test_other_letters_stay_as_they_are() -> None:
    name = unicodedata.normalize("NFC", "Nguyễn Tường Vy 12-x")
    assert decode_typing(name) == name


@given(CODES)
def test_a_scan_looks_scanned(code: str) -> None:
    assert looks_scanned(payload(code))
    assert looks_scanned(payload(code)[:13])
    assert looks_scanned("lan" + as_microsoft_types(payload(code)))


@pytest.mark.parametrize(
    "text", ["34", "0912345678", "84912345678", "0912345678 0987654321", "Nguyễn Văn Đô", "", "034090001234"]
)
def test_what_people_type_does_not_look_scanned(text: str) -> None:
    assert not looks_scanned(text)


def test_an_identity_card_looks_scanned() -> None:
    assert looks_scanned("034090001234|123456789|NGUYỄN VĂN A|01011990|Nam|Thôn Khả Tân")
