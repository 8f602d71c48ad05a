"""The usual offices of a commune and a village, without a column that says the delegation."""

import pytest

from data.plans.load import load_plan
from data.roster.guess_delegation import guess
from data.session.session import Session
from data.text.fold import fold

COMMUNE = (
    "Chỉ huy trưởng Ban CHQS xã",
    "Chỉ huy phó BCHQS",
    "Chính trị viên Ban Chỉ huy Quân sự xã",
    "Xã đội trưởng",
    "Chủ tịch Hội Người cao tuổi",
    "Chủ tịch Hội NCT xã",
    "Công chức Văn hoá - Xã hội",
    "Công chức Tư pháp - Hộ tịch",
    "Công chức Địa chính - Xây dựng",
    "Kế toán ngân sách xã",
    "Công chức Tài chính - Kế toán",
    "Công chức Văn phòng - Thống kê",
    "Văn phòng Đảng ủy",
    "Chủ tịch Hội Chữ thập đỏ xã",
    "Chủ tịch Hội Khuyến học",
    "Chủ tịch Hội Cựu TNXP",
    "Chủ tịch Hội Cựu chiến binh",
    "Chủ tịch Hội LHPN xã",
    "Chủ tịch Hội Nông dân",
    "Bí thư Đoàn TNCS Hồ Chí Minh xã",
    "Bí thư Đoàn xã",
    "Phó Bí thư Đoàn thanh niên",
    "Chủ tịch UBND xã",
    "Phó Chủ tịch UBND",
    "Chủ tịch HĐND xã",
    "Bí thư Đảng ủy",
    "Phó Bí thư Thường trực Đảng ủy xã",
    "Trưởng Công an xã",
    "Phó Trưởng Công an xã",
    "Chủ nhiệm Ủy ban Kiểm tra Đảng ủy",
    "Chủ tịch Công đoàn xã",
    "Cán bộ Lao động - TBXH xã",
    "Trưởng ban Văn hóa - Xã hội HĐND xã",
    "Thường trực HĐND",
    "Chủ tịch xã",
    "Phó chủ tịch xã",
    "Bí thư xã đoàn",
    "Chủ tịch Hội nạn nhân chất độc da cam/dioxin xã",
    "Cán bộ văn hóa xã",
    "Cán bộ tư pháp",
)
VILLAGE = (
    "Chi hội trưởng Phụ nữ thôn",
    "Bí thư Chi đoàn thôn",
    "Chi hội trưởng Hội Nông dân",
    "Chi hội trưởng CCB thôn",
    "Chi hội trưởng NCT",
    "Chi hội Phụ nữ",
    "Bí thư Chi đoàn",
    "Bí thư Chi bộ thôn",
    "Phó Bí thư Chi bộ",
    "Trưởng thôn",
    "Phó trưởng thôn",
    "Trưởng xóm",
    "Trưởng Ban công tác Mặt trận thôn",
    "Tổ trưởng Tổ dân phố",
    "Công an viên",
    "Công an viên thôn",
    "Tổ trưởng Tổ bảo vệ an ninh trật tự",
    "Tổ trưởng tổ hòa giải",
    "Thôn đội trưởng",
    "Y tế thôn",
    "Nhân viên y tế thôn bản",
    "Cộng tác viên dân số",
    "Chi hội phó Phụ nữ",
    "Chi hội trưởng Chữ thập đỏ",
    "Trưởng khu dân cư",
    "Tổ trưởng Tổ tự quản",
    "Trưởng bản",
    "Trưởng ấp",
    "Trưởng khu phố",
    "Chi ủy viên",
    "Tổ viên Tổ an ninh trật tự cơ sở",
)
NOWHERE = (
    "Hiệu trưởng Trường Tiểu học",
    "Giám đốc HTX",
    "Phòng Văn hóa - Xã hội huyện",
    "Phòng Lao động - Thương binh và Xã hội huyện",
    "Bí thư Huyện ủy",
    "Phó Chủ tịch UBND huyện",
    "Ngân hàng Chính sách xã hội huyện",
    "Giám đốc Công ty Hòa Bình",
    "Chủ tịch Hội Phụ nữ huyện",
    "Bí thư Huyện đoàn",
)


def guessed(session: Session, office: str) -> str:
    found = guess(office, "", session.state.event)
    return found.delegation.id if found else ""


@pytest.mark.parametrize("office", COMMUNE)
def test_an_office_of_the_commune_is_the_communes(session: Session, office: str) -> None:
    assert guessed(session, office) == "cap-uy-xa"


@pytest.mark.parametrize("office", VILLAGE)
def test_an_office_of_the_village_is_the_villages(session: Session, office: str) -> None:
    assert guessed(session, office) == "ban-ctmt"


@pytest.mark.parametrize("office", NOWHERE)
def test_what_belongs_to_neither_is_not_guessed_at(session: Session, office: str) -> None:
    assert guessed(session, office) == ""


@pytest.mark.parametrize("office", [*COMMUNE, *VILLAGE])
def test_without_marks_it_is_the_same_office(session: Session, office: str) -> None:
    assert guessed(session, fold(office)) == guessed(session, office)


@pytest.mark.parametrize("group", ["cap-uy-xa", "ban-ctmt"])
def test_both_plans_know_the_same_offices(group: str) -> None:
    one, other = (load_plan(plan).delegations for plan in ("ke-hoach-2022", "sinh-hoat-chuyen-de"))
    words = [{word for d in found if d.id == group for word in d.called} for found in (one, other)]
    # Meetings have a group of their own for the commune's police.
    assert words[0] - {"công an xã"} == words[1]
