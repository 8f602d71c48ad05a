"""Texts with letters of an old code: collected while a sheet is read, made Unicode at its end.

They wait because one cell cannot always tell ("Vò" is a word, and TCVN3 for "Vũ"); its row and its sheet can.
"""

from collections import Counter, defaultdict
from typing import NamedTuple

from data.roster.cells.grid import Cell, text_cell
from data.roster.cells.legacy import TCVN3, Script, decode, is_shouted, with_capitals
from data.roster.cells.letters import (
    Code,
    Weighed,
    has_strange_letters,
    read_as,
    surely,
    surely_unicode,
    weighed,
)

Runs = list[tuple[str, Script | None]]
LETTERS: tuple[str, ...] = ("unicode", "tcvn3", "vni", "viscii")
"""What people may say that the letters of a list are in."""

_HINT = 0.6
_LIKELY = 2.0
_DOUBTFUL = 0.65


class _Pending(NamedTuple):
    row: int
    column: int
    runs: Runs
    text: str
    weight: Weighed
    script: Script | None


class LegacyCells:
    """The cells of one sheet that wait to be decoded. ``letters`` is what a person said of the file."""

    def __init__(self, letters: str = "") -> None:
        self._letters = letters
        self._pending: list[_Pending] = []
        self._unicode_rows: Counter[int] = Counter()
        self._fonts: dict[str, float] = {}
        self._unicode_in_fonts: set[str] = set()

    def add(self, row: int, column: int, runs: Runs) -> None:
        """Remember a cell by its place and its runs of text, each with what its font shows."""
        text, script = runs[0] if len(runs) == 1 else _whole(runs)
        if text.isascii() and (script is None or not script.capitals):
            return
        if self._letters == "unicode":
            return
        weight = weighed(text)
        if surely_unicode(text) and weight.better <= 0:
            self._unicode_rows[row] += 1
            if script is not None:
                self._unicode_in_fonts.add(script.coding)
            return
        self._pending.append(_Pending(row, column, runs, text, weight, script))

    def resolve(self, cells: dict[int, list[Cell]]) -> None:
        """Put the decoded texts into ``cells``."""
        sure: dict[int, Counter[Code]] = defaultdict(Counter)
        nothing: Counter[Code] = Counter()
        for one in self._pending:
            if surely(one.weight):
                sure[one.row][one.weight.code] += 1
        everywhere: Counter[Code] = sum(sure.values(), Counter())
        far: Code = next((code for code, _count in everywhere.most_common(1)), "")
        self._fonts = self._trust_in_fonts()
        likely = self._likely_rows()
        shouted: dict[int, bool] = {}
        for one in self._pending:
            code = self._code(one, sure.get(one.row, nothing), everywhere) or likely.get(one.row, "")
            if code and one.script is None and not self._letters and not _reads(one.text, code):
                code = ""
            settled = bool(self._letters or self._unicode_rows[one.row] or one.row in sure)
            if code:
                shouted = shouted or self._shouted(cells)
                shown = _decoded(one, code, shouted[one.column])
                cells[one.row][one.column] = text_cell(
                    shown, "" if self._hinted(one, code, settled) else code
                )
            elif one.script is None and self._is_doubtful(one, "" if settled else far):
                cells[one.row][one.column] = text_cell(one.text, "~")

    def _is_doubtful(self, one: _Pending, far: Code) -> bool:
        """Whether a text that is left as it stands reads as well in another code, or in ``far``."""
        return not self._letters and (one.weight.better >= _DOUBTFUL or _may_be(one.text, far))

    def _hinted(self, one: _Pending, code: Code, settled: bool) -> bool:
        """Whether the font says that a text is in ``code``, and nothing speaks against it."""
        if one.script is None or one.script.coding != code:
            return False
        # Where Unicode was typed in the same font elsewhere, the font alone settles nothing.
        mixed = code in self._unicode_in_fonts and not settled
        return not (mixed and one.weight.as_is > 0 and _may_be(one.text, code))

    def _code(self, one: _Pending, row: Counter[Code], sheet: Counter[Code]) -> Code:
        if self._letters:
            return self._as_said(one, _named(self._letters))
        weight = one.weight
        if one.script is not None:
            return self._by_font(one, one.script, self._fonts[one.script.coding])
        if not sheet:
            return ""
        if surely(weight):
            # Of the rarer codes one cell is no proof, where the others of the sheet are in another.
            rare = weight.code in ("viscii", "1258") and sheet.most_common(1)[0][0] != weight.code
            # Nor is a single word: "SÑT" is "SĐT" where the rest is in VNI, and could be "SẹT" in TCVN3.
            most, count = sheet.most_common(1)[0]
            alone = " " not in one.text and most != weight.code and count > sheet[weight.code]
            return most if rare or alone or _reads_as_the_rest(one, most, count, sheet) else weight.code
        near = next(iter(row.most_common(1)), None)
        if near is not None and not self._unicode_rows[one.row]:
            most, count = sheet.most_common(1)[0]
            # One short cell is no witness against far the most others of the sheet.
            return most if near[1] == 1 and count > 2 * sheet[near[0]] else near[0]
        if self._unicode_rows:
            return ""
        far = sheet.most_common(1)[0][0]
        likely = weight.as_is < 0 or (weight.better > 0 and weight.code == far)
        return far if likely else ""

    def _as_said(self, one: _Pending, code: Code) -> Code:
        """The code that a person named; among rows of Unicode only for the cells that read better in it."""
        if not self._unicode_rows or one.weight.as_is < 0 or not code:
            return code
        return code if weighed(read_as(one.text, code)).as_is > one.weight.as_is else ""

    def _trust_in_fonts(self) -> dict[str, float]:
        """How much the fonts of each code are believed: less where their texts read better as they stand."""
        better: Counter[str] = Counter()
        for one in {(one.text, one.script): one for one in self._pending}.values():
            if one.script is not None and not one.text.isascii():
                as_font = weighed(decode(one.text, Script(one.script.coding, False))).as_is
                better[one.script.coding] += round(10 * (as_font - one.weight.as_is))
        return defaultdict(
            lambda: _HINT, {coding: _HINT if worth >= 0 else -_HINT for coding, worth in better.items()}
        )

    @staticmethod
    def _by_font(one: _Pending, script: Script, trust: float) -> Code:
        """The font's code, unless the letters read better as they stand or in another code."""
        if one.text.isascii():
            return script.coding
        if surely(one.weight) and one.weight.code != script.coding:
            shown = decode(one.text, script)
            if has_strange_letters(shown):
                return one.weight.code
        # Letters that the font does not have were not typed in it.
        foreign = script.coding == "tcvn3" and any(sign >= "\xc0" and sign not in TCVN3 for sign in one.text)
        hint = -_HINT if foreign else min(trust * len(one.text.split()), 2 * _HINT)
        as_font = weighed(decode(one.text, Script(script.coding, False))).as_is
        return script.coding if as_font + hint > one.weight.as_is else ""

    def _likely_rows(self) -> dict[int, Code]:
        """Rows whose cells could each be Unicode, but together read much better in one old code."""
        if self._letters:
            return {}
        better: dict[int, dict[Code, float]] = defaultdict(lambda: defaultdict(float))
        for one in self._pending:
            if one.script is None and one.weight.better > 0 and one.row not in self._unicode_rows:
                better[one.row][one.weight.code] += one.weight.better
        best = {row: max(found.items(), key=lambda told: told[1]) for row, found in better.items()}
        return {row: code for row, (code, worth) in best.items() if worth >= _LIKELY}

    def _shouted(self, cells: dict[int, list[Cell]]) -> dict[int, bool]:
        """For each column, whether its texts are written in capitals, as far as TCVN3 lets one see.

        What stands nearly alone in its row is a title or a signature, and says nothing of the rest.
        """
        votes: dict[int, Counter[bool]] = defaultdict(Counter)
        filled = {one.row: sum(bool(cell.text) for cell in cells[one.row]) for one in self._pending}
        most = max(filled.values(), default=0)
        for one in self._pending:
            if 2 * filled[one.row] < most:
                continue
            told = is_shouted(decode(one.text, Script("tcvn3", False)))
            if told is not None:
                votes[one.column][told] += 1
        return defaultdict(bool, {column: vote[True] > vote[False] for column, vote in votes.items()})


def _whole(runs: Runs) -> tuple[str, Script | None]:
    """The text of all runs, and what the first font says that says something."""
    script = next((one for _piece, one in runs if one is not None), None)
    return "".join(piece for piece, _script in runs), script


def _reads_as_the_rest(one: _Pending, most: Code, count: int, sheet: Counter[Code]) -> bool:
    """Whether a text reads nearly as well in the code of far the most others: "Choã ôû" in VNI is "Chỗ ở"."""
    if most == one.weight.code or count <= 2 * sheet[one.weight.code]:
        return False
    best = one.weight.as_is + one.weight.better
    return weighed(read_as(one.text, most)).as_is >= max(best - 1, 0.5)


def _named(letters: str) -> Code:
    for code in ("tcvn3", "vni", "viscii"):
        if letters == code:
            return code
    return ""


def _reads(text: str, code: Code) -> bool:
    """Whether ``text``, which could be Unicode too, reads as well in ``code``."""
    shown = read_as(text, code)
    # A toned letter among capitals is small in TCVN3: case says nothing there.
    return weighed(shown.lower() if code == "tcvn3" else shown).as_is >= weighed(text).as_is - 0.5


def _may_be(text: str, code: Code) -> bool:
    """Whether ``text`` is another as good text in ``code``: "Mai Hoàng" is "Mai Hồng" in VNI."""
    return bool(code) and read_as(text, code) != text and _reads(text, code)


def _decoded(one: _Pending, code: Code, shouted: bool) -> str:
    if code != "tcvn3":
        return read_as(one.text, code)
    capitals = Script("tcvn3", True)
    plain = Script("tcvn3", False)
    shown = "".join(
        decode(text, capitals if script is not None and script.capitals else plain)
        for text, script in one.runs
    )
    return with_capitals(shown, shouted)
