"""A long list is read with progress, and comes back unchanged the second time."""

from pathlib import Path

import pytest

from data.model.event import Event
from data.roster.comparing.preview import preview
from data.roster.reading import read_roster

ROWS = 4_000
GIVEN = ["Hà", "Hoa", "Hồng", "Ánh"]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("DS")
    sheet.append(["STT", "Họ và tên", "Năm sinh", "Xóm", "Điện thoại"])
    for n in range(1, ROWS + 1):
        name = f"Nguyễn Thị {GIVEN[n % 4]} {n % 700}"
        sheet.append([n, name, 1940 + n % 60, f"Xóm {n % 9}", 912_000_000 + n])
    path = tmp_path_factory.mktemp("large") / "lon.xlsx"
    book.save(path)
    return path


def test_a_long_list_is_read_with_progress_and_settles(large: Path, event: Event) -> None:
    steps: list[tuple[int, int]] = []
    reading = read_roster(large, event, progress=lambda done, total: steps.append((done, total)))
    first = preview(reading, [])
    guests = first.guests(1, "17")
    again = preview(reading, guests)
    assert len(reading.rows) == ROWS
    assert (again.added, again.changed) == ([], [])
    dones, totals = [done for done, _ in steps], {total for _, total in steps}
    assert dones == sorted(dones) and dones[-1] in totals and len(totals) == 1
    assert len(steps) > 10
