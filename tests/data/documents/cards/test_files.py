import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument, PdfImage, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from data.documents.cards import files
from data.documents.cards.card import DPI, HEIGHT, WIDTH, Press
from data.documents.cards.files import card_name, draw_cards
from data.documents.cards.ink import black_only
from data.documents.cards.sheet import PAGE, page_count
from data.errors import CeremonyError
from data.scanning.codes import payload
from data.scanning.pictures.decode import decode_picture
from tests.data.documents.cards.samples import a_delegate, a_household, an_event, households

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


@pytest.mark.quick_once()
@pytest.mark.parametrize("count", [1, 8, 9, 41])
def test_sheets_hold_eight_cards_on_a4(count: int, tmp_path: Path) -> None:
    written = draw_cards(an_event(), households(count), tmp_path)
    assert written.sheets is not None
    content = written.sheets.read_bytes()
    assert content.startswith(b"%PDF-")
    assert len(PdfDocument(content)) == page_count(count) == -(-count // 8)
    boxes = {box.split(b"]")[0].strip() for box in content.split(b"/MediaBox [")[1:]}
    (box,) = boxes
    assert [float(edge) for edge in box.split()] == pytest.approx([0, 0, 595.28, 841.89], abs=0.1)


def laid_out(page: PdfPage) -> Image.Image:
    """The pictures of a page, each put where the page says, dot by dot, with no viewer's smoothing."""
    paper = Image.new("L", PAGE, 255)
    for found in page.get_objects([FPDF_PAGEOBJ_IMAGE]):
        assert isinstance(found, PdfImage)
        picture = found.get_bitmap(render=False).to_pil().convert("L")
        a, _b, _c, d, left, foot = (value * DPI / 72 for value in found.get_matrix().get())
        assert (a, d) == pytest.approx(picture.size, abs=0.01)
        paper.paste(picture, (round(left), round(PAGE[1] - foot - d)))
    return paper


def test_a_sheet_shows_dot_by_dot_what_the_pictures_show(tmp_path: Path) -> None:
    longest = a_delegate(1234, "Nguyễn Đăng Quỳnh Hương " * 9, "Phó Chủ tịch " * 9, "Ủy ban nhân dân " * 9)
    marked = a_household(8, "Ngỵg " + "ễ" + "\u0323" * 20)
    guests = [*households(7), marked, longest]
    written = draw_cards(an_event(), guests, tmp_path)
    assert written.sheets is not None
    document = PdfDocument(written.sheets)
    assert document.get_metadata_dict()["Title"] == an_event().title
    wanted = [Image.new("L", PAGE, 255) for _page in document]
    for place, guest in enumerate(guests):
        page, cell = divmod(place, 8)
        row, column = divmod(cell, 2)
        corner = ((PAGE[0] - 2 * WIDTH) // 2 + column * WIDTH, (PAGE[1] - 4 * HEIGHT) // 2 + row * HEIGHT)
        wanted[page].paste(black_only(Press(an_event()).plate(guest)), corner)
    assert [laid_out(page).tobytes() for page in document] == [page.tobytes() for page in wanted]


def test_marks_to_cut_by_stand_in_the_margins_at_every_edge_of_a_card(tmp_path: Path) -> None:
    written = draw_cards(an_event(), households(1), tmp_path)
    assert written.sheets is not None
    page = PdfDocument(written.sheets)[0].render(scale=DPI / 72, grayscale=True).to_pil()
    dark = page.point([255 * (value < 128) for value in range(256)])
    left, top = (PAGE[0] - 2 * WIDTH) // 2, (PAGE[1] - 4 * HEIGHT) // 2
    for y in (70, PAGE[1] - 70):
        row = dark.crop((0, y, PAGE[0], y + 1)).tobytes()
        runs = [x for x in range(1, PAGE[0]) if row[x] and not row[x - 1]]
        assert runs == pytest.approx([left + column * WIDTH for column in range(3)], abs=2)
    for x in (70, PAGE[0] - 70):
        column = dark.crop((x, 0, x + 1, PAGE[1])).tobytes()
        runs = [y for y in range(1, PAGE[1]) if column[y] and not column[y - 1]]
        assert runs == pytest.approx([top + row * HEIGHT for row in range(5)], abs=2)


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
