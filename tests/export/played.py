"""A day that was played through the real commands, with guests whose names are hostile."""

from datetime import UTC, date, datetime
from pathlib import Path

from data.ceremony import Ceremony
from data.clock import SetClock
from data.codes import new_code
from data.commands import door, gift_desk, gifts, stage, undo
from data.founding import found_event
from data.model.guest import Guest
from data.model.happenings.gifts import Person
from data.model.happenings.guests import RosterImported
from data.plans import load_plan
from tests.conftest import hand

START = datetime(2022, 7, 1, 0, 15, tzinfo=UTC)
LONG = "Ngô " * 75
HOSTILE = [
    "[/b]",
    "=1+1",
    "@SUM(A1)",
    "-5",
    "+84",
    "#N/A",
    "007",
    "Nguyễn\x0b\x1bVăn\ufffeA",
    LONG.strip(),
    "12:30",
]


def clock() -> SetClock:
    return SetClock(START)


def found(folder: Path, time: SetClock) -> Ceremony:
    plan = load_plan("ke-hoach-2022")
    found_event(folder, plan, site="kha-tan", on=date(2022, 7, 1), sample=True, clock=time)
    return Ceremony(folder, clock=time, duty="Trần Thị Lan")


def list_guests(ceremony: Ceremony) -> list[Guest]:
    event = ceremony.state.event
    groups = [d.id for d in event.delegations if d.kind == "delegate"]
    guests = [
        Guest(
            number=number,
            kind="household",
            name=name,
            code=new_code(event.number, number),
            delegation=event.households.id,
            hamlet=f"xóm {1 + number % 3}" if number % 4 else "",
            phone="0912345678",
        )
        for number, name in enumerate([*HOSTILE, "Phạm Văn An", "Lê Văn Đức"], start=1)
    ]
    guests += [
        Guest(
            number=100 + number,
            kind="delegate",
            name=f"Hoàng Lan {number}",
            code=new_code(event.number, 100 + number),
            delegation=groups[number % len(groups)],
            title="Phó Chủ tịch",
            organisation="=Ủy ban",
            phone="0987654321",
        )
        for number in range(1, 6)
    ]
    ceremony.record(RosterImported(source="ds.xls", added=len(guests), changed=0, refused=0), guests=guests)
    return guests


def play(folder: Path) -> Ceremony:
    """The event, open, after a day with every kind of entry but a changed event."""
    time = clock()
    ceremony = found(folder, time)
    guests = list_guests(ceremony)
    for guest in guests[:9] + guests[-3:]:
        time.pass_time(20)
        door.scan(ceremony, "00" + guest.code, "scanner")
    door.scan(ceremony, guests[0].code, "camera")
    door.scan(ceremony, "1234", "scanner")
    door.set_party(ceremony, 2, relation="con trai", substitute="=Nam", people=3)
    door.walk_in(ceremony, kind="household", name="@Khách mới", hamlet="xóm 9")
    door.replace_card(ceremony, 3)
    door.scan(ceremony, guests[2].code, "scanner")
    undone = door.admit(ceremony, 11, "name", people=2)
    assert undone.status == "admitted"
    undo.undo(ceremony)
    while ceremony.state.rundown.closed is None:
        stage.go(ceremony)
        time.pass_time(60)
        if ceremony.state.rundown.current == "tang-hoa":
            stage.pause_or_resume(ceremony)
            time.pass_time(60)
            stage.pause_or_resume(ceremony)
            stage.adjust(ceremony, 2)
            stage.back(ceremony)
            stage.go(ceremony)
        time.pass_time(120)
    for gift in ceremony.state.event.gifts:
        hand(ceremony, gift.id, 1, "=Ban", "+Thôn", witness=Person("-Cụ"), note="@tốt")
    first = next(iter(ceremony.state.handovers.by_id))
    gifts.void(ceremony, first, "=ghi nhầm")
    hamlet = gift_desk.give_to_all(ceremony, "tai-lieu", [1, 2, 4])
    gifts.void(ceremony, hamlet.id, "=chưa nhận", 2)
    gift_desk.give(ceremony, "tai-lieu", 1)
    return ceremony
