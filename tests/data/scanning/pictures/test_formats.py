"""Every kind of picture that phones, scanners and Zalo make is read, all of it; what is not is said."""

import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from data.documents.cards.qr import qr_picture
from data.errors import CeremonyError
from data.scanning.codes import new_code, payload
from data.scanning.pictures.decode import decode_picture, read_codes
from data.scanning.pictures.folder import PictureFolder
from data.scanning.pictures.pages import MOST_FRAMES, MOST_PAGES
from data.scanning.pictures.reading import read_picture

CARDS = [payload(new_code("42", number)) for number in range(1, 4)]
EVERY_TURN = (1, 2, 3, 4, 5, 6, 7, 8)


def sheet(*texts: str, mode: str = "L") -> Image.Image:
    page = Image.new("L", (300, max(1, len(texts)) * 300), 255)
    for place, text in enumerate(texts):
        page.paste(qr_picture(text, 6, "L"), (60, 300 * place + 60))
    return page.convert(mode)


def test_a_photo_of_an_iphone_is_read_under_every_name_that_it_comes_with(tmp_path: Path) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    for name in ("IMG_1.HEIC", "IMG_2.heif", "zalo.jpg"):
        pillow_heif.from_pillow(sheet(CARDS[0], mode="RGB")).save(tmp_path / "photo.heic")
        (tmp_path / "photo.heic").rename(tmp_path / name)
        assert decode_picture(tmp_path / name) == [CARDS[0]]


def test_where_the_library_for_heic_is_missing_the_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(40))
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(CeremonyError, match="JPEG"):
        decode_picture(tmp_path / "a.heic")


@pytest.mark.quick_once()
@pytest.mark.parametrize("suffix", ["tif", "pdf"])
def test_every_page_of_a_scan_is_read(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"scan.{suffix}"
    blank = sheet(mode="RGB")
    rest = [blank, sheet(CARDS[1], CARDS[2], mode="RGB")]
    sheet(CARDS[0], mode="RGB").save(file, save_all=True, append_images=rest)
    assert decode_picture(file) == CARDS


@pytest.mark.quick_once()
@pytest.mark.parametrize("suffix", ["gif", "webp", "png"])
def test_a_code_that_only_a_later_picture_of_an_animation_shows_is_read(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"sticker.{suffix}"
    sheet(mode="RGB").save(
        file, save_all=True, append_images=[sheet(CARDS[0], mode="RGB")], duration=100, lossless=True
    )
    assert decode_picture(file) == [CARDS[0]]


def test_a_long_animation_is_looked_at_from_its_first_to_its_last_picture(tmp_path: Path) -> None:
    frames = [Image.new("L", (300, 300), shade) for shade in range(100, 100 + 3 * MOST_FRAMES)]
    frames[0].save(
        tmp_path / "a.gif", save_all=True, append_images=[*frames[1:], sheet(CARDS[0])], duration=20
    )
    assert decode_picture(tmp_path / "a.gif") == [CARDS[0]]


def test_of_a_long_document_what_was_not_looked_at_is_said(tmp_path: Path) -> None:
    file = tmp_path / "long.tif"
    blank = Image.new("1", (64, 64), 1)
    blank.save(file, save_all=True, append_images=[blank] * (MOST_PAGES + 2))
    assert read_codes(file).left_out == 3
    assert "3" in read_picture(file).note


def test_a_document_cut_off_in_the_middle_still_gives_its_first_pages(tmp_path: Path) -> None:
    file = tmp_path / "scan.tif"
    sheet(CARDS[0]).save(file, save_all=True, append_images=[sheet(CARDS[1])], compression="raw")
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) * 3 // 5])
    try:
        assert set(decode_picture(file)) <= set(CARDS)
    except CeremonyError as refused:
        assert file.name in str(refused)


def test_a_locked_or_damaged_pdf_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"%PDF-1.7\nnothing of the kind")
    assert "letter.pdf" in read_picture(file).problem


@pytest.mark.parametrize("turn", EVERY_TURN)
def test_codes_are_told_in_the_order_in_which_the_camera_saw_them(turn: int, tmp_path: Path) -> None:
    held = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[turn]
    upright = sheet(*CARDS)
    exif = Image.Exif()
    exif[0x0112] = turn
    (upright.transpose(held) if held is not None else upright).save(tmp_path / "a.jpg", exif=exif)
    assert decode_picture(tmp_path / "a.jpg") == CARDS


@pytest.mark.parametrize("depth", ["I;16", "I", "F"])
def test_a_picture_of_many_shades_is_read_however_dark_it_is(depth: str, tmp_path: Path) -> None:
    shades = np.array(sheet(CARDS[0])).astype("float64")
    values = {"I;16": shades * 16, "I": shades * 200, "F": shades / 255}[depth]
    kind = {"I;16": "uint16", "I": "int32", "F": "float32"}[depth]
    Image.fromarray(values.astype(kind)).save(tmp_path / "deep.tif")
    assert decode_picture(tmp_path / "deep.tif") == [CARDS[0]]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_black_on_a_transparent_ground_is_read(mode: str, tmp_path: Path) -> None:
    qr = qr_picture(CARDS[0], 8, "L")
    clear = Image.new("RGBA", qr.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=qr.point(lambda value: 255 - value))
    picture = clear.convert("P") if mode == "PA" else clear.convert(mode)
    picture.save(tmp_path / "a.png")
    assert decode_picture(tmp_path / "a.png") == [CARDS[0]]


def test_both_views_of_a_stereo_photo_are_one_picture(tmp_path: Path) -> None:
    sheet(CARDS[0], mode="RGB").save(
        tmp_path / "a.mpo", save_all=True, append_images=[sheet(CARDS[0], mode="RGB")]
    )
    assert decode_picture(tmp_path / "a.mpo") == [CARDS[0]]


def test_what_lies_among_pictures_and_is_not_read_there_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"x" * 10)
    (tmp_path / "notes.txt").write_bytes(b"x")
    folder = PictureFolder(tmp_path)
    said = [picture for _time in range(4) for picture in folder.look()]
    assert [picture.path.name for picture in said] == ["film.mp4"]
    assert "film.mp4" in said[0].problem and said[0].scans == ()
