import errno
import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data import language
from data.archive.check import check_archive
from data.archive.manifest import MANIFEST
from data.archive.restore import restore
from data.archive.verification import verify_event
from data.archive.write import archive_event
from data.commands.door.door import admit
from data.errors import CeremonyError, Refused
from data.ledger.lock import PASSING_NAMES
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session


def with_files(folder: Path) -> None:
    for name, text in {
        "cards/001.png": b"\x89PNG" + bytes(5000),
        "photos/Lễ trao tặng.jpg": b"jpg",
        "papers/bien-ban.docx": b"",
        ".ledger.jsonl.tmp": b"left behind",
    }.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text)


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def archive(session: Session) -> Path:
    with_files(session.folder)
    admit(session, 1, "name")
    return archive_event(session)


def rewritten(archive: Path, change: Callable[[dict[str, bytes], dict[str, Any]], None]) -> Path:
    """The archive with its files and its manifest changed by hand."""
    with zipfile.ZipFile(archive) as source:
        held = {name: source.read(name) for name in source.namelist()}
    manifest = json.loads(held.pop(MANIFEST))
    change(held, manifest)
    path = archive.with_name("hostile.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in held.items():
            target.writestr(name, text)
        target.writestr(MANIFEST, json.dumps(manifest))
    return path


def test_an_archive_opens_on_another_laptop_as_it_was(
    archive: Path, session: Session, tmp_path: Path
) -> None:
    shutil.copy(archive, tmp_path / "stick.zip")
    heard: list[tuple[int, int]] = []
    back = restore(tmp_path / "stick.zip", tmp_path / "other" / "e", lambda *news: heard.append(news))
    before = files(session.folder)
    for name in (*PASSING_NAMES, ".ledger.jsonl.tmp"):
        before.pop(name, None)
    assert files(back) == before
    assert verify_event(back).is_sound
    assert heard[-1][0] == heard[-1][1] == sum(map(len, before.values()))
    with Session(back) as other:
        assert 1 in other.state.present
        admit(other, 2, "name")


def test_it_lies_beside_the_event_under_a_free_name_and_is_verified(session: Session) -> None:
    first, second = archive_event(session), archive_event(session)
    assert first.parent == second.parent == session.folder.parent
    assert first != second
    found = check_archive(first)
    assert found.is_sound and found.files == 1
    assert found.ledger is not None and found.ledger.entries == len(session.state.steps)
    assert found.report()["sound"] is True
    assert str(date(2022, 6, 15)) in first.name


def test_a_chosen_name_is_never_overwritten_nor_inside_the_event(session: Session, tmp_path: Path) -> None:
    out = tmp_path / "new" / "a.zip"
    assert archive_event(session, out) == out
    text = out.read_bytes()
    with pytest.raises(Refused, match="--out"):
        archive_event(session, out)
    assert out.read_bytes() == text
    with pytest.raises(Refused):
        archive_event(session, session.folder / "a.zip")


def test_a_full_disk_is_a_sentence_and_leaves_nothing(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CeremonyError, match="No space left"):
        archive_event(session, tmp_path / "out" / "a.zip")
    assert list((tmp_path / "out").iterdir()) == []


def test_every_changed_byte_is_noticed(archive: Path, tmp_path: Path) -> None:
    text = archive.read_bytes()
    broken = tmp_path / "broken.zip"
    for place in range(0, len(text), max(1, len(text) // 150)):
        changed = bytearray(text)
        changed[place] ^= 0x55
        broken.write_bytes(changed)
        if not check_archive(broken).is_sound:
            continue
        # Some bytes say only when a file was written, or how a zip names its maker.
        assert restore(broken, tmp_path / f"e{place}")
        assert files(tmp_path / f"e{place}")[LEDGER_NAME]
    for length in range(0, len(text), max(1, len(text) // 40)):
        broken.write_bytes(text[:length])
        assert not check_archive(broken).is_sound
        with pytest.raises(Refused):
            restore(broken, tmp_path / "never")
    assert not (tmp_path / "never").exists()


X_SHA256 = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"


def _path(name: str) -> Callable[[dict[str, bytes], dict[str, Any]], None]:
    def change(held: dict[str, bytes], manifest: dict[str, Any]) -> None:
        held[f"{manifest['folder']}/{name}"] = b"x"
        manifest["files"].append({"path": name, "size": 1, "sha256": X_SHA256})

    return change


def _folder(held: dict[str, bytes], manifest: dict[str, Any]) -> None:
    for name in list(held):
        held["../" + name.split("/", 1)[1]] = held.pop(name)
    manifest["folder"] = ".."


def _missing(held: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    held.popitem()


def _added(held: dict[str, bytes], manifest: dict[str, Any]) -> None:
    held[f"{manifest['folder']}/extra.exe"] = b"MZ"


def _no_ledger(held: dict[str, bytes], manifest: dict[str, Any]) -> None:
    del held[f"{manifest['folder']}/{LEDGER_NAME}"]
    manifest["files"] = [file for file in manifest["files"] if file["path"] != LEDGER_NAME]


def _bomb(held: dict[str, bytes], manifest: dict[str, Any]) -> None:
    size = 40 << 20
    held[f"{manifest['folder']}/big"] = bytes(size)
    manifest["files"].append({"path": "big", "size": size, "sha256": "0" * 64})


def _wrong_checksum(_held: dict[str, bytes], manifest: dict[str, Any]) -> None:
    manifest["files"][-1]["sha256"] = "0" * 64


def _wrong_size(_held: dict[str, bytes], manifest: dict[str, Any]) -> None:
    manifest["files"][-1]["size"] += 1


def _newer(_held: dict[str, bytes], manifest: dict[str, Any]) -> None:
    manifest["version"] = 2


def _other_ledger(held: dict[str, bytes], manifest: dict[str, Any]) -> None:
    held[f"{manifest['folder']}/{LEDGER_NAME}"] += b'["00000000",{}]\n'


HOSTILE = {
    "up and out": _path("../../evil.txt"),
    "absolute": _path("/etc/passwd"),
    "drive": _path("C:/evil.txt"),
    "backslash": _path("..\\evil.txt"),
    "device": _path("cards/nul.txt"),
    "empty part": _path("cards//x"),
    "line feed": _path("a\nb"),
    "trailing dot": _path("cards./x"),
    "capitals": _path("LEDGER.JSONL"),
    "very long": _path("x" * 300),
    "folder up": _folder,
    "missing file": _missing,
    "file added": _added,
    "no ledger": _no_ledger,
    "bomb": _bomb,
    "wrong checksum": _wrong_checksum,
    "wrong size": _wrong_size,
    "newer version": _newer,
    "other ledger": _other_ledger,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_refused_in_a_sentence_and_writes_nothing(
    archive: Path, tmp_path: Path, name: str
) -> None:
    language.choose("en")
    hostile = rewritten(archive, HOSTILE[name])
    place = tmp_path / "deep" / "down"
    place.mkdir(parents=True)
    before = files(tmp_path)
    found = check_archive(hostile)
    assert not found.is_sound and found.sentence
    with pytest.raises(Refused) as refusal:
        restore(hostile, place / "event")
    assert len(refusal.value.sentence) < 300
    assert ("made" in refusal.value.sentence) == (name == "newer version")
    assert files(tmp_path) == before
    assert list(place.iterdir()) == []


def test_a_link_in_an_archive_is_refused(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as source:
        held = {name: source.read(name) for name in source.namelist()}
    path = tmp_path / "link.zip"
    with zipfile.ZipFile(path, "w") as target:
        for name, text in held.items():
            member = zipfile.ZipInfo(name)
            if name.endswith(".jpg"):
                member.external_attr = 0o120777 << 16
            target.writestr(member, text)
    with pytest.raises(Refused):
        restore(path, tmp_path / "event")


@pytest.mark.parametrize("text", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_archive_is_said_to_be_none(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(text)
    assert check_archive(path).sentence
    with pytest.raises(Refused):
        restore(path, tmp_path / "event")
