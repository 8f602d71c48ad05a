"""The gift desk: what every household gets, ticked off once for each household and gift."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from data.commands.door.door import Recognised, admit, look_up_number, recognise, refuse
from data.commands.event.changing import change, known_fields
from data.commands.gifts.gifts import new_gift
from data.errors import Refused
from data.language import _
from data.model.entries.door import RefusalStatus
from data.model.entries.gifts import DeskRefusal, GiftRefused, HandedGift, HandedOver, Person
from data.model.entry import Entry
from data.model.guest import Guest
from data.model.plan import Gift
from data.plans.typed import template
from data.queries.handover_defaults import planned_person
from data.queries.stage.spoken.live_facts import live_facts
from data.scanning.foreign_codes import ForeignKind
from data.scanning.scan_debounce import ScanDebounce
from data.session.session import Session
from data.text.typed.numbers.amount import most_of

DeskStatus = Literal["given"] | DeskRefusal | RefusalStatus


class DeskAnswer(Struct, frozen=True, kw_only=True):
    """What the gift desk says to one household, after its entry is on disk.

    ``at`` (UTC) is the moment of this answer; when the household had its share before, the moment it
    had it, and ``by`` who was on duty then. ``beyond_plan``: more were given than were planned.
    """

    status: DeskStatus
    gift: Gift
    at: datetime
    guest: Guest | None = None
    by: str = ""
    other_event: str = ""
    kind: ForeignKind | None = None
    beyond_plan: bool = False


class GiftDesk:
    """One source of scans to the gift desk of one event; a stutter repeats its answer."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._stutter = ScanDebounce[DeskAnswer]()

    def read(self, gift: str, text: str) -> DeskAnswer | None:
        """Give the gift (its id) to the household whose card was scanned; None for an empty scan.

        The same card again within a few seconds gets its answer again without a new entry, unless
        it was undone in between or the guest came in. Raises Refused for a gift that the desk does
        not give, and LedgerUnwritable.
        """
        if not text.strip():
            return None
        _desk_gift(self._session, gift)
        found = recognise(self._session.state, text)
        scanned, now = (gift, found.code), self._session.clock.monotonic()
        if found.code:
            repeated = self._stutter.repeated(scanned, self._standing(gift, found), now)
            if repeated is not None:
                return repeated
        answer = self._serve(gift, found)
        if found.code:
            self._stutter.note(scanned, self._standing(gift, found), now, answer)
        return answer

    def _serve(self, gift: str, found: Recognised) -> DeskAnswer:
        if not found.refusal and found.guest is not None:
            return give(self._session, gift, found.guest.number)
        said = refuse(self._session, found, "gift-desk")
        return DeskAnswer(
            status=found.refusal or "unknown",
            gift=_desk_gift(self._session, gift),
            at=said.at,
            guest=said.guest,
            other_event=said.other_event,
            kind=said.kind,
        )

    def _standing(self, gift: str, found: Recognised) -> tuple[str, bool, str]:
        """What an answer rests on: the card, whether its guest is in, the entry that gave."""
        state, guest = self._session.state, found.guest
        if guest is None:
            return found.refusal, False, ""
        had = state.handovers.share(gift, guest.number)
        return found.refusal, guest.number in state.present, had.id if had else ""


def give(session: Session, gift: str, number: int) -> DeskAnswer:
    """Give one of the gift (its id) to the household with this number, once.

    Nothing is given to a delegate, to a household that had its share, and to one that is not checked
    in; that is an answer and an entry too. Refused for a gift that the desk does not give, and where
    no guest has the number.
    """
    planned, guest = _desk_gift(session, gift), _guest(session, number)
    had = session.state.handovers.share(gift, number)
    if had is not None:
        session.record(GiftRefused(gift=gift, guest=number, status="had"))
        return DeskAnswer(status="had", gift=planned, at=had.at, guest=guest, by=had.duty)
    status: DeskRefusal | None = None
    if not guest.is_household:
        status = "delegate"
    elif number not in session.state.present:
        status = "not-in"
    if status is not None:
        entry = session.record(GiftRefused(gift=gift, guest=number, status=status))
        return DeskAnswer(status=status, gift=planned, at=entry.at, guest=guest)
    entry = _record(session, planned, (number,))
    return DeskAnswer(
        status="given", gift=planned, at=entry.at, guest=guest, beyond_plan=_is_beyond(session, planned)
    )


def check_in_and_give(session: Session, gift: str, number: int) -> DeskAnswer:
    """Check a household in at the gift desk (where it is not in) and give it the gift (its id)."""
    _desk_gift(session, gift)
    guest = _guest(session, number)
    if guest.is_household and number not in session.state.present:
        admit(session, number, "gift-desk")
    return give(session, gift, number)


def give_to_all(session: Session, gift: str, numbers: Iterable[int]) -> Entry:
    """Give the gift (its id) to many households in one step, such as a whole hamlet.

    Whoever had a share already is passed over; who is not checked in gets theirs all the same, by
    whoever takes it home for them. Refused when nobody is left, and for numbers that are no household's.
    """
    planned = _desk_gift(session, gift)
    had = session.state.handovers.shares(gift)
    households = tuple(dict.fromkeys(number for number in numbers if number not in had))
    for number in households:
        if not _guest(session, number).is_household:
            raise Refused(_("Number {number} is no household.").format(number=number))
    if not households:
        raise Refused(_("All of them had it already."))
    return _record(session, planned, households)


def add_for_households(
    session: Session, name: str, unit: str, quantity: int, giver: Person | None = None
) -> Gift:
    """Add a gift that every household gets and that is ticked off at the desk; returns it.

    ``quantity`` is how many there are. Refused without a name, for fewer than one, and for a giver
    with braces that are no fact of the event.
    """
    event = session.state.event
    if not 1 <= quantity <= most_of(unit):
        raise Refused(_("Type how many there are: 1 or more."))
    gift = replace(
        new_gift(event, name, unit),
        quantity=quantity,
        giver=template(giver.text if giver else "", known_fields(event)),
        each_household=True,
        unannounced=False,
    )
    what = _("new gift: {gift}").format(gift=gift.name)
    change(session, replace(event, gifts=(*event.gifts, gift)), what)
    return gift


def _record(session: Session, gift: Gift, households: tuple[int, ...]) -> Entry:
    facts = live_facts(session.state)
    return session.record(
        HandedOver(
            gifts=(HandedGift(gift.id, len(households)),),
            giver=planned_person(gift.giver, facts),
            receiver=planned_person(gift.receiver, facts),
            item=session.state.agenda_progress.current or gift.item,
            households=households,
        )
    )


def _desk_gift(session: Session, id: str) -> Gift:
    gift = session.state.event.gift(id)
    if gift is None or not gift.each_household:
        raise Refused(_("Choose a gift that every household gets."))
    return gift


def _guest(session: Session, number: int) -> Guest:
    guest = look_up_number(session, number)
    if guest is None:
        raise Refused(_("There is no guest with number {number}.").format(number=number))
    return guest


def _is_beyond(session: Session, gift: Gift) -> bool:
    return not gift.unannounced and session.state.handovers.given(gift.id) > gift.quantity
