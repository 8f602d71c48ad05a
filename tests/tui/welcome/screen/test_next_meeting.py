from pathlib import Path

from data.clock import SetClock
from data.session.events.overview import overviews
from data.session.session import Session
from tests.tui.welcome.screen.test_welcome import welcome
from tui.welcome.dialogs.next_meeting import NextMeetingDialog
from tui.widgets.tick_list import TickList


async def test_the_next_meeting_invites_the_delegations_that_are_ticked(
    event_folder: Path, clock: SetClock
) -> None:
    with Session(event_folder, "read") as session:
        groups = {guest.delegation for guest in session.state.guests.values() if not guest.is_household}
    before = {one.folder for one in overviews(event_folder.parent)}
    async with welcome(clock) as pilot:
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(pilot.app.screen, NextMeetingDialog)
        ticks = pilot.app.screen.query_one(TickList)
        assert set(ticks.ticked) == groups & {"mttq-xa", "cong-an-xa", "ban-ctmt"}
        await pilot.press("down", "down", "space")
        await pilot.pause()
        (chosen,) = set(ticks.ticked) - {"mttq-xa", "cong-an-xa", "ban-ctmt"}
        assert f"☑ {next(label for id, label in ticks._rows_shown if id == chosen)}" in str(ticks.render())
        await pilot.press("ctrl+s")
        await pilot.pause()
    (made,) = {one.folder for one in overviews(event_folder.parent)} - before
    with Session(made, "read") as meeting:
        guests = meeting.state.guests.values()
        came = {guest.delegation for guest in guests if not guest.is_household}
        assert came == set(ticks.ticked) & groups
