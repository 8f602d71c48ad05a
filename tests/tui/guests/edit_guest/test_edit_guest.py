from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widgets import Button, Static

from data import language
from data.model.guest_facts import FACTS
from data.scanning.codes import payload
from data.session.session import Session
from tests.bursts import burst
from tui.frame.dialogs.dialog import Ask
from tui.frame.dialogs.edit_value import EditValueDialog
from tui.guests.actions import GuestActionsDialog
from tui.guests.dialogs.edit_guest import EditGuestDialog
from tui.guests.screen import GuestsScreen
from tui.shell.app import CeremonyApp
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice


@asynccontextmanager
async def at_the_guests(session: Session, number: int = 1) -> AsyncIterator[Pilot[None]]:
    """The guests' screen with the actions of one guest open."""
    language.choose("en")
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await pilot.press("f5", *["down"] * (number - 1), "ctrl+e")
        await pilot.pause()
        assert isinstance(pilot.app.screen, GuestActionsDialog)
        yield pilot


def line(pilot: Pilot[None], field: str) -> LineInput:
    return pilot.app.screen.query_one(f"#{field}", LineInput)


async def test_a_name_is_corrected_and_the_card_stays(session: Session) -> None:
    code = session.state.guests[1].code
    async with at_the_guests(session) as pilot:
        await pilot.press("s")
        await pilot.pause()
        line(pilot, "name").value = "Nguyễn Văn Dương"
        line(pilot, "birth_year").value = "1955"
        line(pilot, "phone").value = "0912 345 678"
        await pilot.press("ctrl+s")
        await pilot.pause()
        guest = session.state.guests[1]
        assert (guest.name, guest.birth_year, guest.code) == ("Nguyễn Văn Dương", 1955, code)
        assert guest.hamlet == "xóm 1"
        assert isinstance(pilot.app.screen, GuestsScreen)
        assert "Nguyễn Văn Dương" in str(pilot.app.screen.query_one("AnswerStrip").render())


async def test_the_year_of_birth_is_asked_again_in_place(session: Session) -> None:
    async with at_the_guests(session) as pilot:
        await pilot.press("s")
        await pilot.pause()
        line(pilot, "birth_year").value = "năm 55"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditGuestDialog)
        assert line(pilot, "birth_year").value == "năm 55"
        assert session.state.guests[1].birth_year is None


async def test_a_guest_is_added_with_enter_from_field_to_field(session: Session) -> None:
    number = session.state.next_number
    async with at_the_guests(session) as pilot:
        await pilot.press("t", *"Vu", "space", *"Lan", "enter", *"xom", "space", "9")
        asked = [fact for fact in FACTS.values() if fact.asked and fact.of in (None, "household")]
        await pilot.press("enter", *"1960", *["enter"] * (len(asked) - 2))
        await pilot.pause()
        guest = session.state.guests[number]
        assert (guest.kind, guest.name, guest.hamlet, guest.birth_year) == (
            "household",
            "Vu Lan",
            "xom 9",
            1960,
        )
        assert number not in session.state.present


async def test_a_delegate_is_asked_for_title_and_office_instead_of_a_hamlet(session: Session) -> None:
    number = session.state.next_number
    async with at_the_guests(session) as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert not line(pilot, "title").is_on_screen or not line(pilot, "title").region
        await pilot.press("down")
        await pilot.pause()
        chosen = pilot.app.screen.query_one(Choice).value
        await pilot.press(*"Ha", "enter", "enter", *"Chu", "enter", *"MTTQ", "ctrl+s")
        await pilot.pause()
        guest = session.state.guests[number]
        assert (guest.kind, guest.delegation, guest.title, guest.organisation) == (
            "delegate",
            chosen,
            "Chu",
            "MTTQ",
        )


async def test_a_lost_card_is_replaced_after_a_question_with_no_first(session: Session) -> None:
    old = session.state.guests[1].code
    async with at_the_guests(session) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Ask)
        assert isinstance(pilot.app.focused, Button)
        assert pilot.app.focused.id == "no"
        await pilot.press("enter")
        await pilot.pause()
        assert session.state.guests[1].code == old
        await pilot.press("c", "tab", "enter")
        await pilot.pause()
        assert session.state.guests[1].code != old
        assert old in session.state.replaced
        assert isinstance(pilot.app.screen, GuestsScreen)


async def test_a_guest_is_withdrawn_with_a_reason_and_taken_back(session: Session) -> None:
    async with at_the_guests(session, 2) as pilot:
        await pilot.press("r", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditValueDialog)
        assert not session.state.guests[2].withdrawn
        await pilot.press(*"chuyen", "enter")
        await pilot.pause()
        assert session.state.guests[2].withdrawn
        assert isinstance(pilot.app.screen, GuestsScreen)
        await pilot.press("ctrl+e", "m", "enter")
        await pilot.pause()
        assert not session.state.guests[2].withdrawn
        assert isinstance(pilot.app.screen, GuestsScreen)


async def test_a_scan_works_in_every_dialog_and_leaves_its_text(session: Session) -> None:
    async with at_the_guests(session) as pilot:
        await burst(pilot, payload(session.state.guests[2].code) + "\r")
        await pilot.pause()
        assert isinstance(pilot.app.screen, GuestActionsDialog)
        await pilot.press("s")
        await pilot.pause()
        line(pilot, "name").value = "Dương"
        line(pilot, "name").cursor_position = 5
        await burst(pilot, payload(session.state.guests[3].code) + "\r")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditGuestDialog)
        assert line(pilot, "name").value == "Dương"
        assert set(session.state.present) == {2, 3}


async def test_hostile_names_are_text_in_every_dialog(session: Session) -> None:
    async with at_the_guests(session) as pilot:
        await pilot.press("s")
        await pilot.pause()
        line(pilot, "name").value = "[/b] [red]Hoa[/] $x"
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("ctrl+e")
        await pilot.pause()
        question = pilot.app.screen.query_one(".question", Static)
        assert "[/b] [red]Hoa[/] $x" in str(question.render())
        for key in ("c", "r"):
            await pilot.press(key)
            await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()
        await pilot.press("r", *"di", "enter", "ctrl+e", "m")
        await pilot.pause()
        assert "[/b] [red]Hoa[/] $x" in pilot.app.screen.query_one(Choice).label
