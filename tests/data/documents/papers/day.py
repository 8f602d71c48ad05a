"""Days to make papers of, played through the real commands."""

from pathlib import Path

from data.clock import SetClock
from data.commands.door import door
from data.commands.event import event
from data.commands.gifts import gifts
from data.commands.stage import stage
from data.model.entries.gifts import HandedGift, Person, Piece
from data.model.entries.guests import RosterImported
from data.model.guest import Guest
from data.plans.load import load_plan
from data.scanning.codes import new_code
from data.session.create_event import create_event
from data.session.session import Session
from tests.conftest import MORNING, found

PHONE = "0912345678"
HOSTILE = (
    "{{ thôn }}",
    "{% for x in y %}",
    "<w:t>Nguyễn</w:t>",
    "Lê \u202eNguyễn",
    ("Nguyễn Thị " * 30).strip(),
    "[/b] & <",
    "=1+1",
)
"""Names that would break a careless template: code, XML, direction marks, length."""

BOOKS = ("Luật Cư trú", "Luật Phòng, chống ma túy", "Luật Hòa giải ở cơ sở")


def begin(folder: Path, names: tuple[str, ...] = HOSTILE) -> Session:
    """An event, open, with a household and a delegate of each name, all of them with a phone."""
    clock = SetClock(MORNING)
    session = Session(found(folder, clock), clock=clock, duty="Mai")
    number = session.state.event.number
    households = [
        Guest(
            number=place,
            kind="household",
            name=name,
            code=new_code(number, place),
            delegation="ho-gia-dinh",
            hamlet=f"xóm {1 + place % 3}",
            birth_year=1950 + place,
            phone=PHONE,
            note=PHONE,
            order=place,
        )
        for place, name in enumerate(names, start=1)
    ]
    delegates = [
        Guest(
            number=100 + place,
            kind="delegate",
            name=name,
            code=new_code(number, 100 + place),
            delegation=("mttq-huyen", "cong-an-huyen", "bao-dai")[place % 3],
            title="Phó Chủ tịch",
            organisation="UBMTTQ huyện",
            phone=PHONE,
        )
        for place, name in enumerate(names, start=1)
    ]
    guests = households + delegates
    what = RosterImported(source="ds.xls", added=len(guests), changed=0, refused=0)
    session.record(what, guests=guests)
    return session


def play(session: Session) -> None:
    """The whole day: most come, one by a substitute; the agenda runs; the bookcase is handed over."""
    clock = session.clock
    assert isinstance(clock, SetClock)
    for number in (1, 2, 3, 4, 101, 102, 105):
        clock.pass_time(30)
        door.admit(session, number, "number")
    door.set_party(session, 2, relation="con trai", substitute="{{ xã }} Nam", people=3)
    event.set_blank(session, "chair", "ông Trần Văn Long, Chủ tịch Ủy ban MTTQ xã")
    event.set_blank(session, "amount_launch", "5000000")
    while session.state.agenda_progress.closed is None:
        stage.go(session)
        clock.pass_time(7 * 60 + 20)
        if session.state.agenda_progress.current == "tu-sach":
            hand_over_books(session)


def hand_over_books(session: Session) -> None:
    """The bookcase with its titles, two of each."""
    pieces = tuple(Piece(title, "cuốn", 2, "mới") for title in BOOKS)
    gifts.hand_over(
        session,
        [HandedGift("tu-sach", 1, pieces)],
        giver=Person("bà Nguyễn Thị Lệ Hà", "Chủ tịch", "UBMTTQ huyện Hưng Hà"),
        receiver=Person("{{ thôn }} Bùi", "Trưởng ban", "Ban Công tác Mặt trận"),
    )


def quarterly(folder: Path) -> Session:
    """A quarterly meeting without guests, open."""
    clock = SetClock(MORNING)
    create_event(folder, load_plan("sinh-hoat-chuyen-de"), site="kha-tan", clock=clock)
    return Session(folder, clock=clock)
