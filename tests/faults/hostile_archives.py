# ruff: noqa: E501 - a table of files, one a line
"""Archives and exports of an event that somebody made to do harm when they are brought back."""

import json
import stat
import struct
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Make = Callable[[Path], object]

_MEGABYTE = 1 << 20


def _event_bytes() -> bytes:
    from data.plans.load import load_plan
    from data.session.create_event import create_event

    with TemporaryDirectory() as place:
        create_event(Path(place) / "event", load_plan("ke-hoach-2022"), site="kha-tan")
        return (Path(place) / "event" / "ledger.jsonl").read_bytes()


def archive(
    path: Path,
    name: str = "anh.png",
    content: bytes = b"x",
    *,
    folder: str = "event",
    link: bool = False,
    twice: bool = False,
    said: int | None = None,
) -> None:
    """An archive of a real event with one more file of this name in it, told of as larger if ``said``."""
    files = {"ledger.jsonl": _event_bytes(), name: content}
    listed = [
        {"path": one, "size": len(held) if said is None else said, "sha256": sha256(held).hexdigest()}
        for one, held in files.items()
    ]
    manifest = {
        "format": "le-ra-mat-archive", "version": 1, "written": "2022-06-15T00:15:00Z", "folder": folder,
        "title": "x", "village": "x", "date": None, "entries": 1, "files": listed,
    }  # fmt: skip
    with ZipFile(path, "w", ZIP_DEFLATED) as out:
        out.writestr("archive.json", json.dumps(manifest))
        for one, held in files.items():
            member = ZipInfo(f"{folder}/{one}")
            member.compress_type = ZIP_DEFLATED
            if link and one == name:
                member.external_attr = (stat.S_IFLNK | 0o777) << 16
            for _time in range(2 if twice else 1):
                out.writestr(member, held)


def directory_of_a_million(path: Path) -> None:
    """A zip whose list of files alone would take half a gigabyte of memory."""
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    listed = entry * 1_000_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(listed), 0, 0)
    path.write_bytes(listed + end)


def deep_manifest(path: Path) -> None:
    """An archive whose manifest is a million brackets."""
    with ZipFile(path, "w", ZIP_DEFLATED) as out:
        out.writestr("archive.json", "[" * 1_000_000)


def exported(path: Path, start: bytes, middle: bytes, count: int, end: bytes) -> None:
    """A file of ``middle`` again and again."""
    with path.open("wb") as file:
        file.write(start)
        for _piece in range(count):
            file.write(middle)
        file.write(end)


def wrong_times(path: Path) -> None:
    """An export whose one step lies outside the calendar."""
    step = {"entry": {"id": "x", "at": "9999-12-31T23:59:59Z", "ticks": 1e308, "run": "", "device": "",
                      "what": {"kind": "event-created"}}}  # fmt: skip
    steps = json.dumps([step], separators=(",", ":")).encode()
    told = {"format": "le-ra-mat-event", "version": 1, "written": "2022-06-15T00:15:00Z", "phones": True,
            "figures": {}, "attendance": [], "sha256": sha256(steps).hexdigest(), "steps": [step]}  # fmt: skip
    path.write_text(json.dumps(told))


ARCHIVES: dict[str, Make] = {
    "archive-upwards.zip": partial(archive, name="../../outside.txt"),
    "archive-absolute.zip": partial(archive, name="/tmp/outside.txt"),
    "archive-drive.zip": partial(archive, name="C:\\outside.txt"),
    "archive-folder-upwards.zip": partial(archive, folder="../outside"),
    "archive-link.zip": partial(archive, content=b"/etc/passwd", link=True),
    "archive-twice.zip": partial(archive, twice=True),
    "archive-device.zip": partial(archive, name="CON"),
    "archive-escape.zip": partial(archive, name="a\x9b5m\u202e.png"),
    "archive-lies-of-size.zip": partial(archive, said=5),
    "archive-bomb-of-1-gb.zip": lambda path: archive(path, content=b"\0" * (1 << 30)),
    "archive-million-files.zip": directory_of_a_million,
    "archive-deep.zip": deep_manifest,
    "archive-deep.json": partial(exported, start=b"", middle=b"[" * _MEGABYTE, count=5, end=b""),
    "archive-figures-deep.json": partial(
        exported, start=b'{"figures":', middle=b'{"a":' * 100_000, count=1, end=b"1"
    ),
    "archive-300-mb.json": partial(
        exported, start=b'{"steps":[', middle=b" " * _MEGABYTE, count=300, end=b"]}"
    ),
    "archive-numbers.json": partial(
        exported, start=b'{"version":', middle=b"9" * _MEGABYTE, count=5, end=b"}"
    ),
    "archive-times.json": wrong_times,
}
