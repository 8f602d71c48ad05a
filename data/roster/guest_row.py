"""One row of a list, made into the facts of a guest or refused with a reason."""

import re
from typing import NamedTuple

from data.language import _
from data.model.event import Event
from data.model.plan import Delegation
from data.roster.columns import Header
from data.roster.delegations import DelegationNames
from data.roster.facts import Facts, Problem, RosterRow, Severity, row_sentence
from data.roster.guess_delegation import Offices, others
from data.roster.phones import read_phones
from data.roster.table import EMPTY, Cell, Row, letter
from data.roster.typed_text import is_ditto, is_nothing, read_name
from data.roster.wording import Meaning
from data.roster.years import read_birth_year, read_order

_DIGITS = re.compile(r"[\d\s.,]*\d[\d\s.,]*")
_BARE_NUMBER = re.compile(r"\d{1,3}")
_DITTOED: frozenset[Meaning] = frozenset({"hamlet", "delegation", "organisation", "title"})
_ORDINARY_HAMLET = re.compile(r"xóm|thôn|tổ|đội|khu|ấp|bản|cụm|ngõ", re.IGNORECASE)


class Surroundings(NamedTuple):
    """What a row inherits from its section, its sheet's name and the title above the list."""

    hamlet: str = ""
    delegation: Delegation | None = None
    delegates: bool = False

    def with_section(
        self, hamlet: str, delegation: Delegation | None, delegates: bool = False
    ) -> "Surroundings":
        """What rows inherit below a new section's heading."""
        if hamlet:
            return self._replace(hamlet=hamlet)
        about = delegates or (delegation is not None and delegation.kind == "delegate")
        return self._replace(delegation=delegation, delegates=about)


class GuestRows:
    """Makes the rows of one sheet into ``rows`` and ``problems``.

    ``in_doubt`` counts those taken for households although a title or an organisation stands there,
    ``nowhere`` those whose office fits no delegation: they are refused, or ``take_others`` among the
    other guests.
    """

    def __init__(
        self,
        sheet: str,
        header: Header,
        event: Event,
        names: DelegationNames,
        latest: int,
        take_others: bool = False,
    ) -> None:
        self._sheet = sheet
        self._header = header
        self._event = event
        self._names = names
        self._offices = Offices(event)
        self._latest = latest
        self.rows: list[RosterRow] = []
        self.problems: list[Problem] = []
        self.in_doubt = self.nowhere = 0
        self._others = others(event) if take_others else None
        self._above: dict[Meaning, str] = {}
        names_in: tuple[Meaning, ...] = ("name", "family_name", "given_name")
        self.name_columns = [index for meaning in names_in for index in header.of(meaning)]
        self._unit = self._hamlet_word()

    def delegation_named(self, text: str) -> Delegation | None:
        """The delegation that ``text`` names, or None."""
        return self._names.find(text).delegation

    def read(self, row: Row, about: Surroundings) -> None:
        """Make ``row`` a guest, or refuse it; a row that holds only its number is passed over."""
        row = self._with_dittos(row)
        cells = [row.at(index) for index in self.name_columns]
        if any(cell.spill == "above" for cell in cells):
            return
        name = " ".join(cell.text for cell in cells if cell.text and cell.spill != "left")
        reason = self._no_name(row, name, cells)
        if reason is not None:
            if reason:
                self._say(row, self.name_columns[0], reason, "refused")
            return
        year, refused = self._birth_year(row)
        if refused:
            return
        delegation = self._delegation(row, about)
        if delegation is None:
            return
        self.rows.append(RosterRow(self._sheet, row.number, self._facts(row, name, year, delegation, about)))

    def _no_name(self, row: Row, name: str, cells: list[Cell]) -> str | None:
        """Why the row has no name that can be used: None when it has, "" when the row is empty."""
        if any(cell.kind == "formula" for cell in cells):
            return _(
                "the name is a formula without a result; open the file in Excel, save it and import again"
            )
        if any(cell.kind == "error" for cell in cells):
            return _("the name is {text}, a mistake of the spreadsheet; type the name").format(text=name)
        if is_nothing(name):
            used = {c.index for c in self._header.columns if c.meaning not in ("order", "ignored")}
            filled = any(row.at(i).text and not row.at(i).spill for i in used - set(self.name_columns))
            return _("there is no name; type it or delete the row") if filled else ""
        if _DIGITS.fullmatch(name) or all(cell.kind in ("number", "date") for cell in cells if cell.text):
            return _("the name “{name}” is only digits; the columns may be mixed up").format(name=name)
        return None

    def _birth_year(self, row: Row) -> tuple[int | None, bool]:
        """The year of birth, and whether the row is refused because of it."""
        for index in self._header.of("birth_year"):
            cell = row.at(index)
            if cell.kind == "formula":
                self._say(
                    row,
                    index,
                    _("the year of birth is a formula without a result and is left out"),
                    "warning",
                )
            if not cell.text or cell.spill:
                continue
            read = read_birth_year(cell, self._latest)
            if read.refused:
                self._say(row, index, read.refused, "refused")
                return None, True
            if read.doubt:
                self._say(row, index, read.doubt, "warning")
            if read.year is not None:
                return read.year, False
        return None, False

    def _delegation(self, row: Row, about: Surroundings) -> Delegation | None:
        """The row's delegation; None when the row was refused for it."""
        index, cell = self._cell(row, "delegation")
        if cell.text:
            match = self._names.find(cell.text)
            if match.delegation is None:
                return self._nowhere(row, index, cell.text, match.candidates)
            return match.delegation
        if about.delegation is not None:
            return about.delegation
        title, organisation = self._text(row, "title"), self._text(row, "organisation")
        if self._event.households in (self._names.find(text).delegation for text in (organisation, title)):
            return self._event.households
        found, sure = self._by_office(title, organisation)
        if not about.delegates or not (title or organisation):
            self._doubt_household(row, about, title or organisation, found)
            return self._event.households
        if found is None:
            return self._nowhere(row, index, organisation or title, ())
        if not sure:
            what = _("“{office}” was taken for {delegation}: look whether that is right")
            office = organisation or title
            self._say(row, self.name_columns[0], what.format(office=office, delegation=found.name), "warning")
        return found

    def _by_office(self, title: str, organisation: str) -> tuple[Delegation | None, bool]:
        """The delegation of guests with this office, where the office names one; and whether surely."""
        found = self._offices.guess(title, organisation)
        return (found.delegation, found.sure) if found is not None else (None, False)

    def _doubt_household(self, row: Row, about: Surroundings, office: str, found: Delegation | None) -> None:
        """Say of a row taken for a household that it may be a delegate's."""
        if about.delegates:
            what = _("no delegation, title or organisation stands there: it is taken for a household")
        elif self._seems_a_delegate(row, about, office, found):
            self.in_doubt += 1
            what = _("“{office}” may be a delegate's, but no delegation is named: taken for a household")
            what = what.format(office=office)
        else:
            return
        self._say(row, self.name_columns[0], what, "warning")

    def _seems_a_delegate(self, row: Row, about: Surroundings, office: str, found: Delegation | None) -> bool:
        if not office or self._names.find(office).delegation == self._event.households:
            return False
        return found is not None or not (about.hamlet or self._text(row, "hamlet"))

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
        else:
            what = _("“{text}” is not a delegation of this event; it has: {known}").format(
                text=text, known="; ".join(d.name for d in self._event.delegations)
            )
        self._say(row, index, what, "refused")

    def _facts(
        self, row: Row, name: str, year: int | None, delegation: Delegation, about: Surroundings
    ) -> Facts:
        typed = read_name(name)
        order = next((n for i in self._header.of("order") if (n := read_order(row.at(i))) is not None), None)
        return Facts(
            kind=delegation.kind,
            name=typed.name,
            delegation=delegation.id,
            hamlet=self._hamlet(row) or (about.hamlet if delegation.kind == "household" else ""),
            birth_year=year,
            phone=self._phones(row),
            nickname=self._text(row, "nickname"),
            honorific=self._text(row, "honorific") or typed.honorific,
            title=self._text(row, "title"),
            organisation=self._text(row, "organisation"),
            note="; ".join(t for i in self._header.of("note") if (t := self._plain(row, i))),
            order=order,
        )

    def _phones(self, row: Row) -> str:
        found: dict[str, None] = {}
        for index in self._header.of("phone"):
            text = self._plain(row, index)
            if not text:
                continue
            phones, doubt = read_phones(text)
            if doubt:
                self._say(row, index, doubt, "warning")
            found.update(dict.fromkeys(phones.split("; ") if phones else ()))
        return "; ".join(found)

    def _hamlet(self, row: Row) -> str:
        text = self._text(row, "hamlet")
        return f"{self._unit} {text}" if self._unit and _BARE_NUMBER.fullmatch(text) else text

    def _hamlet_word(self) -> str:
        """What a bare number in the hamlet's column counts: "Xóm" when the heading says so."""
        for index in self._header.of("hamlet"):
            heading = next(c.heading for c in self._header.columns if c.index == index)
            word = _ORDINARY_HAMLET.match(heading)
            if word:
                return word.group().capitalize()
        return ""

    def _text(self, row: Row, meaning: Meaning) -> str:
        return self._cell(row, meaning)[1].text

    def _cell(self, row: Row, meaning: Meaning) -> tuple[int, Cell]:
        """The place and the cell of the column with ``meaning``; place -1 when there is none."""
        index = next(iter(self._header.of(meaning)), -1)
        cell = row.at(index) if index >= 0 else EMPTY
        blank = cell.spill == "left" or cell.kind == "error" or is_nothing(cell.text)
        return index, EMPTY if blank else cell

    def _with_dittos(self, row: Row) -> Row:
        """``row`` with what stands above in place of "nt" and the like."""
        cells = list(row.cells)
        for meaning in _DITTOED:
            index = next(iter(self._header.of(meaning)), -1)
            if 0 <= index < len(cells):
                if is_ditto(cells[index].text):
                    cells[index] = Cell(self._above.get(meaning, ""))
                if not is_nothing(cells[index].text):
                    self._above[meaning] = cells[index].text
        return Row(row.number, tuple(cells))

    def _plain(self, row: Row, index: int) -> str:
        cell = row.at(index)
        return "" if cell.spill or cell.kind == "error" else cell.text

    def _say(self, row: Row, index: int, what: str, severity: Severity) -> None:
        column = letter(index) if index >= 0 else ""
        self.problems.append(
            Problem(self._sheet, row.number, column, row_sentence(row.number, what), severity)
        )
