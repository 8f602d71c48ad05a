"""How fast keys came: what a hand can do, and what only a machine does."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from data.scanning.codes import PAYLOAD_DIGITS, is_payload
from data.scanning.layouts import MOVES, digits_at_end

HOLD = 0.075
"""Seconds within which a scanner's next key follows; two keys of a hand are further apart."""
TOGETHER = 0.008
"""Keys this close are one press of a key, as a Vietnamese typing program passes it on."""
LINE_ENDS = frozenset({"enter", "ctrl+j", "ctrl+m", "tab"})
BACKSPACES = frozenset({"backspace", "ctrl+h"})
_LONGEST_SUFFIX = 4
_MACHINES = ((3, 0.02), (5, 0.045), (8, 0.065))
"""So many digits, this many seconds apart on average, are beyond any hand."""
_PAIR, _FEW = 0.025, 0.045
_TEXT = (10, 0.06)
"""The same for text: a typing program may commit a whole word at once."""


class Stroke(NamedTuple):
    """One key as the terminal gave it. ``at`` is when it came, in seconds on any steady clock; ``event``
    is whatever its owner wants back when it may act."""

    key: str
    character: str | None
    at: float
    event: Any = None

    @property
    def sign(self) -> str:
        """What the key types; the keys of the number pad without NumLock have signs of their own."""
        if self.character and self.character.isprintable():
            return self.character
        return MOVES.get(self.key, "")

    @property
    def ends_line(self) -> bool:
        """Whether a scanner may end with this key."""
        return self.key in LINE_ENDS


def text_of(strokes: Sequence[Stroke]) -> str:
    """What was typed, with what was taken back taken back; lines end with a line feed."""
    return "".join(sign for sign, _at in signs_of(strokes))


def signs_of(strokes: Sequence[Stroke]) -> list[tuple[str, float]]:
    """Each sign that is left of what was typed, and when it came."""
    left: list[tuple[str, float]] = []
    for stroke in strokes:
        if stroke.key in BACKSPACES:
            del left[-1:]
        elif sign := "\n" if stroke.ends_line else stroke.sign:
            left.append((sign, stroke.at))
    return left


def card_at_end(text: str) -> tuple[int, int] | None:
    """Where the payload of a card begins in ``text`` and where it ends, a few signs before its end."""
    for suffix in range(min(_LONGEST_SUFFIX, len(text)) + 1):
        end = len(text) - suffix
        if is_payload(digits_at_end(text[:end])[-PAYLOAD_DIGITS:]):
            return end - PAYLOAD_DIGITS, end
        if end and text[end - 1].isdecimal():
            return None
    return None


def pace(times: Sequence[float]) -> float:
    """The median number of seconds between what came at these times."""
    from statistics import median

    return median(later - earlier for earlier, later in pairwise(times))


def presses(strokes: Sequence[Stroke]) -> list[float]:
    """When keys were pressed: what a typing program takes back and types anew is one press."""
    times: list[float] = []
    anew, before = False, float("-inf")
    for stroke in strokes:
        close = stroke.at - before < TOGETHER
        if stroke.key in BACKSPACES:
            anew = True
            pressed = not close or not times
        else:
            anew = anew and close and not stroke.sign.isdecimal()
            pressed = not anew
        if pressed:
            times.append(stroke.at)
        before = stroke.at
    return times


def waited(strokes: Sequence[Stroke], stroke: Stroke) -> float:
    """Seconds between the press before and the one that gave ``stroke``; endless for the first press."""
    times = [at for at in presses(strokes) if at <= stroke.at]
    return times[-1] - times[-2] if len(times) > 1 else float("inf")


def is_by_hand(strokes: Sequence[Stroke], stroke: Stroke) -> bool:
    """Whether a hand can have pressed this key of a command, one of several that came without a pause.

    One with Ctrl it cannot: a hand presses Ctrl before and lets go of it behind. A scanner's first and last
    signs come as such keys.
    """
    if stroke.ends_line:
        return waited(strokes, stroke) >= HOLD
    return not stroke.key.startswith("ctrl+") and waited(strokes, stroke) >= HOLD / 3


def is_machines(strokes: Sequence[Stroke]) -> bool:
    """Whether no hand can have typed this."""
    times = presses([stroke for stroke in strokes if stroke.sign or stroke.key in BACKSPACES])
    if len(times) < 2:
        return False
    apart = (times[-1] - times[0]) / (len(times) - 1)
    limits = _MACHINES if is_digits(text_of(strokes)) else (_TEXT,)
    return any(len(times) >= count and apart < seconds for count, seconds in limits)


def is_hurried(strokes: Sequence[Stroke]) -> bool:
    """Whether these few keys came so fast that a line end behind them needs a second look."""
    times = presses([stroke for stroke in strokes if stroke.sign and stroke.character])
    if len(times) < 2:
        return False
    apart = (times[-1] - times[0]) / (len(times) - 1)
    return apart < (_PAIR if len(times) == 2 else _FEW)


def is_digits(text: str) -> bool:
    """Whether the text is digits of one layout and nothing else."""
    return bool(text) and len(digits_at_end(text)) == len(text)
