from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from data.documents.cards.card import DPI, HEIGHT, MODULE, WIDTH, draw_card
from data.documents.cards.qr import qr_picture
from data.model.guest import Guest
from data.scanning.codes import payload
from data.scanning.pictures.decode import decode_frame
from tests.data.documents.cards.samples import a_delegate, a_household, an_event
from tests.data.documents.cards.spoil import SPOILT

HOSTILE = [
    "[/b]",
    "[VIP] Hoa",
    "=1+1",
    "x" * 300,
    "Nguyễn Thị Minh Nguyệt " * 13,
    "👨‍👩‍👧 Lan",
    "",
    "\u200b",
    "\u3000",
    "a\nb\tc\x00d",
    "\u202eoạH",
    "ễ" + "\u0323" * 20,
    "\ud800",
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("make", [a_household, a_delegate])
def test_any_name_is_drawn_and_the_code_still_reads(name: str, make: Callable[[int, str], Guest]) -> None:
    guest = make(8, name)
    card = draw_card(an_event(), guest)
    assert card.size == (WIDTH, HEIGHT)
    assert decode_frame(np.array(card.convert("L"))) == [payload(guest.code)]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.text(max_size=200), st.text(max_size=200), st.integers(0, 123_456))
def test_nothing_runs_over_the_frame_or_into_the_code(
    name: str, title: str, organisation: str, number: int
) -> None:
    guest = a_delegate(number, name, title, organisation)
    card = np.array(draw_card(an_event(), guest).convert("L"))
    plain = np.array(draw_card(an_event(), a_delegate(1, "Lan")).convert("L"))
    assert (card[:, :60] == plain[:, :60]).all()
    assert (card[-65:] == plain[-65:]).all()
    assert decode_frame(card) == [payload(guest.code)]


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_card_reads_wherever_a_bare_code_of_its_size_does(spoilt: str) -> None:
    guest = a_household(34, "Nguyễn Văn Hưởng")
    spoil = SPOILT[spoilt]
    bare = decode_frame(np.array(spoil(qr_picture(payload(guest.code), MODULE)).convert("L")))
    card = decode_frame(np.array(spoil(draw_card(an_event(), guest)).convert("L")))
    assert bare == card == [payload(guest.code)]


def test_the_code_is_thirty_millimetres_wide_in_pure_black_on_white() -> None:
    assert pytest.approx(30, abs=0.5) == 21 * MODULE / DPI * 25.4
    guest = a_household(34, "Nguyễn Văn Hưởng")
    card = np.array(draw_card(an_event(), guest).convert("RGB"))
    wanted = np.array(qr_picture(payload(guest.code), MODULE).convert("RGB"))
    side = wanted.shape[0]
    windows = [
        (y, x)
        for y in range(170, HEIGHT - side)
        for x in range(560, WIDTH - side)
        if (card[y, x : x + side] == 255).all() and (card[y : y + side, x] == 255).all()
    ]
    assert any((card[y : y + side, x : x + side] == wanted).all() for y, x in windows)


def test_a_card_without_a_date_leaves_it_to_be_written() -> None:
    guest = a_household(1, "Lan")
    assert draw_card(an_event(None), guest).tobytes() != draw_card(an_event(), guest).tobytes()


def test_a_sample_is_marked() -> None:
    guest = a_household(1, "Lan")
    real = np.array(draw_card(an_event(sample=False), guest).convert("L"))
    sample = np.array(draw_card(an_event(sample=True), guest).convert("L"))
    assert (real[:-70] == sample[:-70]).all()
    assert (real[-70:] != sample[-70:]).any()


def test_the_card_is_a_small_file() -> None:
    file = BytesIO()
    draw_card(an_event(), a_household(1, "Nguyễn Văn Hưởng")).save(file, "PNG", compress_level=1)
    assert len(file.getvalue()) < 80_000
    assert Image.open(file).convert("RGB").getpixel((5, 5)) == (255, 255, 255)
