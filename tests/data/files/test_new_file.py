"""A file gets its name when it is whole, whatever the disk, other programs and a kill do."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from data.export.files import export_event
from data.files import disk
from data.files.atomic_file import clear_left, unfinished_name, write_new, write_over, write_to
from data.files.disk import advice, cause, is_held, patiently
from data.ledger.rewrite import put_ledger
from data.session.session import Session

DEAD = 2**22 + 1
"""No process has this number: Linux ends before it."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with nothing in it."""
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "sleep", lambda _seconds: None)


def held(times: int, real: Callable[..., object], error: OSError) -> Callable[..., object]:
    """A function that fails ``times`` times before it is the real one."""
    left = iter(range(times))

    def call(*args: object, **kwargs: object) -> object:
        if next(left, None) is not None:
            raise error
        return real(*args, **kwargs)

    return call


def windows(number: int) -> OSError:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = number  # type: ignore[attr-defined]
    return error


def put(path: Path) -> None:
    path.write_bytes(b"whole")


@pytest.mark.parametrize("write", ["new", "over", "to", "ledger"])
@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_is_held_for_a_moment_is_waited_for(
    place: Path, monkeypatch: pytest.MonkeyPatch, write: str, number: int
) -> None:
    monkeypatch.setattr(Path, "replace", held(5, Path.replace, windows(number)))
    match write:
        case "new":
            write_new(place, "a", ".txt", put)
        case "over":
            write_over(place / "a.txt", put)
        case "to":
            write_to(place / "a.txt", put)
        case _:
            put_ledger(place / "a.txt", [{"ledger": [{"id": "1"}]}])
    assert [path.name for path in place.iterdir()] == ["a.txt"]


def test_a_file_that_stays_held_is_refused_with_its_cause_and_nothing_is_left(
    session: Session, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", held(10**6, Path.replace, windows(32)))
    with pytest.raises(Exception, match="chương trình khác") as refusal:
        export_event(session, place / "out")
    assert "ổ đĩa đầy" not in str(refusal.value)
    assert list((place / "out").iterdir()) == []


def test_a_full_disk_is_not_tried_again_and_not_called_held(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []

    def full() -> None:
        tries.append(1)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError):
        patiently(full)
    assert len(tries) == 1


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "đầy"),
        (OSError(errno.EROFS, "x"), "chỉ đọc"),
        (OSError(errno.EIO, "x"), "hỏng"),
        (windows(33), "chương trình khác"),
    ],
)
def test_the_cause_is_named(error: OSError, words: str) -> None:
    assert words in cause(error)
    assert advice(error)


def test_what_a_killed_process_left_is_cleared_and_what_a_live_one_writes_stays(place: Path) -> None:
    left = place / f".a.xlsx.{DEAD}.tmp"
    # On Windows the number tells nothing: there an open file cannot be deleted.
    live = place / f".b.xlsx.{os.getpid() if os.name == 'nt' else os.getppid()}.tmp"
    foreign = place / ".notes.tmp"
    for path in (left, live, foreign):
        path.write_bytes(b"half")
    write_new(place, "a", ".xlsx", put)
    assert sorted(path.name for path in place.iterdir()) == sorted([live.name, foreign.name, "a.xlsx"])


def test_in_the_event_s_own_folders_everything_unfinished_goes(place: Path) -> None:
    (place / "ledger.jsonl").touch()
    (place / "exports").mkdir()
    (place / "exports" / ".kha-tan.xlsx.tmp").touch()
    clear_left(place / "exports")
    assert list((place / "exports").iterdir()) == []


def test_no_name_is_there_before_the_file_is_whole(place: Path) -> None:
    def look(path: Path) -> None:
        path.write_bytes(b"half")
        assert [one.name for one in place.iterdir()] == [unfinished_name(place / "a.txt").name]

    write_new(place, "a", ".txt", look)


def test_a_name_that_is_taken_meanwhile_is_not_taken_away(place: Path) -> None:
    def slow(path: Path) -> None:
        path.write_bytes(b"mine")
        (place / "a.txt").write_bytes(b"theirs")

    assert write_new(place, "a", ".txt", slow).name == "a-2.txt"
    assert (place / "a.txt").read_bytes() == b"theirs"
    (place / "a.txt").unlink()
    with pytest.raises(FileExistsError):
        write_to(place / "a.txt", slow)
    assert not list(place.glob(".*"))


def test_whatever_goes_wrong_while_writing_leaves_nothing(place: Path) -> None:
    def broken(path: Path) -> None:
        path.write_bytes(b"half")
        raise ValueError

    with pytest.raises(ValueError):
        write_new(place, "a", ".txt", broken)
    with pytest.raises(ValueError):
        write_over(place / "a", broken)
    assert list(place.iterdir()) == []


def test_only_what_another_program_may_hold_is_waited_for() -> None:
    assert is_held(windows(32)) and is_held(PermissionError(errno.EACCES, "x"))
    assert not is_held(OSError(errno.EROFS, "x"))
