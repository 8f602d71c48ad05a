"""F10's fields say in words what they hold and what they are for."""

import pytest
from textual.widgets import Static

from data.commands.event.event import set_blank
from data.errors import Refused
from data.session.session import Session
from tests.tui.event.test_event_screen import at_the_event, mark, retype
from tui.event.event_rows import sections
from tui.event.paperwork_edits import typed_gift
from tui.frame.dialogs.edit_value import EditValueDialog
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.sheet import SheetRow


def row(session: Session, key: str) -> SheetRow:
    found = sections(session.state, [], session.folder)
    return next(row for section in found for row in section.rows if row.key == key)


async def test_no_field_shows_a_brace_and_a_changed_line_keeps_them(session: Session) -> None:
    async with at_the_event(session) as pilot:
        before = session.state.event.item("tang-hoa")
        assert before is not None and "{flowers_giver_front}" in before.line
        await mark(pilot, "item:tang-hoa")
        await pilot.press("enter")
        await pilot.pause()
        lines = list(pilot.app.screen.query(LineInput))
        assert not any("{" in line.value for line in lines)
        await retype(pilot, "title", "Tặng hoa")
        await pilot.press("enter")
        text = pilot.app.screen.query_one("#line", LineInput).value
        await retype(pilot, "line", text.replace("Kính mời", "Trân trọng kính mời"))
        after = session.state.event.item("tang-hoa")
        assert after is not None
        assert after.line == before.line.replace("Kính mời", "Trân trọng kính mời")


async def test_a_gift_that_is_only_renamed_keeps_whom_its_plan_names(session: Session) -> None:
    async with at_the_event(session) as pilot:
        gift = session.state.event.gifts[0]
        await mark(pilot, f"gift:{gift.id}")
        await pilot.press("enter")
        await pilot.pause()
        assert "{" not in pilot.app.screen.query_one("#giver", LineInput).value
        pilot.app.screen.query_one("#name", LineInput).value = "Hoa tươi"
        await pilot.press("ctrl+s")
        await pilot.pause()
        renamed = session.state.event.gift(gift.id)
        assert renamed is not None
        assert (renamed.name, renamed.giver, renamed.receiver) == ("Hoa tươi", gift.giver, gift.receiver)


async def test_what_minutes_of_its_own_are_is_said_at_their_field(session: Session) -> None:
    async with at_the_event(session) as pilot:
        await mark(pilot, f"gift:{session.state.event.gifts[0].id}")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditValueDialog)
        told = pilot.app.screen.query_one("#understood", Static)
        assert not told.display
        pilot.app.screen.query_one("#durable", LineInput).focus()
        await pilot.pause()
        assert told.display and "signed" in str(told.render())


@pytest.mark.parametrize(
    ("answer", "is_yes"), [("có", True), ("CO", True), ("không", False), ("khong", False)]
)
def test_yes_and_no_are_read_without_accents(session: Session, answer: str, is_yes: bool) -> None:
    typed = {"durable": answer, "giver": "", "receiver": ""}
    assert typed_gift(session, None, typed)["durable"] is is_yes


def test_what_is_neither_yes_nor_no_is_refused_and_not_taken_for_no(session: Session) -> None:
    with pytest.raises(Refused, match="có hoặc không"):
        typed_gift(session, None, {"durable": "chắc vậy", "giver": "", "receiver": ""})


def test_what_suffers_from_a_gap_is_said_only_while_it_is_one(session: Session) -> None:
    assert "MC" in row(session, "blank:bookcase_giver").detail
    set_blank(session, "bookcase_giver", "bà Nguyễn Thị Hà")
    assert row(session, "blank:bookcase_giver").detail == ""
