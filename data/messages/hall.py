"""What the hall's screen says to the audience."""

from typing import NamedTuple

from data.language import _, ngettext
from data.queries.stage.hall import HallView


class HallWords(NamedTuple):
    """Three lines below the title sign: a small one, the one that matters, and the welcome."""

    head: str
    main: str
    foot: str


def hall_words(view: HallView) -> HallWords:
    """The words for what is going on now."""
    match view.phase:
        case "before":
            return HallWords("", _("A warm welcome to all guests and neighbours"), _before(view))
        case "between":
            return HallWords("", _("A warm welcome to all guests and neighbours"), _are_here(view))
        case "closed":
            return HallWords("", _("Our thanks to all guests and neighbours"), _came(view))
        case "paused":
            head = f"{_place(view)} · " + _("a short break, we go on in a few minutes")
            return HallWords(head, view.item, _here(view))
    return HallWords(_place(view), view.item, _here(view))


def _place(view: HallView) -> str:
    return _("Item {position} of {items}").format(position=view.position, items=view.items)


def _before(view: HallView) -> str:
    begins = _("We begin at {time}").format(time=view.start)
    if not view.households:
        return begins
    return f"{begins} · {_are_here(view)}"


def _are_here(view: HallView) -> str:
    count = view.households
    told = ngettext("{count} household is here", "{count} households are here", count)
    return told.format(count=count) if count else ""


def _here(view: HallView) -> str:
    if not view.households:
        return _("A warm welcome to all guests and neighbours")
    return ngettext(
        "A warm welcome to the {count} household that is here",
        "A warm welcome to the {count} households who are here",
        view.households,
    ).format(count=view.households)


def _came(view: HallView) -> str:
    count = view.households
    told = ngettext("{count} household took part", "{count} households took part", count)
    return told.format(count=count) if count else ""
