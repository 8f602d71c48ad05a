import sys
from pathlib import Path

import pytest
from docx import Document

import main
from data.commands.event.closing import close_event
from data.documents.papers.catalogue import TEMPLATES, papers
from data.documents.papers.template_places import copy_templates
from data.session.opening import open_for_reading
from data.session.session import Session


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["main.py", *arguments])
    with pytest.raises(SystemExit) as left:
        main.main()
    assert left.value.code in (0, None)


def test_all_papers_are_written_and_recorded(
    event_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "papers", str(event_folder))
    lines = capsys.readouterr().out.splitlines()
    files = [Path(line) for line in lines if not line.startswith(" ")]
    assert all(file.is_file() for file in files)
    assert files[-1].suffix == ".pdf"
    assert any("Còn trống" in line and "chủ tọa" in line for line in lines)
    with open_for_reading(event_folder) as seen:
        assert [one.id for one in papers(seen.state)] == list(seen.state.papers.by_id)


def test_one_paper_can_be_asked_for_and_another_folder(
    event_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "papers", str(event_folder), "--paper", "report", "--out", str(tmp_path / "usb"))
    assert capsys.readouterr().out.splitlines()[0] == str(tmp_path / "usb" / "bao-cao-ket-qua.docx")
    assert [path.name for path in (tmp_path / "usb").iterdir()] == ["bao-cao-ket-qua.docx"]


def test_while_the_event_is_open_elsewhere_papers_are_written_but_not_recorded(
    session: Session, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "papers", str(session.folder), "--paper", "minutes")
    said = capsys.readouterr()
    assert "không ghi vào sổ được" in said.err
    assert (session.folder / "papers" / "bien-ban-hoi-nghi.docx").is_file()
    with open_for_reading(session.folder) as seen:
        assert seen.state.papers.latest("minutes") is None


def test_papers_of_a_closed_event_are_written_but_not_recorded(
    event_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Session(event_folder) as session:
        close_event(session)
        entries = len(session.state.steps)
    run(monkeypatch, "papers", str(event_folder), "--paper", "report")
    assert "không ghi vào sổ được" in capsys.readouterr().err
    with open_for_reading(event_folder) as seen:
        assert len(seen.state.steps) == entries


def test_templates_are_copied_to_be_changed(
    event_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "papers", str(event_folder), "--templates")
    assert len(capsys.readouterr().out.splitlines()) == len(TEMPLATES)
    assert (event_folder / "templates" / "bao-cao-ket-qua.docx").is_file()
    assert not (event_folder / "papers").exists()


def test_a_bad_template_stops_its_own_paper_alone(
    event_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_templates(event_folder)
    own = event_folder / "templates" / "loi-dan.docx"
    document = Document(str(own))
    document.add_paragraph("{{ tên trường lạ }}")
    document.save(str(own))
    monkeypatch.setattr(sys, "argv", ["main.py", "papers", str(event_folder)])
    with pytest.raises(SystemExit) as left:
        main.main()
    assert "“tên trường lạ”" in str(left.value.code)
    assert "loi-dan.docx" in str(left.value.code)
    with open_for_reading(event_folder) as seen:
        assert "script" not in seen.state.papers.by_id
        assert "report" in seen.state.papers.by_id
    assert not (event_folder / "papers" / "loi-dan.docx").exists()


def test_an_unknown_paper_is_refused_in_one_line(event_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["main.py", "papers", str(event_folder), "--paper", "handover-9"])
    with pytest.raises(SystemExit) as left:
        main.main()
    assert "handover-9" in str(left.value.code)
