"""Joining the laptop that shares: its code is typed, or scanned from its screen."""

from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Static

from data.errors import CeremonyError
from data.joining.pairing.code import is_code
from data.joining.place import AnyPlace, read_place
from data.language import _
from data.text import counted
from tui.frame.dialogs.dialog import Dialog
from tui.joining.company import accompanied
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput


class JoinDialog(Dialog[None]):
    """One line for the code. The event is taken over whole, then opened and kept together."""

    DEFAULT_CSS = "JoinDialog LineInput { margin: 1 0; } JoinDialog Static { height: auto; }"

    def __init__(self) -> None:
        super().__init__(_("Join another laptop"))
        self._works = False

    def content(self) -> ComposeResult:
        yield Static(
            plain(
                _(
                    "The 32 digits that the sharing laptop shows (^P “laptops” there). "
                    "Type them, or scan its QR."
                )
            )
        )
        yield LineInput(placeholder="0000 0000 0000 0000 0000 0000 0000 0000")
        yield Static(id="told")
        yield Static(plain(_("Enter: join.  Esc: leave."), "dim"))

    def take_code(self, text: str) -> bool:
        """Take a scan that is a pairing code; False for every other scan."""
        if not is_code(text):
            return False
        self.query_one(LineInput).value = text
        self._join(text)
        return True

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        self._join(event.value)

    def _join(self, text: str) -> None:
        if self._works:
            return
        try:
            place = read_place(text)
        except CeremonyError as error:
            self._tell(error.sentence)
            return
        self._works = True
        self._tell(_("Looking for the other laptop…"))
        self.run_worker(lambda: self._take_over(place), thread=True, exit_on_error=False)

    def _take_over(self, place: AnyPlace) -> None:
        def progress(count: int, _total: int) -> None:
            self.app.call_later(self._tell, _("{entries} taken over").format(entries=counted.entries(count)))

        try:
            from data.joining.taking.take_over import take_over

            found = take_over(place, None, progress, opened=self._own_folder())
        except CeremonyError as error:
            self.app.call_later(self._refused, error.sentence)
        else:
            self.app.call_later(self._done, found.folder, place)

    def _own_folder(self) -> Path | None:
        """The folder of the open event: it may be the one that is shared, wherever it lies."""
        session = accompanied(self).session
        return session.folder if session is not None else None

    def _refused(self, sentence: str) -> None:
        self._works = False
        self._tell(sentence)

    def _done(self, folder: Path, place: AnyPlace) -> None:
        program = accompanied(self)
        self.dismiss(None)

        def follow() -> None:
            try:
                if program.session is None or program.session.folder.resolve() != folder.resolve():
                    program.open_event(folder)
                program.company.join(place)
            except CeremonyError as error:
                program.refuse(error)

        program.call_later(follow)

    def _tell(self, sentence: str) -> None:
        if self.is_mounted:
            self.query_one("#told", Static).update(plain(sentence))
