"""What the hall's screen says to the audience."""

from typing import NamedTuple

from data.language import _
from data.queries.stage.hall import HallView
from data.text import counted


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
    here = _are_here(view)
    return f"{begins} · {here}" if here else begins


def _are_here(view: HallView) -> str:
    return _told(view, _("here: {households}"))


def _here(view: HallView) -> str:
    return _told(view, _("A warm welcome · here: {households}")) or _(
        "A warm welcome to all guests and neighbours"
    )


def _came(view: HallView) -> str:
    return _told(view, _("here today: {households}"))


def _told(view: HallView, sentence: str) -> str:
    """The sentence with the households that came; empty while there are none."""
    came = counted.households_in_words(view.households)
    return sentence.format(households=came) if came else ""
