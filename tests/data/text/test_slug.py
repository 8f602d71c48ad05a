"""A slug is a file name anywhere, whatever it is made from."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text.slug import slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Khả Tân", "kha-tan"),
        ("Hội nghị “ra mắt” / Đồng Thái", "hoi-nghi-ra-mat-dong-thai"),
        ("../../etc/passwd", "etc-passwd"),
        ("--- ", "x"),
        ("", "x"),
        ("漢字", "x"),
        ("Côn", "x-con"),
        ("COM1", "x-com1"),
        ("com¹", "x-com1"),
        ("Con Cuông", "con-cuong"),
    ],
)
def test_vietnamese_text_becomes_a_plain_file_name(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_cut_never_ends_in_a_hyphen() -> None:
    assert slug("Nguyễn Văn", limit=7) == "nguyen"


@given(st.text(), st.integers(1, 60))
def test_a_slug_is_never_empty_never_too_long_and_safe_on_windows(text: str, limit: int) -> None:
    name = slug(text, limit)
    assert 1 <= len(name) <= limit
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert name not in {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}


@given(st.text())
def test_a_slug_of_a_slug_is_itself(text: str) -> None:
    assert slug(slug(text)) == slug(text)
