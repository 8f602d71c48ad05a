"""Pictures of what somebody meets who uses it for the first time: files to choose, notes, help, rehearsal."""

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from data.commands.stage import stage
from data.commands.stage.minutes_notes import write_down
from data.language import Language, choose
from data.session.session import Session
from tui.shell.app import CeremonyApp

SIZES = {"small": (80, 24), "large": (120, 40)}
LISTED = 1_655_000_000
"""12 June 2022, so that no day is today."""


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Input, "cursor_blink", False)


@pytest.fixture
def with_lists(session: Session, own_home: Path) -> Session:
    """Two lists in a folder of Zalo's, and an item that runs with something said to it."""
    for number, name in enumerate(("Danh sách hộ thôn Khả Tân.xlsx", "giấy mời họp.docx")):
        file = own_home / "Zalo Received Files" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"x")
        os.utime(file, (LISTED - number * 86_400,) * 2)
    first = session.state.event.program[0].id
    stage.go(session, first)
    write_down(
        session, "guidance", "Giữ vững phong trào, mỗi xóm một tổ tự quản, mỗi hộ một bản cam kết", first
    )
    write_down(session, "question", "Đèn đường bao giờ có?")
    return session


@pytest.mark.quick_once("keys")
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize(
    "keys",
    [("f5", "f7"), ("f3", "y"), ("f10", "r"), ("ctrl+n", "f1"), ("f3", "ctrl+n", "f4")],
    ids=["choose-a-list", "notes", "rehearse", "help-of-a-dialog", "dialog-first"],
)
def test_what_is_met_first_looks_as_it_did(
    with_lists: Session, snap_compare: object, keys: tuple[str, ...], size: str, language: Language
) -> None:
    choose(language)

    async def play(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            for _round in range(3):
                await pilot.app.workers.wait_for_complete()
                await pilot.pause()

    assert callable(snap_compare)
    assert snap_compare(CeremonyApp(with_lists), terminal_size=SIZES[size], run_before=play)
