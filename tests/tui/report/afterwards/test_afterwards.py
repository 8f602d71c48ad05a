"""F8 at the report: export by choice, archive, close, reopen, and personal data deleted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import openpyxl
import pytest
from textual.pilot import Pilot

from data import language
from data.commands.door.door import admit
from data.commands.event.closing import close_event
from data.finding import places
from data.model.entries.base import GONE
from data.scanning.codes import payload
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.bursts import burst
from tui.frame.dialogs.dialog import Ask
from tui.report.dialogs.afterwards import AfterwardsDialog
from tui.report.screen import ReportScreen
from tui.shell.app import CeremonyApp


@asynccontextmanager
async def afterwards(session: Session) -> AsyncIterator[Pilot[None]]:
    language.choose("en")
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        await pilot.pause()
        await pilot.press("f8")
        await pilot.pause()
        assert isinstance(pilot.app.screen, AfterwardsDialog)
        yield pilot


async def told(pilot: Pilot[None]) -> str:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()
    assert isinstance(pilot.app.screen, ReportScreen)
    return str(pilot.app.screen.query_one("JobLine").render())


async def test_only_the_chosen_sheets_and_phones_when_switched_on(session: Session) -> None:
    async with afterwards(session) as pilot:
        await pilot.press("e")
        await pilot.pause()
        for _row in range(2):
            await pilot.press("space", "down", "down")
        await pilot.press("up", "up", "up", "up", "up", "space", "enter")
        said = await told(pilot)
    (workbook,) = (session.folder / "exports").glob("*.xlsx")
    assert workbook.name in said
    book = openpyxl.load_workbook(workbook)
    assert "Summary" not in book.sheetnames and "Attendance" in book.sheetnames
    assert "Phone" in [cell.value for cell in book["Attendance"][1]]


async def test_the_archive_lies_beside_the_event(session: Session) -> None:
    async with afterwards(session) as pilot:
        await pilot.press("a", "enter")
        said = await told(pilot)
    (archive,) = session.folder.parent.glob("*.zip")
    assert archive.name in said.replace("\n", "")


async def test_closing_asks_first_and_a_scan_is_then_refused_in_a_sentence(session: Session) -> None:
    async with afterwards(session) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Ask)
        asked = "".join(str(one.render()) for one in pilot.app.screen.query("Static"))
        assert "to give: 100 sets Tài liệu" in asked
        await pilot.press("enter")
        await pilot.pause()
        assert session.state.rest.closed is None
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("right", "enter")
        assert "closed" in await told(pilot)
        assert session.state.rest.closed is not None
        await burst(pilot, payload(session.state.guests[1].code) + "\r")
        await pilot.pause()
        assert 1 not in session.state.present
        assert "closed" in str(pilot.app.screen.query_one("AnswerStrip").render())
        await pilot.press("f8", "o")
        await pilot.pause()
        await pilot.press("right", "enter")
        assert "again" in await told(pilot)
        assert session.state.rest.closed is None


async def test_deleting_asks_twice_and_wants_the_village_typed(session: Session) -> None:
    admit(session, 1, "name", people=2)
    (session.folder / "danh-sach.xlsx").write_text("Nguyễn Văn Dũng", encoding="utf-8")
    close_event(session)
    async with afterwards(session) as pilot:
        await pilot.press("d")
        await pilot.pause()
        question = str(pilot.app.screen.query_one(".question").render())
        assert "9 guests" in question and "danh-sach.xlsx" in question
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, AfterwardsDialog)
        await pilot.press("d")
        await pilot.pause()
        await pilot.press("right", "enter")
        await pilot.pause()
        await pilot.press(*"thon", "enter")
        await pilot.pause()
        assert "Nothing was deleted" in str(pilot.app.screen.query_one("AnswerStrip").render())
        assert session.state.guests[1].name == "Nguyễn Văn Dũng"
        await pilot.press(*["backspace"] * 4, *"thôn Khả Tân", "enter")
        await pilot.pause()
        told_there = str(pilot.app.screen.query_one("AnswerStrip").render())
        assert "deleted" in told_there and "Files: 1." in told_there
        assert session.state.guests[1].name == GONE
        assert session.state.present[1].people == 2
        await pilot.press("f5", "f2", "f3", "f4", "f6")
        await pilot.pause()
    assert not (session.folder / "danh-sach.xlsx").exists()
    assert "Dũng" not in (session.folder / LEDGER_NAME).read_text(encoding="utf-8")


async def test_an_archive_is_written_on_the_stick_that_is_chosen(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    monkeypatch.setattr(places, "places", lambda: [stick])
    async with afterwards(session) as pilot:
        await pilot.press("a", "down", "enter")
        said = await told(pilot)
    assert str(stick) in said.replace("\n", ""), said
    (archive,) = stick.glob("*.zip")
    assert archive.name in said.replace("\n", "") and not list(session.folder.parent.glob("*.zip"))
