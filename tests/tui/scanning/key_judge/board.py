"""Keys where no text is typed: letters, signs, Space and arrows are commands there."""

from tests.tui.scanning.key_judge.kinds import Pressed
from tui.scanning.key_cards import Scan
from tui.scanning.key_judge import Act, KeyJudge, Outcome
from tui.scanning.key_pace import Stroke


class Board:
    """``acted`` are the keys that acted, each with how many seconds late; ``scans`` what was taken."""

    def __init__(self) -> None:
        self.judge = KeyJudge()
        self.acted: list[tuple[str, float]] = []
        self.scans: list[str] = []
        self.now = 100.0

    def receive(self, pressed: list[Pressed]) -> None:
        """Let keys come in, each so long after the one before."""
        for key, character, after in pressed:
            self.wait(after)
            self._obey(self.judge.feed(Stroke(key, character, self.now), is_text=False))

    def wait(self, seconds: float = 3.0) -> None:
        """Nothing comes for a while."""
        end = self.now + seconds
        while (deadline := self.judge.deadline) is not None and deadline <= end:
            self.now = max(self.now, deadline)
            self._obey(self.judge.tick(self.now))
        self.now = end

    def _obey(self, outcomes: list[Outcome]) -> None:
        for outcome in outcomes:
            if isinstance(outcome, Act):
                self.acted.append((outcome.stroke.key, self.now - outcome.stroke.at))
            elif isinstance(outcome, Scan) and outcome.text:
                self.scans.append(outcome.text)
