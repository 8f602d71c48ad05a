from textual.widgets import Static

from data.scanning.codes import payload
from data.session.session import Session
from tests.bursts import burst
from tui.registrations.screen import RegistrationsScreen
from tui.shell.app import CeremonyApp
from tui.widgets.lines.line_input import LineInput


def text_of(app: CeremonyApp, id: str) -> str:
    return str(app.screen.query_one(id, Static).visual)


def registered(session: Session, criterion: str = "gia-dinh-van-hoa") -> list[int]:
    return list(session.state.registrations.of(criterion, 2022))


async def test_a_scan_here_registers_and_checks_nobody_in(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r")
        await burst(pilot, payload(session.state.guests[2].code) + "\r")
        await pilot.pause()
        assert isinstance(app.screen, RegistrationsScreen)
        assert registered(session) == [2]
        assert session.state.present == {}
        assert "Trần Thị Hòa" in text_of(app, "#registered")
        assert app.screen.query_one(LineInput).value == ""
        await pilot.press("f2")
        await burst(pilot, payload(session.state.guests[2].code) + "\r")
        assert list(session.state.present) == [2], "elsewhere the card opens the door"


async def test_numbers_of_a_list_and_a_name_without_accents_register(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r", "1", "space", "4", "enter", *"yen", "enter")
        await pilot.pause()
        assert registered(session) == [1, 4, 6]


async def test_f7_turns_to_the_other_criterion_and_undo_takes_back(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r", "f7", "5", "enter")
        assert registered(session, "khong-vi-pham") == [5]
        assert registered(session) == []
        await pilot.press("ctrl+z", "ctrl+z")
        assert registered(session, "khong-vi-pham") == []


async def test_a_wrong_number_keeps_what_was_typed(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r", *"1 99".replace(" ", ","), "enter")
        await pilot.pause()
        assert registered(session) == []
        assert app.screen.query_one(LineInput).value == "1,99"


async def test_f8_takes_a_registration_back_by_number(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r", "3", "enter", "f8", "3", "enter")
        await pilot.pause()
        assert registered(session) == []
