"""Guests whom no delegation of the plan fits stand by the level of their office, not behind the village."""

import pytest

from data.documents.signing_sheet.tables import delegates_by_protocol
from data.model.guest import Guest
from data.queries.stage.spoken.introduction import introduction_order
from data.scanning.codes import new_code
from data.session.session import Session
from data.text.people.office_level import leads_level, level_of
from tests.conftest import list_guests

OTHERS = "khach-moi-khac"
LISTED = (
    ("Trưởng thôn", "thôn Khả Tân", "ban-ctmt"),
    ("Nhà tài trợ", "", OTHERS),
    ("Chủ tịch UBND xã", "", "cap-uy-xa"),
    ("Hiệu trưởng", "Trường Tiểu học xã", OTHERS),
    ("Phó Chủ tịch", "UBND huyện", OTHERS),
    ("Chủ tịch", "Ủy ban MTTQ huyện", "mttq-huyen"),
    ("Giám đốc", "Bệnh viện huyện", OTHERS),
    ("Bí thư Huyện ủy", "", OTHERS),
    ("Trưởng Công an huyện", "", "cong-an-huyen"),
    ("Phó Giám đốc", "Sở Tư pháp tỉnh", OTHERS),
    ("Phó Chủ tịch", "HĐND tỉnh", OTHERS),
)
IN_ORDER = (
    *("Phó Chủ tịch HĐND tỉnh", "Phó Giám đốc Sở Tư pháp tỉnh"),
    *("Phó Chủ tịch UBND huyện", "Bí thư Huyện ủy", "Chủ tịch Ủy ban MTTQ huyện", "Trưởng Công an huyện"),
    *("Giám đốc Bệnh viện huyện", "Chủ tịch UBND xã", "Hiệu trưởng Trường Tiểu học xã"),
    *("Trưởng thôn thôn Khả Tân", "Nhà tài trợ"),
)


def test_what_the_mc_reads_and_the_lists_follow_the_level(session: Session) -> None:
    number = session.state.event.number
    names = {f"Lê Văn {place}" for place in range(101, 101 + len(LISTED))}
    list_guests(
        session,
        [
            Guest(
                number=place, kind="delegate", name=f"Lê Văn {place}", code=new_code(number, place),
                title=title, organisation=body, delegation=group,
            )
            for place, (title, body, group) in enumerate(LISTED, start=101)
        ],
    )  # fmt: skip
    for order in (introduction_order(session.state), delegates_by_protocol(session.state)):
        told = tuple(f"{guest.title} {guest.organisation}".strip() for guest in order if guest.name in names)
        assert told == IN_ORDER


@pytest.mark.parametrize(
    ("office", "level", "leads"),
    [
        ("Bí thư Huyện ủy", 2, True),
        ("Phó Bí thư Thường trực Tỉnh ủy", 1, True),
        ("Chủ tịch UBND xã Duyên Hải, huyện Hưng Hà", 3, True),
        ("Phó Chủ tịch huyện", 2, True),
        ("Chủ tịch Hội Nông dân huyện", 2, False),
        ("Giám đốc Hợp tác xã Tân Lập", None, False),
        ("Phòng Lao động, Thương binh và Xã hội huyện", 2, False),
        ("Nhà tài trợ", None, False),
    ],
)
def test_an_office_says_its_level(office: str, level: int | None, leads: bool) -> None:
    assert (level_of(office), leads_level(office)) == (level, leads)
