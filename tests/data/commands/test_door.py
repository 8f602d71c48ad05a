"""The door: the six answers to a scan, and what each leaves in the ledger."""

from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace
from stdnum import damm

from data.clock import SetClock
from data.commands.door import door
from data.commands.undo import undo
from data.errors import Refused
from data.model.entries.door import CameAgain, CheckedIn, ScanRefused
from data.model.entry import Entry
from data.model.guest import Guest
from data.scanning.codes import is_code, payload
from data.session.session import Session
from tests.conftest import few_guests, found, list_guests, many_households
from tests.data.state.facts import facts, same_on_disk


def card(session: Session, number: int) -> str:
    return payload(session.state.guests[number].code)


def last(session: Session) -> Entry:
    return session.state.entries[-1]


def sound_code(body: str) -> str:
    return body + str(damm.calc_check_digit(body))


def test_the_first_scan_admits(session: Session, clock: SetClock) -> None:
    answer = door.scan(session, card(session, 1), "scanner")
    assert (answer.status, answer.guest, answer.at) == ("admitted", session.state.guests[1], clock.now())
    assert answer.is_welcome
    assert answer.attendance == session.state.present[1]
    assert (answer.attendance.duty, answer.attendance.channel) == ("Mai", "scanner")
    assert last(session).what == CheckedIn(guest=1, channel="scanner")
    assert same_on_disk(session)


def test_already_tells_who_came_and_keeps_the_first_time(session: Session, clock: SetClock) -> None:
    first = door.admit(session, 1, "number", relation="vợ", substitute=" Trần  Thị Mùi ", people=2)
    for _ in range(2):
        clock.pass_time(600)
        answer = door.scan(session, card(session, 1), "scanner")
        assert (answer.status, answer.at, answer.attendance) == ("already", first.at, first.attendance)
        assert answer.is_welcome
    assert first.attendance is not None
    assert first.attendance.substitute == "Trần Thị Mùi"
    assert first.attendance.is_substitute
    assert last(session).what == CameAgain(guest=1, channel="scanner")
    assert last(session).at == clock.now()
    assert same_on_disk(session)


def test_already_ignores_what_the_second_admission_says(session: Session) -> None:
    door.admit(session, 1, "number")
    answer = door.admit(session, 1, "number", relation="con trai", people=9)
    assert answer.status == "already"
    assert session.state.present[1].people == 1
    assert not session.state.present[1].is_substitute


def test_a_replaced_card_admits_nobody_and_names_its_guest(session: Session) -> None:
    old = card(session, 2)
    renewed = door.replace_card(session, 2)
    assert payload(renewed.code) != old
    answer = door.scan(session, old, "scanner")
    assert (answer.status, answer.guest, answer.attendance) == ("replaced", renewed, None)
    assert not answer.is_welcome
    assert last(session).what == ScanRefused(status="replaced", channel="scanner", code=old[2:])
    assert door.scan(session, payload(renewed.code), "scanner").status == "admitted"
    assert door.scan(session, old, "scanner").attendance == session.state.present[2]
    assert same_on_disk(session)


def test_every_card_of_a_guest_before_the_newest_is_replaced(session: Session) -> None:
    cards = [card(session, 2)]
    for _ in range(3):
        cards.append(payload(door.replace_card(session, 2).code))
    assert [door.scan(session, text, "scanner").status for text in cards] == ["replaced"] * 3 + ["admitted"]


def test_a_replacement_that_is_undone_makes_the_old_card_good_again(session: Session) -> None:
    old = card(session, 2)
    new = payload(door.replace_card(session, 2).code)
    undo(session)
    assert door.scan(session, new, "scanner").status == "unknown"
    assert door.scan(session, old, "scanner").status == "admitted"


def test_a_card_of_another_event_names_it_when_it_is_known(session: Session, own_home: Path) -> None:
    with Session(found(own_home / "another")) as other:
        list_guests(other, few_guests(other.state.event.number))
        foreign = card(other, 1)
        title = other.state.event.title
    answer = door.scan(session, foreign, "scanner")
    assert (answer.status, answer.guest) == ("other-event", None)
    assert answer.other_event == f"{title} · thôn Khả Tân"
    assert last(session).what == ScanRefused(status="other-event", channel="scanner", code=foreign[2:])


def test_a_card_of_an_event_that_is_not_here_is_still_of_another(session: Session) -> None:
    number = f"{(int(session.state.event.number) + 1) % 100:02}"
    answer = door.scan(session, payload(sound_code(number + "00011234567")), "scanner")
    assert (answer.status, answer.other_event) == ("other-event", "")


def test_a_sound_code_that_no_guest_has_is_unknown(session: Session) -> None:
    code = sound_code(session.state.event.number + "00010000000")
    answer = door.scan(session, payload(code), "scanner")
    assert (answer.status, answer.guest) == ("unknown", None)
    assert last(session).what == ScanRefused(status="unknown", channel="scanner", code=code)


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda good: good[:-3],
        lambda good: good[:-1] + str((int(good[-1]) + 1) % 10),
        lambda good: good[:-2] + good[-1] + good[-2] if good[-1] != good[-2] else good[:-3],
        lambda good: "9" + good[2:],
        lambda good: "Nguyễn Văn Dũng",
        lambda good: "https://example.org/" + good[:9],
        lambda good: "034090001234|" + good,
    ],
)
def test_what_is_no_whole_card_is_misread_and_its_text_is_not_kept(session: Session, spoilt: object) -> None:
    assert callable(spoilt)
    answer = door.scan(session, spoilt(card(session, 1)), "scanner")
    assert (answer.status, answer.guest) == ("misread", None)
    what = last(session).what
    assert isinstance(what, ScanRefused)
    assert (what.status, what.channel, what.code) == ("misread", "scanner", "")
    assert not session.state.present


def test_each_scan_leaves_one_entry_whatever_the_answer(session: Session) -> None:
    texts = [
        card(session, 1),
        card(session, 1),
        "12",
        payload(sound_code("00" + "0" * 11)),
        card(session, 7),
    ]
    for text in texts:
        before = len(session.state.entries)
        door.scan(session, text, "stdin")
        assert len(session.state.entries) == before + 1
        assert same_on_disk(session)


def test_a_withdrawn_guest_is_not_admitted_by_card_or_number(session: Session) -> None:
    list_guests(session, [replace(session.state.guests[1], withdrawn=True)])
    assert door.scan(session, card(session, 1), "scanner").status == "unknown"
    assert door.look_up_number(session, 1) is None
    for command in (
        lambda: door.admit(session, 1, "number"),
        lambda: door.replace_card(session, 1),
        lambda: door.set_party(session, 1),
    ):
        with pytest.raises(Refused):
            command()
    assert not session.state.present


def test_a_number_that_nobody_has_is_refused_and_leaves_no_entry(session: Session) -> None:
    before = len(session.state.entries)
    for number in (0, -1, 10, 9999):
        with pytest.raises(Refused, match=str(number)):
            door.admit(session, number, "number")
    assert len(session.state.entries) == before


@pytest.mark.parametrize("people", [0, -1, door.MOST_PEOPLE + 1, 10**9])
def test_a_party_that_cannot_be_is_refused_and_leaves_no_entry(session: Session, people: int) -> None:
    with pytest.raises(Refused):
        door.admit(session, 1, "number", people=people)
    assert not session.state.present
    door.admit(session, 1, "number")
    before = facts(session.state)
    with pytest.raises(Refused):
        door.set_party(session, 1, people=people)
    assert facts(session.state) == before


def test_who_came_can_be_set_right_and_the_time_stays(session: Session, clock: SetClock) -> None:
    first = door.admit(session, 1, "scanner")
    clock.pass_time(60)
    after = door.set_party(session, 1, relation="con gái", substitute="Nguyễn Thị Hoa", people=3)
    assert (after.at, after.people, after.relation, after.substitute) == (
        first.at,
        3,
        "con gái",
        "Nguyễn Thị Hoa",
    )
    assert not door.set_party(session, 1).is_substitute
    assert same_on_disk(session)


def test_who_came_cannot_be_set_before_they_came(session: Session) -> None:
    with pytest.raises(Refused, match="Nguyễn Văn Dũng"):
        door.set_party(session, 1, people=2)


def test_a_walk_in_is_put_on_the_list_and_let_in_by_one_entry(session: Session) -> None:
    before = len(session.state.entries)
    answer = door.walk_in(session, kind="household", name="  Trịnh Văn\tLợi ", hamlet="xóm 3")
    guest = answer.guest
    assert guest is not None
    assert (guest.number, guest.name, guest.walk_in, guest.delegation) == (
        10,
        "Trịnh Văn Lợi",
        True,
        "ho-gia-dinh",
    )
    assert is_code(guest.code)
    assert len(session.state.entries) == before + 1
    assert door.scan(session, payload(guest.code), "scanner").status == "already"
    assert same_on_disk(session)


def test_a_walk_ins_hamlet_without_marks_is_the_one_of_the_list(session: Session) -> None:
    door.walk_in(session, kind="household", name="Lê Thị Bảy", hamlet="Xóm Bến")
    before = len(session.state.counters.hamlets())
    for typed in ("xom ben", "XOM BEN", "ben"):
        guest = door.walk_in(session, kind="household", name=f"Lê Văn {typed}", hamlet=typed).guest
        assert guest is not None and guest.hamlet == "Xóm Bến"
    assert len(session.state.counters.hamlets()) == before
    door.walk_in(session, kind="household", name="Lê Thị Chín", hamlet="Xóm Bền")
    two = door.walk_in(session, kind="household", name="Lê Thị Mười", hamlet="xom ben").guest
    assert two is not None and two.hamlet == "xom ben"


def test_two_hamlets_of_the_list_are_two_for_everybody_though_one_has_no_marks(session: Session) -> None:
    listed = [replace(session.state.guests[number], hamlet="Xom Ben") for number in (1, 2)]
    list_guests(session, [*listed, replace(session.state.guests[3], hamlet="Xóm Bến")])
    counters = session.state.counters
    called = {counters.hamlet_name(guest.hamlet) for guest in session.state.guests.values() if guest.hamlet}
    assert {"Xom Ben", "Xóm Bến"} <= called
    assert called == set(counters.hamlets())
    guest = door.walk_in(session, kind="household", name="Lê Thị Bảy", hamlet="xom ben").guest
    assert guest is not None and guest.hamlet == "Xom Ben"


def test_a_walk_in_that_is_undone_is_gone_with_its_card(session: Session) -> None:
    before = facts(session.state)
    guest = door.walk_in(session, kind="delegate", name="Lê Văn Tám", delegation="bao-dai").guest
    assert guest is not None
    undo(session)
    assert facts(session.state) == before
    assert door.scan(session, payload(guest.code), "scanner").status == "unknown"
    with pytest.raises(Refused):
        door.admit(session, guest.number, "number")


@pytest.mark.parametrize(
    ("name", "delegation"),
    [("", "bao-dai"), (" \t", "bao-dai"), ("Lê Văn Tám", ""), ("Lê Văn Tám", "khong-co")],
)
def test_a_walk_in_needs_a_name_and_a_delegation(session: Session, name: str, delegation: str) -> None:
    before = facts(session.state)
    with pytest.raises(Refused):
        door.walk_in(session, kind="delegate", name=name, delegation=delegation)
    assert facts(session.state) == before


@pytest.mark.quick_once()
@pytest.mark.parametrize("cards", [10_000, 100_000])
def test_made_up_cards_admit_nobody(session: Session, monkeypatch: pytest.MonkeyPatch, cards: int) -> None:
    # Of the million that ``python -m tests.bench.strangers`` tries.
    number = session.state.event.number
    list_guests(session, many_households(number, 10_000))
    entry = last(session)
    monkeypatch.setattr(Session, "record", lambda *_args, **_more: entry)
    monkeypatch.setattr(door, "sibling_events", lambda _folder: [])
    chance = Random(2022)
    welcome: list[Guest | None] = []
    for _ in range(cards * 9 // 10):
        answer = door.scan(session, f"{chance.randrange(10**16):016}", "scanner")
        if answer.is_welcome:
            welcome.append(answer.guest)
    for _ in range(cards // 10):
        body = f"{number}{chance.randrange(1, 10_001):04}{chance.randrange(10**7):07}"
        if door.scan(session, "00" + sound_code(body[:13]), "scanner").is_welcome:
            welcome.append(None)
    assert welcome == []
    monkeypatch.undo()
    assert door.scan(session, card(session, 1), "scanner").status == "admitted"
