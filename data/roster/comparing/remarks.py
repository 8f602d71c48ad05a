"""What is right in a list as it was read and still worth a look: told in one line for each kind."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from data.language import _, ngettext
from data.roster.comparing.namesakes import Namesakes
from data.roster.comparing.preview import ImportPreview
from data.roster.facts import Respelt

RemarkKind = Literal[
    "hamlets as one", "hamlet letters", "namesakes here", "namesakes elsewhere", "both lists"
]

_FEW_WAYS = 3
_FIRST = 6


class Remark(NamedTuple):
    """One kind, and each place or person that it is about, with how often or in which rows."""

    kind: RemarkKind
    what: tuple[str, ...]

    def sentence(self) -> str:
        """One line; of many only the first few."""
        few = "; ".join(self.what[:_FIRST]) + ("; …" if len(self.what) > _FIRST else "")
        return _sentence(self.kind).format(what=few)


def remarks(found: ImportPreview) -> list[Remark]:
    """The kinds that there is something of, those about hamlets first."""
    told: list[tuple[RemarkKind, Sequence[str]]] = [
        ("hamlets as one", [_read_as(one) for one in found.respelt if not one.only_letters]),
        ("hamlet letters", [_ways(one) for one in found.respelt if one.only_letters]),
        ("namesakes here", list(map(_rows, found.namesakes))),
        ("namesakes elsewhere", list(map(_rows, found.elsewhere))),
        ("both lists", list(map(_rows, found.both))),
    ]
    return [Remark(kind, tuple(what)) for kind, what in told if what]


def _sentence(kind: RemarkKind) -> str:
    match kind:
        case "hamlets as one":
            return _("Hamlets read as one (rows): {what}")
        case "hamlet letters":
            return _("Hamlets that differ in capitals or in “Ð” for “Đ”, read as one: {what}")
        case "namesakes here":
            return _("One name twice in a hamlet (rows): {what}")
        case "namesakes elsewhere":
            return _("One name in several hamlets (rows): {what}")
        case "both lists":
            return _("Household and delegate at once, by name and telephone (rows): {what}")


def _read_as(one: Respelt) -> str:
    ways = ", ".join(one.written[:_FEW_WAYS]) + (", …" if len(one.written) > _FEW_WAYS else "")
    return f"{ways} → {one.read} ({one.rows})"


def _ways(one: Respelt) -> str:
    count = len(one.written) + 1
    told = ngettext("{hamlet}: {count} way of writing", "{hamlet}: {count} ways of writing", count)
    return told.format(hamlet=one.read, count=count)


def _rows(one: Namesakes) -> str:
    return f"{one.name} ({', '.join(map(str, one.rows))})"
