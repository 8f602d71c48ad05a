import numpy as np
import pytest
from PIL import Image

from data.documents.cards.qr import modules, qr_bits, qr_core, qr_picture
from data.scanning.pictures.decode import decode_frame

PAYLOAD = "0036003412345675"


@pytest.mark.parametrize("mode", ["1", "L"])
def test_the_picture_has_its_quiet_zone_and_reads(mode: str) -> None:
    picture = qr_picture(PAYLOAD, 5, mode)
    assert (picture.mode, picture.size) == (mode, (29 * 5, 29 * 5))
    grey = np.array(picture.convert("L"))
    assert grey[:20].min() == grey[:, :20].min() == grey[-20:].min() == grey[:, -20:].min() == 255
    assert set(np.unique(grey)) == {0, 255}
    assert decode_frame(grey) == [PAYLOAD]


def test_modules_are_version_one_and_the_picture_shows_them() -> None:
    rows = modules(PAYLOAD)
    assert [len(row) for row in rows] == [21] * 21
    assert rows[0][:8] == [True] * 7 + [False]
    dark = np.array(qr_picture(PAYLOAD, 1, "L").crop((4, 4, 25, 25))) == 0
    assert dark.tolist() == rows


def test_a_blot_on_the_code_does_not_matter() -> None:
    picture = qr_picture(PAYLOAD, 8, "L")
    picture.paste(128, (15 * 8, 13 * 8, 21 * 8, 19 * 8))
    assert decode_frame(np.array(picture)) == [PAYLOAD]


@pytest.mark.parametrize("payload", ["", "x" * 16, "1" * 18, "١" * 16, "00 36"])
def test_what_is_no_payload_is_refused(payload: str) -> None:
    with pytest.raises(ValueError, match="digits"):
        modules(payload)
    with pytest.raises(ValueError, match="digits"):
        qr_picture(payload, 3)


def test_the_modules_given_away_can_be_changed_without_harm() -> None:
    modules(PAYLOAD)[0][0] = False
    assert modules(PAYLOAD)[0][0]
    assert isinstance(qr_picture(PAYLOAD, 1), Image.Image)


@pytest.mark.parametrize("module", [1, 3, 8, 17])
def test_the_bits_of_a_pdf_are_those_that_pillow_packs(module: int) -> None:
    assert qr_bits(PAYLOAD, module) == qr_core(PAYLOAD, module).convert("1").tobytes()
