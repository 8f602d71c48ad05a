"""Names in letters several lines high, for eyes at the far side of the door."""

import unicodedata
from functools import lru_cache

from tui.large_text.large_letters import DOT_BELOW, HEIGHT, HORN, MARKS, SHAPES

_ABOVE, _BELOW = 4, 2
_DOTS_HIGH = _ABOVE + HEIGHT + _BELOW
_BLANK = 3
_SPACE = "\N{NO-BREAK SPACE}"
"""Blanks that nothing collapses or strips, neither a terminal nor a picture of one."""
_HALVES = {(False, False): _SPACE, (True, False): "▀", (False, True): "▄", (True, True): "█"}

Dots = tuple[str, ...]

LINE_ROWS = (_DOTS_HIGH + 1) // 2
"""How many terminal rows one line of large letters takes."""


@lru_cache(maxsize=64)
def large(text: str, width: int, rows: int) -> tuple[str, ...]:
    """``text`` in capitals drawn with block characters, in at most ``rows`` rows of ``width`` cells.

    Every mark of a Vietnamese letter is drawn; lines break at blanks. Letters are drawn twice as large
    where that fits. Empty when it does not fit whole, or holds a letter that there is no shape for.
    """
    words = [_word(word) for word in unicodedata.normalize("NFC", text).upper().split()]
    drawn = [word for word in words if word is not None]
    if not drawn or len(drawn) < len(words):
        return ()
    for doubled in (True, False):
        lines = _wrapped(drawn, width // 2 if doubled else width)
        if lines and len(lines) * (_DOTS_HIGH if doubled else LINE_ROWS) <= rows:
            return tuple(row for line in lines for row in (_doubled(line) if doubled else _halved(line)))
    return ()


def _wrapped(words: list[Dots], width: int) -> list[Dots]:
    """The words in as few lines as ``width`` dots allow, evenly long; none when a word is too wide."""
    fewest = _in_lines(words, width)
    if len(fewest) < 2:
        return fewest
    for narrower in range(width // 2, width):
        lines = _in_lines(words, narrower)
        if lines and len(lines) == len(fewest):
            return lines
    return fewest


def _in_lines(words: list[Dots], width: int) -> list[Dots]:
    lines: list[Dots] = []
    for word in words:
        if len(word[0]) > width:
            return []
        if lines and len(lines[-1][0]) + _BLANK + len(word[0]) <= width:
            lines[-1] = _beside(lines[-1], word, _BLANK)
        else:
            lines.append(word)
    return lines


def _halved(dots: Dots) -> list[str]:
    """Two rows of dots in each row of text."""
    padded = [*dots, "." * len(dots[0])] if len(dots) % 2 else list(dots)
    pairs = zip(padded[::2], padded[1::2], strict=True)
    return ["".join(_HALVES[a == "#", b == "#"] for a, b in zip(*pair, strict=True)) for pair in pairs]


def _doubled(dots: Dots) -> list[str]:
    return ["".join("██" if dot == "#" else 2 * _SPACE for dot in row) for row in dots]


@lru_cache(maxsize=2048)
def _word(word: str) -> Dots | None:
    drawn: Dots | None = None
    for letter in word:
        dots = _letter(letter)
        if dots is None:
            return None
        drawn = dots if drawn is None else _beside(drawn, dots, 1)
    return drawn


@lru_cache(maxsize=512)
def _letter(letter: str) -> Dots | None:
    """A letter with its marks: ``_DOTS_HIGH`` rows; None when there is no shape for it."""
    apart = unicodedata.normalize("NFD", letter)
    horned = HORN in apart
    base = unicodedata.normalize("NFC", apart[0] + HORN) if horned else apart[0]
    marks = [mark for mark in apart[1:] if mark not in (HORN, DOT_BELOW)]
    shape = SHAPES.get(base)
    if shape is None or any(mark not in MARKS for mark in marks):
        return None
    # A horn sticks out to the right: marks belong above the letter without it.
    own = len(SHAPES[apart[0]][0]) if horned else len(shape[0])
    above = _marks(sorted(marks, key=list(MARKS).index, reverse=True))
    below: Dots = (*("",) * (_BELOW - 1), "##" if DOT_BELOW in apart else "")
    return _stacked(above, shape, below, own)


def _marks(marks: list[str]) -> Dots:
    rows: Dots = ("",) * (_ABOVE - 1)
    for mark in marks:
        rows = MARKS[mark] if not rows[0] else _beside(rows, MARKS[mark], 1)
    return (*rows, "")


def _stacked(above: Dots, shape: Dots, below: Dots, own: int) -> Dots:
    """The parts below one another, each centred on the letter's ``own`` width."""
    parts = [(rows, max(map(len, rows))) for rows in (above, shape, below)]
    left = max(0, *((wide - own + 1) // 2 for _rows, wide in (parts[0], parts[2])))
    shifts = [left + (own - parts[0][1]) // 2, left, left + (own - parts[2][1]) // 2]
    width = max(shift + wide for shift, (_rows, wide) in zip(shifts, parts, strict=True))
    return tuple(
        ("." * shift + row).ljust(width, ".")
        for shift, (rows, _wide) in zip(shifts, parts, strict=True)
        for row in rows
    )


def _beside(left: Dots, right: Dots, gap: int) -> Dots:
    return tuple(a + "." * gap + b for a, b in zip(left, right, strict=True))
