"""Which delegation a row's guest belongs to: what a cell names, the headings say, or the office tells."""

from collections.abc import Callable

from data.language import _
from data.model.event import Event
from data.model.plan import Delegation
from data.roster.cells.grid import Row
from data.roster.columns.wording import Meaning
from data.roster.facts import Severity
from data.roster.guess_delegation import others
from data.roster.guests.delegation.office import Offices
from data.roster.guests.row_cells import RowCells
from data.roster.guests.surroundings import Surroundings
from data.roster.words.delegation_names import DelegationNames

_TELLING: tuple[Meaning, ...] = ("delegation", "kind", "group", "title", "organisation")
"""The columns that tell something of a delegation."""

Say = Callable[[Row, int, str, Severity, str], None]
"""Tells of a row, and of the column at this place (-1 for none), what it is, how grave, and of which kind."""


class RowDelegations:
    """Finds the delegation of each row of one sheet, and has it told what is doubtful or unknown.

    ``in_doubt`` counts those taken for households although a title or an organisation stands there,
    ``nowhere`` those whose office fits no delegation: they are refused, or with ``take_others`` taken among
    the event's other guests. Doubts of an office are told of the column ``name_column``.
    """

    def __init__(
        self,
        event: Event,
        names: DelegationNames,
        cells: RowCells,
        name_column: int,
        say: Say,
        *,
        take_others: bool,
    ) -> None:
        self._event = event
        self._cells = cells
        self._name_column = name_column
        self._say = say
        self._offices = Offices(event, names)
        self._others = others(event) if take_others else None
        self._is_never_said = not any(map(cells.has, _TELLING))
        self.in_doubt = self.nowhere = 0
        self.named = self._offices.named

    def is_delegate(self, row: Row) -> bool:
        """Whether the row itself says that its guest is a delegate."""
        return self._offices.is_delegate(self._cells.text(row, "kind"))

    def find(self, row: Row, about: Surroundings) -> Delegation | None:
        """The row's delegation; None when the row was refused for it."""
        if self._is_never_said and about.delegation is None and not about.delegates:
            return self._event.households
        index, cell = self._cells.cell(row, "delegation")
        if not cell.text and self.is_delegate(row):
            index, cell = self._cells.cell(row, "group")
        if cell.text:
            match = self._offices.find(cell.text)
            if match.delegation is None:
                return self._nowhere(row, index, cell.text, match.candidates)
            return match.delegation
        if about.delegation is not None:
            return about.delegation
        text = self._cells.text
        judged = self._offices.judge(
            text(row, "title"), text(row, "organisation"), about, bool(text(row, "hamlet"))
        )
        if judged.doubt:
            self.in_doubt += judged.kind == "office"
            self._say(row, self._name_column, judged.doubt, "warning", judged.kind)
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
        self._say(row, index, self._unknown(text, candidates), "refused", "")
        return None

    def _unknown(self, text: str, candidates: tuple[Delegation, ...]) -> str:
        if candidates:
            return _("“{text}” may be {candidates}; write one of them").format(
                text=text, candidates=" / ".join(d.name for d in candidates)
            )
        if self.nowhere <= 1:
            return _("“{text}” fits no delegation of this event; it has: {known}").format(
                text=text, known="; ".join(d.name for d in self._event.delegations)
            )
        # Which there are was said at the first.
        return _("“{text}” fits no delegation of this event").format(text=text)
