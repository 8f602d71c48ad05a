"""A hamlet with a slip is told once, read as the commoner one when asked, and never merged silently."""

from collections import Counter
from pathlib import Path

import pytest

from data.language import choose
from data.model.event import Event
from data.model.guest import Guest
from data.roster.comparing.preview import ImportPreview, preview
from data.roster.doubts import grouped
from data.roster.reading import read_roster
from data.roster.reading_options import ReadingOptions
from data.roster.remedies import remedied
from data.roster.report import as_json


@pytest.fixture
def path(tmp_path: Path) -> Path:
    choose("en")
    hamlets = ["Nà Pản"] * 28 + ["Nà Pán"] * 3 + ["Bó Lếch"] * 9
    rows = [
        f"{n},Nguyễn Văn {chr(65 + n % 26)}{'abc'[n // 26]},19{n + 20},{h}" for n, h in enumerate(hamlets)
    ]
    path = tmp_path / "ds.csv"
    path.write_text("\n".join(["STT,Họ và tên,Năm sinh,Xóm", *rows]), encoding="utf-8")
    return path


def read(path: Path, event: Event, options: ReadingOptions, guests: list[Guest]) -> ImportPreview:
    return preview(read_roster(path, event, options), guests)


def hamlets(found: ImportPreview) -> Counter[str]:
    return Counter(row.facts.hamlet for row in found.added)


def test_it_is_one_doubt_and_nothing_is_merged(path: Path, event: Event) -> None:
    found = read(path, event, ReadingOptions(), [])
    groups = [group for group in grouped(found.warnings) if group.kind == "hamlets"]
    assert [group.summary() for group in groups] == [
        "“Nà Pán” (3 rows) is written nearly like “Nà Pản” (28): rows 30, 31, 32"
    ]
    assert groups[0].remedy_label() == "read it as “Nà Pản”"
    assert hamlets(found) == {"Nà Pản": 28, "Nà Pán": 3, "Bó Lếch": 9}
    assert [row.row for row in found.added if "hamlets" in row.doubts] == [30, 31, 32]
    assert {"kind": "hamlets", "count": 3, "remedy": "one hamlet"} in as_json(found)["doubts"]


def test_its_remedy_reads_the_commoner_spelling_and_the_doubt_is_gone(path: Path, event: Event) -> None:
    group = next(g for g in grouped(read(path, event, ReadingOptions(), []).warnings) if g.kind == "hamlets")
    options = remedied(ReadingOptions(), group)
    assert options is not None
    found = read(path, event, options, [])
    assert hamlets(found) == {"Nà Pản": 31, "Bó Lếch": 9}
    assert "hamlets" not in {group.kind for group in grouped(found.warnings)}


def test_a_second_list_is_compared_with_the_event_and_a_list_twice_is_not_asked_about(
    path: Path, event: Event
) -> None:
    first = read(path, event, ReadingOptions(), []).guests(1, "17")
    assert "hamlets" not in {problem.kind for problem in read(path, event, ReadingOptions(), first).warnings}
    known = [guest for guest in first if guest.hamlet != "Nà Pán"]
    other = read(path, event, ReadingOptions(), known)
    assert {(p.row, p.alike.meant) for p in other.warnings if p.alike} == {
        (row, "Nà Pản") for row in (30, 31, 32)
    }
