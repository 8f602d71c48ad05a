"""What looks the same to a searcher folds alike; what a searcher types as a sign stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Nguyễn Văn Đức", "nguyen van duc"),
        ("  ĐẶNG   thị\tƯớc ", "dang thi uoc"),
        ("Hoà", "hoa"),
        ("Hòa", "hoa"),
        ("Quỳnh Yến Lưỡng Ất Ẵm", "quynh yen luong at am"),
        ("=1+1", "=1+1"),
        ("[/b]", "[/b]"),
        ("[VIP] Hoa", "[vip] hoa"),
        ("İ™", "itm"),
        ("", ""),
    ],
)
def test_case_tones_and_marks_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126)))
def test_ascii_loses_nothing_but_its_case(text: str) -> None:
    assert fold(text) == text.lower()
