"""A list of people with a column of relations: only the heads of the households are guests."""

import re
from collections import Counter
from collections.abc import Sequence

from data.language import _, ngettext
from data.roster.cells.grid import Row
from data.roster.columns.columns import Header
from data.roster.columns.values import are_answers, denies, is_no, values_below
from data.roster.columns.wording import heading
from data.roster.words.relation import is_head, is_relation
from data.roster.words.typed_text import is_nothing

_HOUSEHOLD_NUMBER = re.compile(r"^(so|ma) ho\b|^ho so$|^household (id|no|number)$|^so so ho khau|^ma so ho\b")


class Households:
    """Which rows of one sheet are heads of households; without a column of relations, all are.

    ``everybody``: a person asked that all be guests.
    """

    def __init__(self, header: Header, rows: Sequence[Row], everybody: bool) -> None:
        self._columns = [] if everybody else self._relations(header, rows)
        self._ticked = bool(self._columns) and are_answers(values_below(rows, self._columns[0]))
        self._number = next(
            (c.index for c in header.columns if _HOUSEHOLD_NUMBER.match(heading(c.heading))), None
        )
        self._is_head_unnamed = bool(self._columns) and self._leaves_heads_out(rows)
        self._alone = self._headless(rows)
        self._left: Counter[str] = Counter()
        self._rows: list[int] = []
        self.doubts: list[tuple[int, str]] = []

    def takes(self, row: Row) -> bool:
        """Whether ``row`` is a guest; those that are not are counted."""
        if not self._columns:
            return True
        relation = self._relation(row)
        if is_head(relation) or (self._ticked and relation and not is_no(relation)):
            return True
        if not relation and self._is_head_unnamed:
            return True
        if not relation and not self._ticked:
            self.doubts.append((row.number, _("no relation to the household's head stands there")))
            return True
        if row.number in self._alone:
            what = _("household {number} has nobody called its head; the first of it is taken")
            self.doubts.append((row.number, what.format(number=self._of(row))))
            return True
        if relation and not self._ticked and not is_relation(relation):
            what = _("“{relation}” is no known relation; the row was not taken")
            self.doubts.append((row.number, what.format(relation=relation)))
            return False
        self._left[relation or "–"] += 1
        self._rows.append(row.number)
        return False

    def remark(self) -> str:
        """One sentence about the rows that are other people of the households; "" when there are none."""
        if not self._left:
            return ""
        who = ", ".join(f"{relation} {count}" for relation, count in self._left.most_common(6))
        told = ngettext(
            "{count} row is another person of a household and no guest ({who})",
            "{count} rows are other people of the households and no guests ({who})",
            self._left.total(),
        )
        return told.format(count=self._left.total(), who=who)

    @staticmethod
    def _relations(header: Header, rows: Sequence[Row]) -> list[int]:
        """The column of relations, when its values are relations and some of them are heads."""
        for index in header.of("relation"):
            values = values_below(rows, index)
            if are_answers(values) or (
                not denies("relation", values)
                and (any(is_head(cell.text) for cell in values) or _begins_with_heads(header, index, rows))
            ):
                return [index]
        return []

    def _relation(self, row: Row) -> str:
        return _said(row, self._columns[0])

    def _leaves_heads_out(self, rows: Sequence[Row]) -> bool:
        return not self._ticked and not any(is_head(self._relation(row)) for row in rows)

    def _of(self, row: Row) -> str:
        return row.at(self._number).text if self._number is not None else ""

    def _headless(self, rows: Sequence[Row]) -> set[int]:
        """The first rows of households, by their number, none of whose people is called the head."""
        if not self._columns or self._number is None:
            return set()
        first: dict[str, int] = {}
        headed: set[str] = set()
        for row in rows:
            number = self._of(row)
            if number and (relation := self._relation(row)):
                first.setdefault(number, row.number)
                if is_head(relation) or (self._ticked and not is_no(relation)):
                    headed.add(number)
        return {row for number, row in first.items() if number not in headed}


def _said(row: Row, index: int) -> str:
    cell = row.at(index)
    return "" if cell.spill == "left" or is_nothing(cell.text) else cell.text


def _begins_with_heads(header: Header, index: int, rows: Sequence[Row]) -> bool:
    """Whether a column of relations to the head says nothing, or a dash, where the head stands: in the first
    row of each household and never in all of them."""
    column = header.column(index)
    if column is None or "chu ho" not in heading(column.heading):
        return False
    said = [_said(row, index) for row in rows if len(row.texts()) > 1]
    relations = [text for text in said if text]
    return bool(relations) and not said[0] and all(map(is_relation, relations))
