"""Handing gifts over, and voiding what was logged wrongly."""

from datetime import timedelta
from typing import Any

import pytest

from data.ceremony import LEDGER_NAME, Ceremony
from data.clock import SetClock
from data.commands import gifts, stage
from data.commands.event import set_gift
from data.commands.undo import undo
from data.errors import Refused
from data.ledger.table import ENTRIES
from data.model.happenings.gifts import HandedGift, HandedOver, Person, Piece
from data.state.step import steps
from tests.conftest import MORNING, hand
from tests.state.facts import facts, same_on_disk

HA = Person(" Bà  Hà", "Chủ tịch", "MTTQ huyện")
SON = Person("Ông Sơn", "Trưởng thôn", guest=8)


def test_a_handover_says_what_how_many_who_to_whom_and_when(ceremony: Ceremony, clock: SetClock) -> None:
    books = (Piece("Bộ luật  Hình sự", "cuốn", 2, "mới", "bìa cứng"), Piece("Luật Đất đai"))
    entry = gifts.hand_over(
        ceremony,
        [HandedGift("tu-sach", 1, books), HandedGift("hoa-mttq", 1)],
        giver=HA,
        receiver=SON,
        witness=Person("Bà Thơm"),
        note=" mới ",
    )
    handover = ceremony.state.handovers.by_id[entry.id]
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
    assert ceremony.state.handovers.given("tu-sach") == ceremony.state.handovers.given("hoa-mttq") == 1
    assert same_on_disk(ceremony)


def test_a_handover_belongs_to_the_item_that_runs_or_that_was_chosen(ceremony: Ceremony) -> None:
    stage.go(ceremony)
    for item, kept in ((None, "gioi-thieu"), ("tang-hoa", "tang-hoa"), ("", "")):
        entry = hand(ceremony, "hoa-mttq", item=item, beyond_plan=True)
        assert ceremony.state.handovers.by_id[entry.id].what.item == kept


def test_what_is_logged_later_counts_at_the_time_it_was(ceremony: Ceremony, clock: SetClock) -> None:
    before = clock.now() - timedelta(minutes=40)
    entry = hand(ceremony, "hoa-mttq", given=before)
    handover = ceremony.state.handovers.by_id[entry.id]
    assert (handover.at, handover.logged) == (before, clock.now())
    with pytest.raises(Refused):
        hand(ceremony, "tu-sach", given=clock.now() + timedelta(minutes=1))


def test_more_than_planned_is_refused_unless_it_was_confirmed(ceremony: Ceremony) -> None:
    hand(ceremony, "tai-lieu", 60)
    assert not gifts.beyond_the_plan(ceremony.state, [HandedGift("tai-lieu", 40)])
    with pytest.raises(Refused, match=r"101.*100"):
        hand(ceremony, "tai-lieu", 41)
    assert ceremony.state.handovers.given("tai-lieu") == 60
    hand(ceremony, "tai-lieu", 41, beyond_plan=True)
    assert ceremony.state.handovers.given("tai-lieu") == 101


def test_names_that_are_blank_are_refused_unless_it_was_confirmed(ceremony: Ceremony) -> None:
    office = Person("", "", "Tổ tự quản")
    gift = [HandedGift("tu-sach", 1)]
    with pytest.raises(Refused):
        gifts.hand_over(ceremony, gift, giver=HA, receiver=office)
    entry = gifts.hand_over(ceremony, gift, giver=HA, receiver=office, nameless=True)
    assert ceremony.state.handovers.by_id[entry.id].what.receiver.text == "Tổ tự quản"


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
def test_a_handover_that_says_too_little_is_refused(ceremony: Ceremony, wrong: dict[str, Any]) -> None:
    before = len(ceremony.state.entries)
    asked = {"gifts": [HandedGift("tu-sach", 1)], "giver": HA, "receiver": SON, **wrong}
    with pytest.raises(Refused):
        gifts.hand_over(ceremony, **asked, beyond_plan=True, nameless=True)
    assert len(ceremony.state.entries) == before


def test_a_gift_that_came_unannounced_is_added_and_handed_over_in_one_step(ceremony: Ceremony) -> None:
    before = facts(ceremony.state)
    picture = gifts.new_gift(ceremony.state.event, " Bức  tranh [/b]", "bức")
    entries = len(ceremony.state.entries)
    hand(ceremony, picture.id, 3, unannounced=picture)
    assert len(ceremony.state.entries) == entries + 1
    added = ceremony.state.event.gift(picture.id)
    assert added is not None and (added.name, added.quantity) == ("Bức tranh [/b]", 0)
    hand(ceremony, picture.id, 2)
    assert ceremony.state.handovers.given(picture.id) == 5
    assert ceremony.state.handovers.left(added) == 0
    assert gifts.new_gift(ceremony.state.event, "Bức tranh [/b]", "").id != picture.id
    undo(ceremony)
    undo(ceremony)
    assert facts(ceremony.state) == before
    with pytest.raises(Refused):
        gifts.new_gift(ceremony.state.event, "  ", "cái")


def test_a_gift_that_came_unannounced_can_be_named_anew_and_planned_afterwards(ceremony: Ceremony) -> None:
    picture = gifts.new_gift(ceremony.state.event, "Tranh", "bức")
    hand(ceremony, picture.id, 3, unannounced=picture)
    set_gift(ceremony, picture.id, name="Bức tranh", quantity="0")
    with pytest.raises(Refused):
        set_gift(ceremony, picture.id, quantity=2)
    set_gift(ceremony, picture.id, quantity=5)
    planned = ceremony.state.event.gift(picture.id)
    assert planned is not None and not planned.unannounced
    assert ceremony.state.handovers.left(planned) == 2


def test_a_void_handover_stays_on_record_with_its_reason_and_no_longer_counts(ceremony: Ceremony) -> None:
    entry = hand(ceremony, "tu-sach")
    for reason in ("", "  \t"):
        with pytest.raises(Refused):
            gifts.void(ceremony, entry.id, reason)
    gifts.void(ceremony, entry.id, " ghi  nhầm ")
    assert ceremony.state.handovers.by_id[entry.id].voided == "ghi nhầm"
    assert ceremony.state.handovers.given("tu-sach") == 0
    assert ceremony.state.handovers.standing() == []
    assert not gifts.beyond_the_plan(ceremony.state, [HandedGift("tu-sach", 1)])
    assert same_on_disk(ceremony)


def test_what_does_not_count_cannot_be_voided_again(ceremony: Ceremony) -> None:
    entry = hand(ceremony, "tu-sach")
    gifts.void(ceremony, entry.id, "ghi nhầm")
    other = hand(ceremony, "hoa-mttq")
    undo(ceremony)
    for id in (entry.id, other.id, "", "khong-co"):
        with pytest.raises(Refused):
            gifts.void(ceremony, id, "ghi nhầm")


def test_a_voiding_that_is_undone_makes_the_handover_count_again(ceremony: Ceremony) -> None:
    entry = hand(ceremony, "tu-sach")
    before = facts(ceremony.state)
    gifts.void(ceremony, entry.id, "ghi nhầm")
    undo(ceremony)
    assert facts(ceremony.state) == before


def test_the_number_of_a_handover_never_moves_and_is_never_given_twice(ceremony: Ceremony) -> None:
    first = hand(ceremony, "hoa-mttq")
    hand(ceremony, "hoa-cong-an")
    undo(ceremony)
    third = hand(ceremony, "tu-sach")
    gifts.void(ceremony, first.id, "ghi nhầm")
    numbers = {id: handover.number for id, handover in ceremony.state.handovers.by_id.items()}
    assert numbers == {first.id: 1, third.id: 3}
    assert same_on_disk(ceremony)


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
    ceremony: Ceremony, more: dict[str, Any], witness: Person | None, households: tuple[int, ...]
) -> None:
    tables = ceremony.storage.read()
    assert tables is not None
    before = next(iter(tables[ENTRIES].values()))
    old = {**before, "id": "old", "what": {**OLD, **more}}
    read = steps({**tables, ENTRIES: {**tables[ENTRIES], "999": old}})[-1].entry.what
    assert read == HandedOver(
        gifts=(HandedGift("tu-sach", 1),),
        giver=Person("bà Hà, đại diện MTTQ"),
        receiver=Person("ông Sơn"),
        witness=witness,
        note=more.get("note", ""),
        item=more.get("item", ""),
        households=households,
    )


def test_a_ledger_line_of_an_earlier_version_opens_and_counts(ceremony: Ceremony) -> None:
    entry = {
        "id": "019f0000-0000-7000-8000-000000000001",
        "at": MORNING.isoformat(),
        "ticks": 1.0,
        "run": "x",
        "device": "x",
        "what": {**OLD, "household": 2, "witness": "bà Thơm"},
    }
    ceremony.db.append({ENTRIES: [entry]})
    assert (ceremony.folder / LEDGER_NAME).stat().st_size
    with Ceremony(ceremony.folder, "read") as reader:
        assert reader.state.handovers.given("tu-sach") == 1
        assert list(reader.state.handovers.shares("tu-sach")) == [2]
