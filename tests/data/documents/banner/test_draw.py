from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageDraw

from data.documents.banner import draw as drawing
from data.documents.banner.draw import GOLD, PALE, RED, draw_backdrop, paint
from data.documents.banner.emblem import open_emblem
from data.documents.cards.type import Face, font
from data.errors import CeremonyError
from data.model.event import Event
from data.model.plan import BackdropLine
from data.plans.title_sign import sign_lines
from tests.data.documents.cards.test_type import LETTERS

BLUE = (0, 0, 255)
SMALL = (960, 540)


def words_of(event: Event, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is written on the sign; fails when a word is not inside its rims."""
    written: list[str] = []
    draw_text = ImageDraw.ImageDraw.text

    def text(self: ImageDraw.ImageDraw, xy: tuple[float, float], words: str, **how: object) -> None:
        written.append(words)
        box = self.textbbox(xy, words, font=how["font"], anchor="ms")  # type: ignore[arg-type]
        assert 0.03 * size[0] < box[0]
        assert box[2] < 0.97 * size[0]
        assert 0.03 * size[1] < box[1]
        assert box[3] < 0.97 * size[1]
        draw_text(self, xy, words, **how)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(ImageDraw.ImageDraw, "text", text)
        paint(event, None, size)
    return written


def test_the_lines_are_the_plans(event: Event) -> None:
    assert [(line.text, line.style) for line in sign_lines(event)] == [
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ DUYÊN HẢI", "bold"),
        ("HỘI NGHỊ", "bold"),
        ("THÀNH LẬP MÔ HÌNH", "bold"),
        ("“KHU DÂN CƯ AN TOÀN VỀ AN NINH TRẬT TỰ”", "bold"),
        ("Duyên Hải, ngày 05 tháng 6 năm 2022", "italic"),
    ]


def test_what_is_not_known_is_dotted(event: Event) -> None:
    unknown = replace(event, date=None, site=replace(event.site, commune=""))
    lines = [line.text for line in sign_lines(unknown)]
    assert lines[0] == "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM ....."
    assert lines[-1] == "....., ngày ..... tháng ..... năm ....."


def test_the_projector_gets_gold_on_red(event: Event) -> None:
    sign = draw_backdrop(event)
    assert (sign.size, sign.mode) == ((3840, 2160), "RGB")
    assert sign.getpixel((0, 0)) == RED
    colours = {colour for _count, colour in sign.getcolors(1 << 24) or ()}
    assert {RED, GOLD, PALE} <= colours


def test_the_emblem_stands_left_and_the_words_right(event: Event, emblem: Path) -> None:
    sign, plain = draw_backdrop(event, emblem), draw_backdrop(event)
    blue = [x for x in range(0, 3840, 10) if sign.getpixel((x, 1080)) == BLUE]
    assert blue
    assert max(blue) < 0.26 * 3840
    left, top, right, bottom = ImageChops.difference(sign, plain).getbbox() or (0, 0, 0, 0)
    assert right < 0.26 * 3840
    assert (top + bottom) / 2 == pytest.approx(1080, abs=2)
    assert left > 0.04 * 3840
    # Where the picture is clear the field shows.
    assert sign.getpixel((left + 4, top + 4)) == RED


def test_without_an_emblem_a_frame_says_where_it_goes(event: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    assert " ".join(words_of(event, SMALL, monkeypatch)).startswith(drawing.EMBLEM_GOES_HERE)


LONG = ["Nguyễn " * 43, "W" * 300, "KHU DÂN CƯ AN TOÀN VỀ AN NINH TRẬT TỰ " * 8, "[/b]{x}=1+1 \u202e…"]


@pytest.mark.quick_once()
@pytest.mark.parametrize("model", LONG)
@pytest.mark.parametrize("size", [SMALL, (1600, 320), (400, 1000), (1000, 1000)])
def test_long_names_are_whole_and_inside(
    model: str, size: tuple[int, int], event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = replace(event, model=model)
    wanted = "".join(line.text for line in sign_lines(named)).replace(" ", "")
    assert wanted in "".join(words_of(named, size, monkeypatch)).replace(" ", "").replace("\u2006", "")


@pytest.mark.parametrize("lines", [0, 1, 2, 12])
def test_any_number_of_lines(lines: int, event: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    several = replace(event, backdrop=tuple(BackdropLine(text="HỘI NGHỊ") for _n in range(lines)))
    assert words_of(several, SMALL, monkeypatch).count("HỘI NGHỊ") == lines
    italic = replace(event, backdrop=(BackdropLine(text="{date}", style="italic"),))
    assert "ngày 05 tháng 6 năm 2022" in words_of(italic, SMALL, monkeypatch)


@pytest.mark.parametrize("face", ["Bold", "Black", "Italic"])
def test_every_letter_of_the_sign_has_a_shape(face: Face) -> None:
    type_ = font(face, 100)
    missing = bytes(type_.getmask("\uffff"))
    assert [s for s in [*LETTERS, *"0123456789“”.,–/()"] if bytes(type_.getmask(s)) == missing] == []


def test_another_day_is_another_sign(event: Event) -> None:
    other = replace(event, date=date(2022, 6, 6))
    assert paint(event, None, SMALL).tobytes() != paint(other, None, SMALL).tobytes()


def test_an_emblem_that_is_no_picture_is_refused(tmp_path: Path, emblem: Path) -> None:
    with pytest.raises(CeremonyError, match="There is no picture"):
        open_emblem(tmp_path / "missing.png")
    with pytest.raises(CeremonyError, match="not a picture"):
        open_emblem(tmp_path)
    for content in (b"", b"<svg/>", emblem.read_bytes()[:200]):
        broken = tmp_path / "broken.png"
        broken.write_bytes(content)
        with pytest.raises(CeremonyError, match="not a picture"):
            open_emblem(broken)


@pytest.mark.quick_once()
@pytest.mark.parametrize("side", [8000, 20000])
def test_a_huge_emblem_is_refused(side: int, tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    Image.new("1", (side, side)).save(path)
    with pytest.raises(CeremonyError, match="too large"):
        open_emblem(path)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16", "RGB"])
def test_emblems_of_every_kind(mode: str, tmp_path: Path) -> None:
    path = tmp_path / f"emblem.{'tif' if mode == 'CMYK' else 'png'}"
    Image.new(mode, (40, 20)).save(path)
    assert (open_emblem(path).mode, open_emblem(path).size) == ("RGBA", (40, 20))
