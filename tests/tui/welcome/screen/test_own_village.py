"""N for a village that no plan names; the keys of an event's screens open the chosen event there."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Static

from data.clock import SetClock
from data.plans.load import load_plan
from data.session.create_event import create_event, own_place
from data.session.session import Session
from tests.bursts import burst
from tests.conftest import PLAN
from tests.translations.test_wrong_usage import run
from tests.waiting import until
from tui.frame.event_screen import CeremonyScreen
from tui.gifts.screen import GiftsScreen
from tui.scanning.key_judge import SETTLE_SECONDS
from tui.shell.app import CeremonyApp
from tui.stage.screen import StageScreen
from tui.welcome.dialogs.new_event import NewEventDialog
from tui.welcome.event_list import EventList
from tui.widgets.lines.line_input import LineInput


async def test_an_event_of_ones_own_village(own_home: Path, clock: SetClock) -> None:
    app = CeremonyApp(clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, NewEventDialog)
        await pilot.press("down", "down", "enter")
        lines = {
            id: app.screen.query_one(f"#{id}", LineInput) for id in ("village", "commune", "date", "start")
        }
        assert lines["village"].has_focus
        assert all(line.region.height == 1 for line in lines.values())
        assert app.screen.region.contains_region(app.screen.query_one("#folder").region)
        for id, text in (
            ("village", "đông hải"),
            ("commune", "Minh Khai"),
            ("date", "28/6"),
            ("start", "13h30"),
        ):
            lines[id].value = text
        await pilot.pause()
        told = str(app.screen.query_one("#told", Static).render())
        for part in ("Thứ Ba, 28/06/2022", "12:45", "16:30", "thôn Đông Hải, xã Minh Khai"):
            assert part in told
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.session is not None
        event = app.session.state.event
        assert (event.site.village, event.site.commune, event.site.district) == (
            "thôn Đông Hải",
            "xã Minh Khai",
            "",
        )
        assert (event.date, event.doors, event.start) == (date(2022, 6, 28), "12:45", "13:30")
        assert app.session.folder == own_home / "dong-hai-2022-06-28"


async def test_a_day_that_is_none_is_refused_at_the_field(own_home: Path, clock: SetClock) -> None:
    app = CeremonyApp(clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        app.screen.query_one("#date", LineInput).value = "31/6"
        await pilot.pause()
        assert "không phải một ngày" in str(app.screen.query_one("#told", Static).render())
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, NewEventDialog)
    assert not list(own_home.iterdir())


@pytest.mark.parametrize(("key", "screen"), [("f3", StageScreen), ("f4", GiftsScreen)])
async def test_a_screens_key_opens_the_chosen_event_there(
    event_folder: Path, clock: SetClock, key: str, screen: type[CeremonyScreen]
) -> None:
    app = CeremonyApp(clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        events = app.screen.query_one(EventList)
        await until(pilot, lambda: events.chosen is not None)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, screen)
        assert app.session is not None
        assert app.session.folder == event_folder


def test_the_command_line_has_the_same_village(tmp_path: Path) -> None:
    plan = ("--plan", PLAN, "--village", "đông hải")
    made = run(
        "new",
        str(tmp_path / "e"),
        *plan,
        "--commune",
        "minh khai",
        "--date",
        "28-11-2026",
        "--start",
        "13h30",
    )
    assert made.returncode == 0
    with Session(tmp_path / "e") as session:
        event = session.state.event
        assert (event.site.village, event.site.venue) == ("thôn Đông Hải", "Nhà Văn hóa thôn Đông Hải")
        assert (event.date, event.doors, event.deadline) == (date(2026, 11, 28), "12:45", "16:30")
    assert run("new", str(tmp_path / "f"), *plan).returncode == 1


async def test_what_an_old_console_pastes_as_keys_stays_in_the_line(own_home: Path, clock: SetClock) -> None:
    app = CeremonyApp(clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        line = app.screen.query_one("#village", LineInput)
        await until(pilot, lambda: line.has_focus)
        await burst(pilot, "thôn Nà Lạc Thượng")
        await until(pilot, lambda: line.value == "thôn Nà Lạc Thượng")
        await burst(pilot, "0123456789012|Nguyễn Văn A|01012000|Nam|Thôn 3|01012021")
        await pilot.pause(SETTLE_SECONDS + 0.1)
        assert line.value == "thôn Nà Lạc Thượng"


async def test_delegations_of_another_place_are_not_named_after_the_plans_own(own_home: Path) -> None:
    plan = load_plan(PLAN)
    create_event(own_home / "a", plan, place=own_place(plan, "thôn Nà Lạc", "xã Địa Linh", "huyện Ba Bể"))
    create_event(own_home / "b", plan, site="kha-tan")
    named = []
    for folder in (own_home / "a", own_home / "b"):
        with Session(folder) as session:
            named.append(" ".join(one.name for one in session.state.event.delegations))
    assert "Thái Bình" not in named[0] and "Thái Bình" in named[1]
