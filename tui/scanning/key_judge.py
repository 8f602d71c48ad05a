"""Who is typing? The one judge of every key, before anything acts on it.

A USB scanner is a keyboard. It types a card's digits into whatever has the focus, fast or slow, with
signs before and behind, and it types other people's codes just as well. What may act is decided by the
pace of the keys, by when they came and not by when the program had time for them:

    QUIET ── a key ──▶ RUN       Text for a line passes at once; every other key is held.
    RUN ── a key within HOLD ──▶ RUN       Nothing that is held acts any more. The same key over and
                                 over is held down by a finger: from the fourth on it acts again.
    RUN ── a line end, or silence for HOLD ──▶ judged:
      a card at the end          taken; the line gets back what it held before; nothing else acts.
      one key alone              a person's: it acts.
      text beyond any hand       taken for one code, told by its kind; nothing of it acts. ──▶ TAIL
      digits beyond any hand     wait in PART: the rest may follow after a pause.
      keys of a command, several dropped: no hand presses two within HOLD. ──▶ TAIL
      text, typed into a line    a person's; but a line end or a key with Ctrl within HOLD of another
                                 is refused: the person presses it once more.
    PART ── a line end, or silence for SETTLE ──▶ the digits are one scan that is no whole card. What
                                 is left of it, should it come later, is swallowed.
    TAIL (for TAIL_SECONDS after the last key): what a scanner adds after a pause does not act either.
    A card just taken: its line ends and a few signs behind it belong to it, in proportion to its pace.

Digits that come slower than HOLD stay in the line until somebody presses Enter; sixteen that are a
card's payload are taken at any pace. A line end of a hand passes to the line, which knows what it holds.
"""

import re
from typing import NamedTuple

from data.scanning.codes import PAYLOAD_DIGITS, is_payload
from data.scanning.layouts import MOVES, digits_at_end
from tui.scanning.key_cards import Scan, find_card, since
from tui.scanning.key_pace import (
    BACKSPACES,
    HOLD,
    Stroke,
    is_by_hand,
    is_digits,
    is_hurried,
    is_machines,
    pace,
    presses,
    signs_of,
    text_of,
)

SUFFIX_SECONDS = 1.0
"""How long after a card its line end may come; longer when its digits came slowly."""
SETTLE_SECONDS = 0.5
"""After so long a silence, digits that only a machine types are a scan, though no line end came."""
UNFINISHED_SECONDS = 1.0
"""The same for digits that may be the beginning of a card, held up on a busy machine."""
TAIL_SECONDS = 0.5
PAUSE_SECONDS = 1.5
"""A longer pause between two digits means that they were typed apart from each other."""
_STILL_THE_SAME = 0.3
"""A key this close behind a foreign code still belongs to it."""
_HELD_DOWN = 4
_LONG_LINE = 8
_ENTERS = frozenset({"enter", "ctrl+j", "ctrl+m"})
_EDITS = frozenset({*BACKSPACES, "delete", "left", "right", "home", "end"})
_NEVER = float("-inf")
_BEGUN = re.compile(r"(?<![0-9]{8})00[1-9][0-9]{0,12}\Z|\A.{0,8}00?\Z")


class Act(NamedTuple):
    """This key is a person's: let it act."""

    stroke: Stroke


class Refused(NamedTuple):
    """A line end that came too fast to be a hand's."""

    stroke: Stroke


Outcome = Act | Scan | Refused


class _Key(NamedTuple):
    stroke: Stroke
    is_text: bool
    passed: bool


class KeyJudge:
    """Judges the keys of one terminal in their order: ``feed`` each, ``tick`` when ``deadline`` is over."""

    def __init__(self) -> None:
        self._run: list[_Key] = []
        self._line: list[Stroke] = []
        self._last = _NEVER
        self._line_ends_until = self._signs_until = self._tail_until = self._refuse_until = _NEVER
        self._in_tail = False
        self._is_part = self._holds = self._is_close = self._is_refusing = False
        self._rest = 0
        self._taken, self._suffix = "", SUFFIX_SECONDS

    @property
    def deadline(self) -> float | None:
        """When ``tick`` has something to decide if nothing comes before; None when nothing waits."""
        if self._run:
            return self._last + HOLD
        return self._last + self._settling if self._is_part else None

    @property
    def _settling(self) -> float:
        """How long to wait for the rest of digits: longer where they begin as a card does."""
        return UNFINISHED_SECONDS if _BEGUN.search(text_of(self._line)) else SETTLE_SECONDS

    def feed(self, stroke: Stroke, *, is_text: bool) -> list[Outcome]:
        """Judge one key; ``is_text`` says that letters are being typed into a line now."""
        done = self.tick(stroke.at)
        if stroke.at - self._last > PAUSE_SECONDS:
            self._line.clear()
            self._rest, self._taken = 0, ""
        if not self._run:
            # A machine's line end may be held up as well: then a person has to press Enter once more.
            self._is_refusing = stroke.ends_line and stroke.at < self._refuse_until
            self._in_tail = stroke.at < self._tail_until
            self._is_close = stroke.at - self._last < _STILL_THE_SAME
        self._last = stroke.at
        if self._belongs_to_what_was(stroke, is_text):
            return done
        typed = bool(stroke.sign and stroke.character) or stroke.key in _EDITS
        held = bool(self._run) and self._holds
        is_rest = self._is_rest(stroke)
        passes = is_text and typed and not held and not is_rest
        self._holds = held or not (passes or is_rest)
        self._run.append(_Key(stroke, is_text, passes or is_rest))
        if passes:
            done.append(Act(stroke))
        if stroke.ends_line:
            done += self._line_end(stroke)
        elif stroke.sign or stroke.key in BACKSPACES:
            self._line.append(stroke)
            done += self._cards_without_end()
        return done + self._held_down()

    def tick(self, at: float) -> list[Outcome]:
        """Decide what silence until ``at`` decides."""
        done = self._run_is_over() if self._run and at >= self._last + HOLD else []
        if self._is_part and at >= self._last + self._settling:
            done += self._part_is_over()
        return done

    def _belongs_to_what_was(self, stroke: Stroke, is_text: bool) -> bool:
        """Swallow what a scanner adds behind a card or a foreign code."""
        waits = bool(self._run) or self._is_part
        if stroke.ends_line and stroke.at < self._line_ends_until and not waits:
            self._line.clear()
            self._line_ends_until = stroke.at + self._suffix
            return True
        is_debris = not stroke.sign.isalnum() and not (is_text and stroke.key in _EDITS)
        until = self._line_ends_until if is_text and stroke.sign.strip() else self._signs_until
        if is_debris and stroke.at < until and not self._run and not stroke.ends_line:
            self._line_ends_until = max(self._line_ends_until, stroke.at + self._suffix)
            return stroke.sign != " " or not is_text
        return False

    def _is_rest(self, stroke: Stroke) -> bool:
        """Whether this digit is the rest of a scan that was taken for misread; then it goes nowhere."""
        if not self._rest or not is_digits(stroke.sign):
            return False
        self._rest -= 1
        self._line_ends_until = stroke.at + PAUSE_SECONDS
        return True

    def _line_end(self, end: Stroke) -> list[Outcome]:
        """What a line end makes of the digits before it, if they are a scan's."""
        fast = len(self._run) > 1
        text = text_of(self._line)
        strokes = [key.stroke for key in self._run[:-1]]
        found = find_card(self._line, strokes, sure=fast or not self._run[-1].is_text)
        if found:
            return [self._take(found, end.at)]
        if self._is_part:
            return self._part_is_over(ended=True)
        if not fast:
            self._line.clear()
            return []
        lines = text_of(strokes).lstrip("\n").split("\n")
        if len(lines) == 1 and is_digits(text) and len(text) >= _LONG_LINE and is_machines(strokes):
            return [self._take(Scan(text, self._run[0].stroke.at), end.at)]
        self._line.clear()
        return []

    def _cards_without_end(self) -> list[Outcome]:
        """Take a card at once when the next one stands whole behind it: not every scanner ends a line."""
        if len(self._line) < 2 * PAYLOAD_DIGITS:
            return []
        digits = digits_at_end("".join(stroke.sign for stroke in self._line[-2 * PAYLOAD_DIGITS :]))
        first, second = digits[:PAYLOAD_DIGITS], digits[PAYLOAD_DIGITS:]
        if len(digits) < 2 * PAYLOAD_DIGITS or not (is_payload(first) and is_payload(second)):
            return []
        begun = [key.stroke for key in self._run]
        scan = Scan(first, since(self._line[-2 * PAYLOAD_DIGITS].at, begun))
        self._line = self._line[-PAYLOAD_DIGITS:]
        waiting = {id(stroke) for stroke in self._line}
        self._run = [key for key in self._run if id(key.stroke) in waiting]
        # The line is put back behind the keys of the second card that it has: they are typed anew.
        keep = "".join(key.stroke.sign for key in self._run if key.passed)
        return [scan._replace(keep=keep, following=self._run[0].stroke.at if self._run else None)]

    def _run_is_over(self) -> list[Outcome]:
        run, strokes = self._run, [key.stroke for key in self._run]
        found = find_card(self._line, strokes, sure=False)
        if found:
            return [self._take(found, self._last)]
        self._run = []
        if is_hurried(strokes):
            self._refuse_until = self._last + TAIL_SECONDS
        held = [key.stroke for key in run if not key.passed]
        if self._in_tail and (len(run) > 1 or held):
            if len(run) > 1 or self._is_close:
                self._tail_until = self._last + TAIL_SECONDS
            return [Scan("", strokes[0].at)] if run[0].passed and len(presses(strokes)) > 2 else []
        key = strokes[0].key
        if any(stroke.key != key for stroke in strokes) or (held and is_machines(strokes)):
            return self._many(run, strokes, held)
        if self._is_refusing and run[0].is_text:
            return [Refused(strokes[0])]
        acts = len(run) == 1 or key in MOVES or key == "tab"
        return [Act(stroke) for stroke in held] if acts else []

    def _many(self, run: list[_Key], strokes: list[Stroke], held: list[Stroke]) -> list[Outcome]:
        """Judge a run of several keys that is no card."""
        text, is_text = text_of(strokes).strip("\n"), run[-1].is_text
        if is_machines(strokes):
            ended = "\n" in text_of(strokes).lstrip("\n")
            if not ended and (is_digits(text) or _BEGUN.search(text)):
                self._is_part = True
                return []
            self._tail_until = self._last + TAIL_SECONDS
            digits, begun = self._digits_before(strokes[0]) if is_digits(text[:1]) else ("", strokes[0].at)
            return [Scan(digits + text, begun)] if text else []
        if not is_text:
            self._tail_until = self._last + TAIL_SECONDS if len(presses(strokes)) > 2 else _NEVER
            return []
        done: list[Outcome] = []
        for stroke in held:
            doubted = self._is_refusing and stroke is strokes[0]
            by_hand = stroke.sign or (is_by_hand(strokes, stroke) and not doubted)
            done.append(Act(stroke) if by_hand else Refused(stroke))
        return done

    def _digits_before(self, first: Stroke) -> tuple[str, float]:
        """The digits that came shortly before a run, held up on the way, and when the first of all came."""
        signs = signs_of([stroke for stroke in self._line if stroke.at < first.at])
        digits = digits_at_end("".join(sign for sign, _at in signs))
        return digits, signs[-len(digits)][1] if digits else first.at

    def _part_is_over(self, *, ended: bool = False) -> list[Outcome]:
        """The digits of a machine that stopped are one scan; nobody's number is left of them."""
        self._is_part = False
        signs = signs_of(self._line)
        text = "".join(sign for sign, _at in signs).rstrip()
        count = len(digits_at_end(text))
        if not count:
            return []
        first = signs[len(text) - count][1]
        kept = "".join(sign for sign, _at in signs[len(text) :])
        if ended:
            return [self._take(Scan(text[-count:], first, kept), self._last)]
        self._rest = max(0, PAYLOAD_DIGITS - count)
        self._line_ends_until = self._last + PAUSE_SECONDS
        return [Scan(text[-count:], first, kept)]

    def _held_down(self) -> list[Outcome]:
        """A key that a finger holds down acts again and again."""
        if len(self._run) < _HELD_DOWN:
            return []
        key = self._run[0].stroke.key
        if key != self._run[-1].stroke.key or key in _ENTERS:
            return []
        if any(other.stroke.key != key for other in self._run):
            return []
        if is_digits(self._run[0].stroke.character or ""):
            return []
        held = [key.stroke for key in self._run if not key.passed]
        if held:
            self._run = [key._replace(passed=True) for key in self._run[-_HELD_DOWN:]]
            self._holds = False
        return [Act(stroke) for stroke in held]

    def _take(self, scan: Scan, at: float) -> Scan:
        """Be done with a scan: what follows closely belongs to it, and nothing of it acts."""
        digits = [stroke.at for stroke in self._line if stroke.sign][-PAYLOAD_DIGITS:]
        apart = pace(digits) if len(digits) > 1 else 0.0
        self._suffix = max(SUFFIX_SECONDS, 2.2 * apart + 0.1)
        self._line_ends_until = at + self._suffix
        self._signs_until = at + max(HOLD, 1.6 * apart + 0.02)
        again = scan.text == self._taken and any(key.stroke.key in BACKSPACES for key in self._run)
        self._run, self._rest, self._is_part = [], 0, False
        self._line, self._taken = [], scan.text
        # A typing program that takes a spoilt word back at its end types the card once more.
        return scan._replace(text="") if again else scan
