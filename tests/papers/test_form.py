"""The form of the papers: Nghị định 30/2020/NĐ-CP, phụ lục I, as PRACTICE asks for it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from data.documents.papers.catalogue import TEMPLATES, papers
from data.documents.papers.files import make_papers
from data.documents.papers.templates import BUILT_IN
from tests.papers.day import begin, play, quarterly

SIGNED = [name for name in TEMPLATES if name not in ("chuong-trinh.docx", "loi-dan.docx")]


def in_the_body(root: Any) -> Iterator[Any]:
    from docx.text.paragraph import Paragraph

    return (Paragraph(element, None) for element in root.iter(qn("w:p")))  # type: ignore[arg-type]


def find(document: Any, text: str) -> Any:
    return next(p for p in in_the_body(document.element.body) if text in p.text)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """Every paper of a played day, by the name of its template."""
    with begin(tmp_path_factory.mktemp("day") / "event") as session:
        before = make_papers(session, [one for one in papers(session.state) if one.id == "agenda"])
        play(session)
        after = make_papers(session, papers(session.state))
    yield {one.paper.template: Document(str(one.file)) for one in (*before, *after)}


def test_every_template_makes_a_paper(made: dict[str, Any]) -> None:
    assert set(made) == set(TEMPLATES)
    assert {path.name for path in BUILT_IN.glob("*.docx")} == set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_pages_are_a4_with_the_margins_of_the_decree(made: dict[str, Any], name: str) -> None:
    section = made[name].sections[0]
    sides = sorted((section.page_width.mm, section.page_height.mm))
    assert [round(side) for side in sides] == [210, 297]
    assert 20 <= round(section.top_margin.mm) <= 25
    assert 20 <= round(section.bottom_margin.mm) <= 25
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20


@pytest.mark.parametrize("name", TEMPLATES)
def test_everything_is_in_times_new_roman_of_a_readable_size(made: dict[str, Any], name: str) -> None:
    document = made[name]
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    for paragraph in in_the_body(document.element.body):
        for run in paragraph.runs:
            if run.text.strip():
                assert run.font.name in (None, "Times New Roman")
                assert Pt(11) <= run.font.size <= Pt(14), run.text


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_head_is_that_of_an_official_paper(made: dict[str, Any], name: str) -> None:
    country = find(made[name], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").runs[0]
    motto = find(made[name], "Độc lập - Tự do - Hạnh phúc").runs[0]
    body = find(made[name], "BAN THƯỜNG TRỰC").runs[0]
    assert Pt(12) <= country.font.size <= Pt(13)
    assert Pt(13) <= motto.font.size <= Pt(14)
    assert country.bold
    assert motto.bold
    assert body.bold
    assert find(made[name], "ỦY BAN MTTQ VIỆT NAM")
    assert find(made[name], "XÃ DUYÊN HẢI")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("bien-ban-hoi-nghi.docx", "BB"), ("bien-ban-ban-giao.docx", "BB"), ("bao-cao-ket-qua.docx", "BC")],
)
def test_numbered_papers_have_the_number_left_and_place_and_date_right(
    made: dict[str, Any], name: str, letters: str
) -> None:
    assert find(made[name], "Số: ").text == f"Số: ......../{letters}-MTTQ-BTT"
    placed = find(made[name], "Duyên Hải, ngày 15 tháng 6 năm 2022")
    assert all(run.italic for run in placed.runs)


@pytest.mark.parametrize("name", TEMPLATES)
def test_pages_are_numbered_at_the_top_centre_but_not_the_first(made: dict[str, Any], name: str) -> None:
    section = made[name].sections[0]
    assert section.different_first_page_header_footer
    assert not section.first_page_header._element.xpath(".//w:instrText")
    header = section.header
    assert header.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert [code.text.strip() for code in header._element.xpath(".//w:instrText")] == ["PAGE"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_foot_says_what_it_is_when_it_was_made_and_of_how_many_pages(
    made: dict[str, Any], name: str
) -> None:
    section = made[name].sections[0]
    for footer in (section.first_page_footer, section.footer):
        text = footer.paragraphs[0].text
        assert text.startswith("Hội nghị thành lập mô hình, thôn Khả Tân. Lập lúc ")
        assert " ngày 15/06/2022. Trang " in text
        codes = [code.text.strip() for code in footer._element.xpath(".//w:instrText")]
        assert codes == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_rows_stay_whole_headings_are_repeated_and_tables_fit_the_page(
    made: dict[str, Any], name: str
) -> None:
    section = made[name].sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    for table in made[name].tables:
        assert sum(column.width for column in table.columns) <= width + Mm(1)
        for row in table._tbl.tr_lst:
            assert row.xpath("./w:trPr/w:cantSplit")
        if table._tbl.xpath("./w:tblPr/w:tblStyle"):
            assert table._tbl.tr_lst[0].xpath("./w:trPr/w:tblHeader")
            assert all(row.height >= Mm(7.5) for row in table.rows)


@pytest.mark.parametrize("name", SIGNED)
def test_signatures_stand_together_with_room_to_sign(made: dict[str, Any], name: str) -> None:
    (row,) = made[name].tables[-1].rows
    for cell in row.cells[1:]:
        *above, signed = cell.paragraphs
        assert all(paragraph.paragraph_format.keep_with_next for paragraph in above)
        assert signed.paragraph_format.space_before >= Pt(60)


def test_recipients_of_the_report_stand_small_at_its_left(made: dict[str, Any]) -> None:
    document = made["bao-cao-ket-qua.docx"]
    head = find(document, "Nơi nhận:").runs[0]
    assert (head.font.size, head.bold, head.italic) == (Pt(12), True, True)
    cell = document.tables[-1].rows[0].cells[0]
    listed = [paragraph for paragraph in cell.paragraphs if paragraph.text.startswith("- ")]
    assert len(listed) >= 3
    assert all(paragraph.runs[0].font.size == Pt(11) for paragraph in listed)
    assert listed[-1].text == "- Lưu: VT."


def test_the_quarterly_meeting_fills_the_same_templates_with_a_head_of_its_own(tmp_path: Path) -> None:
    with quarterly(tmp_path / "quy") as session:
        wanted = papers(session.state)
        made = {one.paper.id: one.file for one in make_papers(session, wanted)}
    assert len(made) == len(wanted)
    document = Document(str(made["minutes"]))
    assert find(document, "BAN CÔNG TÁC MẶT TRẬN")
    assert find(document, "Số: ").text == "Số: ......../BB-BCTMT"
