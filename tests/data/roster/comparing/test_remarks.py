"""What is right in a list and still worth a look is told in one line for each kind, where it is there."""

from pathlib import Path

from data.model.event import Event
from data.roster.comparing.preview import preview
from data.roster.comparing.remarks import remarks
from data.roster.reading import read_roster
from data.roster.report import as_json

HEADINGS = "STT,Họ và tên,Năm sinh,Xóm"


def told(folder: Path, event: Event, *rows: str) -> dict[str, tuple[str, ...]]:
    path = folder / "ds.csv"
    path.write_text("\n".join([HEADINGS, *(f"{n},{row}" for n, row in enumerate(rows, 1))]), encoding="utf-8")
    found = preview(read_roster(path, event), [])
    said = remarks(found)
    assert as_json(found)["remarks"] == [{"kind": one.kind, "what": list(one.what)} for one in said]
    return {one.kind: one.what for one in said}


def test_nothing_is_told_of_a_list_without_any(tmp_path: Path, event: Event) -> None:
    assert told(tmp_path, event, "Nguyễn Văn An,1960,Xóm Đình", "Lê Thị Bình,1970,Xóm Chùa") == {}


def test_hamlets_that_differ_in_capitals_or_in_the_icelandic_letter_are_one_and_told(
    tmp_path: Path, event: Event
) -> None:
    rows = ["Nguyễn Văn An,1960,Xóm Đình", "Lê Thị Bình,1970,XÓM ĐÌNH", "Vũ Văn Tám,1950,Xóm Ðình"]
    assert told(tmp_path, event, *rows, "Trần Thị Hoa,1940,Xóm Đình") == {
        "hamlet letters": ("Xóm Đình: 3 cách viết",)
    }


def test_a_hamlet_written_otherwise_besides_is_told_with_how_it_is_read(tmp_path: Path, event: Event) -> None:
    rows = ["Nguyễn Văn An,1960,Xóm 1", "Lê Thị Bình,1970,XÓM 1", "Vũ Văn Tám,1950,xóm 01"]
    assert told(tmp_path, event, *rows) == {
        "hamlets as one": ("xóm 01 → Xóm 1 (1)",),
        "hamlet letters": ("Xóm 1: 2 cách viết",),
    }


def test_namesakes_in_different_hamlets_are_told_those_of_one_year_first(
    tmp_path: Path, event: Event
) -> None:
    rows = [
        "Nguyễn Văn An,1960,Xóm 1",
        "Lê Thị Bình,1970,Xóm 1",
        "Nguyễn Văn An,1985,Xóm 2",
        "LÊ THỊ BÌNH,1970,Xóm 3",
    ]
    assert told(tmp_path, event, *rows) == {
        "namesakes elsewhere": ("Lê Thị Bình (3, 5)", "Nguyễn Văn An (2, 4)")
    }


def test_namesakes_of_one_hamlet_are_told_as_such(tmp_path: Path, event: Event) -> None:
    rows = ["Nguyễn Văn An,1960,Xóm 1", "Nguyễn Văn An,1985,Xóm 1", "Vũ Văn Tám,1950,"]
    assert told(tmp_path, event, *rows) == {"namesakes here": ("Nguyễn Văn An (2, 3)",)}


def test_of_many_only_the_first_few_are_told_in_the_line(tmp_path: Path, event: Event) -> None:
    given = ("An", "Bình", "Cường", "Dũng", "Hải", "Hùng", "Khánh", "Minh")
    rows = [f"Nguyễn Văn {name},1960,Xóm {hamlet}" for name in given for hamlet in (1, 2)]
    path = tmp_path / "ds.csv"
    path.write_text("\n".join([HEADINGS, *(f"{n},{row}" for n, row in enumerate(rows, 1))]), encoding="utf-8")
    (one,) = remarks(preview(read_roster(path, event), []))
    assert len(one.what) == len(given)
    assert one.sentence().endswith("Nguyễn Văn Hùng (12, 13); …")
