"""Who fits no delegation is asked about with the key that read the list as delegates."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button

from data.language import LANGUAGES, Language, choose
from data.roster.guess_delegation import OTHERS
from data.session.session import Session
from tests.tui.guests.screen.test_guests import guests, settled, shown
from tui.frame.dialogs.dialog import Dialog
from tui.widgets.lines.line_input import LineInput

LIST = "STT,Họ và tên,Chức vụ,Đơn vị\n1,Nguyễn An,Chủ tịch,Hội Nông dân\n2,Trần Bình,Trưởng trạm,Trạm Y tế\n"


async def read(pilot: Pilot[None], folder: Path) -> None:
    """Have the list read, so that what it would do is shown."""
    path = folder / "khach.csv"
    path.write_text(LIST, encoding="utf-8")
    await pilot.press("f7")
    await pilot.pause()
    pilot.app.screen.query_one("#path", LineInput).value = str(path)
    await pilot.press("enter")
    await settled(pilot)


async def test_f9_once_more_takes_them_and_once_more_goes_back(session: Session, tmp_path: Path) -> None:
    async with guests(session) as pilot:
        await read(pilot, tmp_path)
        await pilot.press("f9")
        await settled(pilot)
        assert "1 fits no delegation and is refused.  F9" in shown(pilot, "#what")
        await pilot.press("f9")
        await settled(pilot)
        assert "1 who fits no delegation is taken" in shown(pilot, "#what")
        await pilot.press("f9")
        await settled(pilot)
        assert "2 rows with an office are taken for households" in shown(pilot, "#what")
        for _press in range(2):
            await pilot.press("f9")
            await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
        assert not isinstance(pilot.app.screen, Dialog)
        assert [session.state.guests[number].delegation for number in (10, 11)] == ["cap-uy-xa", OTHERS]


async def test_what_was_refused_is_said_when_the_list_is_in(session: Session, tmp_path: Path) -> None:
    async with guests(session) as pilot:
        await read(pilot, tmp_path)
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
        assert "1 refused: row 3" in str(pilot.app.screen.query_one("AnswerStrip").render())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_buttons_are_whole_at_80_columns(
    session: Session, tmp_path: Path, language: Language
) -> None:
    choose(language)
    async with guests(session) as pilot:
        await pilot.resize_terminal(80, 24)
        await read(pilot, tmp_path)
        for _step in range(3):
            row = pilot.app.screen.query_one(".buttons")
            buttons = [button for button in row.query(Button) if button.display]
            assert len(buttons) == 4 and all(row.region.contains_region(one.region) for one in buttons)
            await pilot.press("f9")
            await settled(pilot)
