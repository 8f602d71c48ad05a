"""A scanner at work: the same card held before it is one scan, not twenty."""

from data.ceremony import Ceremony
from data.codes import read_code
from data.commands.door import Answer, scan
from data.model.entry import Channel

STUTTER_SECONDS = 3.0
"""How long the same code counts as the scanner stuttering (the command-line contract)."""


class Scanner:
    """One source of scans into one event. Empty scans are nothing; a stutter repeats its answer."""

    def __init__(self, ceremony: Ceremony) -> None:
        self._ceremony = ceremony
        self._recent: dict[str, tuple[float, int, Answer]] = {}

    def read(self, text: str, channel: Channel) -> Answer | None:
        """The answer to what was scanned, its entry on disk; None for an empty scan.

        The same code within ``STUTTER_SECONDS`` of its first answer gets that answer again without
        a new entry, unless something was undone or changed in between. Raises LedgerUnwritable.
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
            self._recent[code] = (now, self._changes(), answer)
        return answer

    def _stutter(self, code: str, now: float) -> Answer | None:
        first, changes, answer = self._recent.get(code, (0.0, 0, None))
        if answer is None or now - first >= STUTTER_SECONDS or changes != self._changes():
            return None
        return answer

    def _changes(self) -> int:
        return len(self._ceremony.state.undone)
