"""In a small window the answer of the door and the line of GO are the last things to go; nothing crashes."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Static

from data.clock import SetClock
from data.commands.stage import stage
from data.commands.stage.clock_watch import ClockWatch
from data.model.guest import Guest
from data.rehearsal.sample import found_sample
from data.scanning.codes import payload
from data.session.session import Session
from tests.conftest import list_guests
from tui.frame.event_screen import CeremonyScreen
from tui.frame.keys.command import DAY_SCREENS
from tui.shell.app import CeremonyApp
from tui.stage.widgets.go_line import GoLine

SIZES = [(40, 12), (60, 20), (80, 24)]
EVERYWHERE = ("ctrl+d", "ctrl+n", "ctrl+p")
"""Keys that open the same over every screen."""
ITS_OWN = ("f1", "f7", "f8", "f9", "ctrl+e", "ctrl+b")
LONG = "Nguyễn Thị Hoàng Phương Thảo"


def drawn(app: CeremonyApp) -> str:
    """What stands in the window, a line each."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip)[:width] for strip in strips[:height])


def go_row(app: CeremonyApp) -> str:
    """The row of the window in which the line of GO stands, as it is drawn."""
    region = app.screen.query_one(GoLine).region
    assert region.height >= 1 and region.bottom <= app.size.height
    return drawn(app).splitlines()[region.y + (region.height - 1) // 2]


def scan(app: CeremonyApp, guest: Guest) -> None:
    app.take_scan(payload(guest.code))


@pytest.mark.quick_once("doubted")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("doubted", [False, True], ids=["right day", "doubted day"])
async def test_at_the_door_the_answer_and_the_name_are_seen(
    session: Session, clock: SetClock, size: tuple[int, int], doubted: bool
) -> None:
    if doubted:
        clock.pass_time(24 * 3600)
    app = CeremonyApp(session)
    async with app.run_test(size=size) as pilot:
        for guest in list(session.state.guests.values())[:2]:
            scan(app, guest)
            await pilot.pause()
            await pilot.pause(0.05)
            said = drawn(app)
            assert "MỜI VÀO" in said and guest.name.upper() in said
        scan(app, session.state.guests[1])
        clock.pass_time(60)
        scan(app, session.state.guests[1])
        await pilot.pause(0.05)
        assert "ĐÃ ĐẾN" in drawn(app) and session.state.guests[1].name.upper() in drawn(app)


@pytest.mark.quick_once()
@pytest.mark.parametrize("size", SIZES)
async def test_a_long_name_with_a_note_is_whole(
    event_folder: Path, clock: SetClock, size: tuple[int, int]
) -> None:
    with Session(event_folder, clock=clock) as session:
        known = session.state.guests[1]
        list_guests(session, [replace(known, name=LONG, note="mời ngồi hàng đầu")])
        app = CeremonyApp(session)
        async with app.run_test(size=size) as pilot:
            scan(app, session.state.guests[1])
            await pilot.pause(0.05)
            said = drawn(app)
            assert "MỜI VÀO" in said
            for word in LONG.upper().split():
                assert word in said


@pytest.mark.quick_once()
@pytest.mark.parametrize("size", SIZES)
async def test_on_the_stage_the_line_of_go_and_the_running_item_are_always_seen(
    session: Session, clock: SetClock, size: tuple[int, int]
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f3")
        assert "Space" in go_row(app)
        while stage.next_item(session) is not None:
            item = stage.next_item(session)
            assert item is not None
            stage.go(session, item.id)
            watch = ClockWatch(session)
            clock.pass_time(400)
            clock.wall = clock.wall.replace(microsecond=0)
            watch.look()
            app.state_changed()
            app.say("Một câu báo dài hơn một dòng của cửa sổ nhỏ, để xem nó lấn bao nhiêu chỗ trên sân khấu")
            await pilot.pause(0.05)
            assert "Space" in go_row(app)
            # The first word of a title stands whole, whatever was cut behind it.
            assert item.title.split()[0] in drawn(app)


@pytest.mark.quick_once()
@pytest.mark.parametrize("size", SIZES)
async def test_a_pause_is_seen_with_its_beginning_and_a_long_one_is_told_again(
    session: Session, clock: SetClock, size: tuple[int, int]
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f3")
        stage.go(session)
        stage.pause_or_resume(session)
        app.state_changed()
        await pilot.pause(0.05)
        assert "07:15" in drawn(app) and "VẪN DỪNG" not in drawn(app)
        clock.pass_time(6 * 60)
        app.state_changed()
        await pilot.pause(0.05)
        assert "VẪN DỪNG" in drawn(app)
        await pilot.press("f2")
        await pilot.pause(0.05)
        if size[0] >= 60:
            assert "dừng 6′" in drawn(app)
        await pilot.press("f3", "p")
        await pilot.pause(0.05)
        assert "DỪNG" not in drawn(app)


@pytest.mark.quick_once()
@pytest.mark.parametrize("size", SIZES)
async def test_no_screen_and_no_box_crashes_and_each_keeps_its_line_of_status(
    session: Session, size: tuple[int, int]
) -> None:
    stage.go(session)
    app = CeremonyApp(session)
    async with app.run_test(size=size) as pilot:
        for name in DAY_SCREENS:
            app.action_show(name)
            await pilot.pause()
            assert isinstance(app.screen, CeremonyScreen) and name == app.screen.NAME
            assert "07:15" in drawn(app).splitlines()[0]
            for key in (*ITS_OWN, *EVERYWHERE * (name == DAY_SCREENS[0])):
                await pilot.press(key)
                assert drawn(app)
                await pilot.press("escape")
                while app.screen.is_modal:
                    await pilot.press("escape")
            assert app.screen.query(Static)
    assert app.fault is None


async def test_what_is_answered_in_a_dialog_that_fills_the_window_is_seen(tmp_path: Path) -> None:
    found_sample(tmp_path / "sample")
    with Session(tmp_path / "sample") as session:
        app = CeremonyApp(session)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f8")
            await pilot.pause(0.05)
            scan(app, session.state.guests[1])
            await pilot.pause(0.05)
            assert session.state.guests[1].name in drawn(app)
            await pilot.press("l", "a", "n", "escape")
            await pilot.pause(0.05)
            assert "Bấm Esc lần nữa" in drawn(app)
