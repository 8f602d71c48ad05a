"""Where scans are answered, whatever the person is looking at."""

from textual.widget import Widget
from textual.widgets import Input

from data.commands.door.answer import Answer
from data.commands.door.scanning import Scanner
from data.model.entries.door import Channel
from data.scanning.codes import looks_scanned, read_code
from data.session.session import Session
from tui.frame.dialogs.dialog import Dialog
from tui.frame.event_screen import CeremonyScreen
from tui.frame.program import Program


def pasted_into(line: Widget | None, text: str) -> bool:
    """Put text that came faster than a hand into the line that has the focus; whether there was one for it.

    Where no event is open nobody scans cards: an old console sends what is pasted as keys, all at once.
    """
    from data.scanning.foreign_codes import kind_of

    if not isinstance(line, Input) or read_code(text) is not None or kind_of(text) in _NEVER_TYPED:
        return False
    # The line is given back what it held before the keys came; the text goes in behind that.
    line.call_later(line.insert_text_at_cursor, text)
    return True


class ScanRouter:
    """Takes every scan of the open event, whatever has the focus, and has it shown."""

    def __init__(self, app: Program, session: Session) -> None:
        self._app = app
        self._scanner = Scanner(session)

    def paste(self, text: str) -> bool:
        """Take what was pasted if all of it is scans, or a code that nobody types; whether it was."""
        from data.scanning.foreign_codes import kind_of

        if read_code(text) is not None or kind_of(text) in _NEVER_TYPED:
            self.take(text)
            return True
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


_NEVER_TYPED = frozenset({"identity", "insurance", "bank", "wifi", "contact"})
"""Codes whose text nobody types into a line or copies to it for a purpose."""
