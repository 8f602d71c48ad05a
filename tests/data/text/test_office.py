import pytest

from data.text.people.office import Named, capital, read_named, split_office, title_alone


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        (
            "ông Trần Văn Long, Chủ tịch Ủy ban MTTQ xã",
            ("Trần Văn Long", "ông", "Chủ tịch", "Ủy ban MTTQ xã"),
        ),
        ("Bà Lệ Hà, Chủ tịch, Ủy ban MTTQ huyện", ("Lệ Hà", "bà", "Chủ tịch", "Ủy ban MTTQ huyện")),
        ("Lê Văn A", ("Lê Văn A", "", "", "")),
        ("bà C, Phó Trưởng Công an huyện", ("C", "bà", "Phó Trưởng Công an", "Công an huyện")),
        ("ông D, Trưởng thôn Khả Tân", ("D", "ông", "Trưởng thôn", "thôn Khả Tân")),
        (
            "ông E, Thượng tá, Phó Trưởng Công an huyện",
            ("E", "ông", "Thượng tá, Phó Trưởng Công an", "Công an huyện"),
        ),
        ("{{ thôn }} Bùi", ("{{ thôn }} Bùi", "", "", "")),
        ("", ("", "", "", "")),
    ],
)
def test_a_person_is_read_in_parts_and_kept_so(typed: str, parts: tuple[str, ...]) -> None:
    named = read_named(typed)
    assert (named.name, named.honorific, named.title, named.unit) == parts
    assert read_named(named.kept) == named


def test_what_title_and_body_share_is_spoken_once() -> None:
    assert read_named("bà C, Phó Trưởng Công an huyện").spoken == "bà C, Phó Trưởng Công an huyện"
    assert (
        Named("B", "bà", "Trưởng ban", "Ban Công tác Mặt trận").spoken == "bà B, Trưởng Ban Công tác Mặt trận"
    )


@pytest.mark.parametrize(
    ("title", "unit", "alone"),
    [
        ("Chủ tịch UBND xã", "UBND xã Duyên Hải", ("Chủ tịch", "UBND xã Duyên Hải")),
        ("Chủ tịch MTTQ xã", "", ("Chủ tịch", "MTTQ xã")),
        ("Chủ tịch Hội Phụ nữ xã", "xã Duyên Hải", ("Chủ tịch Hội Phụ nữ xã", "xã Duyên Hải")),
        ("Chi hội trưởng Cựu chiến binh", "thôn Khả Tân", ("Chi hội trưởng Cựu chiến binh", "thôn Khả Tân")),
        ("Phóng viên", "Báo Thái Bình", ("Phóng viên", "Báo Thái Bình")),
        ("", "Báo Thái Bình", ("", "Báo Thái Bình")),
    ],
)
def test_a_title_never_swallows_the_body_nor_loses_another(
    title: str, unit: str, alone: tuple[str, str]
) -> None:
    assert title_alone(title, unit) == alone


def test_a_text_that_is_only_a_body_has_no_title() -> None:
    assert split_office("Ủy ban MTTQ xã") == ("", "Ủy ban MTTQ xã")


def test_a_line_begins_with_a_capital() -> None:
    assert capital("ông/bà Lê Văn A") == "Ông/Bà Lê Văn A"
    assert capital("ông Lê") == "Ông Lê"
    assert capital("") == ""
