"""Ông, Bà, Đồng chí: known, or a guess that says so; never both at once."""

import pytest

from data.text.people.honorific import addressed, likely_honorific
from data.text.typed.form_of_address import part_name, read_honorific


@pytest.mark.parametrize(
    ("name", "likely"),
    [
        ("Nguyễn Thị Lệ Hà", "Bà"),
        ("Trần Văn Long", "Ông"),
        ("Lê Đức Anh", ""),
        ("Nguyễn Văn Thị Hà", ""),
        ("Thị Hà", ""),
        ("Nguyễn Hoàng Văn", ""),
        ("", ""),
    ],
)
def test_a_middle_name_is_a_guess(name: str, likely: str) -> None:
    assert likely_honorific(name) == likely


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ong", "Ông"),
        ("Ong", "Ông"),
        ("o", "Ông"),
        ("ba", "Bà"),
        ("dong chi", "Đồng chí"),
        ("đc", "Đồng chí"),
        ("linh muc", "Linh mục"),
        ("Thượng toạ", "Thượng tọa"),
        ("dai duc", "Đại đức"),
        ("ni su", "Ni sư"),
        ("BÀ", "Bà"),
        ("đ/c", "Đồng chí"),
        ("đồng chí", "Đồng chí"),
        ("ông/bà", ""),
        ("GS", "GS"),
    ],
)
def test_forms_of_address_are_kept_in_one_spelling(typed: str, kept: str) -> None:
    assert read_honorific(typed) == kept


def test_what_is_known_is_said_and_what_is_guessed_is_marked() -> None:
    assert addressed("Nguyễn Thị Hà", "Đồng chí", guess=True) == "đồng chí Nguyễn Thị Hà"
    assert addressed("bà Nguyễn Thị Hà") == "bà Nguyễn Thị Hà"
    assert addressed("Nguyễn Thị Hà", guess=True) == "bà (?) Nguyễn Thị Hà"
    assert addressed("Nguyễn Thị Hà") == "ông/bà Nguyễn Thị Hà"
    assert addressed("Lê Đức Anh", guess=True) == "ông/bà Lê Đức Anh"
    assert part_name("ông/bà Lê Đức Anh") == ("", "Lê Đức Anh")


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("ba Nguyễn Thị Lành", ("Bà", "Nguyễn Thị Lành")),
        ("Ba nguyen thi lanh", ("Bà", "nguyen thi lanh")),
        ("ong Thượng tá Lê Mạnh Cường", ("Ông", "Thượng tá Lê Mạnh Cường")),
        ("thượng tọa Thích Minh Tuệ", ("Thượng tọa", "Thích Minh Tuệ")),
        ("Ba Lành", ("", "Ba Lành")),
    ],
)
def test_what_was_typed_before_a_name_is_read_with_and_without_marks(
    typed: str, parts: tuple[str, str]
) -> None:
    assert part_name(typed) == parts
