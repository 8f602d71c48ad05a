"""Delegates of a list without a column for the delegation: their office says which it is."""

from pathlib import Path

import openpyxl
import pytest

from data.commands import guests
from data.model.event import Event
from data.roster.comparing.preview import ImportPreview
from data.roster.guess_delegation import OTHERS, guess
from data.roster.reading import read_roster
from data.roster.reading_options import ReadingOptions
from data.session.session import Session
from tests.data.state.facts import same_on_disk
from tui.guests.importing.import_preview import preview_lines, refused_sentence

FITTING = (
    ("Chủ tịch", "Ủy ban MTTQ Việt Nam huyện Hưng Hà", "mttq-huyen"),
    ("Chủ tịch", "Uỷ ban Mặt trận Tổ quốc Hưng Hà", "mttq-huyen"),
    ("Phó Chủ tịch UBND", "", "cap-uy-xa"),
    ("Chủ tịch", "Hội Nông dân", "cap-uy-xa"),
    ("Chủ tịch", "Hội LHPN xã", "cap-uy-xa"),
    ("Bí thư", "Đoàn TNCS Hồ Chí Minh xã", "cap-uy-xa"),
    ("Trưởng Công an xã", "", "cap-uy-xa"),
    ("Bí thư", "Đảng uỷ xã Duyên Hải", "cap-uy-xa"),
    ("Phó Trưởng", "Công an huyện Hưng Hà", "cong-an-huyen"),
    ("Chủ tịch", "Ủy ban MTTQ xã Duyên Hải", "mttq-xa"),
    ("Trưởng ban CTMT", "", "ban-ctmt"),
    ("Trưởng thôn", "Khả Tân", "ban-ctmt"),
    ("Phóng viên", "Đài PT-TH tỉnh Thái Bình", "bao-dai"),
)
NOWHERE = (
    ("Trưởng trạm", "Trạm Y tế"),
    ("Hiệu trưởng", "Trường Tiểu học Duyên Hải"),
    ("Giám đốc", "Công ty May"),
    ("Phó Chủ tịch", "UBND huyện"),
)


@pytest.mark.parametrize(("title", "organisation", "delegation"), FITTING)
def test_an_office_is_understood(event: Event, title: str, organisation: str, delegation: str) -> None:
    found = guess(title, organisation, event)
    assert found is not None
    assert found.delegation.id == delegation


@pytest.mark.parametrize(("title", "organisation"), NOWHERE)
def test_an_office_that_fits_nowhere_is_not_guessed_at(event: Event, title: str, organisation: str) -> None:
    assert guess(title, organisation, event) is None


def written(folder: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["STT", "Họ và tên", "Chức vụ", "Đơn vị"])
    offices = [*((title, office) for title, office, _delegation in FITTING), *NOWHERE]
    for place, (title, office) in enumerate(offices, start=1):
        sheet.append([place, f"Nguyễn Thị {chr(64 + place)}", title, office])
    book.save(folder / "dai-bieu.xlsx")
    return folder / "dai-bieu.xlsx"


def looked_at(session: Session, path: Path) -> ImportPreview:
    reading = read_roster(path, session.state.event, ReadingOptions(delegates=True))
    return guests.ready_import(reading, guests.known_guests(session)).preview


def test_who_fits_nowhere_is_refused_until_somebody_says_otherwise(session: Session, tmp_path: Path) -> None:
    found = looked_at(session, written(tmp_path))
    assert [row.facts.delegation for row in found.added] == [delegation for *_office, delegation in FITTING]
    assert len(found.refused) == found.reading.sheets[0].nowhere == len(NOWHERE)
    assert "Ban Thường trực MTTQ Việt Nam huyện" in found.refused[0].sentence
    assert refused_sentence(found) == "✖ từ chối 4: dòng 15, 16, 17, 18"
    told = "\n".join(map(str, preview_lines(found, ReadingOptions(delegates=True))))
    assert "F9: nhận là “Khách mời khác”" in told


def test_the_other_guests_come_with_their_group_in_one_step(session: Session, tmp_path: Path) -> None:
    reading = read_roster(written(tmp_path), session.state.event, ReadingOptions(delegates=True, others=True))
    ready = guests.ready_import(reading, guests.known_guests(session))
    assert not ready.preview.refused
    before = len(session.state.entries)
    guests.import_roster(session, ready, "dai-bieu.xlsx")
    assert len(session.state.entries) == before + 1
    group = session.state.event.delegation(OTHERS)
    assert group is not None
    assert group.name == "Khách mời khác"
    others = [guest.organisation for guest in session.state.guests.values() if guest.delegation == OTHERS]
    assert others == [office for _title, office in NOWHERE]
    assert same_on_disk(session)
