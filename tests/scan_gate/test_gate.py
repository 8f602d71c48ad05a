import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui.scan_gate import PASS, ScanDetector, Verdict

from data.scanning.codes import new_code, payload, read_code

KEYS = {"\r": "enter", "\n": "ctrl+j", "\t": "tab"}
_MICROSOFT = dict(zip("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ", strict=True))


def typed(gate: ScanDetector, text: str, at: float = 10.0, apart: float = 0.001) -> list[Verdict]:
    verdicts = []
    for place, character in enumerate(text):
        key = KEYS.get(character, character)
        verdicts.append(gate.feed(key, None if character in KEYS else character, at + place * apart))
    return verdicts


def scans(verdicts: list[Verdict]) -> list[str]:
    return [verdict.scan for verdict in verdicts if verdict.scan]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\t", ""])
def test_every_line_end_of_a_scanner_gives_exactly_one_scan_each_and_reaches_no_widget(end: str) -> None:
    codes = [payload(new_code("17", number)) for number in range(50)]
    verdicts = typed(ScanDetector(), "".join(code + end for code in codes))
    assert scans(verdicts) == codes
    stride = 16 + len(end)
    for place, verdict in enumerate(verdicts):
        assert verdict.passes == (place % stride < 15)


def test_the_digits_that_passed_are_named_so_that_they_can_be_taken_back() -> None:
    code = payload(new_code("17", 3))
    assert typed(ScanDetector(), code)[-1].typed == code[:-1]


def test_a_damaged_code_with_a_line_end_is_taken_as_a_scan_and_its_enter_is_swallowed() -> None:
    code = payload(new_code("17", 3))
    damaged = code[:-1] + str((int(code[-1]) + 1) % 10)
    verdicts = typed(ScanDetector(), damaged + "\r\n")
    assert scans(verdicts) == [damaged]
    assert not verdicts[-1].passes
    assert not verdicts[-2].passes


def test_digits_typed_by_microsofts_vietnamese_layout_are_a_scan() -> None:
    code = payload(new_code("17", 3))
    verdicts = typed(ScanDetector(), "".join(_MICROSOFT[digit] for digit in code))
    assert scans(verdicts) == [code]
    assert verdicts[-1].typed == "".join(_MICROSOFT[digit] for digit in code[:-1])


def test_a_person_who_types_a_number_and_later_scans_gets_both() -> None:
    gate, code = ScanDetector(), payload(new_code("17", 3))
    assert scans(typed(gate, "10", at=5.0)) == []
    assert scans(typed(gate, code, at=9.0)) == [code]


@pytest.mark.parametrize("end", ["\r", "\r\n", "\t", ""])
def test_a_national_identity_card_is_one_refused_scan_and_no_letter_of_it_passes(end: str) -> None:
    gate = ScanDetector()
    card = "034085001234|150123456|Nguyễn Văn A|01011985|Nam|Thôn Khả Tân|10052021"
    verdicts = typed(gate, card + end)
    assert scans(verdicts) == ["034085001234|"]
    assert [verdict.passes for verdict in verdicts[12:]] == [False] * (len(card) - 12 + len(end))
    assert verdicts[12].typed == "034085001234"
    assert gate.feed("a", "a", 20.0) == PASS


@pytest.mark.parametrize("end", ["\r", ""])
def test_a_code_to_pay_into_an_account_is_one_refused_scan_and_its_letters_go_nowhere(end: str) -> None:
    gate = ScanDetector()
    verdicts = typed(gate, "00020101021238570010A000000727pbx" + end)
    assert scans(verdicts) == ["00020101021238570010A"]
    assert read_code("00020101021238570010A") is None
    assert verdicts[20].typed == "00020101021238570010"
    assert not any(verdict.passes for verdict in verdicts[20:])
    assert gate.feed("p", "p", 11.0) == PASS


def test_a_bar_that_a_person_types_passes() -> None:
    assert all(verdict == PASS for verdict in typed(ScanDetector(), "xóm 3 | 0912345 |"))


def test_an_enter_that_comes_long_after_a_scan_is_a_persons() -> None:
    gate = ScanDetector()
    typed(gate, payload(new_code("17", 3)), at=5.0)
    assert gate.feed("enter", None, 7.0) == PASS


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_text_of_a_person_passes_whole_unless_it_holds_a_long_run_of_digits(text: str) -> None:
    from data.scanning.codes import decode_typing

    digits = sum(c.isdigit() for c in decode_typing(text))
    verdicts = typed(ScanDetector(), text.replace("\r", "").replace("\n", "").replace("\t", ""))
    if digits < 13:
        assert all(verdict == PASS for verdict in verdicts)


@given(st.lists(st.integers(0, 9999), min_size=1, max_size=8), st.sampled_from(["", "12", "lan", "Nguyễn "]))
def test_what_stood_in_the_box_before_never_changes_what_was_scanned(numbers: list[int], before: str) -> None:
    gate = ScanDetector()
    typed(gate, before, at=1.0)
    codes = [payload(new_code("42", number)) for number in numbers]
    assert scans(typed(gate, "".join(code + "\r" for code in codes), at=5.0)) == codes
