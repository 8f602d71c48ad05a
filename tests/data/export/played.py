"""A day that was played through the real commands, with guests whose names are hostile."""

from datetime import UTC, date, datetime
from pathlib import Path

from data.clock import SetClock
from data.commands import undo
from data.commands.door import door
from data.commands.gifts import gift_desk, gifts
from data.commands.stage import stage
from data.model.entries.gifts import Person
from data.model.entries.guests import RosterImported
from data.model.guest import Guest
from data.plans.load import load_plan
from data.scanning.codes import new_code
from data.session.create_event import create_event
from data.session.session import Session
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


def found(folder: Path, time: SetClock) -> Session:
    plan = load_plan("ke-hoach-2022")
    create_event(folder, plan, site="kha-tan", on=date(2022, 7, 1), sample=True, clock=time)
    return Session(folder, clock=time, duty="Trần Thị Lan")


def list_guests(session: Session) -> list[Guest]:
    event = session.state.event
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
    session.record(RosterImported(source="ds.xls", added=len(guests), changed=0, refused=0), guests=guests)
    return guests


def play(folder: Path) -> Session:
    """The event, open, after a day with every kind of entry but a changed event."""
    time = clock()
    session = found(folder, time)
    guests = list_guests(session)
    for guest in guests[:9] + guests[-3:]:
        time.pass_time(20)
        door.scan(session, "00" + guest.code, "scanner")
    door.scan(session, guests[0].code, "camera")
    door.scan(session, "1234", "scanner")
    door.set_party(session, 2, relation="con trai", substitute="=Nam", people=3)
    door.walk_in(session, kind="household", name="@Khách mới", hamlet="xóm 9")
    door.replace_card(session, 3)
    door.scan(session, guests[2].code, "scanner")
    undone = door.admit(session, 11, "name", people=2)
    assert undone.status == "admitted"
    undo.undo(session)
    while session.state.agenda_progress.closed is None:
        stage.go(session)
        time.pass_time(60)
        if session.state.agenda_progress.current == "tang-hoa":
            stage.pause_or_resume(session)
            time.pass_time(60)
            stage.pause_or_resume(session)
            stage.adjust(session, 2)
            stage.back(session)
            stage.go(session)
        time.pass_time(120)
    for gift in session.state.event.gifts:
        hand(session, gift.id, 1, "=Ban", "+Thôn", witness=Person("-Cụ"), note="@tốt")
    first = next(iter(session.state.handovers.by_id))
    gifts.void(session, first, "=ghi nhầm")
    hamlet = gift_desk.give_to_all(session, "tai-lieu", [1, 2, 4])
    gifts.void(session, hamlet.id, "=chưa nhận", 2)
    gift_desk.give(session, "tai-lieu", 1)
    return session
