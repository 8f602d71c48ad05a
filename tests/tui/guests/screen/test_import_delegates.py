"""A list whose people have offices but no delegation: said at once, and decided with one key."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Button

from data.session.session import Session
from tests.tui.guests.screen.test_guests import guests, settled, shown
from tui.frame.dialogs.dialog import Dialog
from tui.widgets.lines.line_input import LineInput

LIST = "STT,Họ và tên,Chức vụ,Đơn vị\n1,Nguyễn An,Chủ tịch,MTTQ huyện\n2,Trần Bình,Phó trưởng,Công an huyện\n"


async def read(pilot: Pilot[None], path: Path) -> None:
    path.write_text(LIST, encoding="utf-8")
    await pilot.press("f7")
    await pilot.pause()
    pilot.app.screen.query_one("#path", LineInput).value = str(path)
    await pilot.press("enter")
    await settled(pilot)


def f9(pilot: Pilot[None]) -> str:
    """What the button of F9 says; empty when there is none."""
    button = pilot.app.screen.query_one("#delegates", Button)
    return str(button.label) if button.display else ""


async def test_f9_reads_people_with_an_office_as_delegates(session: Session, tmp_path: Path) -> None:
    async with guests(session) as pilot:
        await read(pilot, tmp_path / "khach.csv")
        what = shown(pilot, "#what")
        assert "2 rows with an office are taken for households: rows 2, 3  F9: read them as delegates" in what
        assert f9(pilot) == "Read them as delegates (F9)"
        # Its button has the focus: nothing is written by it.
        await pilot.press("enter")
        await settled(pilot)
        what = shown(pilot, "#what")
        assert "read as delegates.  F9: as the list says" in what and "with an office are taken" not in what
        assert f9(pilot) == "As the list says (F9)"
        await pilot.press("f7")
        await settled(pilot)
        added = [session.state.guests[number] for number in (10, 11)]
        assert [(guest.kind, guest.delegation) for guest in added] == [
            ("delegate", "mttq-huyen"),
            ("delegate", "cong-an-huyen"),
        ]


async def test_f7_writes_them_as_households_only_when_pressed_again(session: Session, tmp_path: Path) -> None:
    async with guests(session) as pilot:
        await read(pilot, tmp_path / "khach.csv")
        await pilot.press("f7")
        await settled(pilot)
        assert len(session.state.guests) == 9
        told = shown(pilot, "ImportRosterDialog JobLine")
        assert "2 rows with an office would be written as households" in told
        assert "F9: read them as delegates" in told
        # Read again, it is asked again.
        for _press in range(2):
            await pilot.press("f9")
            await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
        assert len(session.state.guests) == 9
        await pilot.press("f7")
        await settled(pilot)
        assert not isinstance(pilot.app.screen, Dialog)
        assert {session.state.guests[number].kind for number in (10, 11)} == {"household"}
