from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from docx import Document
from textual.pilot import Pilot

from data.documents.papers.catalogue import papers
from data.documents.papers.template_places import copy_templates
from data.scanning.codes import payload
from data.session.session import Session
from tests.bursts import burst
from tui.frame.dialogs.edit_value import EditValueDialog
from tui.papers.screen import PapersScreen
from tui.shell.app import CeremonyApp
from tui.widgets.lines.job_line import JobLine
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.sheet import Sheet


@asynccontextmanager
async def at_the_papers(session: Session) -> AsyncIterator[Pilot[None]]:
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+g")
        await looked_through(pilot)
        assert isinstance(pilot.app.screen, PapersScreen)
        yield pilot


async def looked_through(pilot: Pilot[None]) -> None:
    """Wait until every paper has been looked at."""
    for _turn in range(200):
        await pilot.pause(0.05)
        if "Còn trống" in told(pilot) or "Không còn" in told(pilot) or "trường" in told(pilot):
            return
    raise AssertionError(told(pilot))


async def finished(pilot: Pilot[None]) -> str:
    """Wait for the work under way; what came of it."""
    line = pilot.app.screen.query_one(JobLine)
    for _turn in range(400):
        await pilot.pause(0.05)
        if not line.busy:
            break
    return str(line.render())


def told(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#told").render())


def state(pilot: Pilot[None], id: str) -> str:
    sheet = pilot.app.screen.query_one(Sheet)
    return next(f"{row.sign} {row.value}" for row in sheet._rows if row.key == id)


async def test_every_paper_is_listed_with_what_is_missing_in_it(session: Session) -> None:
    async with at_the_papers(session) as pilot:
        sheet = pilot.app.screen.query_one(Sheet)
        assert [row.key for row in sheet._rows] == [one.id for one in papers(session.state)]
        assert state(pilot, "minutes") == "○ chưa làm"
        sheet.mark("minutes")
        await pilot.pause()
        assert "số văn bản" in told(pilot)
        assert "chủ tọa" in told(pilot)


async def test_a_paper_is_made_printed_signed_and_taken_back(session: Session, tmp_path: Path) -> None:
    scan = tmp_path / "scan.jpg"
    scan.write_bytes(b"scan")
    async with at_the_papers(session) as pilot:
        pilot.app.screen.query_one(Sheet).mark("report")
        await pilot.press("f7")
        assert "Đã lập 1 văn bản vào" in await finished(pilot)
        assert "bao-cao-ket-qua.docx" in told(pilot)
        assert state(pilot, "report") == "● đã làm lúc 07:15"
        await pilot.press("p")
        await pilot.pause()
        assert state(pilot, "report") == "▣ đã in lúc 07:15"
        await pilot.press("k")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditValueDialog)
        pilot.app.screen.query_one("#scan", LineInput).value = str(scan)
        await pilot.press("enter")
        await pilot.pause()
        assert state(pilot, "report") == "✔ đã ký lúc 07:15"
        assert [path.read_bytes() for path in (session.folder / "scans").iterdir()] == [b"scan"]
        await pilot.press("ctrl+z", "ctrl+z")
        await pilot.pause()
        assert state(pilot, "report") == "▣ đã in lúc 07:15"


async def test_all_papers_are_made_and_only_those_that_changed_again(session: Session) -> None:
    async with at_the_papers(session) as pilot:
        await pilot.press("f8")
        await finished(pilot)
        assert set(session.state.papers.by_id) == {one.id for one in papers(session.state) if one.usual}
        await burst(pilot, payload(session.state.guests[2].code) + "\r")
        assert 2 in session.state.present
        for _turn in range(100):
            await pilot.pause(0.05)
            if "số liệu đã đổi" in state(pilot, "households"):
                break
        assert "số liệu đã đổi" in state(pilot, "households")
        assert "số liệu đã đổi" not in state(pilot, "agenda")
        await pilot.press("f8")
        await finished(pilot)
        assert session.state.papers.editions("households") == 2
        assert session.state.papers.editions("agenda") == 1


async def test_what_was_never_made_is_neither_printed_nor_signed(session: Session) -> None:
    async with at_the_papers(session) as pilot:
        before = len(session.state.steps)
        await pilot.press("p", "k")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PapersScreen)
        assert len(session.state.steps) == before


async def test_a_template_that_cannot_be_filled_is_told_by_its_field(session: Session) -> None:
    copy_templates(session.folder)
    own = session.folder / "templates" / "danh-sach-dai-bieu.docx"
    document = Document(str(own))
    document.add_paragraph("{{ tên trường lạ }}")
    document.save(str(own))
    async with at_the_papers(session) as pilot:
        pilot.app.screen.query_one(Sheet).mark("delegates")
        await pilot.pause()
        assert "tên trường lạ" in told(pilot)
        assert state(pilot, "delegates").startswith("✖")
        await pilot.press("f7")
        assert "tên trường lạ" in await finished(pilot)
        await pilot.press("f8")
        await finished(pilot)
        assert "report" in session.state.papers.by_id
        assert "delegates" not in session.state.papers.by_id
