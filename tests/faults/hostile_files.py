"""Sixty files that nobody should have to read: ``python -m tests.faults.hostile_files [NAME ...]``.

Each is made on the spot, given to the reader of its kind in a process of its own, and must end in one
sentence or be read: within 3 seconds of the processor and 200 MB where it is refused. Prints what became of
each, and exits 1 where one did not end so. The making of the files is not counted.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from tests.faults.hostile_archives import ARCHIVES
from tests.faults.hostile_lists import LISTS
from tests.faults.hostile_others import OTHERS

Make = Callable[[Path], object]

FILES: dict[str, Make] = {**LISTS, **ARCHIVES, **OTHERS}
"""By file name, whose beginning says which reader it is for; its maker writes it to a path."""

MOST_SECONDS = 3.0
MOST_MEGABYTES = 200.0
PATIENCE = 120.0


def read(path: Path, place: Path) -> str:
    """Give the file to its reader: empty when it was read, else the sentence that refused it."""
    from data.errors import CeremonyError

    try:
        _READERS[path.name.partition("-")[0]](path, place)
    except CeremonyError as error:
        return error.sentence
    return ""


def _list(path: Path, _place: Path) -> None:
    from data.plans.load import load_plan
    from data.roster.reading import read_roster
    from data.session.create_event import create_event
    from data.session.folders.peek import peek

    folder = path.parent / "event"
    if not folder.exists():
        create_event(folder, load_plan("ke-hoach-2022"), site="kha-tan")
    event = peek(folder)
    assert event is not None
    read_roster(path, event)


def _archive(path: Path, place: Path) -> None:
    from data.archive.restore import restore

    restore(path, place / "back")


def _plan(path: Path, _place: Path) -> None:
    from data.plans.load import load_plan

    load_plan(path)


def _template(path: Path, _place: Path) -> None:
    from data.documents.papers.template import Template

    Template(path)


def _picture(path: Path, _place: Path) -> None:
    from data.scanning.pictures.decode import decode_picture

    decode_picture(path)


def _emblem(path: Path, _place: Path) -> None:
    from data.documents.banner.emblem import open_emblem

    open_emblem(path)


_READERS = {
    "list": _list,
    "archive": _archive,
    "plan": _plan,
    "template": _template,
    "picture": _picture,
    "emblem": _emblem,
}


def child(path: Path) -> None:
    """Read one file here and print what came of it, the seconds, and the most memory in megabytes."""
    with TemporaryDirectory() as place:
        begin = process_time()
        sentence = read(path, Path(place))
        seconds = process_time() - begin
        outside = [str(file) for file in path.parent.parent.iterdir() if file != path.parent]
    # What getrusage tells counts the parent before the fork as well.
    memory = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1000
    print(json.dumps([sentence, seconds, memory, outside]))


def main(names: list[str]) -> int:
    """Make and read the files of these names, or all; how many did not end as promised."""
    failed = refused = 0
    for name in names or list(FILES):
        with TemporaryDirectory() as parent:
            path = Path(parent) / "in" / name
            path.parent.mkdir()
            FILES[name](path)
            command = [sys.executable, "-m", "tests.faults.hostile_files", "--child", str(path)]
            try:
                done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                failed += 1
                print(f"HUNG    {name}", flush=True)
                continue
        if done.returncode:
            failed += 1
            print(f"FAULT   {name}: {done.stderr.strip().splitlines()[-1:]}", flush=True)
            continue
        sentence, seconds, memory, outside = json.loads(done.stdout)
        is_dear = bool(sentence) and (seconds > MOST_SECONDS or memory > MOST_MEGABYTES)
        is_bad = is_dear or bool(outside)
        failed += is_bad
        refused += bool(sentence)
        verdict = "BAD" if is_bad else "refused" if sentence else "read"
        print(f"{verdict:<7} {seconds:5.2f} s {memory:4.0f} MB  {name}: {sentence[:150]}", flush=True)
    print(f"{len(names or FILES)} files, {refused} refused, {failed} not as promised")
    return int(failed > 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(Path(sys.argv[2]))
    else:
        sys.exit(main(sys.argv[1:]))
