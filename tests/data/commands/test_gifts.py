"""Handing gifts over, and voiding what was logged wrongly."""

from datetime import timedelta
from typing import Any

import pytest

from data.clock import SetClock
from data.commands.event.event import set_gift
from data.commands.gifts import gifts
from data.commands.stage import stage
from data.commands.undo import undo
from data.errors import Refused
from data.ledger.table import ENTRIES
from data.model.entries.gifts import HandedGift, HandedOver, Person, Piece
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from data.state.reading.soundness import sound_steps
from tests.conftest import MORNING, hand
from tests.data.state.facts import facts, same_on_disk

HA = Person(" Bà  Hà", "Chủ tịch", "MTTQ huyện")
SON = Person("Ông Sơn", "Trưởng thôn", guest=8)


def test_a_handover_says_what_how_many_who_to_whom_and_when(session: Session, clock: SetClock) -> None:
    books = (Piece("Bộ luật  Hình sự", "cuốn", 2, "mới", "bìa cứng"), Piece("Luật Đất đai"))
    entry = gifts.hand_over(
        session,
        [HandedGift("tu-sach", 1, books), HandedGift("hoa-mttq", 1)],
        giver=HA,
        receiver=SON,
        witness=Person("Bà Thơm"),
        note=" mới ",
    )
    handover = session.state.handovers.by_id[entry.id]
    assert handover.what == HandedOver(
        gifts=(
            HandedGift("tu-sach", 1, (Piece("Bộ luật Hình sự", "cuốn", 2, "mới", "bìa cứng"), books[1])),
            HandedGift("hoa-mttq", 1),
        ),
        giver=Person("Bà Hà", "Chủ tịch", "MTTQ huyện"),
        receiver=SON,
        witness=Person("Bà Thơm"),
        note="mới",
        item="tu-sach",
    )
    assert (handover.at, handover.duty, handover.voided) == (clock.now(), "Mai", "")
    assert session.state.handovers.given("tu-sach") == session.state.handovers.given("hoa-mttq") == 1
    assert same_on_disk(session)


def test_a_handover_belongs_to_the_item_that_runs_or_that_was_chosen(session: Session) -> None:
    stage.go(session)
    for item, kept in ((None, "gioi-thieu"), ("tang-hoa", "tang-hoa"), ("", "")):
        entry = hand(session, "hoa-mttq", item=item, beyond_plan=True)
        assert session.state.handovers.by_id[entry.id].what.item == kept


def test_what_is_logged_later_counts_at_the_time_it_was(session: Session, clock: SetClock) -> None:
    before = clock.now() - timedelta(minutes=40)
    entry = hand(session, "hoa-mttq", given=before)
    handover = session.state.handovers.by_id[entry.id]
    assert (handover.at, handover.logged) == (before, clock.now())
    with pytest.raises(Refused):
        hand(session, "tu-sach", given=clock.now() + timedelta(minutes=1))


def test_more_than_planned_is_refused_unless_it_was_confirmed(session: Session) -> None:
    hand(session, "tai-lieu", 60)
    assert not gifts.beyond_the_plan(session.state, [HandedGift("tai-lieu", 40)])
    with pytest.raises(Refused, match=r"101.*100"):
        hand(session, "tai-lieu", 41)
    assert session.state.handovers.given("tai-lieu") == 60
    hand(session, "tai-lieu", 41, beyond_plan=True)
    assert session.state.handovers.given("tai-lieu") == 101


def test_names_that_are_blank_are_refused_unless_it_was_confirmed(session: Session) -> None:
    office = Person("", "", "Tổ tự quản")
    gift = [HandedGift("tu-sach", 1)]
    with pytest.raises(Refused):
        gifts.hand_over(session, gift, giver=HA, receiver=office)
    entry = gifts.hand_over(session, gift, giver=HA, receiver=office, nameless=True)
    assert session.state.handovers.by_id[entry.id].what.receiver.text == "Tổ tự quản"


@pytest.mark.parametrize(
    "wrong",
    [
        {"gifts": []},
        {"gifts": [HandedGift("vang", 1)]},
        {"gifts": [HandedGift("tu-sach", 0)]},
        {"gifts": [HandedGift("tu-sach", -1)]},
        {"gifts": [HandedGift("tu-sach", 1), HandedGift("tu-sach", 1)]},
        {"gifts": [HandedGift("tu-sach", 1, (Piece(" "),))]},
        {"gifts": [HandedGift("tu-sach", 1, (Piece("Luật", quantity=0),))]},
        {"giver": Person(" ")},
        {"receiver": Person()},
        {"item": "khong-co"},
    ],
)
def test_a_handover_that_says_too_little_is_refused(session: Session, wrong: dict[str, Any]) -> None:
    before = len(session.state.entries)
    asked = {"gifts": [HandedGift("tu-sach", 1)], "giver": HA, "receiver": SON, **wrong}
    with pytest.raises(Refused):
        gifts.hand_over(session, **asked, beyond_plan=True, nameless=True)
    assert len(session.state.entries) == before


def test_a_gift_that_came_unannounced_is_added_and_handed_over_in_one_step(session: Session) -> None:
    before = facts(session.state)
    picture = gifts.new_gift(session.state.event, " Bức  tranh [/b]", "bức")
    entries = len(session.state.entries)
    hand(session, picture.id, 3, unannounced=picture)
    assert len(session.state.entries) == entries + 1
    added = session.state.event.gift(picture.id)
    assert added is not None and (added.name, added.quantity) == ("Bức tranh [/b]", 0)
    hand(session, picture.id, 2)
    assert session.state.handovers.given(picture.id) == 5
    assert session.state.handovers.left(added) == 0
    assert gifts.new_gift(session.state.event, "Bức tranh [/b]", "").id != picture.id
    undo(session)
    undo(session)
    assert facts(session.state) == before
    with pytest.raises(Refused):
        gifts.new_gift(session.state.event, "  ", "cái")


def test_a_gift_that_came_unannounced_can_be_named_anew_and_planned_afterwards(session: Session) -> None:
    picture = gifts.new_gift(session.state.event, "Tranh", "bức")
    hand(session, picture.id, 3, unannounced=picture)
    set_gift(session, picture.id, name="Bức tranh", quantity="0")
    with pytest.raises(Refused):
        set_gift(session, picture.id, quantity=2)
    set_gift(session, picture.id, quantity=5)
    planned = session.state.event.gift(picture.id)
    assert planned is not None and not planned.unannounced
    assert session.state.handovers.left(planned) == 2


def test_a_void_handover_stays_on_record_with_its_reason_and_no_longer_counts(session: Session) -> None:
    entry = hand(session, "tu-sach")
    for reason in ("", "  \t"):
        with pytest.raises(Refused):
            gifts.void(session, entry.id, reason)
    gifts.void(session, entry.id, " ghi  nhầm ")
    assert session.state.handovers.by_id[entry.id].voided == "ghi nhầm"
    assert session.state.handovers.given("tu-sach") == 0
    assert session.state.handovers.standing() == []
    assert not gifts.beyond_the_plan(session.state, [HandedGift("tu-sach", 1)])
    assert same_on_disk(session)


def test_what_does_not_count_cannot_be_voided_again(session: Session) -> None:
    entry = hand(session, "tu-sach")
    gifts.void(session, entry.id, "ghi nhầm")
    other = hand(session, "hoa-mttq")
    undo(session)
    for id in (entry.id, other.id, "", "khong-co"):
        with pytest.raises(Refused):
            gifts.void(session, id, "ghi nhầm")


def test_a_voiding_that_is_undone_makes_the_handover_count_again(session: Session) -> None:
    entry = hand(session, "tu-sach")
    before = facts(session.state)
    gifts.void(session, entry.id, "ghi nhầm")
    undo(session)
    assert facts(session.state) == before


def test_the_number_of_a_handover_never_moves_and_is_never_given_twice(session: Session) -> None:
    first = hand(session, "hoa-mttq")
    hand(session, "hoa-cong-an")
    undo(session)
    third = hand(session, "tu-sach")
    gifts.void(session, first.id, "ghi nhầm")
    numbers = {id: handover.number for id, handover in session.state.handovers.by_id.items()}
    assert numbers == {first.id: 1, third.id: 3}
    assert same_on_disk(session)


OLD = {
    "kind": "handed-over",
    "gift": "tu-sach",
    "quantity": 1,
    "giver": "bà Hà, đại diện MTTQ",
    "receiver": "ông Sơn",
}


@pytest.mark.parametrize(
    ("more", "witness", "households"),
    [
        ({}, None, ()),
        ({"witness": "bà Thơm", "note": "mới", "item": "tu-sach"}, Person("bà Thơm"), ()),
        ({"household": 3}, None, (3,)),
    ],
)
def test_an_entry_as_earlier_versions_wrote_it_is_still_read(
    session: Session, more: dict[str, Any], witness: Person | None, households: tuple[int, ...]
) -> None:
    tables = session.storage.read()
    assert tables is not None
    before = next(iter(tables[ENTRIES].values()))
    old = {**before, "id": "old", "laptop": "", "what": {**OLD, **more}}
    read = sound_steps({**tables, ENTRIES: {**tables[ENTRIES], "999": old}})[-1].entry.what
    assert read == HandedOver(
        gifts=(HandedGift("tu-sach", 1),),
        giver=Person("bà Hà, đại diện MTTQ"),
        receiver=Person("ông Sơn"),
        witness=witness,
        note=more.get("note", ""),
        item=more.get("item", ""),
        households=households,
    )


def test_a_ledger_line_of_an_earlier_version_opens_and_counts(session: Session) -> None:
    entry = {
        "id": "019f0000-0000-7000-8000-000000000001",
        "at": MORNING.isoformat(),
        "ticks": 1.0,
        "run": "x",
        "device": "x",
        "what": {**OLD, "household": 2, "witness": "bà Thơm"},
    }
    session.db.append({ENTRIES: [entry]})
    assert (session.folder / LEDGER_NAME).stat().st_size
    with Session(session.folder, "read") as reader:
        assert reader.state.handovers.given("tu-sach") == 1
        assert list(reader.state.handovers.shares("tu-sach")) == [2]
