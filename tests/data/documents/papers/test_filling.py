from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from data.documents.papers.fields.values import Content, Gap, Lines, Table
from data.documents.papers.template import Template, TemplateInvalid
from data.text.cleaning.clean import safe
from tests.data.documents.papers.docx_files import fill, paragraphs, rows, saved, texts

CONTENT = Content(
    {
        "thôn": "thôn Khả Tân",
        "số quyết định": Gap(dots=8),
        "chưa biết": Gap(dots=30),
        "cả câu": ("Xin mời ", Gap(dots=30), " phát biểu"),
        "căn cứ": Lines(("một;", "hai.")),
        "không có gì": Lines(()),
        "trống": "",
    },
    {
        "hộ": Table(("TT", "chủ hộ", "việc"), (("1", "An", Lines(("a", "b"))), ("2", "Bình", Lines(())))),
        "quà": Table(("tên",), ()),
    },
)


def with_table(tmp_path: Path, *cells: str) -> Template:
    """A template with a table: a heading row, then a row of these cells."""
    document = Document()
    table = document.add_table(2, len(cells))
    for place, text in enumerate(cells):
        table.cell(0, place).text = f"cột {place}"
        table.cell(1, place).text = text
    document.add_paragraph("sau bảng")
    return saved(document, tmp_path / "bang.docx")


@pytest.mark.parametrize("field", ["thôn", "Thôn", " THON ", "thon"])
def test_a_field_is_found_however_it_is_spelt(tmp_path: Path, field: str) -> None:
    (text,) = texts(fill(paragraphs(tmp_path, f"Tại {{{{{field}}}}}."), CONTENT))
    assert text.casefold() == "tại thôn khả tân."


def test_capitals_of_the_field_are_capitals_of_the_value(tmp_path: Path) -> None:
    filled = fill(paragraphs(tmp_path, "{{ THÔN }} {{ Thôn }} {{ thôn }}"), CONTENT)
    assert texts(filled) == ["THÔN KHẢ TÂN Thôn Khả Tân thôn Khả Tân"]


def test_a_field_parted_over_runs_is_filled_in_the_looks_of_its_first(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Tại ")
    for part in ("{", "{ th", "ô", "n }", "} hôm nay"):
        paragraph.add_run(part)
    paragraph.runs[1].bold = True
    paragraph.runs[1].font.size = Pt(17)
    filled = (fill(saved(document, tmp_path / "mau.docx"), CONTENT)).paragraphs[0]
    assert filled.text == "Tại thôn Khả Tân hôm nay"
    (bold,) = [run for run in filled.runs if run.bold]
    assert (bold.text, bold.font.size) == ("thôn Khả Tân", Pt(17))


def test_headers_and_footers_are_filled_too(tmp_path: Path) -> None:
    document = Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "{{ thôn }}"
    section.first_page_footer.paragraphs[0].text = "{{ thôn }}"
    filled = (fill(saved(document, tmp_path / "mau.docx"), CONTENT)).sections[0]
    assert filled.header.paragraphs[0].text == "thôn Khả Tân"
    assert filled.first_page_footer.paragraphs[0].text == "thôn Khả Tân"


def test_what_is_not_known_is_a_dotted_line_and_is_told(tmp_path: Path) -> None:
    template = paragraphs(tmp_path, "Số {{ số quyết định }}", "{{ số quyết định }}{{ trống }}")
    assert texts(fill(template, CONTENT)) == ["Số ........", "........"]
    assert template.missing(CONTENT) == {"số quyết định": 2}


def test_several_lines_repeat_their_paragraph_and_none_take_it_away(tmp_path: Path) -> None:
    template = paragraphs(tmp_path, "trước", "- Căn cứ {{ căn cứ }}", "{{ không có gì }}", "sau")
    assert texts(fill(template, CONTENT)) == ["trước", "- Căn cứ một;", "- Căn cứ hai.", "sau"]


def test_a_row_is_repeated_for_each_row_of_its_table(tmp_path: Path) -> None:
    filled = fill(with_table(tmp_path, "{{ hộ.TT }}", "{{ hộ.chủ hộ }}, {{ thôn }}", ""), CONTENT)
    assert rows(filled.tables[0])[1:] == [["1", "An, thôn Khả Tân", ""], ["2", "Bình, thôn Khả Tân", ""]]


@pytest.mark.parametrize("columns", [("{{ hộ.chủ hộ }}",), ("{{ hộ.chủ hộ }}", "chữ cố định", "{{ hộ.TT }}")])
def test_a_column_can_be_removed_or_moved(tmp_path: Path, columns: tuple[str, ...]) -> None:
    filled = fill(with_table(tmp_path, *columns), CONTENT)
    assert [row[0] for row in rows(filled.tables[0])[1:]] == ["An", "Bình"]


def test_lines_in_a_cell_stay_in_it(tmp_path: Path) -> None:
    filled = fill(with_table(tmp_path, "{{ hộ.chủ hộ }}", "+ {{ hộ.việc }}"), CONTENT)
    assert rows(filled.tables[0])[1:] == [["An", "+ a\n+ b"], ["Bình", ""]]


def test_repeated_rows_do_not_share_the_ids_that_word_gave_the_first(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "{{ hộ.chủ hộ }}"
    id = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
    table.cell(0, 0).paragraphs[0]._p.set(id, "1A2B3C4D")
    filled = fill(saved(document, tmp_path / "mau.docx"), CONTENT)
    assert "1A2B3C4D" not in filled.element.xml
    assert len(filled.tables[0].rows) == 2


def test_a_table_without_rows_keeps_its_heading(tmp_path: Path) -> None:
    filled = fill(with_table(tmp_path, "{{ quà.tên }}"), CONTENT)
    assert rows(filled.tables[0]) == [["cột 0"]]


def test_neighbouring_paragraphs_of_one_table_are_repeated_together(tmp_path: Path) -> None:
    template = paragraphs(tmp_path, "{{ hộ.TT }}. {{ hộ.chủ hộ }}", "- {{ hộ.việc }}", "hết")
    assert texts(fill(template, CONTENT)) == ["1. An", "- a", "- b", "2. Bình", "hết"]


@pytest.mark.parametrize("field", ["số qđ", "hộ.điện thoại", "ho", "x.y"])
def test_an_unknown_field_is_refused_by_its_name_and_the_templates(tmp_path: Path, field: str) -> None:
    template = paragraphs(tmp_path, "{{ thôn }}", f"{{{{ {field} }}}}")
    with pytest.raises(TemplateInvalid) as refusal:
        fill(template, CONTENT)
    assert f"“{field}”" in refusal.value.sentence
    assert "mau.docx" in refusal.value.sentence


def test_a_misspelt_field_is_answered_with_the_right_one(tmp_path: Path) -> None:
    with pytest.raises(TemplateInvalid, match=r"hộ\.chủ hộ"):
        fill(paragraphs(tmp_path, "{{ hộ.chu ho }} {{ hộ.chủ họ gia }}"), CONTENT)


@pytest.mark.parametrize("text", ["{{ thôn }", "thôn }}", "{% for x in y %}", "{{ a {{ b }}"])
def test_a_brace_that_is_no_field_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(TemplateInvalid, match=r"mau\.docx"):
        fill(paragraphs(tmp_path, text), CONTENT)


def test_fields_of_two_tables_in_one_row_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateInvalid, match=r"bang\.docx"):
        fill(with_table(tmp_path, "{{ hộ.TT }}", "{{ quà.tên }}"), CONTENT)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", "không phải Word".encode()])
def test_a_file_that_is_no_docx_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hong.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateInvalid, match=r"hong\.docx"):
        Template(path)


HOSTILE = st.sampled_from(
    [
        "{{ thôn }}",
        "{% raw %}",
        "{{ hộ.TT }}",
        "<w:t>x</w:t>",
        "&amp;",
        "[/b]",
        "=1+1",
        "}}{{",
        "{_{",
        "Ngô " * 75,
    ]
) | st.text(st.characters(categories=["L", "N", "P", "S", "Zs", "M"]), min_size=1, max_size=40)


@given(names=st.lists(HOSTILE, min_size=2, max_size=12))
@settings(max_examples=15, deadline=None)
def test_a_value_is_only_text_and_comes_out_as_typed(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    village = names[0]
    table = Table(("TT", "chủ hộ"), tuple((str(place), name) for place, name in enumerate(names)))
    template = with_table(tmp_path_factory.mktemp("mau"), "{{ hộ.TT }}", "{{ hộ.chủ hộ }} và {{ thôn }}")
    filled = fill(template, Content({"thôn": village}, {"hộ": table}))
    assert [row[1] for row in rows(filled.tables[0])[1:]] == [
        f"{safe(name)} và {safe(village)}" for name in names
    ]


def test_control_and_direction_characters_are_dropped(tmp_path: Path) -> None:
    content = Content({"tên": "An\x0b\x1b\ufffe\u202eBình", "thôn": "x"}, {})
    assert texts(fill(paragraphs(tmp_path, "{{ tên }}, {{ thôn }}"), content)) == ["An \ufffdBình, x"]


def test_what_a_paper_says_changes_its_digest_and_when_it_was_made_does_not(tmp_path: Path) -> None:
    template = paragraphs(tmp_path, "{{ thôn }} {{ lập lúc }}", "{{ hộ.chủ hộ }}")

    def digest(village: str, moment: str, *names: str) -> str:
        table = Table(("chủ hộ",), tuple((name,) for name in names))
        return template.digest(Content({"thôn": village, "lập lúc": moment}, {"hộ": table}))

    first = digest("a", "7:00", "An", "Bình")
    assert digest("a", "8:00", "An", "Bình") == first
    assert (
        len({first, digest("b", "7:00", "An", "Bình"), digest("a", "7:00", "An"), digest("a", "", "AnBình")})
        == 4
    )


def test_a_justified_sentence_with_a_long_row_of_dots_is_not_pulled_apart(tmp_path: Path) -> None:
    paragraphs(tmp_path, "Kính mời: {{ chưa biết }}.", "{{ cả câu }}", "Tại {{ thôn }}.")
    document = Document(str(tmp_path / "mau.docx"))
    for paragraph in document.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    template = saved(document, tmp_path / "mau.docx")
    sides = [paragraph.alignment for paragraph in fill(template, CONTENT).paragraphs]
    assert sides == [WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY]
