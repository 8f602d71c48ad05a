"""A picture that nothing helps costs no more than the budget; the budget is counted, never timed."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from data.documents.cards.qr import qr_picture
from data.scanning.pictures import reading_attempts
from data.scanning.pictures.decode import read_codes
from data.scanning.pictures.reading import read_picture


def price_of(picture: Image.Image) -> tuple[float, int]:
    """What is spent on a picture in which nothing is ever read, and on how many ways."""
    purse = reading_attempts.Purse()
    tried = [
        *purse.affordable(reading_attempts.upright(picture)),
        *purse.affordable(reading_attempts.turned(picture)),
    ]
    spent = sum(picture.width * picture.height for picture in tried) / 1e6 * reading_attempts._READ
    return spent, len(tried)


@pytest.mark.quick_once()
@pytest.mark.parametrize("size", [(1600, 1200), (64, 64), (185, 150), (640, 480), (3000, 2250), (3000, 3000)])
def test_every_size_gets_ways_and_none_more_than_the_budget(size: tuple[int, int]) -> None:
    spent, count = price_of(Image.new("L", size, 200))
    assert spent <= reading_attempts.BUDGET
    assert count >= 4


def test_a_small_picture_gets_every_way() -> None:
    picture = Image.new("L", (220, 180), 200)
    everything = len(list(reading_attempts.upright(picture))) + len(list(reading_attempts.turned(picture)))
    assert price_of(picture)[1] == everything


def test_what_was_not_tried_for_want_of_budget_is_said(tmp_path: Path) -> None:
    noise = np.random.default_rng(5).integers(0, 256, (2400, 3000)).astype("uint8")
    Image.fromarray(noise).save(tmp_path / "noise.png")
    Image.new("L", (200, 200), 255).save(tmp_path / "blank.png")
    assert "noise.png" in read_picture(tmp_path / "noise.png").note
    assert not read_codes(tmp_path / "blank.png").is_cut
    assert read_picture(tmp_path / "blank.png").note == ""


def test_many_pages_share_one_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prices: list[float] = []
    whole = reading_attempts.Purse.affordable

    def counted(purse: reading_attempts.Purse, some: object) -> object:
        priced = list(some)  # type: ignore[call-overload]
        prices.extend(way.price for way in priced)
        return whole(purse, iter(priced))

    monkeypatch.setattr(reading_attempts.Purse, "affordable", counted)
    blank = Image.new("L", (1200, 900), 255)
    text = qr_picture("0036003412345601", 6, "L")
    last = blank.copy()
    last.paste(text, (300, 300))
    blank.save(tmp_path / "a.tif", save_all=True, append_images=[blank] * 8 + [last])
    found = read_codes(tmp_path / "a.tif")
    assert found.texts == ["0036003412345601"], "every page gets its first look"
    assert sum(prices) > reading_attempts.BUDGET
    assert found.is_cut
