"""A text field behind the real judge of keys, as the program puts them together, without a screen."""

from tests.tui.scanning.typing.unikey import BACKSPACE
from tui.scanning.key_cards import Scan
from tui.scanning.key_judge import SETTLE_SECONDS, Act, KeyJudge, Outcome, Refused
from tui.scanning.key_pace import Stroke

KEYS = {"\r": "enter", "\n": "ctrl+j", "\t": "tab", BACKSPACE: "backspace"}
APART = 0.002
"""Seconds between two keys of a scanner."""
AT_ONCE = 0.0005
"""Seconds between the characters that a typing program makes of one key."""


class Line:
    """``text`` is what stands in the field, ``scans`` what was taken, ``entered`` what was entered, and
    ``commands`` the keys that acted without typing anything."""

    def __init__(self) -> None:
        self.judge = KeyJudge()
        self.text = ""
        self.scans: list[str] = []
        self.entered: list[str] = []
        self.commands: list[str] = []
        self.refused = 0
        self.now = 100.0
        self._before: list[tuple[float, str]] = []

    def receive(self, characters: str, apart: float = APART) -> None:
        """Let the characters come in, so many seconds ``apart``."""
        for character in characters:
            self.wait(apart, settling=False)
            self.press(KEYS.get(character, character), None if character in KEYS else character)

    def press(self, key: str, character: str | None) -> None:
        """Let one key come in now."""
        self._obey(self.judge.feed(Stroke(key, character, self.now), is_text=True))

    def keys(self, pressed: list[str], apart: float) -> None:
        """Let what came of each key come in: its characters at once, the keys so many seconds ``apart``."""
        for characters in pressed:
            self.wait(max(0.0, apart - AT_ONCE * len(characters)), settling=False)
            self.receive(characters, AT_ONCE)

    def wait(self, seconds: float = 2 * SETTLE_SECONDS, *, settling: bool = True) -> None:
        """Nothing comes for a while."""
        end = self.now + seconds
        while (deadline := self.judge.deadline) is not None and deadline <= end:
            self.now = max(self.now, deadline)
            self._obey(self.judge.tick(self.now))
        self.now = end
        if settling:
            self._obey(self.judge.tick(end))

    def _obey(self, outcomes: list[Outcome]) -> None:
        for outcome in outcomes:
            if isinstance(outcome, Scan):
                self._put_back(outcome)
                self.scans += [outcome.text] if outcome.text else []
            elif isinstance(outcome, Act):
                self._edit(outcome.stroke)
            elif isinstance(outcome, Refused):
                self.refused += 1

    def _put_back(self, scan: Scan) -> None:
        newer = [text for at, text in self._before if at >= scan.since]
        if newer:
            self.text = newer[0] + scan.keep
        self._before = [(at, text) for at, text in self._before if at < scan.since]
        if newer and scan.following is not None:
            self._before.append((scan.following, newer[0]))

    def _edit(self, stroke: Stroke) -> None:
        self._before.append((stroke.at, self.text))
        if stroke.key == "backspace":
            self.text = self.text[:-1]
        elif stroke.key in ("enter", "ctrl+j"):
            self.entered.append(self.text)
            self.text = ""
            self._before.clear()
        elif stroke.sign and stroke.character:
            self.text += stroke.character
        else:
            self.commands.append(stroke.key)
