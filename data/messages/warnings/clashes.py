"""What several laptops did at once, in words that name both of them."""

from data.clock import hour_minute
from data.language import _
from data.messages.things import gift_text, guest_text
from data.model.entry import Entry
from data.queries.laptops.writers import writer_name
from data.state.laptops.clashes import Clash
from data.state.state import State


def clash_text(clash: Clash, state: State) -> str:
    """One sentence, with a full stop, for people at either laptop."""
    entries = {step.entry.id: step.entry for step in state.steps}
    first, second = (_where(entries.get(id), state) for id in (clash.first, clash.second))
    guest = guest_text(clash.guest, state) if clash.guest else ""
    match clash.kind:
        case "twice-in":
            told = _("{guest} was let in twice, {first} and {second}: the first counts.")
        case "number":
            told = _("A guest listed {first} and one listed {second} had one number: now it is {guest}.")
        case "withdrawn":
            told = _("{guest} was taken off the list {second}, but came {first}: on the list again.")
        case "stage":
            told = _("A step on the stage {second} does not count: another laptop holds the stage.")
        case "served-twice":
            told = _("{guest} had a share of “{gift}” twice, {first} and {second}. Look into it.")
    gift = gift_text(clash.gift, state) if clash.gift else ""
    return told.format(guest=guest, first=first, second=second, gift=gift)


def _where(entry: Entry | None, state: State) -> str:
    """``at cửa 2 at 07:31``."""
    if entry is None:
        return ""
    return _("at {laptop} at {time}").format(laptop=writer_name(state, entry), time=hour_minute(entry.at))
