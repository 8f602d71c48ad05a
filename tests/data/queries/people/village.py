"""A list on which people share their names, offices and groups."""

from data.model.guest import Guest
from data.scanning.codes import new_code
from data.session.session import Session
from tests.conftest import list_guests

HOUSEHOLD, DELEGATE, SON, GUEST, CHAIR = 49, 111, 112, 113, 114
NAME = "Bùi Xuân Tuấn"


def listed(session: Session) -> None:
    """A household and a delegate of one name, and delegates of the groups that are no bodies."""
    number = session.state.event.number
    household = Guest(
        number=HOUSEHOLD, kind="household", name=NAME, code=new_code(number, HOUSEHOLD),
        delegation="ho-gia-dinh", hamlet="Xóm 2", order=HOUSEHOLD, honorific="Ông",
    )  # fmt: skip
    delegates = (
        (DELEGATE, NAME, "Chủ tịch UBND xã", "cap-uy-xa", ""),
        (SON, "Đỗ Hữu Sơn", "Trưởng Ban công tác Mặt trận thôn", "ban-ctmt", ""),
        (GUEST, "Lê Văn Khách", "Chỉ huy trưởng Ban CHQS xã", "khach-moi-khac", ""),
        (CHAIR, "Trần Thị Mận", "Phó Chủ tịch UBMTTQ huyện", "mttq-huyen", "Bà"),
    )
    guests = [
        Guest(
            number=place, kind="delegate", name=name, code=new_code(number, place), title=title,
            delegation=group, honorific=honorific,
        )
        for place, name, title, group, honorific in delegates
    ]  # fmt: skip
    list_guests(session, [household, *guests])
