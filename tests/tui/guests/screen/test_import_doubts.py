"""What is doubtful in a list stands first in the preview, and one key reads the list again."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from data.session.session import Session
from tests.tui.guests.screen.test_guests import guests, settled, shown
from tui.widgets.lines.line_input import LineInput

LIST = "STT,Họ và tên,Năm sinh,Xóm\n1,Nguyễn Văn An và Trần Thị Bình,1960,Xóm 1\n2,LÊ VĂN CƯỜNG,1970,Xóm 2\n"


async def read(pilot: Pilot[None], path: Path, text: str = LIST) -> list[str]:
    path.write_text(text, encoding="utf-8")
    await pilot.press("f7")
    await pilot.pause()
    pilot.app.screen.query_one("#path", LineInput).value = str(path)
    await pilot.press("enter")
    await settled(pilot)
    return shown(pilot, "#what").splitlines()


async def test_doubts_stand_first_and_a_key_takes_the_remedy(session: Session, tmp_path: Path) -> None:
    async with guests(session) as pilot:
        lines = await read(pilot, tmp_path / "ds.csv")
        assert "1 cell may hold two people: row 2" in lines[1] and "A: " in lines[1]
        assert "1 name in capitals" in lines[2] and "B: " in lines[2]
        assert "Row 2" in lines[3]
        await pilot.press("a")
        await settled(pilot)
        what = shown(pilot, "#what")
        assert "two people" not in what and "with Trần Thị Bình" in what
        await pilot.press("a")
        await settled(pilot)
        assert "Lê Văn Cường" in shown(pilot, "#what")
        await pilot.press("x")
        await settled(pilot)
        assert shown(pilot, "#what").splitlines() == lines


async def test_what_the_remedies_say_is_what_is_written(session: Session, tmp_path: Path) -> None:
    before = len(session.state.guests)
    async with guests(session) as pilot:
        await read(pilot, tmp_path / "ds.csv")
        await pilot.press("b")
        await settled(pilot)
        await pilot.press("a")
        await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
    names = [guest.name for guest in session.state.guests.values()][before:]
    assert names == ["Nguyễn Văn An", "Lê Văn Cường"]


async def test_a_hamlet_with_a_slip_is_one_line_and_one_key(session: Session, tmp_path: Path) -> None:
    rows = [f"{n},Nguyễn Văn {chr(65 + n)},19{n + 20},{'Nà Pán' if n == 3 else 'Nà Pản'}" for n in range(9)]
    async with guests(session) as pilot:
        lines = await read(pilot, tmp_path / "ds.csv", "\n".join(["STT,Họ và tên,Năm sinh,Xóm", *rows]))
        told = [line for line in lines if "Pán” (1 row) is written nearly like “Nà Pản” (8)" in line]
        assert len(told) == 1 and "A: read it as “Nà Pản”" in told[0]
        await pilot.press("a")
        await settled(pilot)
        assert "Pán" not in shown(pilot, "#what")
        await pilot.press("f7")
        await settled(pilot)
    assert {guest.hamlet for guest in session.state.guests.values() if "Nà" in guest.hamlet} == {"Nà Pản"}


@pytest.mark.parametrize(("size", "least", "most"), [((80, 24), 5, 14), ((120, 40), 20, 30)])
async def test_the_preview_grows_with_the_terminal_and_names_the_file(
    session: Session, tmp_path: Path, size: tuple[int, int], least: int, most: int
) -> None:
    syllables = ("An", "Bình", "Cường", "Dũng", "Hải", "Hùng", "Khánh", "Minh", "Nam", "Sơn")
    names = [f"Nguyễn {middle} {given}" for middle in syllables for given in syllables]
    rows = [f"{n},{name},1960,Xóm 1,{'đi lại khó ' * 9}" for n, name in enumerate(names)]
    folder = tmp_path / ("a" * 40) / "danh sách"
    folder.mkdir(parents=True)
    async with guests(session) as pilot:
        await pilot.resize_terminal(*size)
        await pilot.pause()
        lines = await read(pilot, folder / "hộ.csv", "\n".join(["STT,Họ và tên,Năm sinh,Xóm,Ghi chú", *rows]))
        told = [line for line in lines if "· 1960 ·" in line]
        assert least <= len(told) <= most
        assert lines[-1] == f"  and {100 - len(told)} more"
        assert shown(pilot, ".list-name") == str(Path("…", "danh sách", "hộ.csv"))
        scroll = pilot.app.screen.query_one(".preview")
        assert scroll.max_scroll_y == 0
