"""Small .docx files made for a test, and what stands in a file that was filled."""

from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn

from data.clock import SystemClock
from data.documents.papers.fields.values import Content
from data.documents.papers.template import Template


def saved(document: DocumentType, path: Path) -> Template:
    document.save(str(path))
    return Template(path)


def paragraphs(tmp_path: Path, *texts: str) -> Template:
    """A template of these paragraphs."""
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    return saved(document, tmp_path / "mau.docx")


def fill(template: Template, content: Content) -> Any:
    """The template filled and opened again."""
    return Document(BytesIO(template.fill(content, "title", SystemClock().now())))


def printed(paragraph: Any) -> str:
    """What a reader sees of a ``w:p``."""
    return "".join(t.text or "" for t in paragraph.iter(qn("w:t")))


def texts(filled: Any) -> list[str]:
    """The paragraphs of the body outside tables."""
    return [paragraph.text for paragraph in filled.paragraphs]


def rows(table: Any) -> list[list[str]]:
    """The cells of a table, row by row."""
    return [[cell.text for cell in row.cells] for row in table.rows]
