from pathlib import Path

import pytest

from data.ceremony import Ceremony, open_for_reading
from data.commands.paper_status import mark_paper_printed, record_made, take_signed
from data.commands.undo import undo
from data.errors import Refused
from data.papers.catalogue import paper
from data.papers.files import make_papers
from data.state.papers import Edition
from data.wording.log import describe


def make_minutes(ceremony: Ceremony) -> None:
    record_made(ceremony, make_papers(ceremony, [paper(ceremony.state, "minutes")]))


def minutes(ceremony: Ceremony) -> Edition:
    latest = ceremony.state.papers.latest("minutes")
    assert latest is not None
    return latest


def test_a_paper_goes_from_made_over_printed_to_signed(ceremony: Ceremony, tmp_path: Path) -> None:
    make_minutes(ceremony)
    assert minutes(ceremony).phase == "made"
    mark_paper_printed(ceremony, "minutes")
    assert minutes(ceremony).phase == "printed"
    scan = tmp_path / "IMG 001.JPG"
    scan.write_bytes(b"scan")
    take_signed(ceremony, "minutes", scan)
    signed = minutes(ceremony)
    assert (signed.phase, signed.scan) == ("signed", "bien-ban-hoi-nghi-da-ky.jpg")
    assert (ceremony.folder / "scans" / signed.scan).read_bytes() == b"scan"
    with open_for_reading(ceremony.folder) as again:
        assert again.state.papers == ceremony.state.papers


def test_a_second_scan_never_takes_the_place_of_the_first(ceremony: Ceremony, tmp_path: Path) -> None:
    make_minutes(ceremony)
    for content in (b"one", b"two"):
        (tmp_path / "scan.pdf").write_bytes(content)
        take_signed(ceremony, "minutes", tmp_path / "scan.pdf")
    kept = sorted((ceremony.folder / "scans").iterdir())
    assert [file.read_bytes() for file in kept] == [b"two", b"one"]


def test_every_step_can_be_undone(ceremony: Ceremony) -> None:
    make_minutes(ceremony)
    mark_paper_printed(ceremony, "minutes")
    take_signed(ceremony, "minutes", None)
    phases = []
    for _step in range(3):
        phases.append(minutes(ceremony).phase)
        undo(ceremony)
    assert phases == ["signed", "printed", "made"]
    assert ceremony.state.papers.latest("minutes") is None


def test_a_new_edition_begins_anew(ceremony: Ceremony) -> None:
    make_minutes(ceremony)
    take_signed(ceremony, "minutes", None)
    make_minutes(ceremony)
    assert (minutes(ceremony).number, minutes(ceremony).phase) == (2, "made")
    assert [edition.phase for edition in ceremony.state.papers.by_id["minutes"]] == ["signed", "made"]


def test_what_was_never_made_is_neither_printed_nor_signed(ceremony: Ceremony) -> None:
    before = len(ceremony.state.steps)
    with pytest.raises(Refused):
        mark_paper_printed(ceremony, "report")
    with pytest.raises(Refused):
        take_signed(ceremony, "report", None)
    assert len(ceremony.state.steps) == before


def test_a_scan_that_is_not_there_is_refused_and_nothing_is_written(
    ceremony: Ceremony, tmp_path: Path
) -> None:
    make_minutes(ceremony)
    with pytest.raises(Refused, match="khong-co"):
        take_signed(ceremony, "minutes", tmp_path / "khong-co.pdf")
    assert minutes(ceremony).phase == "made"
    assert not (ceremony.folder / "scans").exists()


def test_the_log_says_it_in_words(ceremony: Ceremony) -> None:
    make_minutes(ceremony)
    make_minutes(ceremony)
    mark_paper_printed(ceremony, "minutes")
    said = [describe(entry, ceremony.state) for entry in ceremony.state.entries[-3:]]
    assert said == [
        "Đã làm giấy tờ: Biên bản hội nghị, bien-ban-hoi-nghi.docx",
        "Đã làm giấy tờ: Biên bản hội nghị (lần 2), bien-ban-hoi-nghi-lan-2.docx",
        "Đã in: Biên bản hội nghị (lần 2)",
    ]
