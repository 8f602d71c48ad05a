"""How delegates are addressed is asked once, one key a person."""

from data.queries.people.honorifics import without_honorific
from data.session.session import Session
from tests.tui.event.test_event_screen import at_the_event, mark
from tui.event.dialogs.honorifics import HonorificsDialog
from tui.event.screen import EventScreen


async def test_one_key_for_each_person(session: Session) -> None:
    async with at_the_event(session) as pilot:
        await mark(pilot, "open:honorifics:honorifics")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HonorificsDialog)
        await pilot.press("enter")
        await pilot.pause()
        assert session.state.guests[7].honorific == "Bà"
        # Nothing can be guessed from Vũ Đình Sơn.
        await pilot.press("enter")
        await pilot.pause()
        assert session.state.guests[8].honorific == ""
        await pilot.press("c")
        await pilot.pause()
        assert session.state.guests[8].honorific == "Đồng chí"
        await pilot.press("a")
        await pilot.pause()
        assert session.state.guests[9].honorific == "Bà"
        assert without_honorific(session.state) == []
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EventScreen)
