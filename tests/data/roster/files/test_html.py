"""Web pages and Excel's old XML under an Excel name are read like any list."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.model.event import Event
from data.roster.files.html_file import read_html
from data.roster.reading import read_roster
from tests.data.roster.build import refusals

PAGE = """<html><head><style>td {color: red}</style></head><body><table border=1>
<tr><td colspan=4>DANH SÁCH HỘ<tr><th>STT</th><th>Họ và tên</th><th>Năm sinh</th><th>Xóm</th></tr>
<tr><td>1</td><td><b>Nguyễn</b> Văn&nbsp;Ước</td><td>1960</td><td rowspan=2>Xóm 1</td></tr>
<tr><td>2<td>Trần Thị<br>Ánh<table><tr><td>x</td></tr></table><td>1961</tr>
<tr><td>3</td><td>77</td><td>1962</td><td>Xóm 2</td></tr></table></body></html>"""

XML = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Hộ"><Table>
<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">DANH SÁCH</Data></Cell></Row>
<Row ss:Index="4"><Cell><Data>STT</Data></Cell><Cell><Data>Họ và tên</Data></Cell>
<Cell ss:Index="4"><Data>Xóm</Data></Cell></Row>
<Row><Cell><Data>1</Data></Cell><Cell><Data>Nguyễn Văn Ước</Data></Cell>
<Cell ss:Index="4"><Data>Xóm 1</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def test_a_table_of_a_web_page(tmp_path: Path, event: Event) -> None:
    path = tmp_path / "ds.xls"
    path.write_text(PAGE, encoding="utf-8")
    reading = read_roster(path, event)
    assert [(row.row, row.facts.name, row.facts.birth_year, row.facts.hamlet) for row in reading.rows] == [
        (3, "Nguyễn Văn Ước", 1960, "Xóm 1"),
        (4, "Trần Thị Ánhx", 1961, "Xóm 1"),
    ]
    assert refusals(reading) == [("1", 5)]


def test_a_worksheet_of_excels_xml(tmp_path: Path, event: Event) -> None:
    path = tmp_path / "ds.xls"
    path.write_text(XML, encoding="utf-16")
    reading = read_roster(path, event)
    assert [(row.sheet, row.row, row.facts.name, row.facts.hamlet) for row in reading.rows] == [
        ("Hộ", 5, "Nguyễn Văn Ước", "Xóm 1")
    ]


PIECES = (
    *("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=99999>", "x", "&#0;", "<!--"),
    *("<td rowspan=9999 colspan=0>", "<row ss:Index='9'>", "<cell ss:index='70'>", "<worksheet name='<'>"),
)
MARKUP = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(MARKUP)
def test_no_markup_makes_it_stumble(text: str) -> None:
    for sheet in read_html(text.encode(), lambda _done, _total: None):
        assert all(len(row.cells) <= 60 for row in sheet.rows)
