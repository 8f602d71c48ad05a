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
from data.roster.cells.grid import EMPTY, Cell, Row, letter
from data.roster.columns.columns import Header
from data.roster.columns.wording import Meaning
from data.roster.facts import Problem, RosterRow, Severity, row_sentence
from data.roster.guess_delegation import others
from data.roster.guests.births import Births
from data.roster.guests.delegations import DelegationNames
from data.roster.guests.dittos import Dittos
from data.roster.guests.office import Offices
from data.roster.guests.person.behind_name import is_gone
from data.roster.guests.person.name_cell import NameCell, letter_doubt
from data.roster.guests.person.nameless import no_name
from data.roster.guests.person.phones import read_phones
from data.roster.guests.person.plain import is_plain_name
from data.roster.guests.person.typed_text import full_honorific, is_nothing
from data.roster.guests.person.years import read_order
from data.roster.guests.surroundings import Surroundings, hamlet_word
from data.roster.wishes import Wishes

_OF_DELEGATIONS = frozenset({"delegation", "kind", "group", "title", "organisation"})
_BARE_NUMBER = re.compile(r"\d{1,3}")


class GuestRows:
    """Makes the rows of one sheet into ``rows`` and ``problems``.

    ``in_doubt`` counts those taken for households although a title or an organisation stands there,
    ``nowhere`` those whose office fits no delegation: they are refused, or taken among the other guests.
    """

    def __init__(
        self,
        sheet: str,
        header: Header,
        below: Sequence[Row],
        event: Event,
        names: DelegationNames,
        latest: int,
        wishes: Wishes,
    ) -> None:
        self._sheet = sheet
        self._header = header
        self._first = {column.meaning: column.index for column in reversed(header.columns)}
        self._looked_at = [
            column.index
            for column in header.columns
            if column.meaning not in ("ignored", "order", "phone", "card")
        ]
        self._says_nothing_of_delegations = not self._first.keys() & _OF_DELEGATIONS
        self._plain_facts = [fact for fact in FACT_NAMES if fact in self._first]
        self._offices = Offices(event, names)
        self._event = event
        self.rows: list[RosterRow] = []
        self.problems: list[Problem] = []
        self.in_doubt = self.nowhere = 0
        self._skip_gone = wishes.skip_gone
        self._others = others(event) if wishes.others else None
        names_in: tuple[Meaning, ...] = ("name", "family_name", "middle_name", "given_name")
        self.name_columns = [index for meaning in names_in for index in header.of(meaning)]
        self._unit = hamlet_word(header)
        self._names = NameCell(header, wishes.split)
        self.is_own_paper = self._names.own
        # A hamlet that our own papers leave empty is none.
        self._dittos = Dittos(header, () if self._names.own else below, self.name_columns)
        self._births = Births(header, below, latest)
        self._now: list[str] = []
        self._letters: dict[tuple[str, str, bool], tuple[str, str]] = {}
        self._written = ""
        if self._dittos.blocks is not None and below:
            what = _("each hamlet stands only in the first of its rows; those below it were given it")
            self._say(below[0], self._dittos.blocks, what, "warning", "sections")
        self.delegation_named = self._offices.named

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
        delegation = self._delegation(row, about)
        if delegation is None:
            return
        facts = self._facts(row, name, cells, birth.year, delegation, about, number)
        if self._is_gone(row, facts) and self._skip_gone:
            return
        if self._header.of("order") and number is None and self._has_only_a_name(row):
            self.doubt(row, _("“{name}” has no number and nothing but a name").format(name=facts.name), "odd")
        self._look_at_row(row, facts.name)
        doubts = tuple(dict.fromkeys(self._now))
        card = self._number(row, "card")
        self.rows.append(RosterRow(self._sheet, row.number, facts, card, doubts, self._written))

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

    def _delegation(self, row: Row, about: Surroundings) -> Delegation | None:
        """The row's delegation; None when the row was refused for it."""
        if self._says_nothing_of_delegations and about.delegation is None and not about.delegates:
            return self._event.households
        index, cell = self._cell(row, "delegation")
        if not cell.text and self._offices.is_delegate(self._text(row, "kind")):
            index, cell = self._cell(row, "group")
        if cell.text:
            match = self._offices.find(cell.text)
            if match.delegation is None:
                return self._nowhere(row, index, cell.text, match.candidates)
            return match.delegation
        if about.delegation is not None:
            return about.delegation
        judged = self._offices.judge(
            self._text(row, "title"), self._text(row, "organisation"), about, bool(self._text(row, "hamlet"))
        )
        if judged.doubt:
            self.in_doubt += judged.kind == "office"
            self.doubt(row, judged.doubt, judged.kind, self.name_columns[0])
        if judged.unknown:
            return self._nowhere(row, -1, judged.unknown, ())
        return judged.delegation

    def _nowhere(
        self, row: Row, index: int, text: str, candidates: tuple[Delegation, ...]
    ) -> Delegation | None:
        """The group of the other guests, if that was asked for; else the row is refused."""
        if not candidates:
            self.nowhere += 1
            if self._others is not None:
                return self._others
        self._unknown(row, index, text, candidates)
        return None

    def _unknown(self, row: Row, index: int, text: str, candidates: tuple[Delegation, ...]) -> None:
        if candidates:
            what = _("“{text}” may be {candidates}; write one of them").format(
                text=text, candidates=" / ".join(d.name for d in candidates)
            )
        elif self.nowhere <= 1:
            what = _("“{text}” fits no delegation of this event; it has: {known}").format(
                text=text, known="; ".join(d.name for d in self._event.delegations)
            )
        else:
            # Which there are was said at the first.
            what = _("“{text}” fits no delegation of this event").format(text=text)
        self._say(row, index, what, "refused")

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
        own = self._text(row, "honorific")
        note = [text for index in self._header.of("note") if (text := self._plain(row, index))]
        organisation = self._text(row, "organisation")
        if self._names.own and organisation.casefold() == delegation.name.casefold():
            organisation = ""
        facts: dict[str, Any] = {
            "name": typed.name,
            "delegation": delegation.id,
            "hamlet": self._hamlet(row) or (about.hamlet if delegation.kind == "household" else ""),
            "birth_year": year if year is not None else typed.year,
            "phone": self._phones(row) or (typed.phone and read_phones(typed.phone)[0]),
            "nickname": self._text(row, "nickname") or typed.nickname,
            "honorific": (own and full_honorific(own))
            or own
            or typed.honorific
            or self._births.honorific(row),
            "title": self._text(row, "title") or typed.title,
            "organisation": organisation,
            "note": "; ".join(filter(None, (*note, *typed.notes, typed.gone))) if not self._names.own else "",
            # The numbers of our own papers are those of their rows.
            "order": None if self._names.own else self._number(row, "order") if number is None else number,
        }
        facts |= {fact: self._as_it_stands(row, fact) for fact in self._plain_facts if fact not in facts}
        return Facts(kind=delegation.kind, **facts)

    def _as_it_stands(self, row: Row, fact: FactName) -> str | int | None:
        return self._number(row, fact) if FACTS[fact].holds == "number" else self._text(row, fact)

    def _number(self, row: Row, meaning: Meaning) -> int | None:
        return next((n for i in self._header.of(meaning) if (n := read_order(row.at(i))) is not None), None)

    def _phones(self, row: Row) -> str:
        found: dict[str, None] = {}
        for index in self._header.of("phone"):
            text = self._plain(row, index)
            if not text:
                continue
            phones, doubt = read_phones(text)
            if doubt:
                self.doubt(row, doubt, "phones", index)
            found.update(dict.fromkeys(phones.split("; ") if phones else ()))
        return "; ".join(found)

    def _hamlet(self, row: Row) -> str:
        text = self._text(row, "hamlet")
        if not text and not self._offices.is_delegate(self._text(row, "kind")):
            text = self._text(row, "group")
        return f"{self._unit} {text}" if self._unit and _BARE_NUMBER.fullmatch(text) else text

    def _text(self, row: Row, meaning: Meaning) -> str:
        return self._cell(row, meaning)[1].text if meaning in self._first else ""

    def _cell(self, row: Row, meaning: Meaning) -> tuple[int, Cell]:
        """The place and the cell of the column with ``meaning``; place -1 when there is none."""
        index = self._first.get(meaning, -1)
        if index < 0:
            return -1, EMPTY
        cell = row.at(index)
        blank = cell.spill == "left" or cell.kind == "error" or is_nothing(cell.text)
        return index, EMPTY if blank else cell

    def _plain(self, row: Row, index: int) -> str:
        cell = row.at(index)
        return "" if cell.spill or cell.kind == "error" else cell.text

    def _say(self, row: Row, index: int, what: str, severity: Severity, kind: str = "") -> None:
        column = letter(index) if index >= 0 else ""
        sentence = row_sentence(row.number, what)
        self.problems.append(Problem(self._sheet, row.number, column, sentence, severity, kind))
        self._now.append(kind)
