import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from data.documents.cards import files
from data.documents.cards.card import HEIGHT, WIDTH
from data.documents.cards.files import card_name, draw_cards
from data.documents.cards.sheet import PAGE, blank_page, lay_out, page_count, pdf
from data.errors import CeremonyError
from data.scanning.codes import payload
from data.scanning.pictures.decode import decode_picture
from tests.data.documents.cards.samples import a_household, an_event, households

pytestmark = pytest.mark.usefixtures("english")


def test_each_guest_gets_a_picture_and_all_get_sheets(tmp_path: Path) -> None:
    guests = households(9)
    seen: list[tuple[int, int]] = []
    written = draw_cards(an_event(), guests, tmp_path / "a" / "cards", lambda *step: seen.append(step))
    assert seen == [(n, 9) for n in range(1, 10)]
    assert written.pictures[0].name == "0001-tran-thi-nguyet.png"
    assert [decode_picture(path) for path in written.pictures] == [[payload(g.code)] for g in guests]
    assert written.sheets is not None
    assert {path.name for path in (tmp_path / "a" / "cards").iterdir()} == {
        "the-moi-a4.pdf",
        *(path.name for path in written.pictures),
    }
    with Image.open(written.pictures[0]) as picture:
        assert picture.size == (WIDTH, HEIGHT)
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)


def test_nobody_to_draw_writes_nothing(tmp_path: Path) -> None:
    assert draw_cards(an_event(), [], tmp_path / "cards") == files.CardFiles((), None)
    assert not (tmp_path / "cards").exists()


def test_one_guests_sheet_does_not_replace_everybodys(tmp_path: Path) -> None:
    everybody = draw_cards(an_event(), households(3), tmp_path)
    one = draw_cards(an_event(), households(3)[:1], tmp_path)
    assert everybody.sheets == tmp_path / "the-moi-a4.pdf"
    assert one.sheets == tmp_path / "0001-tran-thi-nguyet.pdf"
    assert everybody.sheets.exists()


def test_file_names_are_plain_and_differ() -> None:
    assert card_name(a_household(34, "Nguyễn Văn Đỗ")) == "0034-nguyen-van-do.png"
    assert card_name(a_household(7, "../../x")).count("/") == 0
    assert card_name(a_household(1, "👨")) != card_name(a_household(2, "👨"))


def test_a_full_disk_leaves_the_old_file_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cards"
    old = draw_cards(an_event(), households(2), folder)
    before = {path: path.read_bytes() for path in folder.iterdir()}

    def half(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(CeremonyError, match="No space left"):
        draw_cards(an_event(), households(2), folder)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert old.sheets in before


def test_a_folder_that_cannot_be_made_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "cards").write_text("a file")
    with pytest.raises(CeremonyError, match="cards"):
        draw_cards(an_event(), households(2), tmp_path / "cards")


@pytest.mark.parametrize("count", [1, 8, 9, 41])
def test_sheets_hold_eight_cards_on_a4(count: int, tmp_path: Path) -> None:
    written = draw_cards(an_event(), households(count), tmp_path)
    assert written.sheets is not None
    content = written.sheets.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"CCITTFaxDecode") == page_count(count) == -(-count // 8)
    boxes = {box.split(b"]")[0].strip() for box in content.split(b"/MediaBox [")[1:]}
    (box,) = boxes
    assert [float(edge) for edge in box.split()] == pytest.approx([0, 0, 595.28, 841.89], abs=0.1)


def test_no_sheets_are_no_document() -> None:
    assert pdf([], "x") == b""


def test_cards_lie_whole_inside_the_sheet() -> None:
    black = Image.new("1", (WIDTH, HEIGHT), 0)
    page = lay_out(blank_page(), [black] * 8)
    assert page.size == PAGE
    assert page.histogram()[0] - blank_page().histogram()[0] == 8 * WIDTH * HEIGHT


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler's pdftoppm")
def test_a_printed_sheet_reads_at_150_dots(tmp_path: Path) -> None:
    guests = households(10)
    written = draw_cards(an_event(), guests, tmp_path)
    command = ["pdftoppm", "-r", "150", "-png", str(written.sheets), str(tmp_path / "page")]
    subprocess.run(command, check=True)
    read = [text for page in (1, 2) for text in decode_picture(tmp_path / f"page-{page}.png")]
    assert read == [payload(guest.code) for guest in guests]
    with Image.open(tmp_path / "page-1.png") as page:
        assert page.size == (1240, 1754)
