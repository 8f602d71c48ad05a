"""Whose template a paper is made from: the event's own, this laptop's, the program's."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from data.documents.papers.catalogue import TEMPLATES
from data.documents.papers.overview import look_at_papers
from data.documents.papers.template_places import Templates, copy_templates, own_papers, take_template
from data.errors import CeremonyError, Refused
from data.session.session import Session
from tests.data.documents.papers.day import begin
from tests.data.documents.papers.test_papers import make, text


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Session]:
    with begin(tmp_path / "event") as session:
        yield session


def test_the_events_own_template_comes_first_then_the_laptops(day: Session, own_home: Path) -> None:
    templates = Templates(day.folder)
    assert templates.find("loi-dan.docx")[0] == "program"
    copied = copy_templates(day.folder)
    assert templates.find("loi-dan.docx")[0] == "event"
    assert copy_templates(day.folder) == []
    (own_home / "templates").mkdir()
    own = day.folder / "templates" / "loi-dan.docx"
    own.rename(own_home / "templates" / "loi-dan.docx")
    assert templates.find("loi-dan.docx")[0] == "home"
    assert len(copied) == len(TEMPLATES)


def test_a_changed_template_is_used_and_a_bad_one_stops_only_its_paper(day: Session) -> None:
    copy_templates(day.folder)
    own = day.folder / "templates" / "loi-dan.docx"
    document: Any = Document(str(own))
    document.add_paragraph("Câu do người tổ chức thêm cho {{ thôn }}.")
    document.save(str(own))
    assert "Câu do người tổ chức thêm cho thôn Khả Tân." in text(make(day, "script"))
    document.add_paragraph("{{ tên trường lạ }}")
    document.save(str(own))
    looks = look_at_papers(day)
    assert "tên trường lạ" in looks["script"].problem
    assert [id for id, look in looks.items() if look.problem] == ["script"]
    with pytest.raises(CeremonyError, match="tên trường lạ"):
        make(day, "script")
    assert not list((day.folder / "papers").glob("loi-dan-lan-*"))


def test_a_word_file_of_ones_own_becomes_a_paper_and_is_never_written_over(
    day: Session, tmp_path: Path
) -> None:
    file = tmp_path / "Giấy khen.docx"
    document = Document()
    document.add_paragraph("Tặng {{ thôn }}")
    document.save(str(file))
    taken = take_template(day.folder, file)
    assert taken.read_bytes() == file.read_bytes()
    assert [paper.title for paper in own_papers(day.folder)] == ["Giấy khen"]
    with pytest.raises(Refused):
        take_template(day.folder, file)
    (tmp_path / "thư.docx").write_bytes(b"no document")
    with pytest.raises(CeremonyError):
        take_template(day.folder, tmp_path / "thư.docx")
