"""What stands in the border of a dialog is text, whatever it looks like."""

import pytest
from textual.containers import Vertical

from data.session.session import Session
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.shell.app import CeremonyApp


@pytest.mark.parametrize("heading", ["[VIP] Hoa", "[/b] xóm 1", "[@click=app.quit]x", "\\[x]", "[[x]]"])
async def test_a_heading_is_shown_as_it_is_written(session: Session, heading: str) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(EditValueDialog(heading, [Field("value", "x")], lambda _typed: None))
        await pilot.pause()
        box = app.screen.query_one(".dialog", Vertical)
        assert box._border_title is not None and box._border_title.plain == f" {heading} "
        await pilot.pause()
