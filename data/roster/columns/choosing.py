"""Choosing among the claims of the headings: each meaning once, as the values below confirm it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from data.language import N_, _
from data.roster.cells.grid import Cell, Row
from data.roster.columns.by_values import meaning_of_values
from data.roster.columns.claims import MISSPELT, PARTED, PERSON, WORDS, claims_a_column
from data.roster.columns.columns import NAMES, SHARED, Column, ColumnDoubt
from data.roster.columns.values import (
    are_answers,
    are_names,
    are_relations,
    are_ticks,
    are_years,
    denies,
    values_below,
)
from data.roster.columns.wording import Meaning, heading
from data.text.fold import fold

_PRECISE_HAMLET = re.compile(r"^(ten )?(xom|to|doi|cum|ngo|hamlet|khom)\b")
_HEAD = re.compile(r"chu ho|dai dien|head")


@dataclass
class _Choice:
    columns: list[Column]
    rows: Sequence[Row]
    wanted: Mapping[str, Meaning]
    doubts: list[ColumnDoubt] = field(default_factory=list)

    def become(self, column: Column, meaning: Meaning) -> None:
        self.columns = [replace(one, meaning=meaning) if one is column else one for one in self.columns]

    def of(self, *meanings: Meaning) -> list[Column]:
        return [column for column in self.columns if column.meaning in meanings]

    def said(self, column: Column) -> bool:
        """Whether a person said what this column holds."""
        return column.letter in self.wanted or heading(column.heading) in self.wanted


def chosen(
    columns: Sequence[Column], rows: Sequence[Row], wanted: Mapping[str, Meaning]
) -> tuple[list[Column], list[ColumnDoubt]]:
    """The columns with each meaning given once, and what to ask a person about them.

    ``rows`` are those below the header; ``wanted`` is what a person said, by letter or heading.
    """
    choice = _Choice(list(columns), rows, wanted)
    _confirm(choice)
    _own_file(choice)
    _set_hidden_aside(choice)
    _join_names(choice)
    _without_doubles(choice)
    _unknown_by_values(choice)
    return choice.columns, choice.doubts


def _confirm(choice: _Choice) -> None:
    """Take back the claims that the values deny; a column of ticks under "Chủ hộ" says who the head is."""
    for column in list(choice.columns):
        if column.meaning == "ignored" or choice.said(column):
            continue
        values = values_below(choice.rows, column.index)
        others = [one for one in choice.of("name") if one is not column]
        if _is_given_name(choice, column, values):
            continue
        if column.meaning == "name" and _are_headings(values):
            choice.become(column, "ignored")
        elif column.meaning == "name" and others and are_relations(values):
            choice.become(column, "relation")
        elif column.meaning == "name" and others and are_answers(values):
            choice.become(column, "relation" if _HEAD.search(heading(column.heading)) else "ignored")
        elif column.meaning == "honorific" and denies("honorific", values):
            choice.become(column, "name" if are_names(values) and not choice.of(*NAMES) else "ignored")
        elif column.meaning == "birth_year" and heading(column.heading) in ("nam", "nu", "male", "female"):
            if not are_years(values):
                choice.become(column, "ignored")
        elif (
            column.meaning == "name"
            and column.rank <= WORDS
            and values
            and not any(are_names([cell]) for cell in values)
        ):
            choice.become(column, "ignored")
        elif denies(column.meaning, values) and (
            # Numbers under a heading of names are a mistake of the list, which is told row by row.
            column.meaning != "name" or others or not _are_numbers(values)
        ):
            choice.become(column, "ignored")
            _deny(choice, column)


def _is_given_name(choice: _Choice, column: Column, values: Sequence[Cell]) -> bool:
    """Whether single words stand beside a column of family names: whatever they are, they are names."""
    beside = column.meaning == "name" and choice.of("family_name")
    return bool(beside) and all(cell.text.isalpha() for cell in values) and not are_ticks(values)


def _are_headings(values: Sequence[Cell]) -> bool:
    """Whether a column lists the headings of a list, as instructions do; single words may be names."""
    known = [cell.text for cell in values if claims_a_column(cell.text)]
    return len(values) > 1 and len(known) * 3 >= len(values) * 2 and any(" " in text for text in known)


def _are_numbers(values: Sequence[Cell]) -> bool:
    return sum(cell.text.replace(".", "").isdecimal() or cell.kind == "date" for cell in values) * 2 >= len(
        values
    )


def _deny(choice: _Choice, column: Column) -> None:
    if column.meaning == "relation":
        return
    what = _("column {letter}, “{heading}”, does not hold what its heading says and is left aside")
    what = what.format(letter=column.letter, heading=column.heading)
    choice.doubts.append(ColumnDoubt(column.index, "columns", what))


_TOLD_BY = {
    "birth_year": N_("column {letter}, “{heading}”, was taken for the years of birth"),
    "hamlet": N_("column {letter}, “{heading}”, was taken for the hamlets"),
    "phone": N_("column {letter}, “{heading}”, was taken for the phones"),
    "relation": N_("column {letter}, “{heading}”, was taken for the relations to the households' heads"),
}


def _unknown_by_values(choice: _Choice) -> None:
    """What no heading speaks of is taken from a column with an unknown heading that plainly holds it."""
    known = {column.meaning for column in choice.columns}
    if "kind" in known:
        return
    for column in [one for one in choice.columns if one.rank == 0 and not one.hidden]:
        meaning = None if choice.said(column) else meaning_of_values(choice.rows, column.index)
        if meaning is None or meaning in known:
            continue
        known.add(meaning)
        choice.become(column, meaning)
        what = _(_TOLD_BY[meaning]).format(letter=column.letter, heading=column.heading)
        choice.doubts.append(ColumnDoubt(column.index, "columns", what))


def _own_file(choice: _Choice) -> None:
    """In our own workbook the numbers of the rows are those of the cards."""
    if not choice.of("kind"):
        return
    for column in choice.of("order"):
        if heading(column.heading) in ("so", "no"):
            choice.become(column, "card")


def _set_hidden_aside(choice: _Choice) -> None:
    """Columns that nobody sees count only where no visible one says the same, and are told of."""
    for column in [one for one in choice.columns if one.hidden and one.meaning != "ignored"]:
        if choice.said(column):
            continue
        like = NAMES if column.meaning in NAMES else frozenset({column.meaning})
        seen = [one for one in choice.columns if one.meaning in like and not one.hidden]
        if seen:
            what = _("column {letter}, “{heading}”, is hidden and was not read")
            choice.become(column, "ignored")
        else:
            what = _("column {letter}, “{heading}”, is hidden; it was read all the same")
        what = what.format(letter=column.letter, heading=column.heading)
        other = column.letter if seen and column.meaning in NAMES else ""
        choice.doubts.append(ColumnDoubt(column.index, "hidden columns", what, other))


def _join_names(choice: _Choice) -> None:
    """One full name from whichever columns hold it: the whole, or its halves."""
    families, middles, givens = choice.of("family_name"), choice.of("middle_name"), choice.of("given_name")
    names = choice.of("name")
    if not families and not givens:
        families, givens = _parted_names(choice, names)
        names = choice.of("name")
    if families and names and not givens:
        short = [one for one in names if heading(one.heading) in ("ten", "name") or _is_short(choice, one)]
        if short and len(names) == len(short):
            choice.become(short[0], "given_name")
            names, givens = names[1:], short[:1]
        elif short:
            for half in short:
                choice.become(half, "ignored")
            names = [one for one in names if one not in short]
    if names:
        best = max(names, key=lambda one: _claim(choice, one))
        if best.rank > PERSON or not (families and givens):
            for half in (*families, *middles, *givens):
                if not choice.said(half) and not (half in givens and _is_short(choice, best) and families):
                    choice.become(half, "ignored")
            return
        for one in names:
            choice.become(one, "ignored")
    if families and not givens and not names:
        called = next((one for one in choice.of("nickname") if one.index == families[0].index + 1), None)
        if called is not None and _is_short(choice, called):
            choice.become(called, "given_name")
        else:
            choice.become(families[0], "name")


def _parted_names(choice: _Choice, names: list[Column]) -> tuple[list[Column], list[Column]]:
    """Two columns of names of which one holds single words that the other lacks: the halves of one name."""
    short = [one for one in names if heading(one.heading) in ("ten", "name") and _is_short(choice, one)]
    long = [one for one in names if one not in short]
    if len(short) != 1 or len(long) != 1 or short[0].index != long[0].index + 1:
        return [], []
    pairs = [(row.at(long[0].index).text, row.at(short[0].index).text) for row in choice.rows[:200]]
    said = [(whole, half) for whole, half in pairs if whole and half]
    if 2 * sum(fold(whole).split()[-1:] == fold(half).split() for whole, half in said) >= len(said):
        return [], []
    choice.become(long[0], "family_name")
    choice.become(short[0], "given_name")
    return long, short


def _is_short(choice: _Choice, column: Column) -> bool:
    """Whether a column of names holds single words."""
    values = values_below(choice.rows, column.index)
    return bool(values) and sum(len(cell.text.split()) == 1 for cell in values) * 3 > len(values) * 2


def _without_doubles(choice: _Choice) -> None:
    best: dict[Meaning, Column] = {}
    for column in choice.columns:
        held = best.get(column.meaning)
        if held is None or _claim(choice, column) > _claim(choice, held):
            best[column.meaning] = column
    for column in list(choice.columns):
        if column.meaning in SHARED or best[column.meaning] is column:
            continue
        if column.meaning == "name":
            _doubt_names(choice, best["name"], column)
        choice.become(column, "ignored")
    name = best.get("name")
    if name is not None and name.rank in (MISSPELT, PERSON) and not choice.doubts and not choice.said(name):
        what = _("column {letter}, “{heading}”, was taken for the guests' names").format(
            letter=name.letter, heading=name.heading
        )
        choice.doubts.append(ColumnDoubt(name.index, "names", what))


def _claim(choice: _Choice, column: Column) -> tuple[bool, bool, bool, int, bool, int]:
    """How good a column's claim to its meaning is when two columns have the same."""
    words = heading(column.heading)
    filled = bool(values_below(choice.rows, column.index)) or not choice.rows
    precise = column.meaning == "hamlet" and bool(_PRECISE_HAMLET.match(words))
    head = column.meaning == "name" and bool(_HEAD.search(words)) and column.rank > PERSON
    return choice.said(column), filled, precise, column.rank - (words == "ten"), head, -column.index


def _doubt_names(choice: _Choice, taken: Column, left: Column) -> None:
    """Ask which of two columns of people the guests are, unless a heading or the values settle it."""
    if choice.said(taken) or left.rank < min(taken.rank, PARTED) or not values_below(choice.rows, left.index):
        return
    pairs = [(row.at(taken.index).text, row.at(left.index).text) for row in choice.rows[:200]]
    differ = sum(bool(one and other) and fold(one) != fold(other) for one, other in pairs)
    if not differ or not are_names(values_below(choice.rows, left.index)):
        return
    what = _("column {letter}, “{heading}”, holds the guests' names; {other}, “{second}”, holds people too")
    what = what.format(letter=taken.letter, heading=taken.heading, other=left.letter, second=left.heading)
    choice.doubts.append(ColumnDoubt(taken.index, "names", what, left.letter))
