"""The form of the papers: Nghị định 30/2020/NĐ-CP, phụ lục I, read back from every file."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from data.documents.papers.catalogue import TEMPLATES, papers
from data.documents.papers.files import make_papers
from data.documents.papers.form.measure import line_widths
from data.documents.papers.form.rules import PART, WHOLE
from data.documents.papers.models.all import MODELS
from data.documents.papers.template_places import BUILT_IN
from tests.data.documents.papers.day import begin, play, quarterly

BARE = {"bien-ten.docx", "phu-hieu.docx"}
"""No papers of an office: signs to cut and fold."""
NO_HEAD = {
    *BARE,
    *("ban-cam-ket.docx", "giay-bien-nhan.docx", "quy-che-hoat-dong.docx", "tin-bai.docx"),
    *("dien-van-khai-mac.docx", "loi-tiep-thu.docx", "loi-be-mac.docx"),
}
"""Papers that no office issues, and what is read out from."""
MEETING = {"bien-ban-sinh-hoat.docx", "bao-cao-sinh-hoat.docx"}
NUMBERED = {
    "bien-ban-hoi-nghi.docx": "BB",
    "bien-ban-ban-giao.docx": "BB",
    "bien-ban-sinh-hoat.docx": "BB",
    "bao-cao-ket-qua.docx": "BC",
    "bao-cao-sinh-hoat.docx": "BC",
    "giay-moi.docx": "GM",
    "chuong-trinh.docx": "CTr",
    "quyet-dinh-mo-hinh.docx": "QĐ",
    "quyet-dinh-to-tu-quan.docx": "QĐ",
    "du-tru-kinh-phi.docx": "DT",
    "bang-ke-thanh-toan.docx": "BK",
}
OFFICIAL = [name for name in TEMPLATES if name not in NO_HEAD]
PAPERS = [name for name in TEMPLATES if name not in BARE]
_PAGE = Mm(165)


def in_the_body(root: Any) -> Iterator[Any]:
    return (Paragraph(element, None) for element in root.iter(qn("w:p")))  # type: ignore[arg-type]


def find(document: Any, text: str) -> Any:
    return next(p for p in in_the_body(document.element.body) if text in p.text)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """Every paper of a played day and of a quarterly meeting, by the name of its template."""
    with begin(tmp_path_factory.mktemp("day") / "event") as session:
        before = make_papers(session, [one for one in papers(session.state) if one.id == "agenda"])
        play(session)
        after = make_papers(session, papers(session.state))
    with quarterly(tmp_path_factory.mktemp("quy") / "event") as meeting:
        own = [one for one in papers(meeting.state) if one.template in MEETING]
        met = make_papers(meeting, own)
    yield {one.paper.template: Document(str(one.file)) for one in (*before, *after, *met)}


def test_every_template_makes_a_paper(made: dict[str, Any]) -> None:
    assert set(made) == set(TEMPLATES) == set(MODELS)
    assert {path.name for path in BUILT_IN.glob("*.docx")} == set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_templates_are_those_that_the_script_draws(name: str) -> None:
    drawn = MODELS[name]()
    kept = Document(str(BUILT_IN / name))
    assert kept.element.body.xml == drawn.element.body.xml
    assert kept.sections[0].header._element.xml == drawn.sections[0].header._element.xml


@pytest.mark.parametrize("name", PAPERS)
def test_pages_are_a4_with_the_margins_of_the_decree(made: dict[str, Any], name: str) -> None:
    for section in made[name].sections:
        sides = sorted((section.page_width.mm, section.page_height.mm))
        assert [round(side) for side in sides] == [210, 297]
        assert 20 <= round(section.top_margin.mm) <= 25
        assert 20 <= round(section.bottom_margin.mm) <= 25
        assert 30 <= round(section.left_margin.mm) <= 35
        assert 15 <= round(section.right_margin.mm) <= 20


@pytest.mark.parametrize("name", PAPERS)
def test_everything_is_in_times_new_roman_of_a_readable_size(made: dict[str, Any], name: str) -> None:
    document = made[name]
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    for paragraph in in_the_body(document.element.body):
        for run in paragraph.runs:
            if run.text.strip():
                assert run.font.name in (None, "Times New Roman")
                assert Pt(11) <= run.font.size <= Pt(14), run.text


@pytest.mark.parametrize("name", OFFICIAL)
def test_the_head_is_that_of_an_official_paper(made: dict[str, Any], name: str) -> None:
    country = find(made[name], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").runs[0]
    motto = find(made[name], "Độc lập - Tự do - Hạnh phúc").runs[0]
    issuer = find(made[name], "BAN CÔNG TÁC MẶT TRẬN" if name in MEETING else "BAN THƯỜNG TRỰC").runs[0]
    assert Pt(12) <= country.font.size <= Pt(13)
    assert Pt(13) <= motto.font.size <= Pt(14)
    assert country.bold
    assert motto.bold
    assert issuer.bold
    assert find(made[name], "ỦY BAN MTTQ VIỆT NAM")
    assert find(made[name], "XÃ DUYÊN HẢI")


@pytest.mark.parametrize("name", NUMBERED)
def test_numbered_papers_have_the_number_left_and_place_and_date_right(
    made: dict[str, Any], name: str
) -> None:
    letters = "BCTMT" if name in MEETING else "MTTQ-BTT"
    assert find(made[name], "Số: ").text == f"Số: ......../{NUMBERED[name]}-{letters}"
    placed = find(made[name], "Duyên Hải, ngày ")
    assert all(run.italic for run in placed.runs)
    assert placed.alignment == WD_ALIGN_PARAGRAPH.CENTER


@pytest.mark.parametrize("name", PAPERS)
def test_pages_are_numbered_at_the_top_centre_but_not_the_first(made: dict[str, Any], name: str) -> None:
    for section in made[name].sections:
        assert section.different_first_page_header_footer
        assert not section.first_page_header._element.xpath(".//w:instrText")
        header = section.header
        assert header.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert [code.text.strip() for code in header._element.xpath(".//w:instrText")] == ["PAGE"]
    if len(made[name].sections) > 1:
        starts = made[name].element.body.xpath(".//w:pgNumType/@w:start")
        assert starts == ["1"] * len(made[name].sections)


@pytest.mark.parametrize("name", PAPERS)
def test_when_it_was_made_stands_in_the_files_properties_and_not_on_the_paper(
    made: dict[str, Any], name: str
) -> None:
    document = made[name]
    for section in document.sections:
        for footer in (section.first_page_footer, section.footer):
            assert not footer.paragraphs[0].text.strip()
    assert not any("Lập lúc" in p.text for p in in_the_body(document.element.body))
    assert re.fullmatch(r"Lập lúc \d\d:\d\d ngày 15/06/2022", document.core_properties.subject)
    assert document.core_properties.revision == 1


@pytest.mark.parametrize("name", PAPERS)
def test_paragraphs_are_justified_with_a_first_line_and_room_between(made: dict[str, Any], name: str) -> None:
    for paragraph in made[name].paragraphs:
        form = paragraph.paragraph_format
        if not paragraph.text.strip() or paragraph.alignment != WD_ALIGN_PARAGRAPH.JUSTIFY:
            continue
        assert Mm(10) <= form.first_line_indent <= Mm(12.7), paragraph.text
        assert form.space_after >= Pt(6) or paragraph.text.startswith(("Ông", "Bà", "Chức vụ")), (
            paragraph.text
        )
    plain = [p for p in made[name].paragraphs if p.text.strip() and p.alignment is None]
    assert not plain


@pytest.mark.parametrize("name", PAPERS)
def test_rules_have_the_width_that_the_decree_gives_them(made: dict[str, Any], name: str) -> None:
    """A third to a half of the text above them, and all of it under the motto, whatever its length."""
    found = 0
    for rule in in_the_body(made[name].element.body):
        style = rule._p.pPr.pStyle.val if rule._p.pPr is not None and rule._p.pPr.pStyle is not None else ""
        if style not in (PART.replace(" ", ""), WHOLE.replace(" ", "")):
            continue
        above = rule._p.getprevious()
        while not "".join(t.text or "" for t in above.iter(qn("w:t"))).strip():
            above = above.getprevious()
        heading = Paragraph(above, None)  # type: ignore[arg-type]
        cell = next(rule._p.iterancestors(qn("w:tc")), None)
        room = int(cell.tcPr.width) if cell is not None else int(_PAGE)
        run = heading.runs[0]
        assert run.font.size is not None
        lines = line_widths(heading.text, run.font.size.pt, bool(run.bold), room / 12700)
        width = (room - 2 * rule.paragraph_format.left_indent) / 12700
        if style == WHOLE.replace(" ", ""):
            assert abs(width - max(lines)) < 2
        else:
            assert max(lines) / 3 <= width <= max(lines) / 2, heading.text
        found += 1
    assert found >= (1 if name in NO_HEAD else 2) or name == "quy-che-hoat-dong.docx"


@pytest.mark.parametrize("name", PAPERS)
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


@pytest.mark.parametrize("name", [n for n in PAPERS if n not in NO_HEAD and n != "loi-dan.docx"])
def test_signatures_stand_together_with_room_and_with_the_text_above_them(
    made: dict[str, Any], name: str
) -> None:
    signed = next(
        table
        for table in reversed(made[name].tables)
        if any(cell.paragraphs[-1].paragraph_format.space_before == Pt(66) for cell in table.rows[0].cells)
    )
    for cell in signed.rows[0].cells[1:]:
        *above, last = cell.paragraphs
        assert all(paragraph.paragraph_format.keep_with_next for paragraph in above)
        assert last.paragraph_format.space_before >= Pt(60)
    # The last page never holds the signatures alone.
    before = signed._tbl.getprevious()
    assert before.tag == qn("w:p")
    assert Paragraph(before, None).paragraph_format.keep_with_next  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["bao-cao-ket-qua.docx", "bao-cao-sinh-hoat.docx", "giay-moi.docx"])
def test_recipients_stand_small_at_the_left_and_the_first_are_those_above(
    made: dict[str, Any], name: str
) -> None:
    document = made[name]
    head = find(document, "Nơi nhận:").runs[0]
    assert (head.font.size, head.bold, head.italic) == (Pt(12), True, True)
    cell = document.tables[-1].rows[0].cells[0]
    listed = [paragraph for paragraph in cell.paragraphs if paragraph.text.startswith("- ")]
    assert len(listed) >= 2
    assert all(paragraph.runs[0].font.size == Pt(11) for paragraph in listed)
    assert listed[0].text == "- Như trên;"
    assert listed[-1].text.startswith("- Lưu: ")
    assert listed[-1].text.endswith(".")


@pytest.mark.parametrize("name", ["bien-ban-hoi-nghi.docx", "bien-ban-sinh-hoat.docx"])
def test_minutes_have_recipients_conclusions_and_room_for_speeches_to_the_margin(
    made: dict[str, Any], name: str
) -> None:
    document = made[name]
    assert find(document, "Nơi nhận:")
    texts = [paragraph.text for paragraph in document.paragraphs]
    begin_at = next(place for place, text in enumerate(texts) if "KẾT LUẬN CỦA CHỦ" in text)
    speeches = next(place for place, text in enumerate(texts) if "Ý KIẾN" in text)
    dotted = [p for p in document.paragraphs[speeches + 1 : begin_at] if p.text.startswith("....")]
    assert len(dotted) >= 10
    for paragraph in dotted:
        (stop,) = paragraph.paragraph_format.tab_stops
        assert abs(stop.position - _PAGE) < Mm(1)
        assert paragraph.text.endswith("\t")


def test_a_deputy_signs_for_the_head(tmp_path: Path) -> None:
    from data.commands.event.paperwork import set_signer

    with begin(tmp_path / "event") as session:
        set_signer(session, "papers", name="bà Trần Thị Nga", title="Phó Chủ tịch")
        made = make_papers(session, [one for one in papers(session.state) if one.id == "report"])
    cell = Document(str(made[0].file)).tables[-1].rows[0].cells[1]
    assert [p.text for p in cell.paragraphs] == [
        *("TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Nga")
    ]


@pytest.mark.parametrize("name", OFFICIAL)
def test_lines_of_lists_begin_with_a_capital(made: dict[str, Any], name: str) -> None:
    for paragraph in made[name].paragraphs:
        found = re.match(r"- ([^\W\d_])", paragraph.text)
        if found:
            assert found[1].isupper(), paragraph.text


def test_the_quarterly_meeting_has_a_paper_of_its_own_with_one_word_for_who_presides(
    made: dict[str, Any],
) -> None:
    document = made["bien-ban-sinh-hoat.docx"]
    text = "\n".join(p.text for p in in_the_body(document.element.body))
    assert "Chủ tọa" not in text
    assert "CHỦ TỌA" not in text
    assert text.count("Căn cứ Kế hoạch") == 1
    assert "TÌNH HÌNH AN NINH TRẬT TỰ TRONG QUÝ" in text
    assert "NHIỆM VỤ QUÝ TỚI" in text
