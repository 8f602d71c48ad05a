"""How long 100 cards take, against drawing bare codes and blank pages of the same sizes.

Run with ``python -m tests.bench.cards``. The bare work is what qrcode and Pillow do in their plainest
use: make each code and save it as PNG, save a blank card as PNG, and save blank A4 pages as one PDF. Its
parts are printed, since a reader may think that only some of them should count.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import qrcode
from PIL import Image
from qrcode.constants import ERROR_CORRECT_H

from data.documents.cards.card import DPI, HEIGHT, MODULE, WIDTH
from data.documents.cards.files import draw_cards
from data.documents.cards.sheet import PAGE, page_count
from data.model.guest import Guest
from data.scanning.codes import payload
from tests.bench.table import Figure
from tests.data.documents.cards.samples import an_event, households

ROUNDS = 7

Work = Callable[[Path], None]


def fastest(works: list[Work], rounds: int) -> list[float]:
    """Processor seconds of each work in an empty folder, the best of some rounds taken in turns.

    Processor time and turns, because the ratio should not depend on what else the laptop is doing.
    """
    taken: list[list[float]] = [[] for _work in works]
    for _round in range(rounds):
        for work, times in zip(works, taken, strict=True):
            with TemporaryDirectory() as folder:
                start = process_time()
                work(Path(folder))
                times.append(process_time() - start)
    return [min(times) for times in taken]


def bare_codes(guests: list[Guest]) -> Work:
    def work(folder: Path) -> None:
        for guest in guests:
            code = qrcode.QRCode(version=1, error_correction=ERROR_CORRECT_H, box_size=MODULE)
            code.add_data(payload(guest.code))
            code.make_image().save(folder / f"{guest.number}.png")

    return work


def blank_cards(count: int) -> Work:
    def work(folder: Path) -> None:
        for number in range(count):
            Image.new("L", (WIDTH, HEIGHT), 255).save(folder / f"{number}.png")

    return work


def blank_pages(count: int) -> Work:
    def work(folder: Path) -> None:
        pages = [Image.new("1", PAGE, 255) for _page in range(page_count(count))]
        pages[0].save(folder / "a4.pdf", save_all=True, append_images=pages[1:], resolution=DPI)

    return work


def our_cards(guests: list[Guest]) -> Work:
    event = an_event()

    def work(folder: Path) -> None:
        draw_cards(event, guests, folder)

    return work


def parts(count: int, rounds: int) -> list[float]:
    """Processor seconds of bare codes, blank cards and blank pages for ``count`` guests, and of ours."""
    guests = households(count)
    return fastest([bare_codes(guests), blank_cards(count), blank_pages(count), our_cards(guests)], rounds)


def figures(_place: Path) -> Iterator[Figure]:
    """Rows for 100 and for 1,000 cards."""
    for count, rounds in ((100, 5), (1_000, 1)):
        codes, _cards, pages, ours = parts(count, rounds)
        yield Figure("f", f"{count:,} cards, to bare codes and blank pages", "s*", ours, codes + pages, 1.5)


def main(count: int) -> None:
    """Print the parts for ``count`` cards."""
    codes, cards, pages, ours = parts(count, ROUNDS)
    print(f"bare codes  {codes:6.3f} s\nblank cards {cards:6.3f} s\nblank pages {pages:6.3f} s")
    print(f"{count} cards   {ours:6.3f} s, PNG and PDF")
    print(f"ratio to codes and pages            {ours / (codes + pages):.2f}")
    print(f"ratio to codes, cards and pages     {ours / (codes + cards + pages):.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
