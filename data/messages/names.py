"""What people call channels, refusals, states and facts."""

from data.language import N_, _
from data.model.entries.base import Area
from data.model.entries.door import Channel, RefusalStatus
from data.model.guest_facts import FACTS, FactName, is_fact
from data.state.stage.agenda_progress import ItemState

# Each name also has to stand after "by" in a sentence (in Vietnamese after "qua").
_CHANNELS: dict[Channel, str] = {
    "scanner": N_("scanner"),
    "image": N_("picture"),
    "stdin": N_("another program"),
    "camera": N_("camera"),
    "number": N_("card number"),
    "name": N_("name"),
    "walk-in": N_("walk-in"),
    "paper": N_("paper list"),
    "gift-desk": N_("gift desk"),
    "group": N_("group"),
    "phone": N_("paired phone"),
}
_REFUSALS: dict[RefusalStatus, str] = {
    "replaced": N_("a newer card replaced this one"),
    "other-event": N_("card of another event"),
    "misread": N_("misread, scan again"),
    "unknown": N_("no guest has this code"),
}
_AREAS: dict[Area, str] = {
    "door": N_("check-ins"),
    "refused": N_("refused scans"),
    "stage": N_("stage"),
    "gifts": N_("gifts"),
    "list": N_("list and cards"),
    "event": N_("the event"),
    "undone": N_("undone steps"),
}
_ITEM_STATES: dict[ItemState, str] = {
    "waiting": N_("waiting"),
    "running": N_("running"),
    "paused": N_("paused"),
    "done": N_("done"),
    "skipped": N_("left out"),
}


def channel_name(channel: Channel) -> str:
    """What people call a way of checking in."""
    return _(_CHANNELS[channel])


def area_name(area: Area) -> str:
    """What people call a part of the day."""
    return _(_AREAS[area])


def refusal_reason(status: RefusalStatus, kind: str = "") -> str:
    """Why a scan admitted nobody: what was scanned (the ``kind`` of the entry), where that could be told."""
    if kind:
        from data.messages.warnings.foreign import foreign_name
        from data.scanning.foreign_codes import foreign_kind

        if (known := foreign_kind(kind)) is not None:
            return foreign_name(known)
    return _(_REFUSALS[status])


def item_state_name(state: ItemState) -> str:
    """What people call what an agenda item is doing."""
    return _(_ITEM_STATES[state])


def guest_fact_name(fact: str) -> str:
    """What people call a fact of a guest; the fact itself where nobody has a word for it."""
    return _(FACTS[fact].label) if is_fact(fact) else fact


def guest_fact_question(fact: FactName) -> str:
    """What a form calls a fact of a guest, as the beginning of a line."""
    asked = _(FACTS[fact].question or FACTS[fact].label)
    return asked[:1].upper() + asked[1:]
