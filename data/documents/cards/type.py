"""Setting type: Roboto, which has every Vietnamese letter, and text fitted into boxes.

Sizes and widths are in pixels. Pillow's basic layout is used on purpose: Vietnamese in NFC needs no
shaping, and the same card comes out on every laptop, with or without libraqm.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import modf
from typing import Literal

import font_roboto
from PIL import Image, ImageDraw, ImageFont

Face = Literal["Light", "Regular", "Medium", "Bold", "Black", "Italic"]

# Parts of the type size. Roboto's own ascent (0.93) would clip the tones of capitals such as Ễ (1.04).
ASCENT = 1.05
DESCENT = 0.25
LEADING = 1.2

_MEASURED_AT = 256
_WORTH_A_BREAK = 0.5


@dataclass(frozen=True, slots=True)
class Setting:
    """Text as it fits: its lines, the face and the type size in pixels to the em."""

    lines: tuple[str, ...]
    face: Face
    size: int

    @property
    def height(self) -> int:
        """Pixels from the top of the first line's tones to the foot of the last line's letters."""
        return block_height(self.size, len(self.lines))

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        """The font to draw it with."""
        return font(self.face, self.size)


@lru_cache(maxsize=512)
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """Roboto in this face at ``size`` pixels to the em."""
    path = font_roboto.font_files["Roboto" if face == "Regular" else f"Roboto{face}"]
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _letter(face: Face, size: int, letter: str, beside: tuple[float, float]) -> tuple[Image.Image, int, int]:
    """A letter drawn 255 on 0, so many parts of a pixel right of and below its place, and how far left and
    how far above it that picture begins."""
    type_ = font(face, size)
    left, top, right, bottom = map(round, type_.getbbox(letter, anchor="ls"))
    picture = Image.new("L", (right - left + 2, bottom - top + 2))
    place = (beside[0] - left, beside[1] - top)
    ImageDraw.Draw(picture).text(place, letter, fill=255, font=type_, anchor="ls")
    return picture, left, top


@lru_cache(maxsize=8192)
def _advance(face: Face, size: int, letter: str) -> float:
    return font(face, size).getlength(letter)


def length(text: str, face: Face, size: int) -> float:
    """How many pixels ``text`` is long: whole ones, since its letters are hinted, and kept apart by nothing
    else (Roboto's pairs stand in a table that basic layout does not read)."""
    return sum(_advance(face, size, letter) for letter in text)


def write(
    draw: ImageDraw.ImageDraw, place: tuple[float, float], text: str, face: Face, size: int, ink: int
) -> None:
    """Write ``text`` from ``place`` on the base line, as ``draw.text`` does, from letters drawn before.

    A hundred cards say nearly the same in the same sizes: FreeType, which forgets a letter at once and
    hints it three times for each text, takes twelve times as long.
    """
    beside, (x, y) = (modf(place[0])[0], modf(place[1])[0]), map(int, place)
    for letter in text:
        picture, left, top = _letter(face, size, letter, beside)
        draw.bitmap((x + left, y + top), picture, fill=ink)
        x += int(_advance(face, size, letter))


def forget_type() -> None:
    """Let go of fonts and letters, which are half a megabyte a size and opened in a millisecond, and of the
    words that were measured: people's names."""
    for kept in (font, _letter, _advance, _em):
        kept.cache_clear()


def block_height(size: int, lines: int) -> int:
    """How high ``lines`` lines of this type size stand, in pixels."""
    return round(size * (ASCENT + DESCENT + LEADING * (lines - 1))) if lines else 0


@lru_cache(maxsize=4096)
def apart(line: str) -> str:
    """``line`` with its closing marks kept off the letters before them: Ự would touch its own."""
    return line.replace("”", "\u2006”")


def fit(
    text: str, face: Face, box: tuple[int, int], *, most_lines: int, largest: int, smallest: int = 8
) -> Setting:
    """``text`` at the largest size at which it fits ``box`` (width, height) in ``most_lines`` lines.

    Lines break at blanks; inside a word only when it cannot stay whole, or when keeping it whole
    would halve the size. What does not fit even at ``smallest`` is cut, and ends in ``…``.
    """
    words = tuple(text.split())
    if not words:
        return Setting((), face, largest)
    copy = _Copy(words, face, box[0], box[1], most_lines)
    whole = copy.largest(smallest, largest, breaking=False)
    if whole and whole.size == largest:
        return copy.balanced(whole)
    broken = copy.largest(smallest, largest, breaking=True)
    if whole and (broken is None or whole.size >= broken.size * _WORTH_A_BREAK):
        return copy.balanced(whole)
    return broken or copy.cut(smallest)


@dataclass(frozen=True, slots=True)
class _Copy:
    """Words to be set, and the room there is for them."""

    words: tuple[str, ...]
    face: Face
    width: int
    height: int
    most_lines: int

    def largest(self, smallest: int, largest: int, *, breaking: bool) -> Setting | None:
        low, high = smallest, largest
        while low <= high:
            size = (low + high) // 2
            if self._lines(size, self.width, breaking=breaking):
                low = size + 1
            else:
                high = size - 1
        for size in range(high, smallest - 1, -1):
            if setting := self.at(size, self.width, breaking=breaking):
                return setting
        return None

    def at(self, size: int, width: int, *, breaking: bool) -> Setting | None:
        """The words at this size in lines of ``width``, or narrower ones when hinting asks for it."""
        for _again in range(4):
            lines = self._lines(size, width, breaking=breaking)
            if not lines:
                return None
            longest = max(length(line, self.face, size) for line in lines)
            if longest <= self.width:
                return Setting(lines, self.face, size)
            width = int(width * self.width / longest) - 1
        return None

    def _lines(self, size: int, width: int, *, breaking: bool) -> tuple[str, ...] | None:
        # Reckoned in parts of an em; hinting, which rounds every real letter to whole pixels, is for at().
        lines = _wrap(self.words, self.face, width / size, breaking=breaking)
        fits = lines and len(lines) <= self.most_lines and block_height(size, len(lines)) <= self.height
        return lines if fits else None

    def balanced(self, setting: Setting) -> Setting:
        """The same words in the same number of lines, without a short last line."""
        narrow, wide = self.width // 2, self.width
        while len(setting.lines) > 1 and wide - narrow > 4:
            width = (narrow + wide) // 2
            lines = self._lines(setting.size, width, breaking=False)
            if lines and len(lines) == len(setting.lines):
                wide = width
            else:
                narrow = width
        tried = self.at(setting.size, wide, breaking=False)
        return tried if tried and len(tried.lines) == len(setting.lines) else setting

    def cut(self, size: int) -> Setting:
        room = _wrap(self.words, self.face, self.width / size * 0.9, breaking=True) or ()
        count = self.most_lines
        while count > 1 and block_height(size, count) > self.height:
            count -= 1
        kept = room[:count]
        return Setting((*kept[:-1], kept[-1][:-1] + "…") if len(room) > count else kept, self.face, size)


def _wrap(words: tuple[str, ...], face: Face, width: float, *, breaking: bool) -> tuple[str, ...] | None:
    """Lines no longer than ``width`` em, or None when a word would have to be broken and must not."""
    lines: list[str] = []
    used = width
    blank = _em(face, " ")
    for word in words:
        long = _em(face, word)
        if lines and used + blank + long <= width:
            lines[-1] += f" {word}"
            used += blank + long
        elif long <= width:
            lines.append(word)
            used = long
        elif breaking:
            lines += _pieces(word, face, width)
            used = _em(face, lines[-1])
        else:
            return None
    return tuple(lines)


def _pieces(word: str, face: Face, width: float) -> list[str]:
    pieces = [""]
    used = 0.0
    for letter in word:
        long = _em(face, letter)
        if pieces[-1] and used + long > width:
            pieces.append("")
            used = 0.0
        pieces[-1] += letter
        used += long
    return pieces


@lru_cache(maxsize=8192)
def _em(face: Face, word: str) -> float:
    """How long ``word`` is, in parts of the type size."""
    return length(word, face, _MEASURED_AT) / _MEASURED_AT
