"""An event and guests to draw; every name is made up."""

from datetime import date

from data.model.event import Event
from data.model.guest import Guest
from data.model.plan import Delegation, Site
from data.scanning.codes import new_code

NUMBER = "36"


def an_event(on: date | None = date(2022, 6, 18), *, sample: bool = True) -> Event:
    return Event(
        id="e",
        number=NUMBER,
        plan="p",
        title="Hội nghị thành lập mô hình",
        model="Khu dân cư an toàn về an ninh trật tự",
        plan_number="…/KH-MTTQ-BTT",
        site=Site(
            id="s",
            village="thôn Khả Tân",
            commune="xã Duyên Hải",
            district="huyện Hưng Hà",
            venue="Nhà Văn hóa thôn Khả Tân",
        ),
        date=on,
        doors="07:15",
        start="08:00",
        deadline="11:00",
        target_households=100,
        delegations=(
            Delegation(id="huyen", name="Ban Thường trực MTTQ Việt Nam huyện", short="MTTQ huyện", rank=1),
            Delegation(id="ho", name="Hộ gia đình tiêu biểu", short="Hộ", rank=2, kind="household"),
        ),
        agenda=(),
        gifts=(),
        blanks=(),
        backdrop=(),
        relations=(),
        notice="Thông tin trên thẻ chỉ dùng để điểm danh và báo cáo buổi lễ, sau đó được xóa.",
        sample=sample,
    )


def a_household(number: int, name: str) -> Guest:
    code = new_code(NUMBER, number)
    return Guest(number=number, kind="household", name=name, code=code, delegation="ho", hamlet="3")


def a_delegate(number: int, name: str, title: str = "", organisation: str = "") -> Guest:
    return Guest(
        number=number,
        kind="delegate",
        name=name,
        code=new_code(NUMBER, number),
        delegation="huyen",
        honorific="ông",
        title=title,
        organisation=organisation,
    )


def households(count: int) -> list[Guest]:
    """So many households with names of usual lengths, all different."""
    family = ["Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ", "Bùi", "Hoàng", "Đặng", "Ngô"]
    middle = ["Văn", "Thị", "Đức", "Thị Hồng", "Quốc", "Thị Minh", "Hữu"]
    given = ["Hưởng", "Nguyệt", "Ánh", "Dũng", "Tuyết", "Phượng", "Khởi", "Mỹ", "Quý", "Hằng", "Lộc"]
    return [a_household(n, f"{family[n % 10]} {middle[n % 7]} {given[n % 11]}") for n in range(1, count + 1)]
