"""A roster is brought in as one step, all of it or nothing."""

import pytest
from msgspec.structs import replace

from data.commands.guests import ReadyImport, import_roster, known_guests
from data.commands.undo import undo
from data.errors import Refused
from data.model.entries.guests import RosterImported
from data.model.guest import Guest
from data.roster.comparing.preview import ImportPreview
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.data.state.facts import facts, same_on_disk


class Preview:
    """What a list would bring; only what the command asks of it."""

    def __init__(self, guests: list[Guest], unchanged: int = 0, refused: int = 0) -> None:
        self.added = self.found = guests
        self.changed: list[object] = []
        self.unchanged = list(range(unchanged))
        self.refused = list(range(refused))

    def guests(self, _first: int, _event: str) -> list[Guest]:
        return self.found


def bring(session: Session, preview: Preview) -> object:
    like: ImportPreview = preview  # type: ignore[assignment]
    ready = ReadyImport(like, known_guests(session), preview.found)
    return import_roster(session, ready, "danh-sach.xls")


def test_a_roster_is_one_line_and_one_undo(session: Session) -> None:
    before = facts(session.state)
    lines = (session.folder / LEDGER_NAME).read_bytes().count(b"\n")
    new = [replace(session.state.guests[number], note="ốm") for number in range(1, 7)]
    bring(session, Preview(new, refused=2))
    assert (session.folder / LEDGER_NAME).read_bytes().count(b"\n") == lines + 1
    what = session.state.entries[-1].what
    assert what == RosterImported(source="danh-sach.xls", added=6, changed=0, refused=2)
    assert [session.state.guests[guest.number] for guest in new] == new
    assert same_on_disk(session)
    undo(session)
    assert facts(session.state) == before


def test_a_list_that_changes_nothing_leaves_no_entry(session: Session) -> None:
    before = len(session.state.entries)
    assert bring(session, Preview([], unchanged=9)) is None
    assert len(session.state.entries) == before


def test_a_list_of_refused_rows_alone_is_refused(session: Session) -> None:
    before = len(session.state.entries)
    with pytest.raises(Refused):
        bring(session, Preview([], refused=3))
    assert len(session.state.entries) == before
