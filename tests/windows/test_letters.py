"""A terminal that cannot draw Vietnamese letters is told of, in letters that it has."""

from pathlib import Path

import pytest

from data.session.session import Session
from tests.waiting import until
from tui.shell.app import CeremonyApp
from tui.shell.terminal import letters
from tui.shell.terminal.letters import hint, lacks_letters
from tui.widgets.lines.answer_strip import AnswerStrip


@pytest.mark.parametrize(
    ("environment", "font"),
    [
        ({}, "Terminal"),
        ({}, "Lucida Console"),
        ({"TERM": "linux", "LANG": "vi_VN.UTF-8"}, ""),
        ({"TERM": "xterm", "LANG": "en_US.ISO-8859-1"}, ""),
        ({"TERM": "xterm", "LC_ALL": "vi_VN.TCVN", "LANG": "vi_VN.UTF-8"}, ""),
    ],
)
def test_terminals_that_lack_letters_are_known(environment: dict[str, str], font: str) -> None:
    assert lacks_letters(environment, font)


@pytest.mark.parametrize(
    ("environment", "font"),
    [
        ({}, "Consolas"),
        ({"WT_SESSION": "1"}, "Terminal"),
        ({"TERM": "xterm-256color", "LANG": "vi_VN.UTF-8"}, ""),
        ({"TERM": "xterm-256color", "LANG": "C"}, ""),
        ({}, ""),
    ],
)
def test_of_others_nothing_is_said(environment: dict[str, str], font: str) -> None:
    assert not lacks_letters(environment, font)


@pytest.mark.parametrize("system", ["win32", "linux"])
def test_the_hint_itself_can_be_read_there(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(letters, "lacks_letters", lambda *_known: True)
    monkeypatch.setattr(letters, "_console_font", lambda: "")
    monkeypatch.setattr("tui.shell.terminal.letters.sys.platform", system)
    told = hint()
    assert "UTF-8" in told or "Consolas" in told
    assert told.isascii()


@pytest.mark.parametrize("with_event", [True, False])
async def test_the_hint_stands_on_the_screen_that_the_program_begins_with(
    event_folder: Path, monkeypatch: pytest.MonkeyPatch, with_event: bool
) -> None:
    monkeypatch.setattr(letters, "lacks_letters", lambda *_known: True)
    app = CeremonyApp(Session(event_folder) if with_event else None)
    async with app.run_test(size=(80, 24)) as pilot:
        told = hint()

        def stands() -> bool:
            return any(told[:20] in str(strip.render()) for strip in app.screen.query(AnswerStrip))

        await until(pilot, stands)
