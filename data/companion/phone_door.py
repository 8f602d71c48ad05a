"""A phone at the door: the same rules as the laptop's scanner, each request on record once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from msgspec import Struct

from data.commands.door.answer import Answer
from data.commands.door.door import admit, set_party
from data.commands.door.presence import remove_check_in
from data.commands.door.scanning import Scanner
from data.commands.undo import last_step, undo
from data.errors import Refused
from data.language import _
from data.model.entries.door import CameAgain, CheckedIn, ScanRefused, ScanStatus
from data.model.entry import Entry
from data.model.guest import Guest
from data.scanning.camera.held import Held
from data.scanning.codes import read_code
from data.scanning.foreign_codes import foreign_kind
from data.session.session import Session
from data.state.people.attendance import Attendance
from data.state.phones import REQUEST_SIGN, Phone
from data.state.state import State
from data.text.cleaning.clean import clean

_JUST_NOW_SECONDS = 6.0


class PhoneReply(Struct, frozen=True, kw_only=True):
    """What a phone is told of a request. ``entry`` is the id of its entry, empty where a stutter has none of
    its own; ``is_undone`` that it was taken back since."""

    answer: Answer
    entry: str = ""
    is_undone: bool = False


class TooMany(Refused):
    """Several cards are in one picture: nobody knows whose is meant."""


class PhoneDoor:
    """One phone, as long as the program runs. What must outlive the program is in the ledger."""

    def __init__(self, session: Session, phone: Phone) -> None:
        self._session = session
        self._phone = phone
        self._scanner = Scanner(session)
        self._held = Held()
        self._begin()

    def look(self, texts: Iterable[str]) -> str:
        """The code that came into sight with a picture; empty where none did, or what was held before it.

        Raises TooMany. Whoever cannot have it recorded calls ``forget``.
        """
        found = _one_card(texts)
        now = self._session.clock.monotonic()
        came = self._held.fresh(map(_in_sight, found), now)
        return found[0] if came else ""

    def forget(self) -> None:
        """Take what is held before the camera for new: it was not recorded."""
        self._held = Held()

    def done(self, number: str) -> PhoneReply | None:
        """What was answered to the request of that number, also before a restart; None if it never came.

        ``number`` is the phone's own. The card that it was about counts as held from now on.
        """
        entry = self._session.state.requests.entries.get(self._request(number))
        if entry is None:
            return None
        self._hold(entry)
        return PhoneReply(
            answer=_answer_of(entry, self._session.state),
            entry=entry.id,
            is_undone=entry.id in self._session.state.undone,
        )

    def read(self, text: str, number: str) -> PhoneReply | None:
        """The door's answer to a code, on record under the request's number; None for an empty text.

        A number that is on record already is answered from there. Raises what the door raises.
        """
        if (before := self.done(number)) is not None:
            return before
        with on_duty(self._session, self._phone.name):
            answer = self._scanner.read(text, "phone", self._request(number))
        return None if answer is None else self._reply(answer, number)

    def let_in(self, guest: int, number: str) -> PhoneReply:
        """Check a guest in that was found by name. Raises Refused when there is no such guest."""
        if (before := self.done(number)) is not None:
            return before
        with on_duty(self._session, self._phone.name):
            answer = admit(self._session, guest, "phone", request=self._request(number))
        return self._reply(answer, number)

    def set_party(self, guest: int, relation: str, substitute: str, people: int) -> Attendance:
        """Say who came for a guest whom this phone let in; the same once more changes nothing.

        Raises Refused for a guest whom it did not let in.
        """
        attendance = self._let_in_here(guest)
        relation, substitute = clean(relation), clean(substitute)
        wanted = (relation, substitute, people)
        if (attendance.relation, attendance.substitute, attendance.people) == wanted:
            return attendance
        with on_duty(self._session, self._phone.name):
            return set_party(self._session, guest, relation=relation, substitute=substitute, people=people)

    def take_back(self, number: str) -> Guest | None:
        """Take back the check-in that this phone's request of that number made; the guest, if still listed.

        Where it was taken back already nothing happens. Raises Refused when the request let nobody in.
        """
        state = self._session.state
        entry = state.requests.entries.get(self._request(number))
        if entry is None or not isinstance(entry.what, CheckedIn):
            raise Refused(_("There is nothing to take back."))
        guest = entry.what.guest
        with on_duty(self._session, self._phone.name):
            last = last_step(self._session)
            if last is not None and last.id == entry.id:
                undo(self._session, entry.id)
            elif (attendance := state.present.get(guest)) is not None and attendance.entry == entry.id:
                remove_check_in(self._session, guest)
        return state.guests.get(guest)

    def _let_in_here(self, guest: int) -> Attendance:
        attendance = self._session.state.present.get(guest)
        if attendance is None or attendance.phone != self._phone.id:
            raise Refused(_("This phone did not let this guest in; edit it at the laptop."))
        return attendance

    def _reply(self, answer: Answer, number: str) -> PhoneReply:
        entry = self._session.state.requests.entries.get(self._request(number))
        return PhoneReply(answer=answer, entry=entry.id if entry else "")

    def _request(self, number: str) -> str:
        return f"{self._phone.id}{REQUEST_SIGN}{number}"

    def _begin(self) -> None:
        """The card that this phone held when the program ended is still the same scan."""
        last = self._session.state.requests.last.get(self._phone.id)
        if last is not None:
            gone = (self._session.clock.now() - last.at).total_seconds()
            if 0 <= gone < _JUST_NOW_SECONDS:
                self._hold(last)

    def _hold(self, entry: Entry) -> None:
        code = _code_of(entry, self._session.state)
        if code:
            self._held.fresh([code], self._session.clock.monotonic())


@contextmanager
def on_duty(session: Session, name: str) -> Iterator[None]:
    """Let entries say that ``name`` was on duty, not who sits at the laptop."""
    before, session.duty = session.duty, name
    try:
        yield
    finally:
        session.duty = before


def _one_card(texts: Iterable[str]) -> list[str]:
    """The one card in sight, else the one strange code; nothing in an empty picture."""
    seen = list(dict.fromkeys(texts))
    found = [text for text in seen if read_code(text) is not None] or seen
    if len(found) > 1:
        raise TooMany(_("Hold one card at a time before the camera."))
    return found


def _in_sight(text: str) -> str:
    return read_code(text) or text


def _code_of(entry: Entry, state: State) -> str:
    what = entry.what
    if isinstance(what, CheckedIn | CameAgain) and what.guest in state.guests:
        return state.guests[what.guest].code
    return what.code if isinstance(what, ScanRefused) else ""


def _answer_of(entry: Entry, state: State) -> Answer:
    """What the door said when it made this entry, as far as the ledger tells."""
    what = entry.what
    if isinstance(what, ScanRefused):
        return Answer(status=what.status, at=entry.at, kind=foreign_kind(what.foreign))
    assert isinstance(what, CheckedIn | CameAgain)
    attendance = state.present.get(what.guest)
    status: ScanStatus = "admitted" if isinstance(what, CheckedIn) else "already"
    at = attendance.at if attendance and status == "already" else entry.at
    return Answer(status=status, at=at, guest=state.guests.get(what.guest), attendance=attendance)
