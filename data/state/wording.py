"""The day in words: one sentence for each kind of entry, for the log on screen and in exports."""

from data.clock import hour_minute
from data.language import N_, _
from data.model.entry import (
    Adjusted,
    AnyHappening,
    CameAgain,
    CardReplaced,
    CardsPrinted,
    Channel,
    CheckedIn,
    Entry,
    EventChanged,
    EventCreated,
    GuestAdded,
    GuestCorrected,
    GuestRestored,
    GuestWithdrawn,
    HandedOver,
    HandoverVoided,
    PartyChanged,
    Paused,
    RefusalStatus,
    Resumed,
    RosterImported,
    ScanRefused,
    Undone,
    Went,
    WentBack,
)
from data.state.attendance import Attendance
from data.state.rundown import ItemState
from data.state.state import State

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
}
_REFUSALS: dict[RefusalStatus, str] = {
    "replaced": N_("a newer card replaced this one"),
    "other-event": N_("card of another event"),
    "misread": N_("misread, scan again"),
    "unknown": N_("no guest has this code"),
}
_GUEST_FACTS: dict[str, str] = {
    "name": N_("full name"),
    "hamlet": N_("hamlet"),
    "birth_year": N_("year of birth"),
    "phone": N_("phone"),
    "nickname": N_("name in daily use"),
    "honorific": N_("form of address"),
    "title": N_("title"),
    "organisation": N_("organisation"),
    "delegation": N_("delegation"),
    "note": N_("note"),
    "order": N_("number on the list"),
}
_ITEM_STATES: dict[ItemState, str] = {
    "waiting": N_("waiting"),
    "running": N_("running"),
    "paused": N_("paused"),
    "done": N_("done"),
}


def channel_name(channel: Channel) -> str:
    """What people call a way of checking in."""
    return _(_CHANNELS[channel])


def refusal_reason(status: RefusalStatus) -> str:
    """Why a scan let nobody in, in a few words."""
    return _(_REFUSALS[status])


def item_state_name(state: ItemState) -> str:
    """What people call what an agenda item is doing."""
    return _(_ITEM_STATES[state])


def guest_fact_name(fact: str) -> str:
    """What people call a fact of a guest; the fact itself where nobody has a word for it."""
    return _(_GUEST_FACTS[fact]) if fact in _GUEST_FACTS else fact


def relation_text(attendance: Attendance | CheckedIn | PartyChanged) -> str:
    """Who came in the head's place: "son, Trần Văn Nam", or what is known of it; empty for the head."""
    return ", ".join(part for part in (attendance.relation, attendance.substitute) if part)


def channel_of(entry: Entry) -> Channel | None:
    """How a scan or check-in reached the program; None for entries of other kinds."""
    what = entry.what
    return what.channel if isinstance(what, CheckedIn | CameAgain | ScanRefused) else None


def kind_of(entry: Entry) -> str:
    """The entry's kind as it stands in the ledger, such as ``checked-in``."""
    return str(entry.what.__struct_config__.tag)


def describe(entry: Entry, state: State) -> str:
    """What happened, in one sentence of the screen's language.

    Guests, items and gifts are named as ``state`` knows them, undone ones too. Never raises: what
    nobody knows any more shows as its number or id.
    """
    what = entry.what
    if isinstance(what, Undone):
        undone = _entry(what.entry, state)
        # Nothing takes back an undo; a ledger that says so might go round in a circle.
        if undone is None or isinstance(undone.what, Undone):
            return _("Undone: {what}").format(what=_("an earlier step"))
        return _("Undone: {what}").format(what=describe(undone, state))
    if isinstance(what, HandoverVoided):
        void = state.handovers.by_id.get(what.handover)
        gift = _handed_over(void.what, state) if void else _("a handover that was undone")
        return _("Void: {what}. Reason: {reason}").format(what=gift, reason=what.reason)
    if isinstance(what, Went | WentBack | Paused | Resumed | Adjusted):
        return _stage(what, state)
    if isinstance(what, GuestAdded | GuestCorrected | GuestWithdrawn | GuestRestored | CardsPrinted):
        return _list(what, state)
    return _door(what, state)


def _list(
    what: GuestAdded | GuestCorrected | GuestWithdrawn | GuestRestored | CardsPrinted, state: State
) -> str:
    if isinstance(what, CardsPrinted):
        return _("Cards printed: {count}").format(count=len(what.codes))
    guest = _guest(what.guest, state)
    match what:
        case GuestAdded():
            return _("Put on the list: {guest}").format(guest=guest)
        case GuestCorrected(facts=facts):
            changed = ", ".join(guest_fact_name(fact) for fact in facts)
            return _("Guest set right: {guest}: {facts}").format(guest=guest, facts=changed)
        case GuestWithdrawn(reason=reason):
            return _("Taken off the list: {guest}. Reason: {reason}").format(guest=guest, reason=reason)
        case GuestRestored():
            return _("On the list again: {guest}").format(guest=guest)


def _door(what: AnyHappening, state: State) -> str:
    match what:
        case EventCreated():
            return _("Event created")
        case EventChanged():
            return _("Event changed: {what}").format(what=what.what)
        case RosterImported():
            return _(
                "List imported from {source}: {added} added, {changed} changed, {refused} refused"
            ).format(source=what.source, added=what.added, changed=what.changed, refused=what.refused)
        case CheckedIn():
            return _with_party(_checked_in(what, state), what)
        case CameAgain():
            return _("Came again: {guest}, by {channel}").format(
                guest=_guest(what.guest, state), channel=channel_name(what.channel)
            )
        case ScanRefused():
            sentence = _("Scan refused: {reason}").format(reason=refusal_reason(what.status))
            return f"{sentence} ({what.code})" if what.code else sentence
        case PartyChanged():
            sentence = _("Who came was set right: {guest}").format(guest=_guest(what.guest, state))
            if relation_text(what):
                return _with_party(sentence, what)
            return _with_party(sentence + _(", in person"), what)
        case CardReplaced():
            return _("New card: {guest}").format(guest=_guest(what.guest, state))
        case HandedOver():
            return _handed_over(what, state)
    return str(what)


def _stage(what: Went | WentBack | Paused | Resumed | Adjusted, state: State) -> str:
    if isinstance(what, Went) and not what.item:
        return _("GO: the ceremony closed")
    item = _item(what.item, state)
    match what:
        case Went():
            return _("GO: {item}").format(item=item)
        case WentBack():
            return _("Back to: {item}").format(item=item)
        case Paused():
            return _("Paused: {item}").format(item=item)
        case Resumed():
            return _("Resumed: {item}").format(item=item)
        case Adjusted():
            return _("{minutes} minutes: {item}").format(minutes=f"{what.minutes:+}", item=item)


def _checked_in(what: CheckedIn, state: State) -> str:
    if what.channel == "walk-in":
        return _("Checked in as a walk-in: {guest}").format(guest=_guest(what.guest, state))
    if what.came is not None:
        return _("Checked in: {guest}, by {channel}, came at {time}").format(
            guest=_guest(what.guest, state),
            channel=channel_name(what.channel),
            time=hour_minute(what.came),
        )
    return _("Checked in: {guest}, by {channel}").format(
        guest=_guest(what.guest, state), channel=channel_name(what.channel)
    )


def _with_party(sentence: str, what: CheckedIn | PartyChanged) -> str:
    parts = [sentence]
    if relation_text(what):
        parts.append(_("in their place: {who}").format(who=relation_text(what)))
    if what.people > 1:
        parts.append(_("{people} people").format(people=what.people))
    return ", ".join(parts)


def _handed_over(what: HandedOver, state: State) -> str:
    gift = state.event.gift(what.gift)
    sentence = _("Handed over: {quantity} {gift}, {giver} to {receiver}").format(
        quantity=what.quantity,
        gift=gift.name if gift else what.gift,
        giver=what.giver,
        receiver=what.receiver,
    )
    return sentence if what.household is None else f"{sentence} ({what.household:03})"


def _guest(number: int, state: State) -> str:
    guest = state.guests.get(number)
    if guest is None:
        # An undone import took the guest out of the state, but the log still has to name them.
        brought = (guest for step in reversed(state.steps) for guest in step.guests)
        guest = next((guest for guest in brought if guest.number == number), None)
    return f"{guest.name} ({number:03})" if guest else f"({number:03})"


def _item(id: str, state: State) -> str:
    for position, item in enumerate(state.event.program, start=1):
        if item.id == id:
            return f"{position} {item.title}"
    item_off = state.event.item(id)
    return item_off.title if item_off else id


def _entry(id: str, state: State) -> Entry | None:
    return next((step.entry for step in reversed(state.steps) if step.entry.id == id), None)
