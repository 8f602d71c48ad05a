"""What is asked of the papers while they are looked through waits for that, and is done."""

from pathlib import Path

import pytest

from data.ceremony import Ceremony
from data.papers.catalogue import papers
from tests.conftest import hand
from tests.papers_screen.test_papers_screen import at_the_papers, finished, state
from tui.app import CeremonyApp
from tui.screens.papers import PapersScreen
from tui.widgets.answer_strip import AnswerStrip
from tui.widgets.job_line import JobLine
from tui.widgets.sheet import Sheet


def hand_thrice(ceremony: Ceremony) -> None:
    for gift in ("o-to", "bien-qua", "qua-dai-bieu"):
        if any(one.id == gift for one in ceremony.state.event.gifts):
            hand(ceremony, gift)
    for _turn in range(3 - (len(papers(ceremony.state)) - 6)):
        hand(ceremony, ceremony.state.event.gifts[0].id, beyond_plan=True)
    assert len(papers(ceremony.state)) == 9


async def test_what_is_pressed_on_arriving_is_done_after_the_look(ceremony: Ceremony) -> None:
    async with CeremonyApp(ceremony).run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "f8", "p")
        screen = pilot.app.screen
        assert isinstance(screen, PapersScreen)
        assert "Xin bấm lại" not in str(screen.query_one(AnswerStrip).render())
        for _turn in range(400):
            await pilot.pause(0.05)
            if "Đã lập 6 văn bản" in str(screen.query_one(JobLine).render()):
                break
        await pilot.pause()
        assert set(ceremony.state.papers.by_id) == {one.id for one in papers(ceremony.state)}
        assert state(pilot, "delegates").startswith("▣ đã in")
        assert "ngay sau đó" not in str(screen.query_one(JobLine).render())


async def test_no_refusal_is_left_under_what_was_made(ceremony: Ceremony) -> None:
    async with at_the_papers(ceremony) as pilot:
        strip = pilot.app.screen.query_one(AnswerStrip)
        await pilot.press("p")
        await pilot.pause()
        assert "chưa được làm" in str(strip.render())
        await pilot.press("f7")
        await finished(pilot)
        assert not strip.display


async def test_every_paper_of_a_day_with_three_handovers_can_be_seen(ceremony: Ceremony) -> None:
    hand_thrice(ceremony)
    async with at_the_papers(ceremony) as pilot:
        await pilot.press("f8")
        line = await finished(pilot)
        await pilot.pause()
        assert "Đã lập 9 văn bản" in line
        assert pilot.app.screen.query_one(JobLine).size.height <= 2
        assert "Báo cáo kết quả" in str(pilot.app.screen.query_one(Sheet).render())


@pytest.mark.parametrize("depth", [8])
async def test_a_long_folder_takes_two_lines(
    ceremony: Ceremony, depth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_papers(ceremony) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, PapersScreen)
        monkeypatch.setattr(ceremony, "folder", Path("/") / "/".join(["thu-muc-rat-dai"] * depth))
        sentence = screen._made([])
        assert sentence.endswith("giay-to") or "…" in sentence
        screen.query_one(JobLine).say("✔ " + sentence)
        await pilot.pause()
        assert screen.query_one(JobLine).size.height == 2
