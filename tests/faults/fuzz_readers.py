"""Every reader against files that chance made: ``python -m tests.faults.fuzz_readers [MINUTES] [KIND ...]``.

Takes a sound file of each kind and small hostile ones, spoils them (bytes changed, pieces cut, doubled, also
inside a zip, which is then packed anew), and gives them to their readers: lists in five formats, an archive,
an event's JSON, a plan, a template, a picture, an emblem. Each must be read or refused with a sentence within
``MOST_SECONDS``, and write nothing outside its folder. Prints how many were refused and read; exits 1 at the
first traceback, hang or file outside, and keeps that file in the working folder.
"""

import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, process_time
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from tests.faults.hostile_files import FILES, read

MOST_SECONDS = 20.0
MOST_BYTES = 2_000_000
_MARKS = (b"<", b">", b"&", b'"', b"\0", b"\xff" * 4, b"{", b"}}", b"9" * 12, b"\x1b[", b"-1", b"\r\n", b"PK")
_HOSTILE = ("list-spoilt-middle.xls", "archive-upwards.zip", "archive-link.zip", "picture-circle.tif")


def seeds(place: Path) -> dict[str, bytes]:
    """Sound files by name, whose beginning says which reader they are for, and small hostile ones."""
    from PIL import Image

    from data.archive.write import archive_event
    from data.documents.papers.template_places import BUILT_IN
    from data.export.event_json import write_json
    from data.plans.load import PLANS
    from data.rehearsal.sample import SAMPLES, found_sample
    from data.session.session import Session
    from tests.faults.hostile_lists import document, table, workbook

    found_sample(place / "event")
    with Session(place / "event") as session:
        archive_event(session, place / "archive-sound.zip")
        write_json(session.state, session.now(), place / "archive-sound.json")
    for name in ("picture-sound.png", "emblem-sound.jpg", "picture-sound.gif"):
        Image.effect_noise((300, 200), 40).save(place / name)
    workbook(place / "list-sound.xlsx")
    document(place / "list-sound.docx", table([]))
    sample = (SAMPLES / "kha-tan.csv").read_bytes()
    (place / "list-sound.csv").write_bytes(sample[:4000])
    page = b"<table><tr><th>Ho va ten<th>Xom</tr><tr><td colspan=2>An</table>"
    (place / "list-sound.html").write_bytes(page)
    (place / "plan-sound.toml").write_bytes((PLANS / "ke-hoach-2022.toml").read_bytes())
    (place / "template-sound.docx").write_bytes((BUILT_IN / "danh-sach-ho.docx").read_bytes())
    for name in _HOSTILE:
        FILES[name](place / name)
    return {path.name: path.read_bytes() for path in sorted(place.iterdir()) if path.is_file()}


def spoilt(content: bytes, chance: Random) -> bytes:
    """``content`` changed in a few places; a zip often inside one of its files."""
    if content.startswith(b"PK") and chance.random() < 0.7:
        return _spoilt_inside(content, chance)
    for _change in range(chance.choice((1, 1, 2, 5, 30))):
        at = chance.randrange(len(content) + 1)
        upto = min(len(content), at + chance.choice((1, 4, 50, 1000)))
        piece = content[at:upto]
        fresh = chance.choice(
            (
                chance.randbytes(len(piece)),
                b"",
                piece * chance.choice((2, 3, 200)),
                chance.choice(_MARKS),
                chance.choice(_MARKS) + piece,
            )
        )
        content = (content[:at] + fresh + content[upto:])[:MOST_BYTES]
    return content[: chance.randrange(len(content) + 1)] if chance.random() < 0.1 else content


def _spoilt_inside(content: bytes, chance: Random) -> bytes:
    packed = BytesIO()
    try:
        with ZipFile(BytesIO(content)) as archive, ZipFile(packed, "w", ZIP_DEFLATED) as out:
            members = archive.infolist()
            chosen = chance.choice(members)
            for member in members:
                held = archive.read(member)
                out.writestr(member, spoilt(held, chance) if member is chosen and held else held)
    except (BadZipFile, IndexError, NotImplementedError, ValueError):
        return content[: len(content) // 2]
    return packed.getvalue()


def tried(kinds: list[str], seed: int = 0) -> Iterator[tuple[str, str, float]]:
    """Without end: the name of a seed, what came of it ("" for read), and the processor's seconds.

    Raises whatever a reader raises that is no refusal, and AssertionError for a file outside.
    """
    chance = Random(seed)
    with TemporaryDirectory() as made:
        files = {n: c for n, c in seeds(Path(made)).items() if not kinds or n.partition("-")[0] in kinds}
    names = list(files)
    while True:
        name = chance.choice(names)
        with TemporaryDirectory() as parent:
            path, place = Path(parent) / "in" / name, Path(parent) / "place"
            path.parent.mkdir()
            place.mkdir()
            path.write_bytes(spoilt(files[name], chance))
            begin = process_time()
            try:
                sentence = read(path, place)
                outside = {one.name for one in Path(parent).iterdir()} - {"in", "place"}
                assert not outside, outside
            except Exception:
                (Path.cwd() / f"fuzz-{name}").write_bytes(path.read_bytes())
                raise
        yield name, sentence, process_time() - begin


def main(minutes: float, kinds: list[str]) -> int:
    """Try for so many minutes and print what came of it; 1 for a fault."""
    end = monotonic() + 60 * minutes
    taken, refused, longest = Counter[str](), Counter[str](), 0.0
    try:
        for name, sentence, seconds in tried(kinds, seed=int(end * 1000)):
            (refused if sentence else taken)[name] += 1
            longest = max(longest, seconds)
            if seconds > MOST_SECONDS:
                print(f"HUNG {seconds:.0f} s in {name}")
                return 1
            if monotonic() > end:
                break
    except Exception:
        traceback.print_exc()
        return 1
    for name in sorted(refused | taken):
        print(f"{name:<24} {refused[name]:>6} refused {taken[name]:>6} read")
    print(f"{refused.total() + taken.total()} files, {refused.total()} refused; longest {longest:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 10.0, sys.argv[2:]))
