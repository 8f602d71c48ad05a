"""The question who came: asked where it is due, answered by a letter, never by a scan."""

import asyncio

import pytest

from data.session.session import Session
from tests.bursts import burst
from tests.tui.door.screen.hands import card, hand
from tests.tui.door.screen.test_door import shown
from tests.waiting import until
from tui.door.dialogs.party import Relations
from tui.door.widgets.answer_box import AnswerBox
from tui.scanning.key_judge import SUFFIX_SECONDS
from tui.shell.app import CeremonyApp
from tui.widgets.lines.line_input import LineInput


async def test_a_scan_under_the_question_who_came_answers_nothing_of_it(session: Session) -> None:
    """Microsoft's Vietnamese layout types đ for 0 and ă for 1: letters, but not of the menu."""
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 1))
        await pilot.press("f7")
        await pilot.pause()
        before = session.state.present[1]
        layout = dict(zip("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ", strict=True))
        await burst(pilot, "".join(layout.get(digit, digit) for digit in card(session, 2)))
        assert set(session.state.present) == {1, 2}
        assert session.state.present[1] == before


async def test_people_are_counted_with_plus_and_the_name_goes_with_the_letter(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 1))
        await pilot.press("f7", "plus", "plus", "minus", "tab", *"Nam", "enter", "c")
        await pilot.pause()
        party = session.state.present[1]
        assert (party.relation, party.substitute, party.people) == ("con trai", "Nam", 2)
        await pilot.press("f7", "n")
        await pilot.pause()
        assert not session.state.present[1].is_substitute


async def test_f7_lets_in_the_guest_that_was_searched_for_and_asks_who_came(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tran", "f7", "c")
        await pilot.pause()
        assert {n: a.relation for n, a in session.state.present.items()} == {2: "con trai"}


async def test_keys_that_waited_for_a_busy_program_keep_their_order_around_a_function_key(
    session: Session,
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        hand(app, *"thi", "down", "f7", "c")
        await until(pilot, lambda: any(a.relation for a in session.state.present.values()))
        assert [attendance.relation for attendance in session.state.present.values()] == ["con trai"]
        hand(app, "f8", *"lan, bao", "enter", "enter")
        await until(pilot, lambda: len(session.state.present) == 2)
        guest = session.state.guests[session.state.next_number - 1]
        assert (guest.name, guest.delegation) == ("Lan", "bao-dai")


async def test_who_came_is_asked_in_the_language_of_the_screen_and_kept_as_the_plan_says_it(
    session: Session, english: None
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 1))
        await asyncio.sleep(SUFFIX_SECONDS)
        await pilot.press("f7")
        await pilot.pause()
        asked = str(app.screen.query_one(Relations).render())
        assert "wife" in asked and "other" in asked and "vợ" not in asked and "khác" not in asked
        await pilot.press("a")
        await until(pilot, lambda: bool(session.state.present[1].relation))
        assert session.state.present[1].relation == "vợ"
        await until(pilot, lambda: "wife" in shown(app, AnswerBox))


@pytest.mark.parametrize("is_hasty", [False, True])
async def test_for_a_delegate_the_name_comes_first_and_colleagues_are_offered(
    session: Session, is_hasty: bool
) -> None:
    number = next(guest.number for guest in session.state.guests.values() if not guest.is_household)
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*str(number), "f7")
        if not is_hasty:
            await pilot.pause()
            said = "".join(str(one.render()) for one in app.screen.query("Static"))
            assert "cấp phó" in said and "con dâu" not in said and "chủ hộ" not in said
        await pilot.press(*"Nguyen Van Kha", "enter", "enter")
        await pilot.pause()
        party = session.state.present[number]
        assert (party.relation, party.substitute) == ("", "Nguyen Van Kha")
        assert not app.screen.query_one("#door-line", LineInput).value
        await pilot.press("f7", "enter", "a")
        await pilot.pause()
        party = session.state.present[number]
        assert (party.relation, party.substitute) == ("cấp phó", "Nguyen Van Kha")
