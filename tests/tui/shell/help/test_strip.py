"""What is said at the bottom of a screen or of a dialog, in more than one line."""

import pytest

from data import language
from data.clock import SetClock
from data.session.session import Session
from tui.shell.app import CeremonyApp
from tui.widgets.lines.answer_strip import AnswerStrip

LONG = "Không tìm thấy tệp này trong thư mục của buổi lễ. " * 3


@pytest.mark.parametrize("where", ["welcome", "stage", "dialog"])
async def test_every_line_has_the_same_indent(session: Session, clock: SetClock, where: str) -> None:
    language.choose("vi")
    app = CeremonyApp(clock=clock) if where == "welcome" else CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        if where != "welcome":
            app.action_show("stage")
        await pilot.pause()
        if where == "dialog":
            await pilot.press("ctrl+n")
        app.say(LONG, "refused")
        await pilot.pause()
        region = app.screen.query_one(AnswerStrip).region
        assert region.height >= 2
        painted = ["".join(segment.text for segment in row) for row in app.screen._compositor.render_strips()]
        for row in painted[region.y : region.bottom]:
            shown = row[region.x : region.right]
            assert shown[0] == " " and shown[1] != " "
