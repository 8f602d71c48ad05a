"""Days to make papers of, played through the real commands."""

from pathlib import Path

from data.ceremony import Ceremony
from data.clock import SetClock
from data.codes import new_code
from data.commands import door, event, gifts, stage
from data.founding import found_event
from data.model.guest import Guest
from data.model.happenings.gifts import HandedGift, Person, Piece
from data.model.happenings.guests import RosterImported
from data.plans import load_plan
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


def begin(folder: Path, names: tuple[str, ...] = HOSTILE) -> Ceremony:
    """An event, open, with a household and a delegate of each name, all of them with a phone."""
    clock = SetClock(MORNING)
    ceremony = Ceremony(found(folder, clock), clock=clock, duty="Mai")
    number = ceremony.state.event.number
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
    ceremony.record(what, guests=guests)
    return ceremony


def play(ceremony: Ceremony) -> None:
    """The whole day: most come, one by a substitute; the agenda runs; the bookcase is handed over."""
    clock = ceremony.clock
    assert isinstance(clock, SetClock)
    for number in (1, 2, 3, 4, 101, 102, 105):
        clock.pass_time(30)
        door.admit(ceremony, number, "number")
    door.set_party(ceremony, 2, relation="con trai", substitute="{{ xã }} Nam", people=3)
    event.set_blank(ceremony, "chair", "ông Trần Văn Long, Chủ tịch Ủy ban MTTQ xã")
    event.set_blank(ceremony, "amount_launch", "5000000")
    while ceremony.state.rundown.closed is None:
        stage.go(ceremony)
        clock.pass_time(7 * 60 + 20)
        if ceremony.state.rundown.current == "tu-sach":
            hand_over_books(ceremony)


def hand_over_books(ceremony: Ceremony) -> None:
    """The bookcase with its titles, two of each."""
    pieces = tuple(Piece(title, "cuốn", 2, "mới") for title in BOOKS)
    gifts.hand_over(
        ceremony,
        [HandedGift("tu-sach", 1, pieces)],
        giver=Person("bà Nguyễn Thị Lệ Hà", "Chủ tịch", "UBMTTQ huyện Hưng Hà"),
        receiver=Person("{{ thôn }} Bùi", "Trưởng ban", "Ban Công tác Mặt trận"),
    )


def quarterly(folder: Path) -> Ceremony:
    """A quarterly meeting without guests, open."""
    clock = SetClock(MORNING)
    found_event(folder, load_plan("sinh-hoat-chuyen-de"), site="kha-tan", clock=clock)
    return Ceremony(folder, clock=clock)
