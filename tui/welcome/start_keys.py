"""The ways into a ceremony, each by its key: in a few words, or large while there is none yet."""

from textual.content import Content

from data.language import N_, _
from tui.safe_text import joined, lines, plain

_WAYS = (
    ("T", N_("tour"), N_("a ceremony in one minute; any key leaves it")),
    ("S", N_("sample event"), N_("made-up guests, to try everything")),
    ("N", N_("new event"), N_("from the plan, for your village")),
    ("B", N_("bring back"), N_("an event from another laptop: its archive or .json")),
    ("J", N_("join a laptop"), N_("the door's second one: its event comes over by itself")),
)
_REHEARSE = ("R", N_("rehearse"))
_MEETING = ("M", N_("next meeting"))


def few_words(width: int, *, meetings: bool) -> Content:
    """Every way in a few words, as many beside each other as there is room for, none torn apart.

    ``meetings``: whether an event of the list has meetings that follow it.
    """
    ways = [(key, what) for key, what, _why in _WAYS] + [_REHEARSE] + ([_MEETING] if meetings else [])
    rows = [joined(plain(_("Enter opens"), "bold"), "   ")]
    for key, what in ways:
        part = joined(plain(key, "bold $accent"), f" {_(what)}   ")
        if rows[-1].cell_length + part.cell_length > width:
            rows.append(plain(""))
        rows[-1] = joined(rows[-1], part)
    return lines(rows)


def large_words() -> Content:
    """What can be done while there is no event, one below the other."""
    rows = [plain(_("There is no ceremony here yet."), "bold"), plain("")]
    for key, what, why in _WAYS:
        rows += [
            joined(plain(f"{key}:  ", "bold $accent"), plain(_(what), "bold")),
            plain(_(why), "$foreground 60%"),
            plain(""),
        ]
    return lines(rows)
