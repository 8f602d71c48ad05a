from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Button, Static

from data import language
from data.commands.door.door import admit, replace_card
from data.commands.undo import undo
from data.model.entries.guests import RosterImported
from data.queries.history import history
from data.scanning.codes import payload
from data.session.session import Session
from tests.bursts import burst
from tests.conftest import list_guests, many_households
from tui.guests.dialogs.card_code import CardCodeScreen
from tui.guests.guest_detail import GuestDetail
from tui.guests.guest_table import GuestTable
from tui.guests.importing.import_roster import ImportRosterDialog
from tui.guests.screen import GuestsScreen
from tui.shell.app import CeremonyApp
from tui.widgets.lines.job_line import JobLine
from tui.widgets.lines.line_input import LineInput

HOSTILE = ["[/b]", "[VIP] Hoa", "[@click=app.leave]x[/]", "\\[", "Ngô " * 75]
ROSTER = "Họ và tên,Năm sinh,Xóm\nĐinh Văn Mới,1960,xóm 9\nNguyễn Văn Dũng,1955,xóm 1\n12345,,\n"


@asynccontextmanager
async def guests(session: Session, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    language.choose("en")
    async with CeremonyApp(session).run_test(size=size) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        assert isinstance(pilot.app.screen, GuestsScreen)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    for _try in range(500):
        await pilot.pause()
        jobs = [line for screen in pilot.app.screen_stack for line in screen.query(JobLine)]
        if not any(line.busy for line in jobs):
            break
    # What the end of a job sets off, such as a dialog that leaves, comes in messages of its own.
    await pilot.pause()
    await pilot.pause()


def table(pilot: Pilot[None]) -> GuestTable:
    return pilot.app.screen.query_one(GuestTable)


def row(pilot: Pilot[None], number: int) -> list[str]:
    return list(table(pilot).row(number))


def detail(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(GuestDetail).query_one(Static).render())


def shown(pilot: Pilot[None], selector: str) -> str:
    return str(pilot.app.screen.query_one(selector).render())


async def test_finds_without_accents_while_the_arrows_move_the_table(session: Session) -> None:
    async with guests(session) as pilot:
        assert table(pilot).row_count == 9
        await pilot.press("down", "down")
        assert "Phạm Văn Đức" in detail(pilot)
        await pilot.press(*"anh")
        await pilot.pause()
        assert "Đỗ Thị Ánh" in detail(pilot)
        assert table(pilot).row_count == 1
        assert isinstance(pilot.app.focused, LineInput)
        await pilot.press("escape")
        await pilot.pause()
        assert table(pilot).row_count == 9
        assert table(pilot).chosen == 4


async def test_says_when_nobody_is_found(session: Session) -> None:
    async with guests(session) as pilot:
        await pilot.press(*"[/b]")
        await pilot.pause()
        assert "[/b]" in shown(pilot, "#guest-empty")
        await pilot.press("f9")
        assert isinstance(pilot.app.screen, GuestsScreen)


async def test_a_scan_changes_one_row_and_leaves_the_rest(session: Session) -> None:
    async with guests(session) as pilot:
        await pilot.press("down", *"h")
        await burst(pilot, payload(session.state.guests[2].code) + "\r")
        await pilot.pause()
        assert 2 in session.state.present
        assert pilot.app.screen.query_one("#guest-line", LineInput).value == "h"
        await pilot.press("backspace")
        await pilot.pause()
        assert row(pilot, 2)[3] == "✔ 07:15"
        assert row(pilot, 1)[3] == ""
        undo(session)
        assert isinstance(pilot.app, CeremonyApp)
        pilot.app.state_changed()
        assert row(pilot, 2)[3] == ""


async def test_tells_everything_about_a_guest(session: Session) -> None:
    guest = replace(session.state.guests[1], phone="0912345678", birth_year=1955, note="mời ngồi hàng đầu")
    session.record(RosterImported(source="ds.csv", added=0, changed=1, refused=0), guests=[guest])
    admit(session, 1, "name", relation="con trai", substitute="Nam", people=2)
    async with guests(session) as pilot:
        text = detail(pilot)
        for part in (
            "Nguyễn Văn Dũng",
            "xóm 1",
            "1955",
            "678",
            "mời ngồi hàng đầu",
            "son, Nam",
            "ds.csv",
        ):
            assert part in text
        assert "0912345678" not in text
        assert guest.code in text.replace(" ", "")


async def test_names_are_text_and_shown_whole(session: Session) -> None:
    named = [
        replace(guest, name=name) for guest, name in zip(session.state.guests.values(), HOSTILE, strict=False)
    ]
    session.record(RosterImported(source="[/b].csv", added=0, changed=5, refused=0), guests=named)
    for size in ((80, 24), (120, 40)):
        async with guests(session, size) as pilot:
            for guest in named:
                await pilot.pause()
                assert row(pilot, guest.number)[1] == guest.name
                assert guest.name.strip() in detail(pilot)
                await pilot.press("f9")
                await pilot.pause()
                assert isinstance(pilot.app.screen, CardCodeScreen)
                await pilot.press("escape", "down")


@pytest.mark.parametrize(("size", "height"), [((80, 24), 15), ((120, 40), 29)])
async def test_the_code_fits_and_scans_go_on(session: Session, size: tuple[int, int], height: int) -> None:
    async with guests(session, size) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        code = pilot.app.screen.query_one("LargeCode")
        assert code.region.height == height
        assert pilot.app.screen.region.contains_region(code.region)
        await burst(pilot, payload(session.state.guests[1].code))
        assert 1 in session.state.present
        assert isinstance(pilot.app.screen, CardCodeScreen)


async def test_import_shows_first_and_a_second_key_takes_it_in(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "danh sách.csv"
    path.write_text(ROSTER, encoding="utf-8")
    async with guests(session) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        pilot.app.screen.query_one("#path", LineInput).value = f'"{path}"'
        await pilot.press("enter")
        await settled(pilot)
        what = shown(pilot, "#what")
        assert "1 new" in what and "1 refused" in what and "B" in what
        assert isinstance(pilot.app.focused, Button) and pilot.app.focused.id == "no"
        assert len(session.state.guests) == 9
        # A scan and its Enter press no button.
        await burst(pilot, payload(session.state.guests[3].code) + "\r")
        assert isinstance(pilot.app.screen, ImportRosterDialog)
        assert 3 in session.state.present
        await pilot.press("f7")
        await settled(pilot)
        assert isinstance(pilot.app.screen, GuestsScreen)
        assert len(session.state.guests) == 10
        assert row(pilot, 10)[1] == "Đinh Văn Mới"
        undo(session)
        assert len(session.state.guests) == 9


async def test_import_says_what_is_wrong_with_a_path(session: Session, tmp_path: Path) -> None:
    (tmp_path / "[b].csv").touch()
    async with guests(session) as pilot:
        await pilot.press("f7", "f7")
        for path in (tmp_path / "nothing.xlsx", tmp_path):
            pilot.app.screen.query_one("#path", LineInput).value = str(path)
            await pilot.press("enter")
            await settled(pilot)
            assert shown(pilot, "ImportRosterDialog JobLine").startswith("✖")
        assert "[b].csv" in shown(pilot, "ImportRosterDialog JobLine")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, GuestsScreen)


async def test_cards_are_drawn_while_scans_go_on(session: Session) -> None:
    async with guests(session) as pilot:
        await pilot.press("f8", "enter")
        await burst(pilot, payload(session.state.guests[1].code))
        assert 1 in session.state.present
        await settled(pilot)
        assert "✔" in shown(pilot, "JobLine")
    assert len(list((session.folder / "cards").glob("*.png"))) == 9


async def test_work_that_breaks_leaves_the_screen_alive(session: Session) -> None:
    def broken(told: object) -> str:
        raise RuntimeError("[/b]")

    async with guests(session) as pilot:
        line = pilot.app.screen.query_one(JobLine)
        assert line.start("x", broken, str)
        assert not line.start("x", broken, str)
        await settled(pilot)
        assert "[/b]" in shown(pilot, "JobLine")
        assert not line.busy


async def test_an_empty_list_says_what_to_do(session: Session) -> None:
    undo(session)
    async with guests(session) as pilot:
        assert "F7" in shown(pilot, "#guest-empty")
        await pilot.press("f8", "f9", "down")
        list_guests(session, many_households(session.state.event.number, 300))
        assert isinstance(pilot.app, CeremonyApp)
        pilot.app.state_changed()
        await pilot.pause()
        assert table(pilot).row_count == 300


def test_history_holds_undone_steps_too(session: Session) -> None:
    admit(session, 1, "name")
    undo(session)
    replace_card(session, 1)
    admit(session, 2, "name")
    assert [mention.undone for mention in history(session.state, 1)] == [False, True, False]
