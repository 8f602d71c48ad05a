"""A scanner at work at the door: each card is one scan however long it is held."""

from data.commands.door.answer import Answer
from data.model.entries.door import Channel
from data.scanning.codes import read_code
from data.scanning.scan_debounce import ScanDebounce
from data.session.session import Session

Standing = tuple[str, bool, str] | None
"""What an answer rests on: the guest's card, whether they withdrew, the entry that let them in."""


class Scanner:
    """One source of scans into one event. Empty scans are nothing; a stutter repeats its answer."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._stutter = ScanDebounce[Answer]()

    def read(self, text: str, channel: Channel, request: str = "") -> Answer | None:
        """The answer to what was scanned, its entry on disk; None for an empty scan.

        The same code within ``STUTTER_SECONDS`` of its first answer gets that answer again without
        a new entry, unless what it was about was undone or changed in between: the card, or whether
        its guest is in. ``request`` is the id under which a paired phone sent it. Raises LedgerUnwritable.
        """
        if not text.strip():
            return None
        from data.commands.door.door import scan

        code = read_code(text)
        if code is None:
            return scan(self._session, text, channel, request)
        now = self._session.clock.monotonic()
        repeated = self._stutter.repeated(code, self._standing(code), now)
        if repeated is not None:
            return repeated
        answer = scan(self._session, text, channel, request)
        self._stutter.note(code, self._standing(code), now, answer)
        return answer

    def _standing(self, code: str) -> Standing:
        state = self._session.state
        number = state.by_code.get(code, state.replaced.get(code, 0))
        guest, attendance = state.guests.get(number), state.present.get(number)
        if guest is None:
            return None
        return guest.code, guest.withdrawn, attendance.entry if attendance else ""
