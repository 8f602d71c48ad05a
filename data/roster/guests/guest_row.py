"""One row of a list, made into the facts of a guest or refused with a reason."""

import re
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from data.language import _
from data.model.event import Event
from data.model.guest import Facts
from data.model.guest_facts import FACT_NAMES, FACTS, FactName
from data.model.plan import Delegation
from data.roster.cells.grid import Cell, Row, letter
from data.roster.columns.columns import Header
from data.roster.columns.wording import Meaning
from data.roster.facts import Problem, RosterRow, Severity, row_sentence
from data.roster.guests.births import Births
from data.roster.guests.delegation.row_delegation import RowDelegations
from data.roster.guests.dittos import Dittos
from data.roster.guests.person.behind_name import is_gone
from data.roster.guests.person.name_cell import NameCell, letter_doubt
from data.roster.guests.person.nameless import no_name
from data.roster.guests.person.phones import read_phones
from data.roster.guests.row_cells import RowCells, plain
from data.roster.guests.surroundings import Surroundings, hamlet_word
from data.roster.reading_options import ReadingOptions
from data.roster.words.delegation_names import DelegationNames
from data.roster.words.plain import is_plain_name
from data.text.typed.form_of_address import read_honorific

_BARE_NUMBER = re.compile(r"(\d{1,3})(?:\.0)?")


class GuestRows:
    """Makes the rows of one sheet into ``rows`` and ``problems``; ``delegations`` says where each belongs."""

    def __init__(
        self,
        sheet: str,
        header: Header,
        below: Sequence[Row],
        event: Event,
        names: DelegationNames,
        latest: int,
        options: ReadingOptions,
    ) -> None:
        self._sheet = sheet
        self._header = header
        self._cells = RowCells(header)
        self._looked_at = [
            column.index
            for column in header.columns
            if column.meaning not in ("ignored", "order", "phone", "card")
        ]
        self._plain_facts = [fact for fact in FACT_NAMES if self._cells.has(fact)]
        self.rows: list[RosterRow] = []
        self.problems: list[Problem] = []
        self._skip_gone = options.skip_gone
        names_in: tuple[Meaning, ...] = ("name", "family_name", "middle_name", "given_name")
        self.name_columns = [index for meaning in names_in for index in header.of(meaning)]
        name_column = next(iter(self.name_columns), -1)
        self.delegations = RowDelegations(
            event, names, self._cells, name_column, self._say, take_others=options.others
        )
        self._unit = hamlet_word(header)
        self._names = NameCell(header, options.split)
        self.is_own_paper = self._names.own
        # A hamlet that our own papers leave empty is none.
        self._dittos = Dittos(header, () if self._names.own else below, self.name_columns)
        self._births = Births(header, below, latest)
        self._now: list[str] = []
        self._letters: dict[tuple[str, str, bool], tuple[str, str]] = {}
        self._written = self._typed_hamlet = ""
        if self._dittos.blocks is not None and below:
            what = _("each hamlet stands only in the first of its rows; those below it were given it")
            self._say(below[0], self._dittos.blocks, what, "warning", "sections")

    def read(self, row: Row, about: Surroundings, number: int | None) -> None:
        """Make ``row`` a guest, or refuse it; a row that holds only its number is passed over.

        ``number`` is its place in the list.
        """
        self._now = []
        row = self._dittos.filled(row)
        cells = [row.at(index) for index in self.name_columns]
        if len(cells) == 1 and not cells[0].spill and is_plain_name(cells[0].text):
            # As in nearly every row of a long list.
            name, reason = cells[0].text, None
        else:
            if any(cell.spill == "above" for cell in cells):
                return
            name = " ".join(cell.text for cell in cells if cell.text and cell.spill != "left")
            reason = no_name(name, cells, lambda: self._has_only_a_name(row))
        if reason is not None:
            if reason:
                self._say(row, self.name_columns[0], reason, "refused")
            return
        birth = self._births.read(row)
        for index, what in birth.doubts:
            self.doubt(row, what, "years", index)
        if birth.refused:
            self._say(row, *birth.refused, "refused", "years")
            return
        delegation = self.delegations.find(row, about)
        if delegation is None:
            return
        facts = self._facts(row, name, cells, birth.year, delegation, about, number)
        if self._is_gone(row, facts) and self._skip_gone:
            return
        if self._header.of("order") and number is None and self._has_only_a_name(row):
            self.doubt(row, _("“{name}” has no number and nothing but a name").format(name=facts.name), "odd")
        self._look_at_row(row, facts.name)
        doubts = tuple(dict.fromkeys(self._now))
        card = self._cells.number(row, "card")
        self.rows.append(
            RosterRow(self._sheet, row.number, facts, card, doubts, self._written, self._typed_hamlet)
        )

    def doubt(self, row: Row, what: str, kind: str, index: int = -1) -> None:
        """Say something doubtful about ``row``."""
        self._say(row, index, what, "warning", kind)

    def _is_gone(self, row: Row, facts: Facts) -> bool:
        """Whether the list says that the guest has died or moved away; that is told."""
        said = next(filter(is_gone, facts.note.split("; ")), "") if facts.note else ""
        if said:
            what = _("“{name}” may have died or moved away: “{text}”").format(name=facts.name, text=said)
            self.doubt(row, what, "gone", self.name_columns[0])
        return bool(said)

    def _has_only_a_name(self, row: Row) -> bool:
        """Whether nothing but the name, or not even that, stands in the row."""
        unused = {"order", "ignored", "relation", "card", "kind"}
        used = {column.index for column in self._header.columns if column.meaning not in unused}
        return not any(row.at(i).text and not row.at(i).spill for i in used - set(self.name_columns))

    def _look_at_row(self, row: Row, name: str) -> None:
        if row.hidden:
            self.doubt(row, _("the row is hidden in the file, and was read"), "hidden rows")
        if row.torn:
            self.doubt(row, _("a quotation mark was opened and not closed"), "torn")
        for index in self._looked_at:
            cell = row.at(index)
            of_name = index in self.name_columns
            if of_name or not cell.text.isascii() or "?" in cell.text or "_" in cell.text:
                if of_name and not cell.code and is_plain_name(name):
                    continue
                shown = (name if of_name else cell.text), cell.code, of_name
                if (judged := self._letters.get(shown)) is None:
                    judged = letter_doubt(replace(cell, text=name) if of_name else cell, of_name)
                    self._letters[shown] = judged
                kind, what = judged
                # That letters were converted is said once; it must not hide that others of the row are lost.
                if kind and kind not in self._now:
                    self.doubt(row, what, kind, index)

    def _facts(
        self,
        row: Row,
        name: str,
        cells: list[Cell],
        year: int | None,
        delegation: Delegation,
        about: Surroundings,
        number: int | None,
    ) -> Facts:
        typed = self._names.read(name, cells, delegation.kind)
        self._written = typed.written
        for kind, what in typed.doubts:
            self.doubt(row, what, kind, self.name_columns[0])
        own = self._cells.text(row, "honorific")
        note = [text for index in self._header.of("note") if (text := plain(row, index))]
        organisation = self._cells.text(row, "organisation")
        if self._names.own and organisation.casefold() in map(
            str.casefold, (delegation.name, delegation.short)
        ):
            # Who has none is listed under that of the delegation.
            organisation = ""
        facts: dict[str, Any] = {
            "name": typed.name,
            "delegation": delegation.id,
            "hamlet": self._hamlet(row) or (about.hamlet if delegation.kind == "household" else ""),
            "birth_year": year if year is not None else typed.year,
            "phone": self._phones(row) or (typed.phone and read_phones(typed.phone)[0]),
            "nickname": self._cells.text(row, "nickname") or typed.nickname,
            "honorific": read_honorific(own) or typed.honorific or self._births.honorific(row),
            "title": self._cells.text(row, "title") or typed.title,
            "organisation": organisation,
            "note": "; ".join(filter(None, (*note, *typed.notes, typed.gone))) if not self._names.own else "",
            # The numbers of our own papers are those of their rows.
            "order": None if self._names.own else self._order(row, number),
        }
        facts |= {fact: self._as_it_stands(row, fact) for fact in self._plain_facts if fact not in facts}
        return Facts(kind=delegation.kind, **facts)

    def _as_it_stands(self, row: Row, fact: FactName) -> str | int | None:
        return self._cells.number(row, fact) if FACTS[fact].holds == "number" else self._cells.text(row, fact)

    def _order(self, row: Row, number: int | None) -> int | None:
        return self._cells.number(row, "order") if number is None else number

    def _phones(self, row: Row) -> str:
        found: dict[str, None] = {}
        for index in self._header.of("phone"):
            text = plain(row, index)
            if not text:
                continue
            phones, doubt = read_phones(text)
            if doubt:
                self.doubt(row, doubt, "phones", index)
            found.update(dict.fromkeys(phones.split("; ") if phones else ()))
        return "; ".join(found)

    def _hamlet(self, row: Row) -> str:
        cell = self._cells.cell(row, "hamlet")[1]
        text, self._typed_hamlet = cell.text, cell.typed
        if not text and not self.delegations.is_delegate(row):
            text = self._cells.text(row, "group")
        number = _BARE_NUMBER.fullmatch(text) if self._unit else None
        return f"{self._unit} {number[1]}" if number else text

    def _say(self, row: Row, index: int, what: str, severity: Severity, kind: str = "") -> None:
        column = letter(index) if index >= 0 else ""
        sentence = row_sentence(row.number, what)
        self.problems.append(Problem(self._sheet, row.number, column, sentence, severity, kind))
        self._now.append(kind)
