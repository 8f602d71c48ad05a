"""A scanner at work: the same card held before it is one scan, not twenty."""

from data.ceremony import Ceremony
from data.codes import read_code
from data.commands.door import Answer, scan
from data.model.happenings.door import Channel

STUTTER_SECONDS = 3.0
"""How long the same code counts as the scanner stuttering (the command-line contract)."""

Standing = tuple[str, bool, str] | None
"""What an answer rests on: the guest's card, whether they withdrew, the entry that let them in."""


class Scanner:
    """One source of scans into one event. Empty scans are nothing; a stutter repeats its answer."""

    def __init__(self, ceremony: Ceremony) -> None:
        self._ceremony = ceremony
        self._recent: dict[str, tuple[float, Standing, Answer]] = {}

    def read(self, text: str, channel: Channel) -> Answer | None:
        """The answer to what was scanned, its entry on disk; None for an empty scan.

        The same code within ``STUTTER_SECONDS`` of its first answer gets that answer again without
        a new entry, unless what it was about was undone or changed in between: the card, or whether
        its guest is in. Raises LedgerUnwritable.
        """
        if not text.strip():
            return None
        code = read_code(text)
        now = self._ceremony.clock.monotonic()
        if code is not None and (repeated := self._stutter(code, now)):
            return repeated
        answer = scan(self._ceremony, text, channel)
        if code is not None:
            self._recent = {k: v for k, v in self._recent.items() if now - v[0] < STUTTER_SECONDS}
            self._recent[code] = (now, self._standing(code), answer)
        return answer

    def _stutter(self, code: str, now: float) -> Answer | None:
        if code not in self._recent:
            return None
        first, standing, answer = self._recent[code]
        if now - first >= STUTTER_SECONDS or standing != self._standing(code):
            return None
        return answer

    def _standing(self, code: str) -> Standing:
        state = self._ceremony.state
        number = state.by_code.get(code, state.replaced.get(code, 0))
        guest, attendance = state.guests.get(number), state.present.get(number)
        if guest is None:
            return None
        return guest.code, guest.withdrawn, attendance.entry if attendance else ""
