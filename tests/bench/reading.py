"""How often a printed card is read after a bad day, against a bare code of the same size.

Run with ``python -m tests.bench.reading`` (needs poppler's pdftoppm). Every card of both sample events is
printed to PDF, rasterised at 150 dpi, tilted, blurred, dimmed and saved as a poor JPEG, in steps from mild
to hopeless; a bare code goes through the same.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from data.cards.card import DPI, MODULE
from data.cards.files import draw_cards
from data.cards.qr import qr_picture
from data.ceremony import Ceremony
from data.codes import payload
from data.decode import decode_picture
from data.sample import found_sample
from tests.cards.spoil import blurred, dim, jpeg, tilted

RASTER_DPI = 150
STEPS = (1.0, 2.0, 3.0, 3.5, 4.0)
"""How many times smaller than 150 dpi the picture is taken: from a scanner's glass to arm's length."""


def spoil(picture: Image.Image, step: float, file: Path) -> None:
    """Tilt, blur, dim and shrink ``picture``, and save it as a JPEG of quality 30."""
    poor = dim(blurred(tilted(picture.resize((picture.width * 2, picture.height * 2)))))
    small = poor.resize((round(poor.width / 2 / step), round(poor.height / 2 / step)), Image.Resampling.BOX)
    jpeg(small, 30).save(file, quality=30)


def pages(pdf: Path, folder: Path) -> list[Image.Image]:
    """The pages of ``pdf`` as grey pictures at 150 dpi."""
    subprocess.run(
        ["pdftoppm", "-r", str(RASTER_DPI), "-gray", "-png", str(pdf), str(folder / "page")], check=True
    )
    return [Image.open(file) for file in sorted(folder.glob("page*.png"))]


def cells(page: Image.Image) -> list[Image.Image]:
    """The eight places of a sheet, in the order of the guests."""
    width, height = page.width // 2, page.height // 4
    return [
        page.crop((column * width, row * height, (column + 1) * width, (row + 1) * height))
        for row in range(4)
        for column in range(2)
    ]


def reads(pictures: list[Image.Image], texts: list[str], step: float, folder: Path) -> int:
    """How many of ``pictures`` still say their text."""
    file = folder / "spoilt.jpg"
    read = 0
    for picture, text in zip(pictures, texts, strict=False):
        spoil(picture, step, file)
        read += text in decode_picture(file)
    return read


def measure(site: str) -> None:
    """Print, for one sample event, how many cards and bare codes are read at each step."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        found_sample(folder / "event", site)
        with Ceremony(folder / "event", "read") as ceremony:
            guests, event = list(ceremony.state.guests.values()), ceremony.state.event
        drawn = draw_cards(event, guests, folder / "cards")
        assert drawn.sheets is not None
        cards = [cell for page in pages(drawn.sheets, folder) for cell in cells(page)]
        texts = [payload(guest.code) for guest in guests]
        bare = [_bare(text) for text in texts]
        for step in STEPS:
            print(f"{site:10} {step:4}  cards {reads(cards, texts, step, folder):3}", end="  ")
            print(f"bare {reads(bare, texts, step, folder):3}  of {len(texts)}")


def _bare(text: str) -> Image.Image:
    code = qr_picture(text, MODULE, "L")
    scale = RASTER_DPI / DPI
    return code.resize((round(code.width * scale), round(code.height * scale)), Image.Resampling.BOX)


if __name__ == "__main__":
    if shutil.which("pdftoppm") is None:
        sys.exit("pdftoppm is missing: install poppler-utils")
    for village in ("kha-tan", "dong-thai"):
        measure(village)
