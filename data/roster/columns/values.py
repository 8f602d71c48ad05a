"""Whether what stands in a column can be what its heading says: the values confirm or deny."""

import re
from collections.abc import Callable, Sequence

from data.roster.cells.grid import Cell, Row
from data.roster.columns.claims import claim_of
from data.roster.columns.wording import Meaning
from data.roster.words.relation import is_head, is_lone_relation, is_relation
from data.roster.words.typed_text import is_nothing
from data.text.fold import fold
from data.text.syllables import is_family_name
from data.text.typed.form_of_address import known_form

_SAMPLED = 200
_YEAR = re.compile(
    r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2}|^\d{5}$|^\d{8}$"
)
_MARK = re.compile(r"[xXvV✓✔√+*]|\d{1,2}|có|không|co|khong|yes|no|y|n|true|false", re.IGNORECASE)
_TICK = re.compile(r"[xXvV✓✔√+*1]|có|co|yes|y|true", re.IGNORECASE)
_NO = re.compile(r"không|khong|no|n|false|0|-", re.IGNORECASE)
_TWO_DIGITS = re.compile(r"'?\d{2}")


def values_below(rows: Sequence[Row], index: int) -> list[Cell]:
    """What was typed in the column at ``index`` in the first of these rows; merged cells count once."""
    found = (row.at(index) for row in rows[:_SAMPLED])
    return [cell for cell in found if cell.text and not cell.spill and not is_nothing(cell.text)]


def denies(meaning: Meaning, values: Sequence[Cell]) -> bool:
    """Whether these values show that their column does not hold ``meaning``; none show nothing."""
    test = _TESTS.get(meaning)
    if test is None or not values:
        return False
    return sum(map(test, values)) * 2 < len(values)


def are_years(values: Sequence[Cell]) -> bool:
    """Whether most of the values are years or dates of birth."""
    return bool(values) and sum(map(_is_year, values)) * 2 >= len(values)


def are_ticks(values: Sequence[Cell]) -> bool:
    """Whether the values only say yes where they stand: a cross, a tick, "có"."""
    return bool(values) and all(_TICK.fullmatch(cell.text) for cell in values)


def are_answers(values: Sequence[Cell]) -> bool:
    """Whether the values are ticks, or yes and no."""
    said = [cell for cell in values if not _NO.fullmatch(cell.text)]
    return are_ticks(said)


def is_no(text: str) -> bool:
    """Whether an answer in a cell is no."""
    return bool(_NO.fullmatch(text))


def are_relations(values: Sequence[Cell]) -> bool:
    """Whether the values are relations to the heads of households, those of heads and of others."""
    heads = sum(is_head(cell.text) for cell in values)
    others = sum(is_relation(cell.text) and not is_head(cell.text) for cell in values)
    return bool(heads and others) and (heads + others) * 5 >= len(values) * 4


def are_names(values: Sequence[Cell]) -> bool:
    """Whether most of the values are full names of people, by their family names."""
    return bool(values) and sum(_is_full_name(cell) for cell in values) * 2 >= len(values)


def _is_full_name(cell: Cell) -> bool:
    words = cell.text.split()
    return (
        len(words) > 1
        and cell.kind == "text"
        and (is_family_name(words[0].strip(",;:.")) or _is_titled(words))
    )


def _is_titled(words: list[str]) -> bool:
    return len(words) > 2 and bool(known_form(words[0].strip(".:"))) and is_family_name(words[1])


def _is_year(cell: Cell) -> bool:
    return cell.kind == "date" or bool(_YEAR.search(cell.text) or _TWO_DIGITS.fullmatch(cell.text))


def _could_be_name(cell: Cell) -> bool:
    text = cell.text
    if cell.kind in ("formula", "error") or cell.kind == "date":
        return cell.kind != "date"
    if _MARK.fullmatch(text) or cell.kind == "number":
        return False
    if " " not in text:
        # One word is no proof of a heading: "Ký", "Kỳ" and "Kỷ" are given names, and folded they are one.
        return not (is_lone_relation(text) or is_head(text))
    claim = claim_of(text)
    return (claim is None or claim.rank < 5) and (";" not in text or _is_full_name(cell))


def _could_be_relation(cell: Cell) -> bool:
    return (
        is_head(cell.text) or is_relation(cell.text) or bool(_TICK.fullmatch(cell.text)) or is_no(cell.text)
    )


def _could_be_phone(cell: Cell) -> bool:
    digits = sum(char.isdecimal() for char in cell.text)
    return digits >= 6 or not digits


def _could_be_honorific(cell: Cell) -> bool:
    return bool(known_form(cell.text))


def _could_be_kind(cell: Cell) -> bool:
    return fold(cell.text) in ("ho", "dai bieu", "household", "delegate", "ho gia dinh")


def _could_be_card(cell: Cell) -> bool:
    return cell.text.isdecimal()


_TESTS: dict[Meaning, Callable[[Cell], bool]] = {
    "birth_year": lambda cell: _is_year(cell) or not _MARK.fullmatch(cell.text),
    "name": _could_be_name,
    "relation": _could_be_relation,
    "phone": _could_be_phone,
    "honorific": _could_be_honorific,
    "kind": _could_be_kind,
    "card": _could_be_card,
}
