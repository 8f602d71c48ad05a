"""A purge that was cut goes on to its end before anything else is done with the event."""

from pathlib import Path

import pytest

from data.commands.door import door
from data.commands.event.closing import close_event
from data.ledger.lock import PURGING_NAME
from data.model.entries.event import PersonalDataPurged
from data.purge import purge as purging
from data.purge.purge import confirmation, purge
from data.session.copies.rescue import keep_rescue, rescues
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.session import Session
from tests.conftest import HOUSEHOLDS


class Killed(BaseException):
    """Nobody catches it, as nobody catches a kill."""


def names_in(folder: Path) -> list[str]:
    text = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file()).decode(
        errors="replace"
    )
    return [name for name, _hamlet in HOUSEHOLDS if name in text]


@pytest.mark.parametrize("moment", ["before", "after", "half"])
@pytest.mark.parametrize("access", ["append", "read"])
def test_wherever_it_was_cut_the_next_opening_ends_it(
    event_folder: Path, monkeypatch: pytest.MonkeyPatch, moment: str, access: str
) -> None:
    (event_folder / "exports").mkdir()
    (event_folder / "exports" / "x.csv").write_text(HOUSEHOLDS[0][0])

    def killed(*_args: object) -> None:
        if moment == "half":
            (event_folder / f".{LEDGER_NAME}.tmp").write_text(HOUSEHOLDS[1][0])
        raise Killed

    with Session(event_folder) as session:
        door.admit(session, 1, "number")
        close_event(session)
        word = confirmation(session.state.event)
        with monkeypatch.context() as patch:
            if moment == "after":
                patch.setattr(purging, "end", killed)
            else:
                patch.setattr(Session, "rewrite", killed)
            with pytest.raises(Killed):
                purge(session, word)
    assert names_in(event_folder)
    with open_for_reading(event_folder) if access == "read" else Session(event_folder) as session:
        whats = [entry.what for entry in session.state.entries]
        assert sum(isinstance(what, PersonalDataPurged) for what in whats) == 1
        assert list(session.state.present) == [1]
    assert names_in(event_folder) == []
    assert not (event_folder / PURGING_NAME).exists()


def test_what_was_rescued_goes_too(event_folder: Path) -> None:
    with Session(event_folder) as session:
        assert keep_rescue(session.state.steps, event_folder, "run")
        close_event(session)
        purge(session, confirmation(session.state.event))
    assert rescues() == []
