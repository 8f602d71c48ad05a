"""What may be wrong in a list that was read: kinds of doubt, and the remedy that each offers."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from data.language import N_, _
from data.roster.facts import Problem

Remedy = Literal[
    "", "tcvn3", "unicode", "skip hidden", "skip gone", "other name", "split", "members", "proper", "columns"
]

_KINDS: dict[str, tuple[str, Remedy]] = {
    "lost": (N_("{count} rows have lost letters (“?”)"), ""),
    "strange": (N_("{count} names with strange letters"), "tcvn3"),
    "names": (N_("{count} columns may hold the names"), "other name"),
    "couples": (N_("{count} cells may hold two people"), "split"),
    "gone": (N_("{count} people may have died or moved away"), "skip gone"),
    "torn": (N_("{count} rows with an open quotation mark"), ""),
    "sections": (N_("{count} headings of sections were not understood"), ""),
    "hidden rows": (N_("{count} rows are hidden"), "skip hidden"),
    "hidden columns": (N_("{count} columns are hidden"), "other name"),
    "hidden sheets": (N_("{count} sheets are hidden"), ""),
    "columns": (N_("{count} columns were not used as their headings say"), "columns"),
    "odd": (N_("{count} rows do not look like guests"), ""),
    "foot": (N_("{count} names below the list were not read"), ""),
    "letters": (N_("{count} rows were in an old code of letters"), "unicode"),
    "members": (N_("{count} remarks about the households' other people"), "members"),
    "years": (N_("{count} doubtful years of birth"), ""),
    "phones": (N_("{count} doubtful phones"), ""),
    "office": (N_("{count} rows with an office, but no delegation"), ""),
    "capitals": (N_("{count} names in capitals or small letters"), "proper"),
    "namesakes": (N_("{count} names stand twice"), ""),
    "known": (N_("{count} may be guests of the event already"), ""),
    "sheets": (N_("{count} sheets were not read"), ""),
    "": (N_("{count} other remarks"), ""),
}
KINDS: tuple[str, ...] = tuple(_KINDS)
"""The kinds of doubt, the gravest first."""

REMEDIES: dict[Remedy, str] = {
    "tcvn3": N_("read the letters as TCVN3"),
    "unicode": N_("leave the letters as they are"),
    "skip hidden": N_("leave the hidden rows out"),
    "skip gone": N_("leave them out"),
    "other name": N_("the other column is the name"),
    "split": N_("the first is the guest, the second goes into the note"),
    "members": N_("everybody of the household is a guest"),
    "proper": N_("write names as a person would"),
    "columns": N_("say what the columns hold"),
}
"""What to call each remedy on the screen; translate with ``_`` when showing."""


class DoubtGroup(NamedTuple):
    """All doubts of one kind: the kind, its problems, and what can be done about them with one key."""

    kind: str
    problems: tuple[Problem, ...]
    remedy: Remedy

    def summary(self) -> str:
        """One line: how many, and the first rows: "7 names with strange letters: rows 4, 9 …"."""
        label = _(_KINDS[self.kind][0]).format(count=len(self.problems))
        rows = list(dict.fromkeys(problem.row for problem in self.problems if problem.row))
        if not rows:
            return label
        shown = ", ".join(map(str, rows[:_MOST_ROWS])) + (" …" if len(rows) > _MOST_ROWS else "")
        return _("{what}: rows {rows}").format(what=label, rows=shown)


_MOST_ROWS = 8


def grouped(problems: Iterable[Problem]) -> list[DoubtGroup]:
    """The problems by kind, the gravest kind first."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.kind if problem.kind in _KINDS else "", []).append(problem)
    return [DoubtGroup(kind, tuple(found[kind]), _KINDS[kind][1]) for kind in KINDS if kind in found]
