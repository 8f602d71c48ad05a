"""What may be wrong in a list that was read: kinds of doubt, and the remedy that each offers."""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from data.language import N_, _, ngettext
from data.roster.facts import Problem

Remedy = Literal[
    "", "delegates", "tcvn3", "unicode", "skip hidden", "skip gone", "other name", "split", "one hamlet",
    "members", "proper", "columns", "fill",
]  # fmt: skip

_KINDS: dict[str, tuple[Callable[[int], str], Remedy]] = {
    "office": (
        lambda n: ngettext(
            "{count} row with an office is taken for a household",
            "{count} rows with an office are taken for households",
            n,
        ),
        "delegates",
    ),
    "lost": (
        lambda n: ngettext("{count} row has lost letters (“?”)", "{count} rows have lost letters (“?”)", n),
        "fill",
    ),
    "filled": (
        lambda n: ngettext(
            "{count} name was given letters that were lost",
            "{count} names were given letters that were lost",
            n,
        ),
        "",
    ),
    "strange": (
        lambda n: ngettext("{count} name with strange letters", "{count} names with strange letters", n),
        "tcvn3",
    ),
    "names": (
        lambda n: ngettext("{count} column may hold the names", "{count} columns may hold the names", n),
        "other name",
    ),
    "couples": (
        lambda n: ngettext("{count} cell may hold two people", "{count} cells may hold two people", n),
        "split",
    ),
    "gone": (
        lambda n: ngettext(
            "{count} person may have died or moved away", "{count} people may have died or moved away", n
        ),
        "skip gone",
    ),
    "torn": (
        lambda n: ngettext(
            "{count} row with an open quotation mark", "{count} rows with an open quotation mark", n
        ),
        "",
    ),
    "sections": (
        lambda n: ngettext(
            "{count} heading of a section was not understood",
            "{count} headings of sections were not understood",
            n,
        ),
        "",
    ),
    "hamlets": (lambda n: ngettext("{count} doubtful hamlet", "{count} doubtful hamlets", n), "one hamlet"),
    "hidden rows": (lambda n: ngettext("{count} row is hidden", "{count} rows are hidden", n), "skip hidden"),
    "hidden columns": (
        lambda n: ngettext("{count} column is hidden", "{count} columns are hidden", n),
        "other name",
    ),
    "hidden sheets": (lambda n: ngettext("{count} sheet is hidden", "{count} sheets are hidden", n), ""),
    "columns": (
        lambda n: ngettext(
            "{count} column was not used as its heading says",
            "{count} columns were not used as their headings say",
            n,
        ),
        "columns",
    ),
    "odd": (
        lambda n: ngettext(
            "{count} row does not look like a guest", "{count} rows do not look like guests", n
        ),
        "",
    ),
    "foot": (
        lambda n: ngettext(
            "{count} name below the list was not read", "{count} names below the list were not read", n
        ),
        "",
    ),
    "letters": (
        lambda n: ngettext(
            "{count} row was in an old code of letters", "{count} rows were in an old code of letters", n
        ),
        "unicode",
    ),
    "members": (
        lambda n: ngettext(
            "{count} remark about the households' other people",
            "{count} remarks about the households' other people",
            n,
        ),
        "members",
    ),
    "years": (lambda n: ngettext("{count} doubtful year of birth", "{count} doubtful years of birth", n), ""),
    "phones": (lambda n: ngettext("{count} doubtful phone", "{count} doubtful phones", n), ""),
    "guessed": (
        lambda n: ngettext(
            "{count} delegation was found by the office", "{count} delegations were found by the office", n
        ),
        "",
    ),
    "plain": (
        lambda n: ngettext(
            "{count} row without delegation or office was taken for a household",
            "{count} rows without delegation or office were taken for households",
            n,
        ),
        "",
    ),
    "capitals": (
        lambda n: ngettext(
            "{count} name in capitals or small letters", "{count} names in capitals or small letters", n
        ),
        "proper",
    ),
    "namesakes": (lambda n: ngettext("{count} name stands twice", "{count} names stand twice", n), ""),
    "known": (
        lambda n: ngettext(
            "{count} may be a guest of the event already", "{count} may be guests of the event already", n
        ),
        "",
    ),
    "sheets": (lambda n: ngettext("{count} sheet was not read", "{count} sheets were not read", n), ""),
    "": (lambda n: ngettext("{count} other remark", "{count} other remarks", n), ""),
}
KINDS: tuple[str, ...] = tuple(_KINDS)
"""The kinds of doubt, the gravest first."""

REMEDIES: dict[Remedy, str] = {
    "delegates": N_("read them as delegates"),
    "tcvn3": N_("read the letters as TCVN3"),
    "unicode": N_("leave the letters as they are"),
    "skip hidden": N_("leave the hidden rows out"),
    "skip gone": N_("leave them out"),
    "other name": N_("the other column is the name"),
    "split": N_("the first is the guest, the second goes into the note"),
    "one hamlet": N_("read it as “{meant}”"),
    "members": N_("everybody of the household is a guest"),
    "proper": N_("write names as a person would"),
    "columns": N_("say what the columns hold"),
    "fill": N_("fill letters in from the list's other names"),
}
"""What to call each remedy on the screen; translate with ``_`` when showing."""


_MOST_ROWS = 8


class DoubtGroup(NamedTuple):
    """All doubts of one kind, or about one hamlet: the kind, its problems, and the remedy of one key."""

    kind: str
    problems: tuple[Problem, ...]
    remedy: Remedy

    def summary(self) -> str:
        """One line: how many, and the first rows: "7 names with strange letters: rows 4, 9 …"."""
        label = self._label()
        rows: dict[int, str] = {}
        for problem in self.problems:
            if problem.row:
                rows.setdefault(problem.row, problem.twin)
        if not rows:
            return label
        if len(rows) == 1 and (twin := next(iter(rows.values()))):
            told = _("{what}: row {row}, as row {twin}")
            return told.format(what=label, row=next(iter(rows)), twin=twin)
        told = ", ".join(_placed(row, rows[row]) for row in list(rows)[:_MOST_ROWS])
        shown = told + (" …" if len(rows) > _MOST_ROWS else "")
        return ngettext("{what}: row {rows}", "{what}: rows {rows}", len(rows)).format(what=label, rows=shown)

    def remedy_label(self) -> str:
        """What to call the remedy on the screen."""
        alike = self.problems[0].alike
        return _(REMEDIES[self.remedy]).format(meant=alike.meant if alike else "")

    @property
    def tells_all(self) -> bool:
        """Whether the summary says what the single problems would say again."""
        return self.problems[0].alike is not None

    def _label(self) -> str:
        count, alike = len(self.problems), self.problems[0].alike
        if alike is None:
            return _KINDS[self.kind][0](count).format(count=count)
        told = ngettext(
            "“{written}” ({count} row) is written nearly like “{meant}” ({times})",
            "“{written}” ({count} rows) is written nearly like “{meant}” ({times})",
            count,
        )
        return told.format(written=alike.written, count=count, meant=alike.meant, times=alike.times)


def _placed(row: int, twin: str) -> str:
    return _("{row} (as {twin})").format(row=row, twin=twin) if twin else str(row)


def grouped(problems: Iterable[Problem]) -> list[DoubtGroup]:
    """The problems by kind, the gravest kind first; each doubtful hamlet by itself, with its remedy."""
    found: dict[str, dict[str, list[Problem]]] = {}
    for problem in problems:
        of_kind = found.setdefault(problem.kind if problem.kind in _KINDS else "", {})
        of_kind.setdefault(problem.alike.written if problem.alike else "", []).append(problem)
    return [
        DoubtGroup(kind, tuple(group), _KINDS[kind][1])
        for kind in KINDS
        for group in found.get(kind, {}).values()
    ]
