"""What is asked of the papers while they are looked through waits for that, and is done."""

from pathlib import Path

import pytest

from data.documents.papers.catalogue import papers
from data.session.session import Session
from tests.conftest import hand
from tests.tui.papers.test_papers_screen import at_the_papers, finished, state
from tui.papers.screen import PapersScreen
from tui.shell.app import CeremonyApp
from tui.widgets.lines.answer_strip import AnswerStrip
from tui.widgets.lines.job_line import JobLine
from tui.widgets.lists.sheet import Sheet

USUAL = 12
"""The usual papers of an event before anything was handed over."""


def hand_thrice(session: Session) -> None:
    for _turn in range(3):
        hand(session, "tu-sach", beyond_plan=True)
    assert sum(one.handover is not None for one in papers(session.state)) == 3


async def test_what_is_pressed_on_arriving_is_done_after_the_look(session: Session) -> None:
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "f8", "p")
        screen = pilot.app.screen
        assert isinstance(screen, PapersScreen)
        assert "Xin bấm lại" not in str(screen.query_one(AnswerStrip).render())
        for _turn in range(400):
            await pilot.pause(0.05)
            if f"Đã lập {USUAL} văn bản" in str(screen.query_one(JobLine).render()):
                break
        await pilot.pause()
        assert set(session.state.papers.by_id) == {one.id for one in papers(session.state) if one.usual}
        assert state(pilot, "agenda").startswith("▣ đã in")
        assert "ngay sau đó" not in str(screen.query_one(JobLine).render())


async def test_no_refusal_is_left_under_what_was_made(session: Session) -> None:
    async with at_the_papers(session) as pilot:
        strip = pilot.app.screen.query_one(AnswerStrip)
        await pilot.press("p")
        await pilot.pause()
        assert "chưa được làm" in str(strip.render())
        await pilot.press("f7")
        await finished(pilot)
        assert not strip.display


async def test_every_paper_of_a_day_with_three_handovers_can_be_seen(session: Session) -> None:
    hand_thrice(session)
    async with at_the_papers(session) as pilot:
        await pilot.press("f8")
        line = await finished(pilot)
        await pilot.pause()
        assert f"Đã lập {USUAL + 3} văn bản" in line
        assert pilot.app.screen.query_one(JobLine).size.height <= 2
        pilot.app.screen.query_one(Sheet).mark("report")
        await pilot.pause()
        assert "Báo cáo kết quả" in str(pilot.app.screen.query_one(Sheet).render())


@pytest.mark.parametrize("depth", [8])
async def test_a_long_folder_takes_two_lines(
    session: Session, depth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_papers(session) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, PapersScreen)
        monkeypatch.setattr(session, "folder", Path("/") / "/".join(["thu-muc-rat-dai"] * depth))
        sentence = screen._made([])
        assert sentence.endswith("giay-to") or "…" in sentence
        screen.query_one(JobLine).say("✔ " + sentence)
        await pilot.pause()
        assert screen.query_one(JobLine).size.height == 2
