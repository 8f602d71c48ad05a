"""A roster is brought in as one step, all of it or nothing."""

import pytest

from data.ceremony import LEDGER_NAME, Ceremony
from data.commands.guests import ReadyImport, import_roster, known_guests
from data.commands.undo import undo
from data.errors import Refused
from data.model.guest import Guest
from data.model.happenings.guests import RosterImported
from data.roster.preview import ImportPreview
from tests.conftest import few_guests
from tests.state.facts import facts, same_on_disk


class Preview:
    """What a list would bring; only what the command asks of it."""

    def __init__(self, guests: list[Guest], unchanged: int = 0, refused: int = 0) -> None:
        self.added = self.found = guests
        self.changed: list[object] = []
        self.unchanged = list(range(unchanged))
        self.refused = list(range(refused))

    def guests(self, _first: int, _event: str) -> list[Guest]:
        return self.found


def bring(ceremony: Ceremony, preview: Preview) -> object:
    like: ImportPreview = preview  # type: ignore[assignment]
    ready = ReadyImport(like, known_guests(ceremony.state), preview.found)
    return import_roster(ceremony, ready, "danh-sach.xls")


def test_a_roster_is_one_line_and_one_undo(ceremony: Ceremony) -> None:
    before = facts(ceremony.state)
    lines = (ceremony.folder / LEDGER_NAME).read_bytes().count(b"\n")
    new = [guest for guest in few_guests(ceremony.state.event.number) if guest.number < 7]
    bring(ceremony, Preview(new, refused=2))
    assert (ceremony.folder / LEDGER_NAME).read_bytes().count(b"\n") == lines + 1
    what = ceremony.state.entries[-1].what
    assert what == RosterImported(source="danh-sach.xls", added=6, changed=0, refused=2)
    assert [ceremony.state.guests[guest.number] for guest in new] == new
    assert same_on_disk(ceremony)
    undo(ceremony)
    assert facts(ceremony.state) == before


def test_a_list_that_changes_nothing_leaves_no_entry(ceremony: Ceremony) -> None:
    before = len(ceremony.state.entries)
    assert bring(ceremony, Preview([], unchanged=9)) is None
    assert len(ceremony.state.entries) == before


def test_a_list_of_refused_rows_alone_is_refused(ceremony: Ceremony) -> None:
    before = len(ceremony.state.entries)
    with pytest.raises(Refused):
        bring(ceremony, Preview([], refused=3))
    assert len(ceremony.state.entries) == before
