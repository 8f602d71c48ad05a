"""Whom Enter lets in: only who is meant without doubt."""

from msgspec.structs import replace

from data.session.session import Session
from tests.bursts import burst
from tests.conftest import list_guests
from tests.tui.door.screen.hands import card, hand
from tests.tui.door.screen.test_door import put, shown
from tests.waiting import until
from tui.door.widgets.answer_box import AnswerBox
from tui.shell.app import CeremonyApp
from tui.widgets.lines.answer_strip import AnswerStrip
from tui.widgets.lists.results import Results


async def test_digits_that_may_be_a_phone_let_nobody_in_by_the_first_enter(session: Session) -> None:
    first = session.state.next_number
    numbers = put(session, *(f"Hộ {n}" for n in range(first, 124)))
    list_guests(session, [replace(session.state.guests[numbers[0]], phone="0900000123")])
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"123", "enter")
        await pilot.pause()
        assert not session.state.present
        assert {guest.number for guest in app.screen.query_one(Results).guests} == {123, numbers[0]}
        await pilot.press("enter")
        await pilot.pause()
        assert set(session.state.present) == {123}
        await pilot.press(*"12", "enter")
        await pilot.pause()
        assert set(session.state.present) == {123, 12}


async def test_a_second_enter_that_comes_too_fast_lets_nobody_in_and_says_why(
    session: Session, english: None
) -> None:
    put(session, "Đinh Văn Khoát", "Đinh Thị Khoát")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        hand(app, *"khoat", "enter", "enter")
        await until(pilot, lambda: "too fast" in str(app.screen.query_one(AnswerStrip).render()))
        assert not session.state.present


async def test_a_number_as_on_the_card_is_that_guest_alone(session: Session) -> None:
    first = session.state.next_number
    put(session, *(f"Hộ {n}" for n in range(first, 120)))
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*"001")
        await pilot.pause()
        assert [guest.number for guest in app.screen.query_one(Results).guests] == [1]
        await pilot.press("enter")
        await pilot.pause()
        assert set(session.state.present) == {1}


async def test_who_stands_on_both_lists_is_told_at_the_door_as_the_other_too(
    session: Session, english: None
) -> None:
    state = session.state
    delegate = next(guest for guest in state.guests.values() if not guest.is_household)
    (number,) = put(session, delegate.name)
    other = replace(delegate, phone="0900000123", title="Bí thư")
    list_guests(session, [other, replace(state.guests[number], phone="0911 222 333; 0900 000 123")])
    app = CeremonyApp(session)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, number))
        told = shown(app, AnswerBox)
        assert f"also delegate {delegate.number:03}: not in yet · Bí thư" in told
        await burst(pilot, card(session, delegate.number))
        assert f"also household {number:03}" in shown(app, AnswerBox)
        await burst(pilot, card(session, 1))
        assert "also" not in shown(app, AnswerBox)
