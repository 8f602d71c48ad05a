"""Templates as LibreOffice saves them: those in ``edited`` went from .docx to .odt and back."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from data.documents.papers.catalogue import paper, papers
from data.documents.papers.files import make_papers
from data.session.session import Session
from tests.data.documents.papers.day import begin, play
from tests.data.documents.papers.docx_files import rows

EDITED = Path(__file__).parent / "edited"
EARLIER = Path(__file__).parent / "earlier"
_SPACES = re.compile(r"\s+")


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Session]:
    with begin(tmp_path / "event") as session:
        play(session)
        yield session


def said(document: Any) -> list[str]:
    """The paragraphs that hold anything, with single blanks."""
    lines = (
        "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        for paragraph in document.element.body.iter(qn("w:p"))
    )
    return [tidy for line in lines if (tidy := _SPACES.sub(" ", line).strip())]


def made(day: Session, id: str) -> Any:
    (one,) = make_papers(day, [paper(day.state, id)])
    return Document(str(one.file))


@pytest.mark.parametrize("id", ["households", "minutes"])
def test_a_template_saved_by_libreoffice_says_the_same(day: Session, id: str) -> None:
    built_in = said(made(day, id))
    shutil.copytree(EDITED, day.folder / "templates")
    assert said(made(day, id)) == built_in


def test_a_column_taken_out_and_a_sentence_changed_stay_so(day: Session) -> None:
    shutil.copytree(EDITED, day.folder / "templates")
    own = day.folder / "templates" / "danh-sach-ho.docx"
    document: Any = Document(str(own))
    table = next(one for one in document.tables if one.rows[0].cells[0].text == "STT")
    for row in table.rows:
        row._tr.remove(row._tr.tc_lst[3])
    title = next(one for one in document.paragraphs if one.text == "DANH SÁCH HỘ GIA ĐÌNH")
    title.runs[0].text = "DANH SÁCH BÀ CON"
    document.save(str(own))
    filled = made(day, "households")
    assert "DANH SÁCH BÀ CON" in said(filled)
    listed = next(one for one in filled.tables if one.rows[0].cells[0].text == "STT")
    heading, first, *_rest = rows(listed)
    assert "Năm sinh" not in heading
    assert len(first) == len(heading) == 8
    assert len(listed.rows) == 1 + len([g for g in day.state.guests.values() if g.is_household])


@pytest.mark.parametrize("file", sorted(EARLIER.glob("*.docx")), ids=lambda file: file.stem)
def test_a_template_copied_before_the_papers_were_drawn_by_a_script_goes_on_working(
    day: Session, file: Path
) -> None:
    own = day.folder / "templates"
    own.mkdir()
    shutil.copyfile(file, own / file.name)
    wanted = [one for one in papers(day.state) if one.template == file.name]
    assert wanted
    for made_one in make_papers(day, wanted):
        text = "\n".join(said(Document(str(made_one.file))))
        assert "Duyên Hải" in text
        assert "{{ số" not in text
