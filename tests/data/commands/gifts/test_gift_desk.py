"""The gift desk: each household once for each gift, and the same answers as the door."""

import pytest

from data.clock import SetClock
from data.commands.door import door
from data.commands.gifts import gift_desk, gifts
from data.commands.gifts.gift_desk import DeskAnswer, GiftDesk
from data.commands.guests import withdraw_guest
from data.commands.undo import last_step, undo
from data.errors import Refused
from data.messages.log import channel_of, describe
from data.model.entries.door import ScanRefused
from data.model.entries.gifts import GiftRefused, HandedOver, Person
from data.queries.gift_desk import shares_by_hamlet
from data.queries.history import history
from data.scanning.codes import new_code, payload
from data.scanning.scan_debounce import STUTTER_SECONDS
from data.session.session import Session
from tests.conftest import hand
from tests.data.state.facts import facts, same_on_disk

GIFT = "tai-lieu"
DELEGATE = 7


@pytest.fixture
def desk(session: Session) -> GiftDesk:
    """The gift desk after households 1 to 3 and a delegate came in."""
    for number in (1, 2, 3, DELEGATE):
        door.admit(session, number, "scanner")
    return GiftDesk(session)


def card(session: Session, number: int) -> str:
    return payload(session.state.guests[number].code)


def read(desk: GiftDesk, text: str, gift: str = GIFT) -> DeskAnswer:
    answer = desk.read(gift, text)
    assert answer is not None
    return answer


def test_a_card_ticks_its_household_off_once(session: Session, desk: GiftDesk, clock: SetClock) -> None:
    first = clock.now()
    answer = read(desk, card(session, 1))
    assert (answer.status, answer.guest, answer.at) == ("given", session.state.guests[1], first)
    (handover,) = session.state.handovers.standing(GIFT)
    assert (handover.what.household, handover.number, handover.duty) == (1, 0, "Mai")
    assert handover.what.giver.name == "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Hưng Hà"
    clock.pass_time(STUTTER_SECONDS)
    again = read(desk, card(session, 1))
    assert (again.status, again.at, again.by) == ("had", first, "Mai")
    assert session.state.handovers.given(GIFT) == 1
    assert session.state.entries[-1].what == GiftRefused(gift=GIFT, guest=1, status="had")
    assert same_on_disk(session)


def test_a_stutter_repeats_its_answer_without_an_entry(
    session: Session, desk: GiftDesk, clock: SetClock
) -> None:
    first = read(desk, card(session, 1))
    entries = len(session.state.entries)
    clock.pass_time(STUTTER_SECONDS - 0.1)
    assert read(desk, card(session, 1)) == first
    assert len(session.state.entries) == entries
    undo(session)
    assert read(desk, card(session, 1)).status == "given", "what was undone is no stutter"
    assert desk.read(GIFT, " \r\n") is None
    old = card(session, 1)
    door.replace_card(session, 1)
    assert read(desk, old).status == "replaced", "nor what was replaced since"


def test_the_same_card_for_another_gift_is_another_gift(session: Session, desk: GiftDesk) -> None:
    rice = gift_desk.add_for_households(session, "Gạo", "túi", 5)
    assert read(desk, card(session, 1)).status == "given"
    assert read(desk, card(session, 1), rice.id).status == "given"
    assert list(session.state.handovers.shares(rice.id)) == [1]


def test_what_came_for_every_household_is_added_before_it_is_given(session: Session) -> None:
    before = facts(session.state)
    sponsor = Person("Công ty [/b]", "", "tỉnh")
    gift = gift_desk.add_for_households(session, " Mũ  [/b]", "cái", 120, sponsor)
    door.admit(session, 1, "number")
    gift_desk.give(session, gift.id, 1)
    assert session.state.handovers.standing(gift.id)[0].what.giver == sponsor
    undo(session)
    undo(session)
    assert (gift.name, gift.quantity, gift.each_household) == ("Mũ [/b]", 120, True)
    assert session.state.handovers.left(gift) == 120
    for name, quantity in (("", 5), ("Mũ", 0), ("Mũ", 100_000)):
        with pytest.raises(Refused):
            gift_desk.add_for_households(session, name, "cái", quantity)
    undo(session)
    assert facts(session.state) == before


def test_everything_else_gives_nothing_and_is_an_entry(session: Session, desk: GiftDesk) -> None:
    old = card(session, 2)
    door.replace_card(session, 2)
    withdrawn = card(session, 4)
    withdraw_guest(session, 4, "chuyển đi")
    number = session.state.event.number
    foreign = payload(new_code(f"{(int(number) + 1) % 100:02}", 1))
    expected = {
        card(session, DELEGATE): "delegate",
        card(session, 5): "not-in",
        old: "replaced",
        withdrawn: "unknown",
        foreign: "other-event",
        payload(new_code(number, 999)): "unknown",
        "0912345678": "misread",
    }
    before = facts(session.state)
    for text, status in expected.items():
        entries = len(session.state.entries)
        assert read(desk, text).status == status
        entry = session.state.entries[-1]
        assert len(session.state.entries) == entries + 1
        assert isinstance(entry.what, GiftRefused | ScanRefused)
        assert channel_of(entry) == "gift-desk" and describe(entry, session.state)
    assert facts(session.state) == before
    last = last_step(session)
    assert last is not None and not isinstance(last.what, GiftRefused | ScanRefused)


def test_a_household_that_is_not_in_is_checked_in_and_served(session: Session, desk: GiftDesk) -> None:
    assert read(desk, card(session, 5)).status == "not-in"
    assert gift_desk.check_in_and_give(session, GIFT, 5).status == "given"
    assert session.state.present[5].channel == "gift-desk"
    assert read(desk, card(session, 5)).status == "had", "what it rested on has changed: no stutter"
    mentions = [mention.entry.what for mention in history(session.state, 5)]
    assert any(isinstance(what, HandedOver) for what in mentions)


def test_a_gift_that_is_not_for_each_household_is_not_given_at_the_desk(
    session: Session, desk: GiftDesk
) -> None:
    entries = len(session.state.entries)
    for gift in ("tu-sach", "khong-co"):
        for doing in (
            lambda gift=gift: desk.read(gift, card(session, 1)),
            lambda gift=gift: gift_desk.give(session, gift, 1),
            lambda gift=gift: gift_desk.check_in_and_give(session, gift, 5),
            lambda gift=gift: gift_desk.give_to_all(session, gift, [1]),
        ):
            with pytest.raises(Refused):
                doing()
    for number in (99, 0):
        with pytest.raises(Refused):
            gift_desk.give(session, GIFT, number)
    assert len(session.state.entries) == entries


def test_a_whole_hamlet_is_one_step_and_passes_over_who_had_theirs(session: Session, desk: GiftDesk) -> None:
    gift_desk.give(session, GIFT, 1)
    before = facts(session.state)
    hamlet = shares_by_hamlet(session.state, GIFT)[0]
    assert [[g.number for g in group] for group in (hamlet.had, hamlet.waiting, hamlet.absent)] == [
        [1],
        [2],
        [],
    ]
    gift_desk.give_to_all(session, GIFT, [1, 2, 3, 3, 6])
    assert session.state.handovers.given(GIFT) == 4
    assert set(session.state.handovers.shares(GIFT)) == {1, 2, 3, 6}
    entries = len(session.state.entries)
    for numbers in ([1, 2], [], [DELEGATE]):
        with pytest.raises(Refused):
            gift_desk.give_to_all(session, GIFT, numbers)
    assert len(session.state.entries) == entries
    undo(session)
    assert facts(session.state) == before


def test_one_household_of_a_hamlet_that_did_not_have_its_share_can_be_taken_out(
    session: Session, desk: GiftDesk
) -> None:
    entry = gift_desk.give_to_all(session, GIFT, [1, 2])
    gifts.void(session, entry.id, "chưa nhận", 1)
    handover = session.state.handovers.by_id[entry.id]
    assert (handover.households, handover.voided, session.state.handovers.given(GIFT)) == ((2,), "", 1)
    with pytest.raises(Refused):
        gifts.void(session, entry.id, "chưa nhận", 1)
    assert gift_desk.give(session, GIFT, 1).status == "given"
    gifts.void(session, entry.id, "nhầm xóm", 2)
    assert session.state.handovers.by_id[entry.id].voided == "nhầm xóm"
    assert list(session.state.handovers.shares(GIFT)) == [1]
    assert same_on_disk(session)


def test_more_than_planned_is_given_and_said(session: Session, desk: GiftDesk) -> None:
    hand(session, GIFT, 99, receiver="thôn")
    assert not read(desk, card(session, 1)).beyond_plan
    assert read(desk, card(session, 2)).beyond_plan
    assert session.state.handovers.given(GIFT) == 101


def test_no_name_of_a_household_is_written_a_second_time(session: Session, desk: GiftDesk) -> None:
    read(desk, card(session, 1))
    what = session.state.entries[-1].what
    assert isinstance(what, HandedOver)
    assert what.receiver == Person("Hộ gia đình")
