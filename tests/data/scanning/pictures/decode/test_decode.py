import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from data.documents.cards.card import draw_card
from data.documents.cards.qr import qr_picture
from data.errors import CeremonyError
from data.scanning.codes import payload
from data.scanning.pictures.decode import decode_frame, decode_picture
from tests.data.documents.cards.samples import a_household, an_event
from tests.data.documents.cards.spoil import SPOILT

pytestmark = pytest.mark.usefixtures("english")

GUEST = a_household(34, "Nguyễn Văn Hưởng")
PAYLOAD = payload(GUEST.code)


@pytest.mark.quick_once("spoilt")
@pytest.mark.parametrize("spoilt", SPOILT)
@pytest.mark.parametrize("turn", [0, 90, 180, 45])
def test_a_picture_of_a_card_reads(spoilt: str, turn: int, tmp_path: Path) -> None:
    picture = draw_card(an_event(), GUEST).convert("L").rotate(turn, expand=True, fillcolor=255)
    SPOILT[spoilt](picture).save(tmp_path / "card.png")
    assert decode_picture(tmp_path / "card.png") == [PAYLOAD]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16"])
def test_every_kind_of_picture_reads(mode: str, tmp_path: Path) -> None:
    file = tmp_path / ("card.tif" if mode == "CMYK" else "card.png")
    qr = qr_picture(PAYLOAD, 8, "L")
    deep = mode == "I;16"
    (Image.fromarray(np.array(qr).astype("uint16") * 257) if deep else qr.convert(mode)).save(file)
    assert decode_picture(file) == [PAYLOAD]


def test_a_code_on_a_transparent_ground_reads(tmp_path: Path) -> None:
    qr = qr_picture(PAYLOAD, 8, "L")
    clear = Image.new("RGBA", qr.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=qr.point(lambda value: 255 - value))
    clear.save(tmp_path / "card.png")
    assert decode_picture(tmp_path / "card.png") == [PAYLOAD]


def test_all_codes_are_read_from_top_to_bottom_and_once(tmp_path: Path) -> None:
    texts = [f"00360034123456{n:02d}" for n in (7, 3, 5, 7)]
    page = Image.new("L", (300, 1200), 255)
    for place, text in enumerate(texts):
        page.paste(qr_picture(text, 8, "L"), (30, 20 + 290 * place))
    page.save(tmp_path / "page.png")
    assert decode_picture(tmp_path / "page.png") == texts[:3]


def test_a_picture_without_a_code_says_nothing(tmp_path: Path) -> None:
    Image.new("RGB", (640, 480), "teal").save(tmp_path / "wall.jpg")
    Image.new("1", (1, 1)).save(tmp_path / "dot.png")
    assert decode_picture(tmp_path / "wall.jpg") == decode_picture(tmp_path / "dot.png") == []


def test_a_large_photograph_reads(tmp_path: Path) -> None:
    photo = Image.new("RGB", (6000, 8000), (180, 170, 160))
    photo.paste(draw_card(an_event(), GUEST).convert("RGB"), (2000, 3000))
    photo.save(tmp_path / "photo.jpg", quality=60)
    assert decode_picture(tmp_path / "photo.jpg") == [PAYLOAD]


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


@pytest.mark.parametrize("side", [10_100, 60_000])
def test_a_decompression_bomb_is_refused_unopened(side: int, tmp_path: Path) -> None:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    file = tmp_path / "bomb.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(99))))
    with pytest.raises(CeremonyError, match="too large"):
        decode_picture(file)


def test_a_missing_picture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CeremonyError, match=r"no picture .*x\.png"):
        decode_picture(tmp_path / "x.png")


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0junk"])
def test_what_is_no_picture_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(content)
    with pytest.raises(CeremonyError, match="not a picture"):
        decode_picture(tmp_path / "x.png")
    with pytest.raises(CeremonyError, match="not a picture"):
        decode_picture(tmp_path)


@pytest.mark.parametrize("suffix", ["png", "jpg", "gif", "bmp", "tif", "webp"])
def test_a_damaged_picture_is_refused_or_read_never_a_crash(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"card.{suffix}"
    qr_picture(PAYLOAD, 8, "L").save(file)
    whole = file.read_bytes()
    rng = np.random.default_rng(7)
    for _attempt in range(40):
        spoilt = bytearray(whole[: rng.integers(10, len(whole) + 1)])
        for place in rng.integers(0, len(spoilt), 4):
            spoilt[place] = rng.integers(256)
        file.write_bytes(spoilt)
        try:
            assert set(decode_picture(file)) <= {PAYLOAD}
        except CeremonyError as refused:
            assert file.name in str(refused)


def test_a_camera_frame_reads() -> None:
    frame = np.full((480, 640, 3), 200, dtype="uint8")
    frame[100:274, 200:374] = np.array(qr_picture(PAYLOAD, 6, "L"))[:, :, None]
    assert decode_frame(frame) == [PAYLOAD]
    assert decode_frame(np.zeros((480, 640), dtype="uint8")) == []


def test_importing_it_costs_no_picture_library() -> None:
    heavy = "{'PIL', 'zxingcpp', 'numpy'}"
    code = (
        f"import sys, data.scanning.pictures.decode, data.scanning.codes; print({heavy} & {{*sys.modules}})"
    )
    root = Path(__file__).parents[5]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "set()"


def test_a_code_hard_to_read_beside_an_easy_one_is_read_too(tmp_path: Path) -> None:
    page = Image.new("L", (400, 220), 255)
    hard = Image.new("L", (140, 140), 255)
    hard.paste(qr_picture("0036003412345601", 2, "L"), (20, 20))
    hard = hard.filter(ImageFilter.GaussianBlur(1)).point(lambda value: 90 + value // 6)
    page.paste(qr_picture("0036003412345602", 6, "L"), (10, 10))
    page.paste(hard, (220, 20))
    assert len(decode_frame(np.array(page))) == 1
    page.save(tmp_path / "two.png")
    assert decode_picture(tmp_path / "two.png") == ["0036003412345602", "0036003412345601"]
