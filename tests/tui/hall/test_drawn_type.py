"""Large letters made of terminal characters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.large_text.drawn_type import Block, Lettering, Paragraph, large

CAPITALS = (
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ“”0123456789"
)
SIGN = (
    Paragraph("HỘI NGHỊ", 0.82),
    Paragraph("THÀNH LẬP MÔ HÌNH", 0.82),
    Paragraph("“KHU DÂN CƯ AN TOÀN VỀ AN NINH TRẬT TỰ”"),
)


def widths(block: Block) -> set[int]:
    return {sum(len(stretch.text) for stretch in row) for row in block.rows}


@pytest.mark.parametrize("height", [4, 6, 8, 14])
def test_no_two_vietnamese_letters_look_alike_at_any_size(height: int) -> None:
    looks = [large((Paragraph(letter),), 24, height) for letter in CAPITALS]
    assert None not in looks
    assert len(set(looks)) == len(CAPITALS)


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 240), st.integers(1, 60), st.sampled_from(["best", "half-blocks"]))
def test_it_fits_the_room_or_says_that_it_cannot(width: int, height: int, lettering: Lettering) -> None:
    block = large(SIGN, width, height, lettering)
    if block is not None:
        assert len(block.rows) <= height
        assert widths(block) == {width}


@pytest.mark.parametrize(("width", "height"), [(78, 16), (118, 26), (198, 34)])
def test_the_real_title_has_large_letters_on_every_usual_terminal(width: int, height: int) -> None:
    assert large(SIGN, width, height) is not None


def test_more_room_never_makes_the_letters_smaller() -> None:
    heights = [len(block.rows) for width in range(78, 240, 40) if (block := large(SIGN, width, width // 4))]
    assert heights == sorted(heights)


def test_a_word_that_is_too_long_is_never_cut() -> None:
    assert large((Paragraph("N" * 40),), 78, 20) is None
