"""An event whose day left names everywhere it can."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from data.ceremony import Ceremony
from data.clock import SetClock
from data.codes import new_code
from data.commands import door, event, gifts, guests, stage, words
from data.export.files import export_event
from data.model.guest import Guest
from data.model.happenings.gifts import HandedGift, Person, Piece
from tests.conftest import MORNING, found, list_guests

FAMILY = ("Nguyễn", "Trần", "Phạm", "Đỗ", "Hoàng")
MIDDLE = ("Văn", "Thị", "Đình", "Quang")
GIVEN = ("Dũng", "Hòa", "Ánh", "Ngọc", "Thảo", "Đức")
PERSONAL = ("Bùi Thị Thơm", "Vũ Đình Sơn", "Lê Quang Khải", "Mai Thanh Huyền")


def people(event_number: str, random: Random) -> list[Guest]:
    listed = []
    for number in range(1, 31):
        household = number < 25
        listed.append(
            Guest(
                number=number,
                kind="household" if household else "delegate",
                name=f"{random.choice(FAMILY)} {random.choice(MIDDLE)} {random.choice(GIVEN)}",
                code=new_code(event_number, number),
                delegation="ho-gia-dinh" if household else "mttq-xa",
                hamlet=f"xóm {number % 4}" if household else "",
                birth_year=1950 + number,
                phone=f"09{random.randrange(10**8):08}",
                nickname=f"Cả {random.choice(GIVEN)} {number}",
                honorific="bà",
                title="" if household else "Phó Chủ tịch xã Bình Minh",
                organisation="" if household else "Hội Người cao tuổi",
                note="mời ngồi hàng đầu",
                order=number,
            )
        )
    return listed


@pytest.fixture
def played(tmp_path: Path) -> Iterator[Ceremony]:
    """An event after a day that left names everywhere it can."""
    random, clock = Random(7), SetClock(MORNING)
    folder = found(tmp_path / "le", clock)
    with Ceremony(folder, clock=clock, duty="Mai Thanh Huyền") as ceremony:
        list_guests(ceremony, people(ceremony.state.event.number, random))
        for number in range(1, 20):
            clock.pass_time(30)
            door.admit(ceremony, number, "name", people=1 + number % 3)
        door.admit(ceremony, 26, "scanner")
        door.set_party(ceremony, 2, relation="con trai", substitute="Lê Quang Khải")
        door.set_party(ceremony, 3, substitute="Vũ Đình Sơn")
        door.walk_in(ceremony, kind="household", name="Bùi Thị Thơm", hamlet="xóm 1")
        door.replace_card(ceremony, 4)
        guests.withdraw_guest(ceremony, 24, "chuyển lên nhà Lê Quang Khải")
        event.set_blank(ceremony, "chair", "Bùi Thị Thơm, Chủ tịch xã")
        event.set_blank(ceremony, "decision_model_number", "12/QĐ-UBND")
        gift = ceremony.state.event.gifts[0]
        event.set_gift(ceremony, gift.id, giver="bà Bùi Thị Thơm")
        item = ceremony.state.event.agenda[3]
        event.set_item(ceremony, item.id, line="Kính mời bà BÙI THỊ  THƠM")
        while ceremony.state.rundown.closed is None:
            stage.go(ceremony)
            clock.pass_time(300)
        words.leave_note(ceremony, "Đoàn của Vũ Đình Sơn đến chậm")
        gifts.hand_over(
            ceremony,
            [HandedGift(gift.id, 1, (Piece("Sách của Lê Quang Khải", "cuốn", 2, "mới", "Vũ Đình Sơn đổi"),))],
            giver=Person("Bùi Thị Thơm", "Chủ tịch xã Bình Minh", "Hội Người cao tuổi"),
            receiver=Person("Vũ Đình Sơn"),
            witness=Person("Lê Quang Khải", guest=2),
            note="Mai Thanh Huyền chứng kiến",
        )
        for made in ("cards/001-nguyen-van-dung.png", "photos/trao.jpg", "danh-sach.xlsx", ".x.jsonl.tmp"):
            path = folder / made
            path.parent.mkdir(exist_ok=True)
            path.write_bytes("Bùi Thị Thơm".encode() + b"\0" * 50)
        (folder / "cards" / "sub").mkdir()
        export_event(ceremony, phones=True)
        yield ceremony
