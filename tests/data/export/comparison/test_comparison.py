"""Two villages for the district, three meetings of one village, in one workbook."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data.clock import SetClock
from data.commands import guests
from data.commands.door.door import admit, replace_card, walk_in
from data.errors import Refused
from data.export.comparison.files import export_comparison
from data.plans.load import load_plan
from data.queries.people.counts import by_hamlet, counts
from data.session.create_event import create_event
from data.session.session import Session
from tests.conftest import MORNING, few_guests, found, list_guests

pytestmark = pytest.mark.usefixtures("english")


def village(folder: Path, site: str, came: int) -> Path:
    clock = SetClock(MORNING)
    create_event(folder, load_plan("ke-hoach-2022"), site=site, on=date(2022, 6, 15), clock=clock)
    with Session(folder, clock=clock) as session:
        list_guests(session, few_guests(session.state.event.number))
        for number in range(1, came + 1):
            admit(session, number, "name", people=number)
    return folder


def meeting(folder: Path, before: Path, on: date, came: tuple[int, ...]) -> Path:
    plan = load_plan("sinh-hoat-chuyen-de")
    create_event(folder, plan, site="kha-tan", on=on, guests_from=before, clock=SetClock(MORNING))
    with Session(folder, clock=SetClock(MORNING)) as session:
        for number in came:
            admit(session, number, "name")
    return folder


def compared(folders: list[Path], out: Path) -> tuple[Any, Any]:
    """The workbook's values, and its formulas."""
    ceremonies = [Session(folder, "read", clock=SetClock(MORNING)) for folder in folders]
    try:
        path = export_comparison(ceremonies, out)
    finally:
        for session in ceremonies:
            session.close()
    return openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)


def rows(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_two_villages_side_by_side(tmp_path: Path) -> None:
    folders = [village(tmp_path / "a", "kha-tan", 5), village(tmp_path / "b", "dong-thai", 8)]
    book, formulas = compared(folders, tmp_path / "out")
    assert book.sheetnames == ["Comparison", "By hamlet", "By delegation"]
    _headings, first, second, total = rows(book["Comparison"])
    for row, folder in ((first, folders[0]), (second, folders[1])):
        with Session(folder, "read") as session:
            n, site = counts(session.state), session.state.event.site
            assert row[1] == f"{site.village} · 15/06/2022"
            assert row[3:6] == [n.households_target, n.households_listed, n.households.came]
            assert row[7:10] == [n.people, n.delegates_listed, n.delegates.came]
            assert row[6] == pytest.approx(n.households.came / n.households_listed)
            hamlets = [r[2:5] for r in rows(book["By hamlet"])[1:] if r[1] == row[1]]
            assert hamlets == [[g.name, g.listed, g.present] for g in by_hamlet(session.state)]
    assert total[3:6] == [200, 12, 11]
    assert [cell.data_type for cell in formulas["Comparison"][4]][3:11] == ["f"] * 8
    assert "SUMIF('By hamlet'!" in formulas["Comparison"]["F2"].value
    assert len(formulas["Comparison"]._charts) == 1


def test_three_meetings_show_each_households_attendance(tmp_path: Path) -> None:
    launch = village(tmp_path / "launch", "kha-tan", 3)
    second = meeting(tmp_path / "second", launch, date(2022, 9, 15), (1, 2))
    with Session(second, clock=SetClock(MORNING)) as session:
        replace_card(session, 2)
        guests.correct_guest(session, 3, name="Tên đã sửa")
        guests.withdraw_guest(session, 4, "chuyển đi")
        walk_in(session, kind="household", name="Hộ mới", hamlet="xóm 9")
    third = meeting(tmp_path / "third", second, date(2022, 12, 15), (1, 2, 10))
    book, formulas = compared([third, launch, second], tmp_path / "out")
    table = rows(book["Households"])
    assert table[0][3:6] == [f"thôn Khả Tân · 15/{month}/2022" for month in ("06", "09", "12")]
    told = {row[0]: row[1:] for row in table[1:-1]}
    assert told[1][2:7] == ["✔", "✔", "✔", 3, 3]
    assert told[2][2:7] == ["✔", "✔", "✔", 3, 3]
    assert told[3][0] == "Tên đã sửa"
    assert told[3][2:7] == ["✔", "–", "–", 1, 3]
    assert 4 not in told
    assert told[10] == ["Hộ mới", "xóm 9", None, "✔", "✔", 2, 2, 1]
    assert table[-1][3:8] == [3, 3, 3, 9, sum(row[6] for row in told.values())]
    assert all(cell.data_type == "f" for cell in formulas["Households"][table.index(table[-1]) + 1][3:9])


def test_two_events_of_one_village_and_day_have_names_of_their_own(tmp_path: Path) -> None:
    folders = [village(tmp_path / "sang", "kha-tan", 1), village(tmp_path / "chieu", "kha-tan", 2)]
    book, _formulas = compared(folders, tmp_path / "out")
    names = [row[1] for row in rows(book["Comparison"])[1:3]]
    assert names == ["thôn Khả Tân · 15/06/2022 · sang", "thôn Khả Tân · 15/06/2022 · chieu"]


def test_an_event_without_guests_can_be_compared(tmp_path: Path) -> None:
    book, _formulas = compared([found(tmp_path / "a"), found(tmp_path / "b")], tmp_path / "out")
    assert [row[4] for row in rows(book["Comparison"])[1:]] == [0, 0, 0]


def test_one_event_or_the_same_twice_is_refused(tmp_path: Path) -> None:
    folder = village(tmp_path / "a", "kha-tan", 1)
    for folders in ([folder], [folder, folder]):
        with pytest.raises(Refused):
            compared(folders, tmp_path / "out")
    assert not (tmp_path / "out").exists()
