"""A list whose people have offices but no delegation: said at once, and decided with one key."""

from pathlib import Path

from data.session.session import Session
from tests.guests_screen.test_guests import guests, settled, shown
from tui.widgets.lines.line_input import LineInput

LIST = "STT,Họ và tên,Chức vụ,Đơn vị\n1,Nguyễn An,Chủ tịch,MTTQ huyện\n2,Trần Bình,Phó trưởng,Công an huyện\n"


async def test_f9_reads_people_with_an_office_as_delegates(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "khach.csv"
    path.write_text(LIST, encoding="utf-8")
    async with guests(session) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        pilot.app.screen.query_one("#path", LineInput).value = str(path)
        await pilot.press("enter")
        await settled(pilot)
        assert "2 rows with an office are taken for households.  F9" in shown(pilot, "#what")
        await pilot.press("f9")
        await settled(pilot)
        assert "read as delegates" in shown(pilot, "#what")
        await pilot.press("f7")
        await settled(pilot)
        added = [session.state.guests[number] for number in (10, 11)]
        assert [(guest.kind, guest.delegation) for guest in added] == [
            ("delegate", "mttq-huyen"),
            ("delegate", "cong-an-huyen"),
        ]
