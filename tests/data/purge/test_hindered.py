"""A purge that is refused, or hindered by the disk, by a power cut or by another program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.archive.verification import verify_event
from data.commands.door import door
from data.commands.event.closing import close_event, reopen_event
from data.errors import CeremonyError, EventBusy, LedgerUnwritable, Refused
from data.ledger.rewrite import put_ledger
from data.purge.purge import confirmation, purge
from data.session.folders.event_folder import LEDGER_NAME
from data.session.purging.scrub import scrub
from data.session.session import Session
from data.text.fold import fold
from tests.conftest import found


def every_byte(folder: Path) -> bytes:
    found = b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
    return found + "\n".join(str(path.relative_to(folder)) for path in folder.rglob("*")).encode()


def test_it_is_refused_while_open_elsewhere_not_closed_or_not_confirmed(played: Session) -> None:
    ledger = (played.folder / LEDGER_NAME).read_bytes()
    word = confirmation(played.state.event)
    with pytest.raises(EventBusy):
        Session(played.folder)
    with pytest.raises(Refused, match="Hãy đóng"):
        purge(played, word)
    assert (played.folder / LEDGER_NAME).read_bytes() == ledger
    close_event(played)
    files = every_byte(played.folder)
    for wrong in ("", "thôn", "co", "thôn Đồng Thái"):
        with pytest.raises(Refused, match=word):
            purge(played, wrong)
    assert every_byte(played.folder) == files
    purge(played, word)
    with pytest.raises(Refused):
        purge(played, word)


def test_the_village_may_be_typed_without_marks(played: Session) -> None:
    close_event(played)
    purge(played, fold(confirmation(played.state.event)).upper())
    assert played.state.rest.purged is not None


def test_a_full_disk_leaves_everything_as_it_was(played: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    close_event(played)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    before = every_byte(played.folder)
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(LedgerUnwritable):
        purge(played, confirmation(played.state.event))
    monkeypatch.undo()
    assert every_byte(played.folder) == before
    assert played.state.rest.purged is None
    reopen_event(played)
    door.admit(played, 20, "name")


def test_a_file_that_cannot_be_deleted_is_named_and_goes_with_the_next_purge(
    played: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    close_event(played)
    word = confirmation(played.state.event)
    unlink = Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:
        if path.name == "danh-sach.xlsx":
            raise PermissionError(13, "open in Excel", str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(CeremonyError, match="danh-sach"):
        purge(played, word)
    assert not (played.folder / "cards").exists()
    monkeypatch.undo()
    purge(played, word)
    assert not (played.folder / "danh-sach.xlsx").exists()
    assert verify_event(played.folder).is_sound


def test_another_event_in_the_folder_is_never_deleted_with_it(played: Session) -> None:
    found(played.folder / "quy-3")
    close_event(played)
    with pytest.raises(Refused, match="quy-3"):
        purge(played, confirmation(played.state.event))
    assert (played.folder / "quy-3" / LEDGER_NAME).exists()


def test_a_power_cut_between_leaves_one_ledger_or_the_other(played: Session, tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b"old")

    def cut() -> Iterator[Any]:
        yield {}
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put_ledger(path, cut())
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.glob(".*")] == []
    assert scrub(scrub(played.state.steps)) == scrub(played.state.steps)
