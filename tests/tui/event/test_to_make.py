"""The title sign and the list on paper are made from the event's own screen."""

from pathlib import Path

from PIL import Image
from textual.pilot import Pilot

from data.session.session import Session
from tests.tui.event.test_event_screen import at_the_event, mark
from tui.event.dialogs.title_sign import TitleSignDialog
from tui.event.screen import EventScreen
from tui.widgets.lines.line_input import LineInput


def shown(pilot: Pilot[None], selector: str) -> str:
    return str(pilot.app.screen.query_one(selector).render())


async def settled(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def test_the_sign_is_drawn_with_emblem_and_size(session: Session, tmp_path: Path) -> None:
    emblem = tmp_path / "bieu trung.png"
    Image.new("RGB", (40, 40), "white").save(emblem)
    async with at_the_event(session) as pilot:
        await mark(pilot, "make:sign")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TitleSignDialog)
        pilot.app.screen.query_one("#emblem", LineInput).value = str(tmp_path / "nothing.png")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "nothing.png" in shown(pilot, "TitleSignDialog AnswerStrip")
        pilot.app.screen.query_one("#emblem", LineInput).value = f'"{emblem}"'
        pilot.app.screen.query_one("#size", LineInput).value = "40 x 20"
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert isinstance(pilot.app.screen, EventScreen)
        assert "tit-chu.png, tit-chu.pdf are in" in shown(pilot, "JobLine")
    assert sorted(path.name for path in (session.folder / "papers").iterdir()) == [
        "tit-chu.pdf",
        "tit-chu.png",
    ]


async def test_the_list_on_paper_is_written_anew_each_time(session: Session) -> None:
    async with at_the_event(session) as pilot:
        for name in ("danh-sach-giay.pdf", "danh-sach-giay-2.pdf"):
            await pilot.press("f8")
            await settled(pilot)
            assert name in shown(pilot, "JobLine").replace("\n", "")
            assert (session.folder / "papers" / name).is_file()
