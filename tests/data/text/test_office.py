import pytest

from data.text.people.names import proper
from data.text.people.office import Named, capital, join_office, read_named, split_office, title_alone
from data.text.people.same_body import one_body


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
        ("Trưởng Thôn", "thôn Khả Tân", ("Trưởng thôn", "thôn Khả Tân")),
        ("Trưởng Thôn", "", ("Trưởng thôn", "thôn")),
        ("Hiệu trưởng trường THCS", "Trường THCS", ("Hiệu trưởng", "Trường THCS")),
        ("Trưởng trạm Y tế xã", "Trạm Y tế", ("Trưởng trạm", "Trạm Y tế xã")),
        ("Bí thư Đoàn xã", "Đoàn TN", ("Bí thư", "Đoàn xã")),
        ("Chỉ huy trưởng BCHQS", "BCHQS xã", ("Chỉ huy trưởng", "BCHQS xã")),
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


@pytest.mark.parametrize(
    ("title", "unit", "told"),
    [
        ("Chủ tịch Ủy ban MTTQ huyện", "UBMTTQ huyện", "Chủ tịch Ủy ban MTTQ huyện"),
        ("Chủ tịch UBMTTQ Việt Nam huyện", "Uỷ ban MTTQ huyện", "Chủ tịch UBMTTQ Việt Nam huyện"),
        ("Chủ tịch UB MTTQ xã", "Ủy ban MTTQ xã Duyên Hải", "Chủ tịch Ủy ban MTTQ xã Duyên Hải"),
        ("Phó Chủ tịch UBND huyện", "Ủy ban nhân dân huyện", "Phó Chủ tịch Ủy ban nhân dân huyện"),
        ("Giám đốc Hợp tác xã", "HTX Tân Lập", "Giám đốc Hợp tác xã Tân Lập"),
        ("Trưởng Ban công tác Mặt trận", "Ban CTMT thôn", "Trưởng Ban công tác Mặt trận thôn"),
        ("Trưởng Ban CTMT", "Ban Công tác Mặt trận thôn", "Trưởng Ban Công tác Mặt trận thôn"),
        ("Chủ tịch Hội CCB xã", "Hội Cựu chiến binh xã", "Chủ tịch Hội Cựu chiến binh xã"),
        ("Bí thư Huyện ủy", "Huyện uỷ", "Bí thư Huyện ủy"),
        ("Bí thư Đoàn xã", "Đoàn TN", "Bí thư Đoàn xã"),
        ("Bí thư Đoàn Thanh niên", "Đoàn xã", "Bí thư Đoàn xã"),
        ("Chỉ huy trưởng BCHQS", "BCHQS xã", "Chỉ huy trưởng BCHQS xã"),
        ("Chỉ huy trưởng Ban CHQS xã", "BCHQS", "Chỉ huy trưởng Ban CHQS xã"),
        ("Chủ tịch Hội Nông dân xã", "Hội ND xã", "Chủ tịch Hội Nông dân xã"),
        ("Chủ tịch Hội LHPN xã", "Hội PN", "Chủ tịch Hội LHPN xã"),
        ("Chủ tịch Công đoàn", "Công đoàn trường THCS", "Chủ tịch Công đoàn trường THCS"),
        ("Trạm trưởng Trạm y tế", "Trạm Y tế xã", "Trạm trưởng Trạm Y tế xã"),
        ("Chánh văn phòng", "Văn phòng UBND huyện", "Chánh Văn phòng UBND huyện"),
        ("Trưởng Công an", "CA xã", "Trưởng Công an xã"),
        ("Trưởng Thôn", "Thôn Đông Hải", "Trưởng thôn Đông Hải"),
        ("Bí thư chi bộ thôn", "Thôn Đông Hải", "Bí thư chi bộ thôn Đông Hải"),
    ],
)
def test_one_body_under_two_names_is_said_once_and_in_full(title: str, unit: str, told: str) -> None:
    assert join_office(title, unit) == told
    assert join_office(*title_alone(title, unit)) == told


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Chủ tịch Hội Nông dân xã", "Hội Phụ nữ xã"),
        ("Phó Trưởng Công an xã", "Công an huyện"),
        ("Giám đốc HTX Tân Tiến", "HTX Tân Lập"),
        ("Giám đốc HTX Nông nghiệp", "HTX Tân Lập"),
        ("Trưởng Công an xã", "Công an Duyên Hải"),
        ("Bí thư chi đoàn thôn", "Đoàn xã"),
    ],
)
def test_two_bodies_are_both_said(title: str, unit: str) -> None:
    assert join_office(title, unit) == f"{title} {unit}"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("đại úy nguyễn văn ba", "Đại úy Nguyễn Văn Ba"),
        ("thượng tá lê mạnh cường", "Thượng tá Lê Mạnh Cường"),
        ("trưởng thôn đỗ văn tư", "Trưởng thôn Đỗ Văn Tư"),
        ("đại tá", "Đại Tá"),
    ],
)
def test_a_rank_before_a_name_has_one_capital(typed: str, name: str) -> None:
    assert proper(typed) == name


def test_texts_longer_than_any_bodys_name_are_one_body_only_where_they_are_the_same() -> None:
    long = " ".join(["Ủy ban"] * 3000)
    assert one_body(long, long) == long
    assert one_body(long, f"{long} huyện") == ""
    assert title_alone(f"Thành viên {long[:2000]}", "Ủy ban nhân dân xã")[1]
