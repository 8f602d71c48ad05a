import json
from pathlib import Path

import pytest

from data.archive.verification import verify_event
from data.errors import CeremonyError, EventMissing
from data.ledger.lines.line import encode
from data.ledger.lines.reading import read_file
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.data.export.played import play

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    play(tmp_path / "e").close()
    return tmp_path / "e"


def test_a_sound_event_is_sound_even_while_it_is_open(folder: Path) -> None:
    before = (folder / LEDGER_NAME).read_bytes()
    with Session(folder) as session:
        found = verify_event(folder)
        assert found.is_sound and found.folds
        assert found.lines == found.entries == len(session.state.entries)
        assert (found.torn, found.damaged) == (0, ())
        assert json.loads(json.dumps(found.report()))["sound"] is True
        assert found.sentence.startswith(f"All {found.entries} entries are sound.")
    assert (folder / LEDGER_NAME).read_bytes() == before


def test_one_flipped_bit_in_the_middle_is_named_by_its_line(folder: Path) -> None:
    path = folder / LEDGER_NAME
    lines = path.read_bytes().split(b"\n")
    spoilt = bytearray(lines[7])
    spoilt[40] ^= 0x01
    lines[7] = bytes(spoilt)
    path.write_bytes(b"\n".join(lines))
    found = verify_event(folder)
    assert found.damaged == (8,)
    assert not found.is_sound
    assert "line 8" in found.sentence
    assert found.entries == found.lines - 1


def test_every_single_flipped_byte_is_noticed(folder: Path) -> None:
    path = folder / LEDGER_NAME
    whole = path.read_bytes()
    for place in range(0, len(whole) - 200, 997):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x20]) + whole[place + 1 :])
        assert not verify_event(folder).is_sound, place


def test_a_lost_line_is_damage(folder: Path) -> None:
    path = folder / LEDGER_NAME
    lines = path.read_bytes().split(b"\n")
    del lines[5]
    path.write_bytes(b"\n".join(lines))
    assert verify_event(folder).damaged


def test_a_torn_end_is_told_and_is_no_damage(folder: Path) -> None:
    path = folder / LEDGER_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    found = verify_event(folder)
    assert found.is_sound
    assert found.torn > 0
    assert "last line was torn off" in found.sentence
    assert path.read_bytes() == whole[:-20]


def test_an_entry_from_the_future_is_no_damage_but_does_not_fold(folder: Path) -> None:
    path = folder / LEDGER_NAME
    line, _link = encode({"ledger": {"9999": {"what": {"kind": "teleported"}}}}, read_file(path).link)
    with path.open("ab") as file:
        file.write(line)
    found = verify_event(folder)
    assert (found.folds, found.is_sound, found.damaged) == (False, False, ())
    assert "newest version" in found.sentence


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"hello\n", b"\x00" * 4096, b'["00000000",{}]\n', b"\xff\n" * 9]
)
def test_anything_at_all_in_the_file_is_an_answer_and_never_an_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / LEDGER_NAME).write_bytes(content)
    found = verify_event(tmp_path)
    assert not found.is_sound
    assert found.sentence


def test_no_event_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(EventMissing):
        verify_event(tmp_path / "nowhere")
    (tmp_path / LEDGER_NAME).mkdir()
    with pytest.raises(CeremonyError):
        verify_event(tmp_path)
