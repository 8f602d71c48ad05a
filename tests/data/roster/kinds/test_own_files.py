"""What this program writes comes back: into the same event it adds nobody, into a new one the same guests."""

import csv
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data.commands.door.door import admit
from data.documents.papers.catalogue import papers
from data.documents.papers.files import make_papers
from data.documents.signing_sheet.tables import tables
from data.export.files import export_event
from data.model.guest import Guest
from data.roster.comparing.preview import ImportPreview, preview
from data.roster.reading import read_roster
from data.scanning.codes import new_code
from data.session.session import Session
from tests.conftest import found, list_guests

_NAMES = (
    "Nguyễn Văn An",
    "Trần Thị Bình",
    "Lưu Văn Thư",
    "Đỗ Thị Ổn",
    "Tống Thị Cộng",
    "NGUYỄN VĂN TÁM",
    "Ông Văn Khế",
)
_HAMLETS = ("Xóm 1", "xóm 10", "Xóm Đình", "Thôn Khả Tân", "", "Tổ 5, khu 2")
_OFFICES = (
    ("Chủ tịch", "UBMTTQ huyện Hưng Hà", "mttq-huyen"),
    ("Trưởng Công an", "Công an huyện Hưng Hà", "cong-an-huyen"),
    ("Phóng viên", "Báo Thái Bình", "bao-dai"),
    ("Trưởng ban", "Ban CTMT thôn Khả Tân", "ban-ctmt"),
)


_HOLDS = {
    "danh-sach-ho.docx": ("household",),
    "giay-0.csv": ("household",),
    "danh-sach-dai-bieu.docx": ("delegate",),
    "giay-1.csv": ("delegate",),
}
"""Which guests our papers hold; the other files hold all."""


def random_guests(rnd: Random, event_number: str) -> list[Guest]:
    """Households and delegates, some of one name, some with everything and some with nothing but it."""
    guests = []
    for number in range(1, rnd.randint(3, 12)):
        if rnd.random() < 0.7:
            guests.append(
                Guest(
                    number=number,
                    kind="household",
                    name=rnd.choice(_NAMES),
                    code=new_code(event_number, number),
                    delegation="ho-gia-dinh",
                    hamlet=rnd.choice(_HAMLETS),
                    birth_year=rnd.choice((None, 1950, 1960)),
                    nickname=rnd.choice(("", "", "Tư Còi")),
                    note=rnd.choice(("", "đi xe lăn")),
                    order=rnd.choice((None, number)),
                )
            )
        else:
            title, organisation, delegation = rnd.choice(_OFFICES)
            guests.append(
                Guest(
                    number=number,
                    kind="delegate",
                    name=rnd.choice(_NAMES),
                    code=new_code(event_number, number),
                    delegation=delegation,
                    title=title,
                    organisation=rnd.choice((organisation, organisation, "")),
                )
            )
    return guests


def own_files(session: Session, folder: Path) -> list[Path]:
    """Everything of this event that holds its guests as a list."""
    workbook, attendance, _json = export_event(session, folder)
    wanted = [p for p in papers(session.state) if p.id in ("households", "delegates")]
    made = [paper.file for paper in make_papers(session, wanted, folder)]
    return [workbook, attendance, *made, *paper_list(session, folder)]


def paper_list(session: Session, folder: Path) -> Iterator[Path]:
    """The tables of the paper list, as somebody types them off."""
    for number, table in enumerate(tables(session.state)):
        path = folder / f"giay-{number}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([table.title])
            writer.writerow([heading for heading, _width in table.columns])
            writer.writerows(row.cells for row in table.rows)
        yield path


def read_into(path: Path, session: Session, guests: list[Guest]) -> ImportPreview:
    return preview(read_roster(path, session.state.event), guests)


def told(guest: Guest) -> tuple[str, str, str]:
    return guest.kind, guest.name, guest.hamlet if guest.is_household else guest.title


@example(2318)
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10_000))
def test_own_files_come_back(seed: int) -> None:
    rnd = Random(seed)
    with TemporaryDirectory() as name, Session(found(Path(name) / "event")) as session:
        guests = random_guests(rnd, session.state.event.number)
        list_guests(session, guests)
        for guest in rnd.sample(guests, len(guests) // 2):
            substitute = rnd.choice(("", "Trần Văn Nam"))
            admit(
                session,
                guest.number,
                "scanner",
                substitute=substitute,
                relation="con trai" if substitute else "",
            )
        for path in own_files(session, Path(name)):
            same = read_into(path, session, guests)
            what = f"{path.name}: {[p.sentence for p in (*same.refused, *same.warnings)]}"
            assert [row.facts.name for row in same.added] == [], what
            assert same.changed == [], what
            fresh = read_into(path, session, [])
            new = fresh.guests(1, "17")
            kinds = _HOLDS.get(path.name, ("household", "delegate"))
            listed = [told(guest) for guest in guests if guest.kind in kinds]
            # A paper names no delegations: an office that says none is refused, row by row.
            assert set(map(told, new)) <= set(listed), what
            assert len(new) + len(fresh.refused) == len(listed), what
            assert not fresh.refused or "dai-bieu" in path.name or path.name == "giay-1.csv", what


@pytest.mark.quick_once()
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_the_workbook_comes_back_from_libreoffice(form: str, tmp_path: Path) -> None:
    with Session(found(tmp_path / "event")) as session:
        guests = random_guests(Random(7), session.state.event.number)
        list_guests(session, guests)
        workbook, *_others = export_event(session, tmp_path)
        same = read_into(saved_again(workbook, form, tmp_path), session, guests)
        assert (same.added, same.changed) == ([], [])
        assert len(same.unchanged) == len(guests)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_the_papers_come_back_from_libreoffice(tmp_path: Path) -> None:
    with Session(found(tmp_path / "event")) as session:
        guests = random_guests(Random(8), session.state.event.number)
        list_guests(session, guests)
        for path in own_files(session, tmp_path):
            if path.suffix == ".docx":
                same = read_into(saved_again(path, "docx", tmp_path), session, guests)
                assert (same.added, same.changed) == ([], [])


def saved_again(path: Path, form: str, folder: Path) -> Path:
    """The file as LibreOffice saves it."""
    out = folder / "again"
    home = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", home, "--headless", "--convert-to", form, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out / f"{path.stem}.{form}"
