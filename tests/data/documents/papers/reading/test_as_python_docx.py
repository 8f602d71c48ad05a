"""The fields of a template are read without a library: the same ones, in the same order, as with it."""

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from data.documents.papers.filling import mixed_row_in, names_in, stray_brace_in
from data.documents.papers.reading.package import outlines
from data.documents.papers.template import Template, TemplateInvalid
from data.documents.papers.template_places import BUILT_IN, take_template
from data.session.session import Session
from tests.conftest import found
from tests.terminal.program import ROOT

SHIPPED = sorted(BUILT_IN.glob("*.docx"))
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TEXTUAL = {f"{_HEAD}.{kind}+xml" for kind in ("document.main", "header", "footer")}


def walked(docx: bytes) -> list[Any]:
    """The roots of body, headers and footers as python-docx comes upon them."""
    parts = Document(BytesIO(docx)).part.package.iter_parts()
    return [part.element for part in parts if isinstance(part, XmlPart) and part.content_type in _TEXTUAL]


def said(roots: list[Any]) -> list[tuple[list[Any], str, tuple[str, ...]]]:
    """What is asked of the parts of a template: fields, a brace too many, a row of two tables."""
    return [(list(names_in(root)), stray_brace_in(root), mixed_row_in(root)) for root in roots]


def assert_same(docx: bytes) -> None:
    light = outlines(docx)
    assert light is not None
    assert said(light) == said(walked(docx))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_template_of_the_program_is_read_as_python_docx_reads_it(path: Path) -> None:
    light = outlines(path.read_bytes())
    assert light is not None
    assert any(names_in(root) for root in light)
    assert_same(path.read_bytes())


PIECES = st.lists(
    st.sampled_from(
        ["{", "{{", "}}", "}", " ", "  ", "thôn", "hộ.TT", "quà.tên", "{% x %}", "\t", "\n", "&<", "Ễ"]
    )
    | st.text(st.characters(categories=["L", "P", "Zs"]), max_size=4),
    max_size=7,
)
"""The runs of a paragraph, as Word parts them in the middle of a field."""


def put(paragraph: Any, runs: list[str]) -> None:
    for run in runs:
        paragraph.add_run(run)


def text_box(runs: list[str]) -> Any:
    texts = (run.replace("&", "&amp;").replace("<", "&lt;") for run in runs)
    within = "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts)
    return parse_xml(f"<w:r {_W}><w:pict><w:txbxContent><w:p>{within}</w:p></w:txbxContent></w:pict></w:r>")


@given(
    body=st.lists(PIECES, max_size=4),
    cells=st.lists(PIECES, min_size=2, max_size=4),
    nested=PIECES,
    box=PIECES,
    top=PIECES,
    foot=PIECES,
    other_top=PIECES,
)
@settings(max_examples=40, deadline=None)
def test_templates_of_any_make_are_read_as_python_docx_reads_them(
    body: list[list[str]],
    cells: list[list[str]],
    nested: list[str],
    box: list[str],
    top: list[str],
    foot: list[str],
    other_top: list[str],
) -> None:
    document = Document()
    for runs in body:
        put(document.add_paragraph(), runs)
    table = document.add_table(2, len(cells))
    for cell, runs in zip(table.rows[1].cells, cells, strict=True):
        put(cell.paragraphs[0], runs)
    inner = table.cell(0, 0).add_table(1, 1)
    put(inner.cell(0, 0).paragraphs[0], nested)
    anchor = document.add_paragraph("neo ")
    anchor._p.append(text_box(box))
    anchor.add_run(" sau")
    put(document.sections[0].header.paragraphs[0], top)
    put(document.sections[0].footer.paragraphs[0], foot)
    document.add_section()
    document.sections[1].header.is_linked_to_previous = False
    put(document.sections[1].header.paragraphs[0], other_top)
    written = BytesIO()
    document.save(written)
    assert_same(written.getvalue())


def changed(docx: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one of its members changed."""
    written = BytesIO()
    with ZipFile(BytesIO(docx)) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        assert change(source.read(member)) != source.read(member)
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, change(part) if name == member else part)
    return written.getvalue()


def plain() -> bytes:
    document = Document()
    document.add_paragraph("Tại {{ thôn }}")
    written = BytesIO()
    document.save(written)
    return written.getvalue()


ODD: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "a comment in a text": ("word/document.xml", lambda xml: xml.replace(b"{{", b"{{<!-- -->", 1)),
    "a document type": (
        "word/document.xml",
        lambda xml: xml.replace(b"<w:document", b"<!DOCTYPE x [<!ENTITY e 'y'>]><w:document", 1),
    ),
    "a document type of its contents": (
        "[Content_Types].xml",
        lambda xml: xml.replace(b"<Types", b"<!DOCTYPE x [<!ENTITY e 'y'>]><Types", 1),
    ),
    "a document type of its relationships": (
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(b"<Relationships", b"<!DOCTYPE x [<!ENTITY e 'y'>]><Relationships", 1),
    ),
    "more paragraphs than any paper has": (
        "word/document.xml",
        lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 20_001, 1),
    ),
    "an attribute as long as a book": (
        "word/document.xml",
        lambda xml: xml.replace(b"<w:body>", b'<w:body w:x="%b">' % (b"T" * 1_000_001), 1),
    ),
    "two relationships of one id": (
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(b'Id="rId2"', b'Id="rId1"', 1),
    ),
}
DAMAGED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "a body that is cut off": ("word/document.xml", lambda xml: xml[:-20]),
    "a text that lxml finds too long": (
        "word/document.xml",
        lambda xml: xml.replace("Tại".encode(), b"T" * 10_000_001, 1),
    ),
    "an id that is none": (
        "word/document.xml",
        lambda xml: xml.replace(b"<w:body>", b'<w:body xml:id="a b">', 1),
    ),
    "styles that are cut off": ("word/styles.xml", lambda xml: xml[:-20]),
    "relationships that are cut off": ("word/_rels/document.xml.rels", lambda xml: xml[:-20]),
    "a part that is missing": (
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(b"styles.xml", b"stiles.xml"),
    ),
    "no main document": ("_rels/.rels", lambda xml: xml.replace(b"/officeDocument", b"/other")),
    "another kind of document": (
        "[Content_Types].xml",
        lambda xml: xml.replace(b"document.main", b"template.main"),
    ),
}


@pytest.mark.parametrize("what", ODD)
def test_what_word_never_writes_is_read_by_python_docx(tmp_path: Path, what: str) -> None:
    member, change = ODD[what]
    docx = changed(plain(), member, change)
    assert outlines(docx) is None
    path = tmp_path / "mau.docx"
    path.write_bytes(docx)
    Template(path)


@pytest.mark.parametrize("what", DAMAGED)
def test_a_damaged_template_is_told_when_the_papers_are_listed(tmp_path: Path, what: str) -> None:
    member, change = DAMAGED[what]
    path = tmp_path / "hong.docx"
    path.write_bytes(changed(plain(), member, change))
    with pytest.raises(TemplateInvalid, match=r"hong\.docx"):
        Template(path)
    with pytest.raises(TemplateInvalid, match=r"hong\.docx"):
        take_template(tmp_path / "event", path)


def test_the_papers_are_looked_through_without_the_library_that_writes_them(tmp_path: Path) -> None:
    folder = tmp_path / "event"
    with Session(found(folder)):
        pass
    looks = """
import sys
from pathlib import Path
from data.documents.papers.overview import look_at_papers
from data.session.session import Session

with Session(Path(sys.argv[1]), "read") as session:
    assert all(look.digest for look in look_at_papers(session).values())
print({"docx", "lxml", "PIL", "openpyxl"} & set(sys.modules))
"""
    command = [sys.executable, "-c", looks, str(folder)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.split() == ["set()"]
