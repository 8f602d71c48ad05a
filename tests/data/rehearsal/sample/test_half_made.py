"""What a killed run left of an event that was being made."""

from datetime import date
from pathlib import Path

import pytest

from data.errors import LedgerUnwritable, Refused
from data.model.entries.event import EventCreated
from data.plans.load import load_plan
from data.rehearsal.sample import found_sample
from data.session.create_event import create_event
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.conftest import PLAN
from tui.command_line.verbs import run_verb


def new(folder: Path) -> int:
    return run_verb(["new", str(folder), "--plan", PLAN, "--site", "kha-tan", "--sample"])


def test_a_sample_event_without_its_guests_is_made_anew(own_home: Path) -> None:
    create_event(own_home / "moi", load_plan(PLAN), site="kha-tan", sample=True)
    assert new(own_home / "moi") == 0
    with Session(own_home / "moi") as session:
        assert session.state.guests
        assert len([entry for entry in session.state.entries if isinstance(entry.what, EventCreated)]) == 1


def test_a_sample_event_with_its_guests_stays(own_home: Path) -> None:
    found_sample(own_home / "moi")
    before = (own_home / "moi" / LEDGER_NAME).read_bytes()
    with pytest.raises(Refused, match="đã có một buổi lễ"):
        new(own_home / "moi")
    assert (own_home / "moi" / LEDGER_NAME).read_bytes() == before


def test_an_event_for_an_earlier_ones_guests_has_its_name_with_all_of_them_or_not_at_all(
    event_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(self: Path, target: Path) -> Path:
        raise OSError("killed")

    again = event_folder.parent / "again"
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", torn)
        with pytest.raises(LedgerUnwritable):
            create_event(again, load_plan(PLAN), on=date(2022, 9, 15), guests_from=event_folder)
    assert not list(again.glob("*ledger*"))
    create_event(again, load_plan(PLAN), on=date(2022, 9, 15), guests_from=event_folder)
    with Session(again) as session:
        assert len(session.state.guests) == 9
