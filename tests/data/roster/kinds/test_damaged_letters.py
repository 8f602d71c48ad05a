"""Letters that an old font, another program or a cut lost."""

# ruff: noqa: E501 - tables of words

from pathlib import Path

import pytest

from data.model.event import Event
from data.roster.reading import read_roster
from tests.data.roster.build import Table, write_xlsx
from tests.data.roster.kinds.one_guest import one_guest
from tests.data.roster.kinds.tables import (
    AN,
    HEADINGS,
    guests_of,
)


@pytest.mark.parametrize("name", ["Hà Thanh Hòa", "Võ Thành Trí", "Lê Công Lý"])
@pytest.mark.parametrize("font", ["VNI-Times", ".VnTime"])
def test_unicode_of_plain_letters_under_an_old_font_stays(
    name: str, font: str, tmp_path: Path, event: Event
) -> None:
    fonts = {f"{column}{row}": font for column in "BD" for row in (2, 3)}
    table: Table = [HEADINGS, [1, name, 1960, "Xóm 1"], [2, "Hà Thành Lý", 1955, "Xóm 1"]]
    reading = read_roster(write_xlsx(tmp_path / "ds.xlsx", {"DS": table}, fonts=fonts), event)
    assert guests_of(reading)[0] == (name, 1960, "Xóm 1")


@pytest.mark.parametrize("name", ["Nguy_n V_n An", "Nguy□n Văn An"])
def test_letters_lost_to_other_signs_are_told(name: str, tmp_path: Path, event: Event) -> None:
    _facts, told = one_guest(name, tmp_path, event)
    assert "lost" in told


@pytest.mark.parametrize(("typed", "name"), [("Nguyễn Văn An&nbsp;", "Nguyễn Văn An"), ("Nguy&#7877;n V&#259;n An", "Nguyễn Văn An"),
                                             ("Nguy&#x1EC5;n An &amp; Em", "Nguyễn An & Em"), ("Trần R&D An", "Trần R&D An")])  # fmt: skip
def test_escapes_of_web_pages(typed: str, name: str, tmp_path: Path, event: Event) -> None:
    assert one_guest(typed, tmp_path, event)[0].name == name


def test_a_file_cut_within_a_letter_loses_that_letter_only(tmp_path: Path, event: Event) -> None:
    path = tmp_path / "ds.csv"
    whole = "STT,Họ và tên,Năm sinh,Xóm\n1,Nguyễn Văn An,1960,Xóm 1\n2,Trần Thị Bình,1955,Xóm Đì".encode()
    path.write_bytes(whole[:-1])
    reading = read_roster(path, event)
    assert guests_of(reading) == [AN, ("Trần Thị Bình", 1955, "Xóm Đ\ufffd")]
    assert reading.rows[1].doubts == ("lost",)
