"""An event whose day left names everywhere it can."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from data.clock import SetClock
from data.commands import guests
from data.commands.door import door
from data.commands.event import event
from data.commands.gifts import gifts
from data.commands.stage import mc_words, stage
from data.export.files import export_event
from data.model.entries.gifts import HandedGift, Person, Piece
from data.model.guest import Guest
from data.scanning.codes import new_code
from data.session.session import Session
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
                organisation="" if household else "Hội Người cao tuổi Bình Minh",
                note="mời ngồi hàng đầu",
                order=number,
            )
        )
    return listed


@pytest.fixture
def played(tmp_path: Path) -> Iterator[Session]:
    """An event after a day that left names everywhere it can."""
    random, clock = Random(7), SetClock(MORNING)
    folder = found(tmp_path / "le", clock)
    with Session(folder, clock=clock, duty="Mai Thanh Huyền") as session:
        list_guests(session, people(session.state.event.number, random))
        for number in range(1, 20):
            clock.pass_time(30)
            door.admit(session, number, "name", people=1 + number % 3)
        door.admit(session, 26, "scanner")
        door.set_party(session, 2, relation="con trai", substitute="Lê Quang Khải")
        door.set_party(session, 3, substitute="Vũ Đình Sơn")
        door.walk_in(session, kind="household", name="Bùi Thị Thơm", hamlet="xóm 1")
        door.replace_card(session, 4)
        guests.withdraw_guest(session, 24, "chuyển lên nhà Lê Quang Khải")
        event.set_blank(session, "chair", "Bùi Thị Thơm, Chủ tịch xã")
        event.set_blank(session, "decision_model_number", "12/QĐ-UBND")
        gift = session.state.event.gifts[0]
        event.set_gift(session, gift.id, giver="bà Bùi Thị Thơm")
        item = session.state.event.agenda[3]
        event.set_item(session, item.id, line="Kính mời bà BÙI THỊ  THƠM")
        while session.state.agenda_progress.closed is None:
            stage.go(session)
            clock.pass_time(300)
        mc_words.leave_note(session, "Đoàn của Vũ Đình Sơn đến chậm")
        gifts.hand_over(
            session,
            [HandedGift(gift.id, 1, (Piece("Sách của Lê Quang Khải", "cuốn", 2, "mới", "Vũ Đình Sơn đổi"),))],
            giver=Person("Bùi Thị Thơm", "Chủ tịch xã Bình Minh", "Hội Người cao tuổi Bình Minh"),
            receiver=Person("Vũ Đình Sơn"),
            witness=Person("Lê Quang Khải", guest=2),
            note="Mai Thanh Huyền chứng kiến",
        )
        for made in ("cards/001-nguyen-van-dung.png", "photos/trao.jpg", "danh-sach.xlsx", ".x.jsonl.tmp"):
            path = folder / made
            path.parent.mkdir(exist_ok=True)
            path.write_bytes("Bùi Thị Thơm".encode() + b"\0" * 50)
        (folder / "cards" / "sub").mkdir()
        export_event(session, phones=True)
        yield session
