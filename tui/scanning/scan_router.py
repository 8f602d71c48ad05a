"""Where scans come in: the gate that knows a scanner's keys, and the scanner that answers them."""

from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.timer import Timer
from textual.widgets import Input

from data.commands.door.door import Answer
from data.commands.door.scanning import Scanner
from data.model.entries.door import Channel
from data.scanning.codes import looks_scanned, read_code
from data.session.session import Session
from tui.frame.dialog import Dialog
from tui.frame.event_screen import CeremonyScreen
from tui.scanning.scan_detector import SETTLE_SECONDS, ScanDetector, Verdict
from tui.scanning.stray_burst import StrayBurst
from tui.widgets.lines.line_input import untype

if TYPE_CHECKING:
    from tui.shell.app import CeremonyApp

_SECOND_LOOK = 0.05


class ScanRouter:
    """Takes every scan of the open event, whatever has the focus, and has it shown."""

    def __init__(self, app: "CeremonyApp", session: Session) -> None:
        self._app = app
        self._gate = ScanDetector()
        self._stray = StrayBurst()
        self._scanner = Scanner(session)
        self._silence: Timer | None = None

    def key(self, event: events.Key) -> bool:
        """Look at a key before any widget does; whether it is done with."""
        verdict = self._gate.feed(event.key, event.character, event.time)
        self._obey(verdict)
        self._wait_for_silence()
        is_text = isinstance(self._app.focused, Input)
        stray = self._stray.swallows(event.key, event.character, event.time, is_text=is_text)
        return stray or not verdict.passes

    def _obey(self, verdict: Verdict) -> None:
        if not verdict.scan:
            return
        focused = self._app.focused
        if isinstance(focused, Input) and verdict.typed:
            # After the keys that it has yet to handle, so that it holds all of what must go.
            focused.call_later(untype, focused, verdict.typed)
        self.take(verdict.scan)

    def _wait_for_silence(self) -> None:
        """Have the gate decide on digits after which nothing comes: not every scanner ends a line."""
        if self._gate.is_waiting and self._silence is None:
            self._silence = self._app.set_timer(SETTLE_SECONDS, self._fell_silent)

    def _fell_silent(self) -> None:
        """Look once more a moment later: keys may be waiting behind other work, stamped but not yet seen."""
        self._silence = self._app.set_timer(_SECOND_LOOK, partial(self._decide, self._gate.last))

    def _decide(self, last: float) -> None:
        self._silence = None
        if self._gate.last == last:
            # An event made now is stamped by the clock that stamps the keys.
            self._obey(self._gate.settle(events.Event().time))
        self._wait_for_silence()

    def paste(self, text: str) -> bool:
        """Take what was pasted if all of it is scans; whether it was."""
        scans = text.split()
        if not scans or not all(read_code(scan) or looks_scanned(scan) for scan in scans):
            return False
        for scan in scans:
            self.take(scan)
        return True

    def take(self, text: str, channel: Channel = "scanner") -> Answer | None:
        """Answer a scan wherever the person is looking: the screen's own way, else a check-in.

        Returns the answer of a check-in; None when the screen took the scan, nothing was recorded, or the
        disk is so slow that the answer is shown later.
        """
        screen = self._app.screen
        if isinstance(screen, CeremonyScreen) and screen.take_scan(text):
            return None
        answers: list[Answer | None] = [None]

        def then(answer: Answer | None) -> None:
            answers[0] = answer
            if answer is not None:
                self._show(answer)

        self._app.write(lambda: self._scanner.read(text, channel), then, self._app.refuse_guest)
        return answers[0]

    def _show(self, answer: Answer) -> None:
        if not any(getattr(shown, "QUIET", False) for shown in self._app.screen_stack):
            self._app.ring(answer)
        # A dialog tells it at its foot; the screen behind, and under the list of commands, keeps it.
        for screen in reversed(self._app.screen_stack):
            if isinstance(screen, Dialog):
                screen.strip.answer(answer)
            elif isinstance(screen, CeremonyScreen):
                screen.show_answer(answer)
                break
        self._app.redraw_soon()
