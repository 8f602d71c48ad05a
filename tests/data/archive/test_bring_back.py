"""Export, bring back, export again: the same files, whatever happened at the event."""

import zipfile
from contextlib import suppress
from json import loads
from pathlib import Path
from random import Random
from shutil import copytree

import jsonschema
import pytest

from data.archive.event_file import check_event_file, read_event_file
from data.archive.restore import restore
from data.archive.write import archive_event
from data.clock import SetClock
from data.commands.undo import undo
from data.errors import Refused
from data.export.files import export_event
from data.export.schema import SCHEMA
from data.session.folders.event_folder import LEDGER_NAME, has_event
from data.session.session import Session
from tests.conftest import MORNING, few_guests, found, list_guests
from tests.data.commands.editing.test_undo_of_all import ALL
from tests.data.export.played import play

STEPS = 40


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = found(tmp_path_factory.mktemp("back") / "event", SetClock(MORNING))
    with Session(folder, clock=SetClock(MORNING)) as session:
        list_guests(session, few_guests(session.state.event.number))
    return folder


def parts(path: Path) -> dict[str, bytes]:
    """A file's bytes; those of a workbook part by part, without the moment it was saved."""
    if path.suffix != ".xlsx":
        return {path.suffix: path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}


def exported(folder: Path, clock: SetClock, out: Path, *, phones: bool = True) -> dict[str, dict[str, bytes]]:
    with Session(folder, "read", clock=clock) as session:
        return {path.name: parts(path) for path in export_event(session, out, phones=phones)}


@pytest.mark.quick_once()
@pytest.mark.parametrize("seed", range(8))
def test_a_random_event_comes_back_as_the_same_files(founded: Path, tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    clock = SetClock(MORNING)
    folder = copytree(founded, tmp_path / "event")
    with Session(folder, clock=clock, duty="Mai") as session:
        for _step in range(STEPS):
            clock.pass_time(random.randrange(1, 90))
            if not session.state.guests:
                list_guests(session, few_guests(session.state.event.number))
            with suppress(Refused):
                random.choice(ALL)(session, random.randrange(100))
            if random.random() < 0.15:
                with suppress(Refused):
                    undo(session)
        entries = session.state.steps
    first = exported(folder, clock, tmp_path / "first")
    (json,) = (tmp_path / "first").glob("*.json")
    schema = jsonschema.Draft202012Validator(loads(SCHEMA.read_text(encoding="utf-8")))
    schema.validate(loads(json.read_text(encoding="utf-8")))
    assert check_event_file(json).entries == len(entries)
    back = restore(json, tmp_path / "back")
    assert exported(back, clock, tmp_path / "second") == first
    with Session(back, "read", clock=clock) as session:
        assert session.state.steps == entries
    assert (back / LEDGER_NAME).read_bytes() == (folder / LEDGER_NAME).read_bytes()


def test_without_phones_the_files_are_the_same_too(tmp_path: Path) -> None:
    with play(tmp_path / "event") as session:
        clock = session.clock
    assert isinstance(clock, SetClock)
    first = exported(tmp_path / "event", clock, tmp_path / "first", phones=False)
    (json,) = (tmp_path / "first").glob("*.json")
    back = restore(json, tmp_path / "back")
    assert exported(back, clock, tmp_path / "second", phones=False) == first


def test_what_comes_back_goes_on(tmp_path: Path, own_home: Path) -> None:
    with play(tmp_path / "event") as session:
        *_others, json = export_event(session)
        clock = session.clock
    folder = restore(json)
    assert folder == own_home / "kha-tan-2022-07-01"
    with Session(folder, clock=clock) as session:
        before = len(session.state.steps)
        undo(session)
    with Session(folder, "read") as session:
        assert len(session.state.steps) == before + 1


def test_a_file_that_was_changed_or_is_none_is_refused_and_makes_nothing(tmp_path: Path) -> None:
    with play(tmp_path / "event") as session:
        *_others, json = export_event(session)
    text = json.read_text(encoding="utf-8")
    for wrong in (
        text.replace("Phạm Văn An", "Phạm Văn Ba"),
        text.replace('"version": 1', '"version": 2'),
        text[:-40],
        "{}",
        "",
        '{"format": "le-ra-mat-event"}',
    ):
        json.write_text(wrong, encoding="utf-8")
        with pytest.raises(Refused):
            restore(json, tmp_path / "back")
        with pytest.raises(Refused):
            read_event_file(json)
        assert not check_event_file(json).is_sound
    assert not (tmp_path / "back").exists()


def test_a_folder_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    with play(tmp_path / "event") as session:
        *_others, json = export_event(session)
    with pytest.raises(Refused, match="--to"):
        restore(json, tmp_path / "event")
    with pytest.raises(Refused):
        restore(tmp_path / "none.json", tmp_path / "back")


def test_an_event_that_is_there_already_comes_back_beside_it_where_that_is_meant(
    tmp_path: Path, own_home: Path
) -> None:
    with play(tmp_path / "event") as session:
        *_others, json = export_event(session)
        archive = archive_event(session, tmp_path / "kha-tan.zip")
    first = restore(json, beside=True)
    assert [restore(json, beside=True).name for _again in range(2)] == [f"{first.name}-2", f"{first.name}-3"]
    names = {restore(archive, beside=True).name for _again in range(3)}
    assert len(names) == 3 and all(has_event(own_home / name) for name in names)
    with pytest.raises(Refused, match="--to"):
        restore(json)
