"""What the first paint may import: nothing that only a later key needs, and no large library."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.session.session import Session
from tests.conftest import few_guests, found, list_guests
from tests.terminal.program import ROOT
from tui.shell.places import PLACES

PROBE = """
import asyncio, json, sys
from pathlib import Path
from textual.screen import Screen

loaded, run_worker = [], Screen.run_worker

def noted(screen, *work, **how):
    # Whatever is done in a thread begins behind the first paint.
    loaded or loaded.append(sorted(sys.modules))
    return run_worker(screen, *work, **how)

Screen.run_worker = noted

def app():
    kind, folder = sys.argv[1:]
    if kind == "hall":
        from tui.hall.app import HallApp
        return HallApp(Path(folder))
    from tui.shell.app import CeremonyApp
    if not folder:
        return CeremonyApp()
    from data.session.session import Session
    return CeremonyApp(Session(Path(folder)))

async def painted():
    async with app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        print(json.dumps([type(pilot.app.screen).__name__, loaded[0] if loaded else sorted(sys.modules)]))

asyncio.run(painted())
"""

LARGE = {
    *("PIL", "cv2", "numpy", "openpyxl", "xlrd", "docx", "lxml", "qrcode", "zxingcpp", "num2words"),
    *("rapidfuzz", "typer", "click", "stdnum", "pytest", "tomllib", "nats"),
}
"""Libraries that only reading lists, drawing, papers, cameras, strange codes or other verbs need."""
LATER = {
    *("data.archive", "data.documents.banner", "data.documents.cards", "data.documents.signing_sheet"),
    *(
        "data.export",
        "data.finding",
        "data.plans.load",
        "data.purge",
        "data.rehearsal",
        "data.roster",
        "data.session.purging",
    ),
    *("data.scanning.camera", "data.scanning.pictures.decode", "data.scanning.pictures", "tui.command_line"),
    *(
        "data.text.typed.numbers.money",
        "data.text.typed.book_list",
        "data.text.typed.numbers.number_ranges",
        "tui.shell.keys.palette",
    ),
    *("data.joining", "tui.joining", "tui.district"),
    *(
        "data.commands.stage.stage",
        "data.session.create_event",
        "data.session.events.next_meeting",
    ),
    *("data.repair.mending", "tui.shell.dialogs.lock"),
    *("tui.offline_kit", "tui.shell.dialogs.help", "tui.guests.importing"),
    *("data.plans.placeholders", "data.queries.addressing", "data.text.people.office", "data.text.syllables"),
}
"""Rooms of the program that no first paint shows."""
OF_EVENTS = {
    *(
        "data.commands",
        "data.ledger",
        "data.messages",
        "data.plans",
        "data.queries",
        "data.repair",
        "data.state",
    ),
    *("data.model.entries", "data.session.session", "filelock", "tinydb"),
    *("tui.frame.event_screen", "tui.scanning.camera_watcher", "tui.scanning.scan_router", "tui.shell.disk"),
    *("tui.shell.events.open_event", "tui.widgets.answers", "tui.widgets.lines.status_line"),
}
"""What opens, reads and shows events: the first screen lists them behind its first paint."""


def loaded(kind: str, folder: Path | None) -> tuple[str, set[str]]:
    """The screen that is shown first and the names of all modules by then, in a program of its own.

    Where something is begun in a thread, it is those before that.
    """
    command = [sys.executable, "-c", PROBE, kind, str(folder or "")]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    screen, modules = json.loads(told.splitlines()[-1])
    return screen, set(modules)


def among(modules: set[str], rooms: set[str]) -> set[str]:
    """Those of ``modules`` that are one of ``rooms`` or lie in one."""
    return {name for name in modules if any(name == room or name.startswith(f"{room}.") for room in rooms)}


def other_screens(*shown: str) -> set[str]:
    """The screens of all places but those ``shown``."""
    return {f"tui.{place}.screen" for place in (*PLACES, "welcome")} - {f"tui.{one}.screen" for one in shown}


@pytest.fixture
def event(tmp_path: Path) -> Path:
    with Session(found(tmp_path / "event")) as session:
        list_guests(session, few_guests(session.state.event.number))
    return tmp_path / "event"


def test_the_door_opens_without_what_is_needed_later(event: Path) -> None:
    screen, modules = loaded("program", event)
    assert screen == "DoorScreen"
    assert not among(modules, LARGE | LATER | other_screens("door") | {"tui.hall", "tui.door.dialogs"})


def test_the_first_screen_opens_without_what_is_needed_later() -> None:
    screen, modules = loaded("program", None)
    assert screen == "WelcomeScreen"
    later = LARGE | LATER | OF_EVENTS | {"tui.welcome.dialogs"}
    assert not among(modules, later | other_screens("welcome"))


def test_the_halls_screen_opens_without_what_is_needed_later(event: Path) -> None:
    _screen, modules = loaded("hall", event)
    # The title sign is drawn on it, with its emblem and the facts in its lines.
    drawn = {"PIL", "data.documents.banner", "data.documents.cards", "data.scanning.pictures"}
    drawn |= {"data.plans.placeholders", "data.text.people.office", "data.text.syllables"}
    assert not among(modules, (LARGE | LATER) - drawn | other_screens() | {"data.commands", "tui.shell"})


THROUGH_ALL = """
import asyncio, json, sys
from pathlib import Path
from data.session.session import Session
from tests.waiting import until
from tui.shell.app import CeremonyApp

async def shown():
    app = CeremonyApp(Session(Path(sys.argv[1])))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen.is_shown)
        for name, key in json.loads(sys.argv[2]).items():
            await pilot.press(key)
            await until(pilot, lambda: app.screen.NAME == name and app.screen.is_shown)
            await app.workers.wait_for_complete()
        print(json.dumps(sorted(sys.modules)))

asyncio.run(shown())
"""
KEYS = {
    **{"stage": "f3", "gifts": "f4", "guests": "f5", "report": "f6", "event": "f10"},
    **{"missing": "ctrl+t", "registrations": "ctrl+r", "log": "ctrl+l", "papers": "ctrl+g", "door": "f2"},
}


def test_no_place_loads_what_reads_draws_or_writes_files_before_it_is_asked_to(event: Path) -> None:
    assert set(KEYS) == set(PLACES)
    command = [sys.executable, "-c", THROUGH_ALL, str(event), json.dumps(KEYS)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = {"PIL", "cv2", "numpy", "openpyxl", "docx", "lxml", "xlrd", "qrcode", "zxingcpp"}
    assert not among(set(json.loads(told.splitlines()[-1])), files | {"tui.guests.importing"})
