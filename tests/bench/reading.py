"""How often a printed card is read after a bad day, against a bare code of the same size.

Run with ``python -m tests.bench.reading [SEEDS]`` (needs poppler's pdftoppm; about two minutes a seed).
Every card of both sample events is printed to PDF, rasterised at 150 dpi, tilted, blurred, dimmed, taken
from afar and saved as a poor JPEG. Its bare twin is the same code, of the same size and in the same place
of the same sheet, with nothing else on the paper; it goes through the same with the same numbers drawn.
"""

import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageEnhance, ImageFilter

from data.documents.cards.card import HEIGHT, WIDTH
from data.documents.cards.files import draw_cards
from data.documents.cards.sheet import Sheets
from data.rehearsal.sample import found_sample
from data.scanning.codes import payload
from data.scanning.pictures.decode import decode_picture
from data.session.session import Session

RASTER_DPI = 150
STEPS = (1.0, 2.0, 3.0, 3.5)
"""How many times smaller than 150 dpi the picture is taken: from a scanner's glass to arm's length."""


def spoil(picture: Image.Image, step: float, seed: str, file: Path) -> None:
    """Tilt, blur, dim and shrink ``picture`` as ``seed`` says, and save it as a poor JPEG."""
    chance = random.Random(seed)
    fine = picture.convert("L").resize((picture.width * 2, picture.height * 2), Image.Resampling.BICUBIC)
    fine = fine.rotate(chance.uniform(-15, 15), Image.Resampling.BICUBIC, expand=True, fillcolor=90)
    fine = fine.filter(ImageFilter.GaussianBlur(chance.uniform(4, 7)))
    dim = ImageEnhance.Brightness(fine).enhance(chance.uniform(0.25, 0.5))
    grey = ImageEnhance.Contrast(dim).enhance(chance.uniform(0.4, 0.7))
    size = (round(grey.width / 2 / step), round(grey.height / 2 / step))
    grey.resize(size, Image.Resampling.BOX).save(file, "JPEG", quality=chance.randint(20, 40))


def printed(sheets: Path, folder: Path) -> list[Image.Image]:
    """The cards of the PDF ``sheets`` as grey pictures at 150 dpi, in the order of the guests."""
    folder.mkdir()
    command = ["pdftoppm", "-r", str(RASTER_DPI), "-gray", "-png", str(sheets), str(folder / "page")]
    subprocess.run(command, check=True)
    return [cell for file in sorted(folder.glob("page*.png")) for cell in _cells(Image.open(file))]


def _cells(page: Image.Image) -> list[Image.Image]:
    width, height = page.width // 2, page.height // 4
    return [
        page.crop((column * width, row * height, (column + 1) * width, (row + 1) * height))
        for row in range(4)
        for column in range(2)
    ]


def bare_sheets(texts: Sequence[str], file: Path) -> Path:
    """A PDF like that of the cards, with nothing on it but their codes, each in its card's place."""
    sheets = Sheets("bare", Image.new("1", (WIDTH, HEIGHT), 255))
    for text in texts:
        sheets.add(text, [])
    file.write_bytes(sheets.content())
    return file


def reads(pictures: Sequence[Image.Image], texts: Sequence[str], step: float, seed: int, file: Path) -> int:
    """How many of ``pictures`` still say their text."""
    read = 0
    for picture, text in zip(pictures, texts, strict=False):
        spoil(picture, step, f"{seed} {step} {text}", file)
        read += text in decode_picture(file)
    return read


def measure(site: str, seeds: int) -> None:
    """Print, for one sample event, how many cards and bare codes are read at each step."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        found_sample(folder / "event", site)
        with Session(folder / "event", "read") as session:
            guests, event = list(session.state.guests.values()), session.state.event
        texts = [payload(guest.code) for guest in guests]
        drawn = draw_cards(event, guests, folder / "cards")
        assert drawn.sheets is not None
        cards = printed(drawn.sheets, folder / "card-pages")
        bare = printed(bare_sheets(texts, folder / "bare.pdf"), folder / "bare-pages")
        for step in STEPS:
            for name, pictures in (("cards", cards), ("bare", bare)):
                read = [reads(pictures, texts, step, seed, folder / "spoilt.jpg") for seed in range(seeds)]
                told = " + ".join(map(str, read))
                print(f"{site:10} {step:4} {name:6} {told} = {sum(read)} of {seeds * len(texts)}", flush=True)


if __name__ == "__main__":
    if shutil.which("pdftoppm") is None:
        sys.exit("pdftoppm is missing: install poppler-utils")
    for village in ("kha-tan", "dong-thai"):
        measure(village, int(sys.argv[1]) if len(sys.argv) > 1 else 2)
