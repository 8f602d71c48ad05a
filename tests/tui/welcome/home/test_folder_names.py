"""Folders that every system can hold, and a word where they are copied to the internet."""

from pathlib import Path

import pytest

from data.clock import SetClock
from data.errors import Refused
from data.plans.load import load_plan
from data.session.create_event import create_event
from data.session.folders.folder_name import check_folder_name
from data.session.folders.home import HOME_VARIABLE
from data.session.laptop.synced import synced_by
from tests.conftest import PLAN
from tests.tui.stage.hall import seen
from tui.shell.app import CeremonyApp


@pytest.mark.parametrize(
    "name",
    ["con", "CON", "aux.2026", "nul", "com1", "LPT9", "com¹", "con .x", "a?b", "a:b", "a\tb", ". .", "", " "],
)
def test_a_name_that_windows_cannot_hold_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(Refused) as refused:
        check_folder_name(name)
    assert len(refused.value.sentence) > 10


@pytest.mark.parametrize("name", ["thu muc.", "thu muc ", "lễ. . "])
def test_a_dot_or_blank_at_the_end_is_refused_and_the_name_without_it_is_told(name: str) -> None:
    with pytest.raises(Refused) as refused:
        check_folder_name(name)
    assert f"“{name.rstrip(' .')}”" in refused.value.sentence


@pytest.mark.parametrize(
    "name", ["Khả Tân 2026", "con-duong", "console", "com10", "lễ.ra.mắt", ".ẩn", "Lễ & hội (1)"]
)
def test_other_names_are_nobodys_business(name: str) -> None:
    check_folder_name(name)


def test_no_event_is_made_in_such_a_folder(tmp_path: Path, clock: SetClock) -> None:
    with pytest.raises(Refused):
        create_event(tmp_path / "con", load_plan(PLAN), site="kha-tan", clock=clock)
    assert list(tmp_path.glob("con")) == []


def test_a_folder_in_a_synced_one_is_known_by_its_name_or_by_the_system() -> None:
    assert synced_by(Path("/home/an/OneDrive - UBND xã/Tài liệu/Le ra mat"), {}) == "OneDrive"
    assert synced_by(Path("/Users/an/Library/Mobile Documents/x"), {}) == "iCloud"
    assert synced_by(Path("/srv/tep/Le ra mat"), {"OneDriveCommercial": "/srv/tep"}) == "OneDrive"
    assert synced_by(Path("/home/an/Documents/Le ra mat"), {"OneDrive": "/home/an/OneDrive"}) == ""
    assert synced_by(Path("/home/an/OneDriveless/x"), {}) == ""


@pytest.mark.parametrize(("below", "told"), [("OneDrive/Documents", True), ("Documents", False)])
async def test_the_first_screen_says_where_names_leave_the_laptop(
    tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch, below: str, told: bool
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / below))
    async with CeremonyApp(clock=clock).run_test(size=(80, 24)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        assert ("⚠" in seen(pilot) and "OneDrive:" in seen(pilot)) is told
