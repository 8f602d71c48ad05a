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


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_preview_is_scrolled_to_the_last_of_hundreds_of_rows_and_names_the_file(
    session: Session, tmp_path: Path, size: tuple[int, int]
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
        assert len([line for line in lines if "· 1960 ·" in line]) == 100 and "Sơn Sơn" in lines[-1]
        assert shown(pilot, ".list-name") == str(Path("…", "danh sách", "hộ.csv"))
        scroll = pilot.app.screen.query_one(".preview")
        assert scroll.max_scroll_y >= len(lines) - scroll.size.height > 0
        await pilot.press(*["pagedown"] * (len(lines) // 8))
        await pilot.pause()
        assert scroll.scroll_y == scroll.max_scroll_y
        await pilot.press("up")
        await pilot.pause()
        assert scroll.scroll_y == scroll.max_scroll_y - 1


async def test_what_stands_beyond_the_first_hundreds_is_counted(session: Session, tmp_path: Path) -> None:
    rows = [f"{n},Nguyễn Văn {chr(65 + n % 26)}{chr(97 + n // 26)},1960,Xóm 1" for n in range(320)]
    async with guests(session) as pilot:
        lines = await read(pilot, tmp_path / "ds.csv", "\n".join(["STT,Họ và tên,Năm sinh,Xóm", *rows]))
        assert lines[-1] == "  and 20 more"


async def test_hamlets_read_as_one_and_namesakes_are_told_and_are_no_doubts(
    session: Session, tmp_path: Path
) -> None:
    rows = ["1,Nguyễn Văn An,1960,Xóm 1", "2,Nguyễn Văn An,1985,xóm 01", "3,Lê Thị Bình,1970,XÓM 1"]
    async with guests(session) as pilot:
        what = await read(pilot, tmp_path / "ds.csv", "\n".join(["STT,Họ và tên,Năm sinh,Xóm", *rows]))
        assert "Hamlets read as one (rows): xóm 01 → Xóm 1 (1)" in "\n".join(what)
        assert "One name twice in a hamlet (rows): Nguyễn Văn An (2, 3)" in "\n".join(what)
        assert not [line for line in what if line.startswith("! ")]


async def test_a_hamlet_in_short_is_read_as_the_one_that_the_list_has_and_told(
    session: Session, tmp_path: Path
) -> None:
    places = ["Xóm Đình", "X. Đình", "x.Đình", "xóm Ðình ", "Xóm Đình"]
    rows = [f"{n},Nguyễn Văn {chr(65 + n)},19{n + 20},{place}" for n, place in enumerate(places)]
    async with guests(session) as pilot:
        lines = await read(pilot, tmp_path / "ds.csv", "\n".join(["STT,Họ và tên,Năm sinh,Xóm", *rows]))
        assert [line for line in lines if "X. Đình, x.Đình → Xóm Đình (2)" in line]
        await pilot.press("f7")
        await settled(pilot)
    assert {guest.hamlet for guest in session.state.guests.values() if "nh" in guest.hamlet} == {"Xóm Đình"}
