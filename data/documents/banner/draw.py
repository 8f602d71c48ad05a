"""Drawing the title sign as the plan's "Tít chữ" sets it out: the emblem left, the words right.

The sign is a Vietnamese paper: its one fixed wording is Vietnamese in every language of the screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from data.documents.banner.emblem import open_emblem
from data.documents.cards.type import ASCENT, LEADING, Face, Setting, apart, fit
from data.model.event import Event
from data.model.plan import BackdropLine
from data.plans.title_sign import SignPart, sign_lines, sign_parts

PROJECTOR = (3840, 2160)
EMBLEM_GOES_HERE = "Biểu trưng của MTTQ"


RED = (163, 15, 22)
GOLD = (255, 213, 74)
PALE = (255, 240, 200)

# Parts of the sign's width.
_EMBLEM_FROM, _EMBLEM_TO = 0.045, 0.255
_WORDS_FROM, _WORDS_TO = 0.29, 0.955
# Parts of its height, or of nine sixteenths of its width where that is less.
_HIGHEST_EMBLEM = 0.46
_ROOM = 0.84
_BROAD = 1.3
_RIMS = ((0.022, 0.005), (0.034, 0.0018))
_SHRINK = 0.96
_SMALLEST = 8


@dataclass(frozen=True, slots=True)
class _Role:
    """What a line is on the sign. ``size`` and ``above`` (blank space) are parts of its height."""

    face: Face
    ink: tuple[int, int, int]
    size: float
    above: float
    most_lines: int


_ROLES: dict[SignPart, _Role] = {
    "organiser": _Role("Bold", GOLD, 0.052, 0.0, 3),
    "occasion": _Role("Bold", GOLD, 0.085, 0.02, 3),
    "subject": _Role("Black", GOLD, 0.112, 0.02, 4),
    "date": _Role("Italic", PALE, 0.054, 0.055, 2),
}
# Below this part of its size a line is rather broken in two than set smaller.
_WORTH_A_LINE = 0.7


def draw_backdrop(event: Event, emblem: Path | None = None) -> Image.Image:
    """The sign for a projector: 3840 by 2160 pixels, mode "RGB".

    Without the organiser's ``emblem`` a frame stands where it goes. What is not known yet is dotted.
    Raises CeremonyError when the emblem cannot be read.
    """
    return paint(event, emblem, PROJECTOR)


def paint(event: Event, emblem: Path | None, size: tuple[int, int]) -> Image.Image:
    """The sign in ``size`` pixels."""
    sign = Image.new("RGB", size, RED)
    draw = ImageDraw.Draw(sign)
    unit = _unit(size)
    for inset, thick in _RIMS:
        edge = round(inset * unit)
        corner = (size[0] - 1 - edge, size[1] - 1 - edge)
        draw.rectangle((edge, edge, *corner), outline=GOLD, width=max(1, round(thick * unit)))
    if emblem is None:
        _draw_frame(draw, size)
    else:
        _paste(sign, open_emblem(emblem))
    _draw_words(draw, event, size)
    return sign


def _unit(size: tuple[int, int]) -> float:
    return min(size[1], size[0] * 9 / 16)


def _draw_words(draw: ImageDraw.ImageDraw, event: Event, size: tuple[int, int]) -> None:
    lines = sign_lines(event)
    if not lines:
        return
    roles = [_ROLES[part] for part in sign_parts(lines)]
    # On a broad banner width is plenty: there the height is used to the full.
    unit = min(size[1] * _BROAD, size[0] * 9 / 16)
    width = round((_WORDS_TO - _WORDS_FROM) * size[0])
    settings, height = _settings(lines, roles, unit, (width, round(_ROOM * size[1])))
    middle = (_WORDS_FROM + _WORDS_TO) / 2 * size[0]
    y = (size[1] - height) / 2
    for index, (setting, role) in enumerate(zip(settings, roles, strict=True)):
        y += role.above * unit if index else 0
        _set(draw, setting, (middle, y), role.ink)
        y += setting.height


def _settings(
    lines: Sequence[BackdropLine], roles: Sequence[_Role], unit: float, room: tuple[int, int]
) -> tuple[list[Setting], float]:
    """Each line as it is set, and the height of all: in proportion, as large as the room allows."""
    gaps = sum(role.above for role in roles[1:]) * unit
    scale = 1.0
    while True:
        settings = [
            _in_few_lines(line.text, role, round(role.size * unit * scale), room)
            for line, role in zip(lines, roles, strict=True)
        ]
        height = sum(setting.height for setting in settings) + gaps
        if height <= room[1] or _is_least(roles, unit * scale):
            return settings, height
        scale *= _SHRINK


def _is_least(roles: Sequence[_Role], unit: float) -> bool:
    """Whether the letters cannot be made smaller."""
    return max(role.size for role in roles) * unit <= _SMALLEST


def _in_few_lines(text: str, role: _Role, largest: int, room: tuple[int, int]) -> Setting:
    largest = max(largest, _SMALLEST)
    for most_lines in range(1, role.most_lines):
        setting = fit(text, role.face, room, most_lines=most_lines, largest=largest, smallest=_SMALLEST)
        if setting.size >= largest * _WORTH_A_LINE and "…" not in setting.lines[-1]:
            return setting
    return fit(text, role.face, room, most_lines=12, largest=largest, smallest=_SMALLEST)


def _draw_frame(draw: ImageDraw.ImageDraw, size: tuple[int, int]) -> None:
    left, top, right, bottom = _emblem_box(size)
    draw.rectangle((left, top, right, bottom), outline=GOLD, width=max(1, round(0.003 * _unit(size))))
    room = (round((right - left) * 0.8), round((bottom - top) * 0.5))
    setting = fit(EMBLEM_GOES_HERE, "Regular", room, most_lines=3, largest=round(0.05 * _unit(size)))
    _set(draw, setting, ((left + right) / 2, (top + bottom - setting.height) / 2), GOLD)


def _paste(sign: Image.Image, emblem: Image.Image) -> None:
    left, top, right, bottom = _emblem_box(sign.size)
    fitted = ImageOps.contain(emblem, (right - left, bottom - top), Image.Resampling.LANCZOS)
    corner = ((left + right - fitted.width) // 2, (top + bottom - fitted.height) // 2)
    sign.paste(fitted, corner, fitted)


def _emblem_box(size: tuple[int, int]) -> tuple[int, int, int, int]:
    """A square in the middle of the left cell: left, top, right, bottom."""
    side = min((_EMBLEM_TO - _EMBLEM_FROM) * size[0], _HIGHEST_EMBLEM * size[1])
    middle = (_EMBLEM_FROM + _EMBLEM_TO) / 2 * size[0]
    left, top = round(middle - side / 2), round((size[1] - side) / 2)
    return left, top, left + round(side), top + round(side)


def _set(
    draw: ImageDraw.ImageDraw, setting: Setting, head: tuple[float, float], ink: tuple[int, int, int]
) -> None:
    x, top = head
    for index, line in enumerate(setting.lines):
        y = top + (ASCENT + LEADING * index) * setting.size
        draw.text((x, y), apart(line), fill=ink, font=setting.font, anchor="ms")
