from textual.widgets import Static

from data.ceremony import Ceremony
from data.codes import payload
from tui.app import CeremonyApp
from tui.screens.registrations import RegistrationsScreen
from tui.widgets.line_input import LineInput


def text_of(app: CeremonyApp, id: str) -> str:
    return str(app.screen.query_one(id, Static).visual)


def registered(ceremony: Ceremony, criterion: str = "gia-dinh-van-hoa") -> list[int]:
    return list(ceremony.state.registrations.of(criterion, 2022))


async def test_a_scan_here_registers_and_checks_nobody_in(ceremony: Ceremony) -> None:
    app = CeremonyApp(ceremony)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r", *payload(ceremony.state.guests[2].code), "enter")
        await pilot.pause()
        assert isinstance(app.screen, RegistrationsScreen)
        assert registered(ceremony) == [2]
        assert ceremony.state.present == {}
        assert "Trần Thị Hòa" in text_of(app, "#registered")
        assert app.screen.query_one(LineInput).value == ""
        await pilot.press("f2", *payload(ceremony.state.guests[2].code), "enter")
        assert list(ceremony.state.present) == [2], "elsewhere the card opens the door"


async def test_numbers_of_a_list_and_a_name_without_accents_register(ceremony: Ceremony) -> None:
    app = CeremonyApp(ceremony)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r", "1", "space", "4", "enter", *"yen", "enter")
        await pilot.pause()
        assert registered(ceremony) == [1, 4, 6]


async def test_f7_turns_to_the_other_criterion_and_undo_takes_back(ceremony: Ceremony) -> None:
    app = CeremonyApp(ceremony)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r", "f7", "5", "enter")
        assert registered(ceremony, "khong-vi-pham") == [5]
        assert registered(ceremony) == []
        await pilot.press("ctrl+z", "ctrl+z")
        assert registered(ceremony, "khong-vi-pham") == []


async def test_a_wrong_number_keeps_what_was_typed(ceremony: Ceremony) -> None:
    app = CeremonyApp(ceremony)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r", *"1 99".replace(" ", ","), "enter")
        await pilot.pause()
        assert registered(ceremony) == []
        assert app.screen.query_one(LineInput).value == "1,99"


async def test_f8_takes_a_registration_back_by_number(ceremony: Ceremony) -> None:
    app = CeremonyApp(ceremony)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r", "3", "enter", "f8", "3", "enter")
        await pilot.pause()
        assert registered(ceremony) == []
