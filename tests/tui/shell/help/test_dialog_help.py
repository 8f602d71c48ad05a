"""F1 in a dialog is the dialog's; keys that belong to screens say so there."""

import importlib
import pkgutil
from typing import Any

from textual.pilot import Pilot

import tui
from data.language import _
from data.session.session import Session
from tests.tui.stage.hall import seen
from tui.frame.dialogs.dialog import Dialog
from tui.frame.dialogs.letter_menu import LetterMenu
from tui.shell.app import CeremonyApp
from tui.shell.dialogs.dialog_help import DIALOG_HELP, dialog_help
from tui.shell.dialogs.help import HelpScreen

BASES = (HelpScreen, LetterMenu)


def dialogs(kind: type[Any] = Dialog) -> set[type[Any]]:
    found: list[type[Any]] = list(kind.__subclasses__())
    return {one for sub in found for one in (sub, *dialogs(sub))}


def every_dialog() -> set[type[Any]]:
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if "__main__" not in module.name:
            importlib.import_module(module.name)
    return {kind for kind in dialogs() if kind.__module__.startswith("tui.") and kind not in BASES}


def test_every_dialog_says_what_it_is_for() -> None:
    kinds = every_dialog()
    assert [kind.__name__ for kind in kinds if not dialog_help(kind)] == []
    assert set(DIALOG_HELP) <= {kind.__name__ for kind in kinds}


async def opened(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        await pilot.pause()


async def test_f1_in_a_dialog_tells_of_that_dialog_and_escape_goes_back_to_it(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "ctrl+n", "f1")
        told = " ".join(seen(pilot).replace("│", " ").split())
        assert _("Note to the MC") in told
        assert _(DIALOG_HELP["NoteDialog"])[:40] in told
        assert _("Everywhere") not in told
        await opened(pilot, "escape")
        assert type(app.screen).__name__ == "NoteDialog"


async def test_a_key_of_a_screen_says_in_a_dialog_that_it_is_open(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("f3", "ctrl+z", "ctrl+d", "ctrl+o"):
            await opened(pilot, "ctrl+n", key)
            assert _("Esc first: this window is still open.") in seen(pilot), key
            await opened(pilot, "escape")


async def test_ctrl_c_says_which_key_leaves_in_the_language_of_the_screen(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "f3", "ctrl+c")
        assert _("^Q leaves the program.") in seen(pilot)
        assert not app._notifications


async def test_the_end_of_the_help_shows_text(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "f1", "end")
        assert _("Esc closes this help.") in seen(pilot)
        assert _("Quit") in seen(pilot)
