"""Files for their owner alone, and phones in nothing that was not asked for."""

import os
import stat
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from msgspec.structs import replace

from data.archive.restore import restore
from data.archive.write import archive_event
from data.commands.door.door import admit
from data.documents.banner.files import write_backdrop
from data.documents.cards.files import draw_cards
from data.documents.papers.catalogue import papers
from data.documents.papers.files import make_papers
from data.documents.signing_sheet.files import write_paper_list
from data.export.files import export_event
from data.session.laptop.settings import SETTINGS_NAME, Settings, save_settings
from data.session.session import Session
from tests.conftest import PLAN, few_guests, found, list_guests
from tests.tui.hall.test_hall_screen import seen
from tui.hall.app import HallApp

PHONE = "0987123456"
WAYS = (PHONE, PHONE[1:], "0987 123 456", "0987.123.456", "+84987123456")

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps the user's own folder private")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
def test_an_event_opens_to_its_owner_alone(tmp_path: Path) -> None:
    folder = found(tmp_path / "event")
    assert mode(folder) == 0o700 and mode(folder / "ledger.jsonl") == 0o600
    folder.chmod(0o755)
    with Session(folder) as session:
        assert mode(folder) == 0o700, "one of an older version as well"
        archive = archive_event(session, tmp_path / "event.zip")
    assert mode(restore(archive, tmp_path / "back")) == 0o700


@posix
def test_the_settings_with_the_pin_are_the_owners(own_home: Path) -> None:
    save_settings(Settings(duty="Mai", pin="scrypt$00$00"))
    assert mode(own_home / SETTINGS_NAME) == 0o600


@posix
def test_whatever_the_program_writes_is_the_owners_wherever_it_is_put(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parent.parent.parent

    def run(*arguments: object) -> None:
        command = [sys.executable, str(root / "main.py"), *map(str, arguments)]
        subprocess.run(command, check=True, capture_output=True, cwd=root, umask=0o022)

    run("new", tmp_path / "event", "--plan", PLAN, "--site", "kha-tan", "--sample")
    run("export", tmp_path / "event", "--out", tmp_path / "out")
    run("cards", tmp_path / "event", "--guest", "1", "--out", tmp_path / "out")
    written = [path for place in ("event", "out") for path in (tmp_path / place).rglob("*")]
    assert len(written) > 5
    assert [path for path in (tmp_path / "out", *written) if mode(path) & 0o077] == []


def whole_text(path: Path) -> bytes:
    """Every byte of a file, and of what is packed in it."""
    content = path.read_bytes()
    pieces = [content]
    if is_zipfile(path):
        with ZipFile(BytesIO(content)) as archive:
            pieces += [archive.read(name) for name in archive.namelist()]
    elif path.suffix == ".pdf":
        for place in range(len(content) - 1):
            if content[place : place + 2] in (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda"):
                try:
                    pieces.append(zlib.decompressobj().decompress(content[place:], 1 << 20))
                except zlib.error:
                    continue
    return b"\n".join(pieces)


async def test_phones_are_in_no_file_and_on_no_wall_unless_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    with Session(found(tmp_path / "event")) as session:
        guests = few_guests(session.state.event.number)
        list_guests(session, [replace(guest, phone=PHONE) for guest in guests])
        for number in (1, 2, 7):
            admit(session, number, "name")
        out = tmp_path / "out"
        export_event(session, out)
        make_papers(session, papers(session.state), out)
        write_paper_list(session.state, out)
        draw_cards(session.state.event, list(session.state.guests.values()), out / "cards")
        write_backdrop(session.state.event, None, out)
        app = HallApp(session.folder)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert not any(way in seen(app) for way in WAYS)
        files = [path for place in (out, temporary) for path in place.rglob("*") if path.is_file()]
        assert len(files) > 10
        for path in files:
            content = whole_text(path)
            assert not any(way.encode() in content for way in WAYS), path.name
        with_phones = export_event(session, tmp_path / "asked", phones=True)
        assert any(PHONE.encode() in whole_text(path) for path in with_phones), "the search finds one"
