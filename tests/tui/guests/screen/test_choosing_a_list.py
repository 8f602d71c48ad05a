"""A list is chosen, not typed: the newest is marked already, letters find another."""

import os
from pathlib import Path

from textual.pilot import Pilot

from data.session.session import Session
from tests.tui.guests.screen.test_guests import guests, settled
from tui.guests.importing.import_roster import ImportRosterDialog
from tui.guests.screen import GuestsScreen
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.file_list import FileList

ROSTER = "STT,Họ và tên,Xóm\n1,{name},xóm 1\n"


def put(home: Path, name: str, guest: str, hours_old: int) -> None:
    file = home / "Zalo" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(ROSTER.format(name=guest), encoding="utf-8")
    os.utime(file, (1_700_000_000 - hours_old * 3600,) * 2)


async def opened(pilot: Pilot[None]) -> FileList:
    await pilot.press("f7")
    await settled(pilot)
    return pilot.app.screen.query_one(FileList)


async def imported(pilot: Pilot[None], session: Session) -> set[str]:
    await pilot.press("enter")
    await settled(pilot)
    assert isinstance(pilot.app.screen, ImportRosterDialog)
    await pilot.press("f7")
    await settled(pilot)
    assert isinstance(pilot.app.screen, GuestsScreen)
    return {guest.name for guest in session.state.guests.values()}


async def test_three_keys_take_the_newest_list_in(session: Session, own_home: Path) -> None:
    put(own_home, "cũ.csv", "Nguyễn Văn Cũ", 5)
    put(own_home, "mới.csv", "Nguyễn Văn Mới", 1)
    async with guests(session) as pilot:
        await opened(pilot)
        names = await imported(pilot, session)
    assert "Nguyễn Văn Mới" in names and "Nguyễn Văn Cũ" not in names


async def test_letters_without_marks_find_another_and_the_arrows_go_on(
    session: Session, own_home: Path
) -> None:
    put(own_home, "Đồng Thái.csv", "Trần Thị Thái", 5)
    put(own_home, "Khả Tân.csv", "Trần Văn Tân", 1)
    async with guests(session) as pilot:
        await opened(pilot)
        await pilot.press(*"dong")
        names = await imported(pilot, session)
    assert "Trần Thị Thái" in names


async def test_an_arrow_chooses_the_next_one(session: Session, own_home: Path) -> None:
    put(own_home, "1.csv", "Lê Văn Một", 1)
    put(own_home, "2.csv", "Lê Văn Hai", 2)
    async with guests(session) as pilot:
        await opened(pilot)
        await pilot.press("down")
        names = await imported(pilot, session)
    assert "Lê Văn Hai" in names and "Lê Văn Một" not in names


async def test_a_whole_path_is_still_taken(session: Session, tmp_path: Path, own_home: Path) -> None:
    put(own_home, "1.csv", "Lê Văn Một", 1)
    elsewhere = tmp_path / "xa.csv"
    elsewhere.write_text(ROSTER.format(name="Lê Văn Xa"), encoding="utf-8")
    async with guests(session) as pilot:
        await opened(pilot)
        pilot.app.screen.query_one("#path", LineInput).value = str(elsewhere)
        await pilot.pause()
        names = await imported(pilot, session)
    assert "Lê Văn Xa" in names


async def test_where_nothing_lies_the_folders_that_were_looked_into_are_named(
    session: Session, own_home: Path
) -> None:
    async with guests(session) as pilot:
        files = await opened(pilot)
        assert own_home.name in str(files.render())
