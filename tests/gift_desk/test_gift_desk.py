"""The gift desk: each household once for each gift, and the same answers as the door."""

import pytest

from data.ceremony import Ceremony
from data.clock import SetClock
from data.codes import new_code, payload
from data.commands import door, gift_desk, gifts
from data.commands.gift_desk import DeskAnswer, GiftDesk
from data.commands.guests import withdraw_guest
from data.commands.stutter import STUTTER_SECONDS
from data.commands.undo import last_step, undo
from data.errors import Refused
from data.model.happenings.door import ScanRefused
from data.model.happenings.gifts import GiftRefused, HandedOver, Person
from data.state.gift_desk import shares_by_hamlet
from data.state.history import history
from data.wording.log import channel_of, describe
from tests.conftest import hand
from tests.state.facts import facts, same_on_disk

GIFT = "tai-lieu"
DELEGATE = 7


@pytest.fixture
def desk(ceremony: Ceremony) -> GiftDesk:
    """The gift desk after households 1 to 3 and a delegate came in."""
    for number in (1, 2, 3, DELEGATE):
        door.admit(ceremony, number, "scanner")
    return GiftDesk(ceremony)


def card(ceremony: Ceremony, number: int) -> str:
    return payload(ceremony.state.guests[number].code)


def read(desk: GiftDesk, text: str, gift: str = GIFT) -> DeskAnswer:
    answer = desk.read(gift, text)
    assert answer is not None
    return answer


def test_a_card_ticks_its_household_off_once(ceremony: Ceremony, desk: GiftDesk, clock: SetClock) -> None:
    first = clock.now()
    answer = read(desk, card(ceremony, 1))
    assert (answer.status, answer.guest, answer.at) == ("given", ceremony.state.guests[1], first)
    (handover,) = ceremony.state.handovers.standing(GIFT)
    assert (handover.what.household, handover.number, handover.duty) == (1, 0, "Mai")
    assert handover.what.giver.name == "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Hưng Hà"
    clock.pass_time(STUTTER_SECONDS)
    again = read(desk, card(ceremony, 1))
    assert (again.status, again.at, again.by) == ("had", first, "Mai")
    assert ceremony.state.handovers.given(GIFT) == 1
    assert ceremony.state.entries[-1].what == GiftRefused(gift=GIFT, guest=1, status="had")
    assert same_on_disk(ceremony)


def test_a_stutter_repeats_its_answer_without_an_entry(
    ceremony: Ceremony, desk: GiftDesk, clock: SetClock
) -> None:
    first = read(desk, card(ceremony, 1))
    entries = len(ceremony.state.entries)
    clock.pass_time(STUTTER_SECONDS - 0.1)
    assert read(desk, card(ceremony, 1)) == first
    assert len(ceremony.state.entries) == entries
    undo(ceremony)
    assert read(desk, card(ceremony, 1)).status == "given", "what was undone is no stutter"
    assert desk.read(GIFT, " \r\n") is None
    old = card(ceremony, 1)
    door.replace_card(ceremony, 1)
    assert read(desk, old).status == "replaced", "nor what was replaced since"


def test_the_same_card_for_another_gift_is_another_gift(ceremony: Ceremony, desk: GiftDesk) -> None:
    rice = gift_desk.add_for_households(ceremony, "Gạo", "túi", 5)
    assert read(desk, card(ceremony, 1)).status == "given"
    assert read(desk, card(ceremony, 1), rice.id).status == "given"
    assert list(ceremony.state.handovers.shares(rice.id)) == [1]


def test_what_came_for_every_household_is_added_before_it_is_given(ceremony: Ceremony) -> None:
    before = facts(ceremony.state)
    sponsor = Person("Công ty [/b]", "", "tỉnh")
    gift = gift_desk.add_for_households(ceremony, " Mũ  [/b]", "cái", 120, sponsor)
    door.admit(ceremony, 1, "number")
    gift_desk.give(ceremony, gift.id, 1)
    assert ceremony.state.handovers.standing(gift.id)[0].what.giver == sponsor
    undo(ceremony)
    undo(ceremony)
    assert (gift.name, gift.quantity, gift.each_household) == ("Mũ [/b]", 120, True)
    assert ceremony.state.handovers.left(gift) == 120
    for name, quantity in (("", 5), ("Mũ", 0), ("Mũ", 100_000)):
        with pytest.raises(Refused):
            gift_desk.add_for_households(ceremony, name, "cái", quantity)
    undo(ceremony)
    assert facts(ceremony.state) == before


def test_everything_else_gives_nothing_and_is_an_entry(ceremony: Ceremony, desk: GiftDesk) -> None:
    old = card(ceremony, 2)
    door.replace_card(ceremony, 2)
    withdrawn = card(ceremony, 4)
    withdraw_guest(ceremony, 4, "chuyển đi")
    number = ceremony.state.event.number
    foreign = payload(new_code(f"{(int(number) + 1) % 100:02}", 1))
    expected = {
        card(ceremony, DELEGATE): "delegate",
        card(ceremony, 5): "not-in",
        old: "replaced",
        withdrawn: "unknown",
        foreign: "other-event",
        payload(new_code(number, 999)): "unknown",
        "0912345678": "misread",
    }
    before = facts(ceremony.state)
    for text, status in expected.items():
        entries = len(ceremony.state.entries)
        assert read(desk, text).status == status
        entry = ceremony.state.entries[-1]
        assert len(ceremony.state.entries) == entries + 1
        assert isinstance(entry.what, GiftRefused | ScanRefused)
        assert channel_of(entry) == "gift-desk" and describe(entry, ceremony.state)
    assert facts(ceremony.state) == before
    last = last_step(ceremony)
    assert last is not None and not isinstance(last.what, GiftRefused | ScanRefused)


def test_a_household_that_is_not_in_is_checked_in_and_served(ceremony: Ceremony, desk: GiftDesk) -> None:
    assert read(desk, card(ceremony, 5)).status == "not-in"
    assert gift_desk.check_in_and_give(ceremony, GIFT, 5).status == "given"
    assert ceremony.state.present[5].channel == "gift-desk"
    assert read(desk, card(ceremony, 5)).status == "had", "what it rested on has changed: no stutter"
    mentions = [mention.entry.what for mention in history(ceremony.state, 5)]
    assert any(isinstance(what, HandedOver) for what in mentions)


def test_a_gift_that_is_not_for_each_household_is_not_given_at_the_desk(
    ceremony: Ceremony, desk: GiftDesk
) -> None:
    entries = len(ceremony.state.entries)
    for gift in ("tu-sach", "khong-co"):
        for doing in (
            lambda gift=gift: desk.read(gift, card(ceremony, 1)),
            lambda gift=gift: gift_desk.give(ceremony, gift, 1),
            lambda gift=gift: gift_desk.check_in_and_give(ceremony, gift, 5),
            lambda gift=gift: gift_desk.give_to_all(ceremony, gift, [1]),
        ):
            with pytest.raises(Refused):
                doing()
    for number in (99, 0):
        with pytest.raises(Refused):
            gift_desk.give(ceremony, GIFT, number)
    assert len(ceremony.state.entries) == entries


def test_a_whole_hamlet_is_one_step_and_passes_over_who_had_theirs(
    ceremony: Ceremony, desk: GiftDesk
) -> None:
    gift_desk.give(ceremony, GIFT, 1)
    before = facts(ceremony.state)
    hamlet = shares_by_hamlet(ceremony.state, GIFT)[0]
    assert [[g.number for g in group] for group in (hamlet.had, hamlet.waiting, hamlet.absent)] == [
        [1],
        [2],
        [],
    ]
    gift_desk.give_to_all(ceremony, GIFT, [1, 2, 3, 3, 6])
    assert ceremony.state.handovers.given(GIFT) == 4
    assert set(ceremony.state.handovers.shares(GIFT)) == {1, 2, 3, 6}
    entries = len(ceremony.state.entries)
    for numbers in ([1, 2], [], [DELEGATE]):
        with pytest.raises(Refused):
            gift_desk.give_to_all(ceremony, GIFT, numbers)
    assert len(ceremony.state.entries) == entries
    undo(ceremony)
    assert facts(ceremony.state) == before


def test_one_household_of_a_hamlet_that_did_not_have_its_share_can_be_taken_out(
    ceremony: Ceremony, desk: GiftDesk
) -> None:
    entry = gift_desk.give_to_all(ceremony, GIFT, [1, 2])
    gifts.void(ceremony, entry.id, "chưa nhận", 1)
    handover = ceremony.state.handovers.by_id[entry.id]
    assert (handover.households, handover.voided, ceremony.state.handovers.given(GIFT)) == ((2,), "", 1)
    with pytest.raises(Refused):
        gifts.void(ceremony, entry.id, "chưa nhận", 1)
    assert gift_desk.give(ceremony, GIFT, 1).status == "given"
    gifts.void(ceremony, entry.id, "nhầm xóm", 2)
    assert ceremony.state.handovers.by_id[entry.id].voided == "nhầm xóm"
    assert list(ceremony.state.handovers.shares(GIFT)) == [1]
    assert same_on_disk(ceremony)


def test_more_than_planned_is_given_and_said(ceremony: Ceremony, desk: GiftDesk) -> None:
    hand(ceremony, GIFT, 99, receiver="thôn")
    assert not read(desk, card(ceremony, 1)).beyond_plan
    assert read(desk, card(ceremony, 2)).beyond_plan
    assert ceremony.state.handovers.given(GIFT) == 101


def test_no_name_of_a_household_is_written_a_second_time(ceremony: Ceremony, desk: GiftDesk) -> None:
    read(desk, card(ceremony, 1))
    what = ceremony.state.entries[-1].what
    assert isinstance(what, HandedOver)
    assert what.receiver == Person("Hộ gia đình")
