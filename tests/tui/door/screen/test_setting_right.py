"""What is set right at the door: the wrong person, who went home, notes, a wrong name, the last step."""

import asyncio

from data import language
from data.session.session import Session
from tests.bursts import burst
from tests.tui.door.screen.hands import card, hand
from tests.tui.door.screen.test_door import put, shown
from tests.waiting import until
from tui.door.screen import DoorScreen
from tui.door.widgets.answer_box import AnswerBox
from tui.door.widgets.undo_line import UndoLine
from tui.scanning.key_judge import SUFFIX_SECONDS
from tui.shell.app import CeremonyApp
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.results import Results


async def test_the_check_in_of_the_wrong_person_moves_to_who_really_came(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 1))
        first = session.state.present[1].at
        await pilot.press("ctrl+e", "a", *"hoa", "enter", "enter")
        await pilot.pause()
        assert list(session.state.present) == [2]
        assert session.state.present[2].at == first


async def test_going_home_a_mistaken_check_in_and_a_note_are_a_letter_each(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 1))
        await pilot.press("ctrl+e", "b")
        await pilot.pause()
        assert not session.state.present[1].is_here
        await pilot.press("ctrl+e", "c", *"front", "enter")
        await until(pilot, lambda: "★ front" in shown(app, AnswerBox))
        assert session.state.guests[1].note == "front"
        await pilot.press("ctrl+e", "b")
        await pilot.pause()
        assert not session.state.present


async def test_what_undo_would_take_back_is_shown_before_it_is_pressed(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 2))
        assert "Trần Thị Hòa" in str(app.screen.query_one(UndoLine).render())


async def test_a_wrong_name_and_year_are_set_right_at_the_door(session: Session) -> None:
    language.choose("en")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"nguyen van dung", "ctrl+e", "b")
        await pilot.pause()
        await pilot.press(*" Nam", "enter", "ctrl+u", *"1961", "enter")
        await pilot.pause()
        assert isinstance(app.screen, DoorScreen)
        guest = session.state.guests[1]
        assert (guest.name, guest.birth_year) == ("Nguyễn Văn Dũng Nam", 1961)
        assert "Nguyễn Văn Dũng Nam" in str(app.screen.query_one("AnswerStrip").render())


async def test_after_the_wrong_person_is_set_right_nothing_is_left_that_enter_would_let_in(
    session: Session,
) -> None:
    wrong, right = put(session, "Đinh Văn Khoát", "Đinh Thị Khoát")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, wrong))
        await asyncio.sleep(SUFFIX_SECONDS)
        hand(app, *"khoat")
        await until(pilot, lambda: len(app.screen.query_one(Results).guests) == 2)
        results = app.screen.query_one(Results)
        while results.decided is None or results.decided.number != wrong:
            await pilot.press("down")
        await pilot.press("ctrl+e", "a", *"thi", "space", *"khoat", "enter")
        await until(pilot, lambda: set(session.state.present) == {right})
        await until(pilot, lambda: isinstance(app.screen, DoorScreen))
        await pilot.pause()
        assert app.screen.query_one("#door-line", LineInput).value == ""
        assert results.decided is None and not app.screen.has_class("searching")
        await pilot.press("enter")
        await pilot.press(*"khoat")
        await pilot.pause()
        assert len(results.guests) == 2 and results.decided is None
        assert set(session.state.present) == {right}
