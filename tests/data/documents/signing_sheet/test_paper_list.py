import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageDraw

from data.documents.cards.type import Face, font
from data.documents.signing_sheet import wording
from data.documents.signing_sheet.files import write_paper_list
from data.documents.signing_sheet.page import PAGE, Sheet, draw_sheet, sheets
from data.documents.signing_sheet.tables import households_at_the_door, tables
from data.errors import CeremonyError
from data.ledger.lines.record import Step
from data.model.entries.door import CheckedIn
from data.model.entries.event import EventCreated
from data.model.entry import Entry
from data.model.event import Event
from data.model.guest import Guest
from data.state.state import State
from tests.data.documents.cards.samples import a_delegate, a_household, an_event, households
from tests.data.documents.cards.test_type import LETTERS

pytestmark = pytest.mark.usefixtures("english")

CAME = datetime(2022, 6, 18, 0, 22, tzinfo=UTC)
HOSTILE = [
    "[/b]",
    "=1+1",
    "W" * 300,
    "Nguyễn Thị Minh Nguyệt " * 13,
    "W " * 2500,
    "Nữ\u200d\u202eỄ",
    "👨‍👩",
    "​",
]


def a_state(guests: list[Guest], *came: CheckedIn, event: Event | None = None) -> State:
    happenings: list[EventCreated | CheckedIn] = [EventCreated(), *came]
    steps = [
        Step(
            Entry(id=str(place), at=CAME, ticks=0.0, run="r", device="d", what=what),
            event=None if place else event or an_event(),
            guests=() if place else tuple(guests),
        )
        for place, what in enumerate(happenings)
    ]
    return State(steps)


def laid_out(state: State) -> list[Sheet]:
    return sheets(state.event, tables(state))


def words_on(state: State, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What is written on each page; fails when a word leaves the paper's printed part."""
    pages: list[list[str]] = []
    draw_text = ImageDraw.ImageDraw.text

    def text(self: ImageDraw.ImageDraw, xy: tuple[float, float], words: str, **how: object) -> None:
        pages[-1].append(words)
        box = self.textbbox(xy, words, font=how["font"], anchor=how["anchor"])  # type: ignore[arg-type]
        assert 200 < box[0] < box[2] < PAGE[0] - 100
        assert 90 < box[1] < box[3] < PAGE[1] - 130
        draw_text(self, xy, words, **how)  # type: ignore[arg-type]

    all_sheets = laid_out(state)
    with monkeypatch.context() as patch:
        patch.setattr(ImageDraw.ImageDraw, "text", text)
        for number, sheet in enumerate(all_sheets, start=1):
            pages.append([])
            draw_sheet(state.event, sheet, number, len(all_sheets))
    return pages


def test_households_stand_in_the_order_of_the_door() -> None:
    def at(number: int, hamlet: str, order: int | None, name: str = "An") -> Guest:
        return replace(a_household(number, name), hamlet=hamlet, order=order)

    state = a_state(
        [
            at(1, "xóm 10", 1),
            at(2, "xóm 2", 9),
            at(3, "Xóm 2", 8),
            at(4, "", 1),
            at(5, "xóm 2", None, "Nguyễn Văn Bình"),
            at(6, "xóm 2", None, "Trần Văn An"),
            at(7, "Xóm Đông", 1),
            at(8, "3", 1),
            replace(at(9, "xóm 2", 1), withdrawn=True),
        ]
    )
    assert [guest.number for guest in households_at_the_door(state)] == [7, 3, 2, 6, 5, 1, 8, 4]
    begins = [row.begins_group for row in tables(state)[0].rows]
    assert begins == [False, True, False, False, False, True, True, True]


def test_who_is_present_stands_with_their_time() -> None:
    guests = [replace(g, birth_year=1960, nickname="Tư", order=g.number) for g in households(4)]
    state = a_state(
        [*guests, a_delegate(5, "Lê Văn Đức", "Chủ tịch"), a_delegate(6, "Bùi Thị Thơm", "Bí thư")],
        CheckedIn(guest=1, channel="scanner"),
        CheckedIn(guest=2, channel="scanner", relation="con trai", substitute="Nam", people=3),
        CheckedIn(guest=3, channel="paper", relation="vợ", came=datetime(2022, 6, 18, 0, 41, tzinfo=UTC)),
        CheckedIn(guest=5, channel="scanner", substitute="Vũ Văn Hà"),
    )
    of_households, of_delegates = tables(state)
    assert of_households.rows[0].cells == (
        *("1", "001", "Trần Thị Nguyệt", "1960", "3"),
        *("Chủ hộ", "07:22", "", ""),
    )
    assert [row.cells[5:7] for row in of_households.rows[1:]] == [
        ("Nam (con trai), 3 người", "07:22"),
        ("vợ", "07:41"),
        ("", ""),
    ]
    office = "Ban Thường trực MTTQ Việt Nam huyện"
    assert [row.cells for row in of_delegates.rows] == [
        ("1", "005", "Lê Văn Đức (Vũ Văn Hà)", "Chủ tịch", office, "07:22", ""),
        ("2", "006", "Bùi Thị Thơm", "Bí thư", office, "", ""),
    ]
    assert of_households.count == "Danh sách có 4 hộ; đã đến khi in: 3 hộ."


def test_the_name_in_daily_use_only_tells_namesakes_apart() -> None:
    first, second, third, *_rest = households(4)
    alike = [replace(first, nickname="Tư"), replace(second, name=first.name, nickname="Lớn")]
    (listed,) = tables(a_state([*alike, replace(third, nickname="Ba")]))
    assert sorted(row.cells[2] for row in listed.rows) == sorted(
        [f"{first.name} (Tư)", f"{first.name} (Lớn)", third.name]
    )


def test_delegates_stand_in_protocol_order() -> None:
    event = an_event()
    first, last = event.delegations
    second = replace(first, id="xa", name="UBND xã", rank=5)
    event = replace(event, delegations=(second, first, last))
    people = [replace(a_delegate(1, "B"), delegation="xa"), a_delegate(2, "Z"), a_delegate(3, "A")]
    (_households, delegates) = tables(a_state(people, event=event))
    assert [row.cells[2] for row in delegates.rows] == ["Z", "A", "B"]


def test_phones_and_the_doors_notes_stay_off_the_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    guest = replace(a_household(1, "An"), phone="0912345678", note="đi lại khó")
    words = " ".join(chain.from_iterable(words_on(a_state([guest]), monkeypatch)))
    assert "0912" not in words
    assert "đi lại" not in words


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (11, 1), (12, 2), (100, 7), (300, 20)])
def test_how_many_pages(count: int, pages: int) -> None:
    assert len(laid_out(a_state(households(count)))) == pages


def test_every_row_is_there_once_and_can_be_signed() -> None:
    made = laid_out(a_state([*households(100), *(a_delegate(n, "Hà") for n in range(101, 140))]))
    numbers = [row.row.cells[0] for sheet in made for row in sheet.rows if row.row.cells[0]]
    assert numbers == [*map(str, range(1, 101)), *map(str, range(1, 40))]
    assert min(row.height for sheet in made for row in sheet.rows) >= 10 / 25.4 * 300
    assert [sheet.table.columns for sheet in made if sheet.first] == [
        wording.HOUSEHOLD_COLUMNS,
        wording.DELEGATE_COLUMNS,
    ]


def test_each_page_has_the_headings_and_all_but_the_first_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = words_on(a_state([*households(60), a_delegate(61, "Hà")]), monkeypatch)
    for number, words in enumerate(pages, start=1):
        assert (f"{number}/{len(pages)}" in words) == (number > 1)
        assert {"STT", "Họ và tên", "Ký tên"} <= set(words)
    heads = [" ".join(words) for words in pages]
    for head, title in ((heads[0], wording.HOUSEHOLDS_TITLE), (heads[-1], wording.DELEGATES_TITLE)):
        assert f"{title} ({wording.SAMPLE})" in head
        assert "Hội nghị thành lập mô hình “Khu dân cư an toàn về an ninh trật tự”" in head
        assert "Nhà Văn hóa thôn Khả Tân, xã Duyên Hải – 08:00, ngày 18 tháng 6 năm 2022" in head
    assert wording.HOUSEHOLDS_TITLE not in heads[1]


def test_a_day_that_is_not_known_is_dotted(monkeypatch: pytest.MonkeyPatch) -> None:
    (words,) = words_on(a_state(households(1), event=an_event(None, sample=False)), monkeypatch)
    assert any(text.endswith("ngày ...... tháng ...... năm ......") for text in words)
    assert words[0] == wording.HOUSEHOLDS_TITLE


def test_hostile_names_are_whole_and_on_the_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    guests = [a_household(number, name) for number, name in enumerate(HOSTILE, start=1)]
    guests += [a_delegate(50 + n, name, name, name) for n, name in enumerate(HOSTILE)]
    written = "".join(chain.from_iterable(words_on(a_state(guests), monkeypatch))).replace(" ", "")
    for name in ("[/b]", "=1+1", "W" * 300, "NguyễnThịMinhNguyệt" * 13, "NữỄ", "." * 24):
        assert name in written


def test_a_very_long_roster_of_very_long_names_still_makes_pages() -> None:
    state = a_state([a_household(n, "Nguyễn Thị Minh Nguyệt " * 13) for n in range(1, 41)])
    assert 1 < len(laid_out(state)) <= 40


@pytest.mark.parametrize("face", ["Regular", "Medium", "Bold", "Italic"])
def test_every_letter_of_the_list_has_a_shape(face: Face) -> None:
    type_ = font(face, 50)
    missing = bytes(type_.getmask("\uffff"))
    assert [s for s in [*LETTERS, *"0123456789“”.,;:–/()"] if bytes(type_.getmask(s)) == missing] == []


def test_the_file_is_a4_across_and_reports_its_pages(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    path = write_paper_list(a_state(households(30)), tmp_path / "papers", lambda *step: seen.append(step))
    assert path == tmp_path / "papers" / "danh-sach-giay.pdf"
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert seen == [(1, 3), (2, 3), (3, 3)]
    boxes = re.findall(rb"/MediaBox \[([^]]*)\]", path.read_bytes())
    assert len(boxes) == 3
    for box in boxes:
        edges = [float(edge) for edge in box.split()]
        assert edges == pytest.approx([0, 0, 841.89, 595.28], abs=0.15)


def test_lines_are_pure_black() -> None:
    state = a_state(households(3))
    (sheet,) = laid_out(state)
    page: Image.Image = draw_sheet(state.event, sheet, 1, 1)
    assert (page.mode, page.size) == ("1", PAGE)


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_paper_list(a_state(households(3)), tmp_path / "p")
    before = path.read_bytes()

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CeremonyError, match="No space left"):
        write_paper_list(a_state(households(60)), tmp_path / "p")
    assert [(entry, entry.read_bytes()) for entry in (tmp_path / "p").iterdir()] == [(path, before)]


def test_a_page_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def stop(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    stopping: Callable[[int, int], None] = stop
    with pytest.raises(KeyboardInterrupt):
        write_paper_list(a_state(households(3)), tmp_path / "papers", stopping)
    assert not (tmp_path / "papers").exists()


def test_another_date_is_on_the_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    (words,) = words_on(a_state([], event=an_event(date(2022, 2, 3))), monkeypatch)
    assert "ngày 03 tháng 02 năm 2022" in " ".join(words)
