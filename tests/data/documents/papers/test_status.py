from pathlib import Path

import pytest

from data.commands.paper_status import mark_paper_printed, record_made, take_signed
from data.commands.undo import undo
from data.documents.papers.catalogue import paper
from data.documents.papers.files import make_papers
from data.errors import Refused
from data.messages.log import describe
from data.session.opening import open_for_reading
from data.session.session import Session
from data.state.papers import Edition


def make_minutes(session: Session) -> None:
    record_made(session, make_papers(session, [paper(session.state, "minutes")]))


def minutes(session: Session) -> Edition:
    latest = session.state.papers.latest("minutes")
    assert latest is not None
    return latest


def test_a_paper_goes_from_made_over_printed_to_signed(session: Session, tmp_path: Path) -> None:
    make_minutes(session)
    assert minutes(session).phase == "made"
    mark_paper_printed(session, "minutes")
    assert minutes(session).phase == "printed"
    scan = tmp_path / "IMG 001.JPG"
    scan.write_bytes(b"scan")
    take_signed(session, "minutes", scan)
    signed = minutes(session)
    assert (signed.phase, signed.scan) == ("signed", "bien-ban-hoi-nghi-da-ky.jpg")
    assert (session.folder / "scans" / signed.scan).read_bytes() == b"scan"
    with open_for_reading(session.folder) as again:
        assert again.state.papers == session.state.papers


def test_a_second_scan_never_takes_the_place_of_the_first(session: Session, tmp_path: Path) -> None:
    make_minutes(session)
    for content in (b"one", b"two"):
        (tmp_path / "scan.pdf").write_bytes(content)
        take_signed(session, "minutes", tmp_path / "scan.pdf")
    kept = sorted((session.folder / "scans").iterdir())
    assert [file.read_bytes() for file in kept] == [b"two", b"one"]


def test_every_step_can_be_undone(session: Session) -> None:
    make_minutes(session)
    mark_paper_printed(session, "minutes")
    take_signed(session, "minutes", None)
    phases = []
    for _step in range(3):
        phases.append(minutes(session).phase)
        undo(session)
    assert phases == ["signed", "printed", "made"]
    assert session.state.papers.latest("minutes") is None


def test_a_new_edition_begins_anew(session: Session) -> None:
    make_minutes(session)
    take_signed(session, "minutes", None)
    make_minutes(session)
    assert (minutes(session).number, minutes(session).phase) == (2, "made")
    assert [edition.phase for edition in session.state.papers.by_id["minutes"]] == ["signed", "made"]


def test_what_was_never_made_is_neither_printed_nor_signed(session: Session) -> None:
    before = len(session.state.steps)
    with pytest.raises(Refused):
        mark_paper_printed(session, "report")
    with pytest.raises(Refused):
        take_signed(session, "report", None)
    assert len(session.state.steps) == before


def test_a_scan_that_is_not_there_is_refused_and_nothing_is_written(session: Session, tmp_path: Path) -> None:
    make_minutes(session)
    with pytest.raises(Refused, match="khong-co"):
        take_signed(session, "minutes", tmp_path / "khong-co.pdf")
    assert minutes(session).phase == "made"
    assert not (session.folder / "scans").exists()


def test_the_log_says_it_in_words(session: Session) -> None:
    make_minutes(session)
    make_minutes(session)
    mark_paper_printed(session, "minutes")
    said = [describe(entry, session.state) for entry in session.state.entries[-3:]]
    assert said == [
        "Đã làm giấy tờ: Biên bản hội nghị, bien-ban-hoi-nghi.docx",
        "Đã làm giấy tờ: Biên bản hội nghị (lần 2), bien-ban-hoi-nghi-lan-2.docx",
        "Đã in: Biên bản hội nghị (lần 2)",
    ]
