"""Whether our own files come back after LibreOffice has saved them, for many events drawn at random.

Run with ``python -m tests.bench.own_files [EVENTS] [SEED]`` (needs soffice; some seconds an event). The
workbook, the CSV, both lists in Word and the paper list of each event are saved again in their own form, in
.xlsx for the CSVs, and read into the same event: nobody is added or changed. Names are hostile: signs of
formulas, quotation marks, separators, capitals, one name for several people. Prints tried and wrong.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from data.model.guest import Guest
from data.session.session import Session
from tests.conftest import found, list_guests
from tests.data.roster.kinds.test_own_files import own_files, random_guests, read_into

_HOSTILE = (
    "Tổng Cộng",
    "=1+1",
    "+84 Văn An",
    "-Trần Thị Bình",
    "@Lê Văn",
    'Lê "Tư" Còi',
    "Nguyễn; Văn, An",
    "H'Hen Niê",
    "Lý Quang Ý",
    "Xóm Thị Mới",
    "Cao Thị Ngày",
    "Hoà",
    "Vũ Ký",
    "trần thị bé",
    "A & B <i>",
    "Họ Văn Tên",
    "1960",
    "Phạm Văn Sáu (Tư)",
    "Bùi Thị Hoa (con ông Nam)",
)
_FORMS = {".xlsx": "xlsx", ".docx": "docx", ".csv": "xlsx"}


def hostile(rnd: Random, guests: list[Guest]) -> list[Guest]:
    """Every third guest with a name that reads as something else."""
    return [replace(g, name=rnd.choice(_HOSTILE)) if rnd.random() < 0.33 else g for g in guests]


def saved_again(paths: list[Path], folder: Path) -> list[Path]:
    """The files as LibreOffice saves them, each kind in one run of it."""
    again: list[Path] = []
    for suffix, form in _FORMS.items():
        alike = [path for path in paths if path.suffix == suffix]
        if not alike:
            continue
        out = folder / f"again{suffix}"
        home = f"-env:UserInstallation=file://{folder.parent / 'profile'}"
        # 44: comma, 34: quotation mark, 76: UTF-8.
        read = ["--infilter=CSV:44,34,76"] if suffix == ".csv" else []
        command = [
            "soffice",
            home,
            "--headless",
            *read,
            "--convert-to",
            form,
            "--outdir",
            str(out),
            *map(str, alike),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        again += [out / f"{path.stem}.{form}" for path in alike]
    return again


def wrong_in(seed: str, folder: Path) -> list[str]:
    """What of one event did not come back, in sentences."""
    rnd = Random(seed)
    wrong: list[str] = []
    with Session(found(folder / "event")) as session:
        guests = hostile(rnd, random_guests(rnd, session.state.event.number))
        list_guests(session, guests)
        paths = own_files(session, folder)
        for path in [*paths, *saved_again(paths, folder)]:
            where = f"{seed} {path.parent.name}/{path.name}"
            try:
                same = read_into(path, session, guests)
            except Exception as error:
                wrong.append(f"{where}: {error!r}")
                continue
            wrong += [f"{where}: added {row.facts.name!r}" for row in same.added]
            wrong += [f"{where}: changed {change.before.name!r} {change.fields}" for change in same.changed]
    return wrong


def main(events: int, seed: int) -> int:
    """Print what was wrong, and how many events were tried; 1 when anything was."""
    found_wrong: list[str] = []
    with TemporaryDirectory() as name:
        for number in range(events):
            folder = Path(name) / str(number)
            folder.mkdir()
            wrong = wrong_in(f"{seed}-{number}", folder)
            print(*wrong, sep="\n", end="\n" if wrong else "", flush=True)
            found_wrong += wrong
            shutil.rmtree(folder)
    print(f"{events} events tried, {len(found_wrong)} differences")
    return int(bool(found_wrong))


if __name__ == "__main__":
    if shutil.which("soffice") is None:
        sys.exit("soffice is missing: install LibreOffice")
    numbers = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(*numbers, *(24, 1)[len(numbers) :])))
