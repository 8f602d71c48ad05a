"""A card among the keys that came: typed at any pace, with debris, or spoilt by a typing program."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from data.scanning.codes import CODE_DIGITS, LEAD, PAYLOAD_DIGITS, is_code, is_payload
from data.scanning.layouts import digits_at_end
from tui.scanning.key_pace import BACKSPACES, TOGETHER, Stroke, card_at_end, pace, presses, signs_of

_MOST_BETWEEN = 3
_WORD_SECONDS = 1.5
_SLOW = 0.02
"""At this pace the keys of a scan can be told apart."""


class Scan(NamedTuple):
    """A scan: what was typed. The line that has the focus goes back to how it stood before ``since``,
    and then holds ``keep`` too, which a person typed meanwhile. An empty ``text`` is no scan. Where the
    next scan follows without a pause, ``keep`` is what came of it by now, from ``following`` on."""

    text: str
    since: float
    keep: str = ""
    following: float | None = None


def find_card(line: Sequence[Stroke], run: Sequence[Stroke], *, sure: bool) -> Scan | None:
    """The card that ``line`` ends with, the strokes since the last line end; None when there is none.

    ``run`` are the newest of them, which came without a pause. ``sure`` says that no more will come.
    """
    return _whole(line, run) or _mixed(run) or _spoilt(line, run, sure)


def since(at: float, run: Sequence[Stroke]) -> float:
    """From when on a line must be put back: from the run's beginning, if ``at`` lies within it."""
    return min(at, run[0].at) if run else at


def _whole(line: Sequence[Stroke], run: Sequence[Stroke]) -> Scan | None:
    signs = signs_of(line)
    text = "".join(sign for sign, _at in signs)
    place = card_at_end(text)
    if place is None:
        return None
    begin, end = place
    keep = _typed_before(signs[begin:end], run) + "".join(c for c in text[end:] if c.isalnum())
    first = min(signs[begin][1], _pressed_first(line, signs[begin:end]))
    return Scan(digits_at_end(text[:end])[-PAYLOAD_DIGITS:], since(first, run), keep)


def _pressed_first(line: Sequence[Stroke], card: Sequence[tuple[str, float]]) -> float:
    """When the first key of a slow card was pressed, whatever a typing program made of it."""
    if pace([at for _sign, at in card]) < _SLOW:
        return card[0][1]
    times = [stroke.at for stroke in line]
    pressed = [at for before, at in pairwise([float("-inf"), *times]) if at - before >= TOGETHER]
    return pressed[-PAYLOAD_DIGITS:][0]


def _typed_before(card: Sequence[tuple[str, float]], run: Sequence[Stroke]) -> str:
    """What a person typed just before a card, within its run: it came at another pace."""
    if any(stroke.key in BACKSPACES for stroke in run):
        return ""
    before = [stroke for stroke in run if stroke.at < card[0][1] and stroke.sign]
    if not before or card[0][1] - before[-1].at <= 2.2 * pace([at for _sign, at in card]) + 0.004:
        return ""
    return "".join(stroke.sign for stroke in before)


def _spoilt(line: Sequence[Stroke], run: Sequence[Stroke], sure: bool) -> Scan | None:
    """A card whose first zeros a typing program took for tone marks of the word before them."""
    signs = signs_of(line)
    digits = digits_at_end("".join(sign for sign, _at in signs))
    before, code = digits[:-CODE_DIGITS], digits[-CODE_DIGITS:]
    if before not in ("", "0") or not is_code(code) or code[0] == "0":
        return None
    begin = signs[len(signs) - len(digits)][1]
    eaten = [s.at for s in line if s.key in BACKSPACES and begin - _WORD_SECONDS < s.at <= begin]
    if not sure and not (before and eaten):
        return None
    if eaten:
        begin = max(at for at in presses(line) if at <= eaten[-1])
    return Scan(LEAD + code, since(begin, run))


def _mixed(run: Sequence[Stroke]) -> Scan | None:
    """A card among whose digits a person's letters came: both typed at once."""
    if len(run) <= PAYLOAD_DIGITS or any(stroke.key in BACKSPACES for stroke in run):
        return None
    digits = [stroke for stroke in run if stroke.sign.isdecimal() and stroke.sign.isascii()]
    between = [stroke for stroke in run if stroke.sign and stroke not in digits]
    text = "".join(stroke.sign for stroke in digits)[-PAYLOAD_DIGITS:]
    if not 0 < len(between) <= _MOST_BETWEEN or not is_payload(text):
        return None
    return Scan(text, run[0].at, "".join(s.sign for s in between if s.sign.isalpha()))
