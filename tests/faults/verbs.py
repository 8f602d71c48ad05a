"""Kill the program in the middle of every verb that writes files, and look at what stands under a final name.

``python -m tests.faults.verbs 100`` kills each verb so many times. A file under its final name is whole; the
same verb once more clears away what the kill left; a purge that was cut is at its end after the next opening.
"""

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from shutil import copytree
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

from PIL import Image

from data.archive.verification import verify_event
from data.archive.write import archive_event
from data.commands.closing import close_event
from data.commands.door import door
from data.session.opening import open_for_reading
from data.session.session import Session
from tests.conftest import few_guests, found, list_guests
from tests.faults.kill import ROOT

VERBS = ("export", "papers", "cards", "backdrop", "archive", "restore", "purge")
LONGEST = 2.5


def prepare(place: Path) -> Path:
    """An event with a few guests, closed, so that every verb has work to do; its archive beside it."""
    folder = found(place / "kha-tan")
    with Session(folder) as session:
        list_guests(session, few_guests(session.state.event.number))
        door.admit(session, 1, "number")
        close_event(session)
        archive_event(session, place / "back.zip")
    return folder


def command(verb: str, folder: Path) -> list[str]:
    """The command line of one verb on the event in ``folder``."""
    beside = folder.parent
    more: dict[str, Sequence[object]] = {
        "archive": (folder, "--out", beside / "made.zip"),
        "restore": (beside / "back.zip", "--to", beside / "back"),
        "purge": (folder, "--confirm", "thôn Khả Tân"),
    }
    return [sys.executable, str(ROOT / "main.py"), verb, *map(str, more.get(verb, (folder,)))]


def kill_once(verb: str, folder: Path, delay: float) -> str:
    """Run ``verb`` and kill it after ``delay`` seconds; "ended" or "killed"."""
    with subprocess.Popen(
        command(verb, folder), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        end = time.monotonic() + delay
        while process.poll() is None and time.monotonic() < end:
            time.sleep(0.005)
        ended = process.poll() is not None
        process.kill()
    return "ended" if ended else "killed"


def faults(place: Path) -> list[str]:
    """What under a final name is not whole."""
    return [str(path.relative_to(place)) for path in place.rglob("*") if not _is_whole(path)]


def _is_whole(path: Path) -> bool:
    if not path.is_file() or path.name.startswith("."):
        return True
    try:
        match path.suffix:
            case ".xlsx" | ".docx" | ".zip":
                with ZipFile(path) as archive:
                    return archive.testzip() is None
            case ".png":
                with Image.open(path) as picture:
                    picture.load()
            case ".pdf":
                return path.read_bytes().rstrip().endswith(b"%%EOF")
    except (BadZipFile, OSError, SyntaxError):
        return False
    return path.stat().st_size > 0


def left(place: Path) -> list[str]:
    """What is unfinished."""
    return [
        str(path.relative_to(place)) for path in place.rglob(".*") if path.name.endswith((".tmp", ".part"))
    ]


def try_verb(verb: str, master: Path, place: Path, delay: float) -> str:
    """Kill ``verb`` once and look; what came of it."""
    copytree(master, place)
    folder = place / "kha-tan"
    how = kill_once(verb, folder, delay)
    if broken := faults(place):
        return f"FAULT {verb}: {broken}"
    if (place / "back").exists() and not verify_event(place / "back").is_sound:
        return f"FAULT {verb}: half an event"
    if verb == "purge":
        with open_for_reading(folder) as session:
            is_purged = session.state.rest.purged is not None
        if is_purged and any(
            "Trần Thị Hòa".encode() in p.read_bytes() for p in folder.rglob("*") if p.is_file()
        ):
            return "FAULT purge: names are left"
        return f"purge {how}"
    subprocess.run(command(verb, folder), cwd=ROOT, capture_output=True, check=False)
    if unfinished := left(place):
        return f"FAULT {verb}: {unfinished} left"
    return f"{verb} {how}"


def run(times: int, seed: int, verbs: Sequence[str] = VERBS, longest: float = LONGEST) -> Counter[str]:
    """Kill each verb ``times`` times."""
    chance, counters = Random(seed), Counter[str]()
    with TemporaryDirectory() as parent:
        master = Path(parent) / "master"
        master.mkdir()
        prepare(master)
        for verb in verbs:
            for time_ in range(times):
                place = Path(parent) / f"{verb}-{time_}"
                counters[try_verb(verb, master, place, chance.uniform(0.3, longest))] += 1
    return counters


def main(times: int) -> int:
    """Print the tally; 1 when anything was half, or left."""
    counters = run(times, 20220615)
    for what, count in sorted(counters.items()):
        print(f"{count:>6} {what}")
    return int(any(what.startswith("FAULT") for what in counters))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
