"""Ledgers of every format open; one of a format still to come is refused with a sentence."""

import shutil
from pathlib import Path

import pytest

from data.archive.verification import verify_event
from data.clock import SetClock
from data.commands.door import door
from data.errors import LedgerNewer
from data.ledger.lines.line import FIRST_LINK, encode
from data.ledger.lines.reading import read_file
from data.model.entries.event import FORMAT, EventCreated, FormatRaised
from data.queries.status import status
from data.repair.mending import examine
from data.session.events.overview import overview
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.session import Session
from tests.conftest import found

FORMATS = Path(__file__).with_name("formats")
SAMPLES = sorted(FORMATS.glob("*.jsonl"))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "sample"
    folder.mkdir()
    shutil.copyfile(request.param, folder / LEDGER_NAME)
    return folder


def test_there_is_a_sample_of_every_format() -> None:
    assert [int(path.stem) for path in SAMPLES] == list(range(1, FORMAT + 1))


def test_every_format_opens_and_is_sound(sample: Path) -> None:
    with open_for_reading(sample) as session:
        assert status(session.state, session.now())["entries"] > 30
    assert verify_event(sample).is_sound


def test_an_older_ledger_says_from_where_on_it_is_newer(sample: Path, clock: SetClock) -> None:
    clock.pass_time(86_400)
    with Session(sample, clock=clock) as session:
        before = len(session.state.entries)
        first = session.state.entries[0].what
        assert isinstance(first, EventCreated)
        for number in (1, 2):
            door.admit(session, number, "number")
        added = [entry.what for entry in session.state.entries[before:]]
    raised = [what for what in added if isinstance(what, FormatRaised)]
    assert raised == ([] if first.format == FORMAT else [FormatRaised(format=FORMAT)])
    assert len(added) == 2 + len(raised)
    assert verify_event(sample).is_sound


def test_a_new_event_carries_the_number(tmp_path: Path) -> None:
    with open_for_reading(found(tmp_path / "event")) as session:
        assert session.state.entries[0].what == EventCreated(format=FORMAT)


@pytest.mark.parametrize("where", ["created", "raised"])
def test_a_format_still_to_come_is_refused_and_not_mended(event_folder: Path, where: str) -> None:
    path = event_folder / LEDGER_NAME
    lines = read_file(path).changes
    entries = [row for line in lines for row in (line["ledger"] or {}).values() if row]
    if where == "created":
        entries[0]["what"]["format"] = FORMAT + 1
    else:
        entries[-1]["what"] = {"kind": "format-raised", "format": FORMAT + 1}
    entries[-1]["unheard"] = {"of": 1}
    link, text = FIRST_LINK, b""
    for line in lines:
        row, link = encode(line, link)
        text += row
    path.write_bytes(text)
    for access in ("append", "read"):
        with pytest.raises(LedgerNewer) as refusal:
            Session(event_folder, access)
        assert "\n" not in refusal.value.sentence
    with pytest.raises(LedgerNewer):
        examine(event_folder)
    assert overview(event_folder).phase == "damaged"
    assert path.read_bytes() == text
