"""Who is not on the list is let in with few keys, and into the right group."""

import asyncio

from data.session.session import Session
from tests.bursts import burst
from tests.tui.door.screen.hands import card, hand
from tests.tui.door.screen.test_door import put
from tests.waiting import until
from tui.scanning.key_judge import SUFFIX_SECONDS
from tui.shell.app import CeremonyApp
from tui.widgets.lines.line_input import LineInput


async def test_a_reporter_who_is_not_on_the_list_takes_two_keys_besides_the_text(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        hand(app, "f8", *"hoàng lan, báo thái bình, phóng viên", "enter")
        await until(pilot, lambda: bool(session.state.present))
        guest = session.state.guests[session.state.next_number - 1]
        assert (guest.name, guest.delegation) == ("Hoàng Lan", "bao-dai")
        assert (guest.organisation, guest.title) == ("báo thái bình", "phóng viên")
        assert guest.number in session.state.present


async def test_a_walk_in_of_a_name_that_is_on_the_list_is_pointed_out(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8", *"tran", "space", *"thi", "space", *"hoa")
        await pilot.pause()
        assert "002 Trần Thị Hòa" in str(app.screen.query_one("#recorded").render())


async def test_a_group_chosen_with_the_arrows_is_not_guessed_away(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8", *"Lan", "enter", "down", *"bao", "enter", "enter")
        await pilot.pause()
        assert session.state.guests[session.state.next_number - 1].delegation == "mttq-huyen"


async def test_a_letter_typed_at_once_behind_f7_chooses_and_is_not_left_in_the_line(
    session: Session,
) -> None:
    (number,) = put(session, "Trần Thị Ngọc Ánh")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, number))
        await asyncio.sleep(SUFFIX_SECONDS)
        hand(app, "f7", "c")
        await until(pilot, lambda: bool(session.state.present[number].relation))
        assert session.state.present[number].relation == session.state.event.relations[2]
        assert app.screen.query_one("#door-line", LineInput).value == ""
