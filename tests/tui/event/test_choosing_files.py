"""An emblem may be left out: nothing is chosen before an arrow or a letter chooses."""

from pathlib import Path

from textual.pilot import Pilot

from data.session.session import Session
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.shell.app import CeremonyApp

PICTURE = "huy hiệu.png"


async def answered(session: Session, may_be_empty: bool, *keys: str) -> str:
    saved: dict[str, str] = {}
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        field = Field("emblem", "Emblem", kinds=(".png",), may_be_empty=may_be_empty)
        app.push_screen(EditValueDialog("x", [field], saved.update))
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
    return saved["emblem"]


async def settle(pilot: Pilot[None]) -> None:
    for _round in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def test_enter_alone_leaves_it_empty_and_an_arrow_chooses(session: Session, own_home: Path) -> None:
    (own_home / PICTURE).write_bytes(b"x")
    assert await answered(session, True, "enter") == ""
    assert await answered(session, True, "down", "enter") == str(own_home / PICTURE)
    assert await answered(session, True, *"huy", "enter") == str(own_home / PICTURE)


async def test_where_a_file_is_needed_the_newest_is_taken(session: Session, own_home: Path) -> None:
    (own_home / PICTURE).write_bytes(b"x")
    assert await answered(session, False, "enter") == str(own_home / PICTURE)
