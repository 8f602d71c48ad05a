import unicodedata
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from data.documents.cards.type import ASCENT, DESCENT, Face, fit, font, length, write

TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
SMALL = [unicodedata.normalize("NFC", letter + tone) for letter in "aăâeêioôơuưy" for tone in TONES]
LETTERS = [*SMALL, "đ", *(letter.upper() for letter in SMALL), "Đ"]
SIGNS = "0123456789·…“”–.,:()/"
BOX = (500, 180)


@pytest.mark.parametrize("face", get_args(Face))
def test_every_vietnamese_letter_has_a_glyph(face: Face) -> None:
    type_ = font(face, 100)
    missing = bytes(type_.getmask("\uffff"))
    assert all(len(letter) == 1 for letter in LETTERS)
    assert len(set(LETTERS)) == 146
    assert [sign for sign in [*LETTERS, *SIGNS] if bytes(type_.getmask(sign)) == missing] == []
    assert len({bytes(type_.getmask(letter)) for letter in LETTERS}) == 146


@pytest.mark.parametrize("face", get_args(Face))
@settings(max_examples=30, deadline=None)
@given(
    st.text([*LETTERS, *SIGNS, " ", "\u0323", "\u202e"], max_size=20), st.integers(8, 152), st.integers(1, 9)
)
def test_text_of_letters_drawn_before_is_as_long_and_looks_as_pillow_draws_it(
    face: Face, text: str, size: int, line: int
) -> None:
    by_letters, whole = (Image.new("L", (400, 400), 128) for _ in range(2))
    place = (40.5, 200 + size * (ASCENT + 1.2 * line) % 1)
    write(ImageDraw.Draw(by_letters), place, text, face, size, 0)
    ImageDraw.Draw(whole).text(place, text, fill=0, font=font(face, size), anchor="ls")
    assert length(text, face, size) == font(face, size).getlength(text)
    # Where two letters touch, one mask for both rounds once and two of them twice.
    assert not any(ImageChops.difference(by_letters, whole).histogram()[3:])


@pytest.mark.parametrize("face", get_args(Face))
def test_no_letter_is_higher_or_deeper_than_its_line(face: Face) -> None:
    boxes = [font(face, 100).getbbox(letter, anchor="ls") for letter in LETTERS]
    assert min(box[1] for box in boxes) >= -ASCENT * 100
    assert max(box[3] for box in boxes) <= DESCENT * 100


@given(st.text("Nguyễn ThịÁWi ", max_size=300), st.integers(1, 12))
def test_what_is_set_is_whole_and_inside(text: str, most_lines: int) -> None:
    setting = fit(text, "Bold", BOX, most_lines=most_lines, largest=84, smallest=4)
    if setting.lines and setting.lines[-1].endswith("…"):
        return
    assert "".join(setting.lines).replace(" ", "") == "".join(text.split())
    assert len(setting.lines) <= most_lines
    assert setting.height <= BOX[1]
    assert all(setting.font.getlength(line) <= BOX[0] for line in setting.lines)


@pytest.mark.parametrize("name", ["x" * 300, "W" * 300, "Nguyễn " * 43, "Nguyễn Thị Minh Nguyệt " * 13])
def test_three_hundred_letters_are_whole_and_readable(name: str) -> None:
    setting = fit(name, "Black", BOX, most_lines=12, largest=84)
    assert "".join(setting.lines).replace(" ", "") == name.replace(" ", "")
    assert setting.size >= 15


def test_more_than_can_be_set_ends_in_an_ellipsis() -> None:
    setting = fit("W" * 5000, "Black", BOX, most_lines=12, largest=84)
    assert setting.lines[-1].endswith("W…")
    assert all(setting.font.getlength(line) <= BOX[0] for line in setting.lines)
    assert setting.height <= BOX[1]


def test_short_words_are_not_broken_and_lines_are_balanced() -> None:
    setting = fit("Nguyễn Thị Minh Ánh", "Black", BOX, most_lines=2, largest=70)
    assert setting.lines == ("Nguyễn Thị", "Minh Ánh")


def test_nothing_takes_no_room() -> None:
    setting = fit(" \n ", "Bold", BOX, most_lines=2, largest=70)
    assert (setting.lines, setting.height) == ((), 0)
