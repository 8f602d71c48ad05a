"""R: how to rehearse. By hand on a copy, with guests who come by themselves, or all of it by the program."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from data.errors import CeremonyError
from data.language import N_, _
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import lines, plain
from tui.widgets.lines.job_line import JobLine, Progress
from tui.widgets.lists.choice import Choice

if TYPE_CHECKING:
    from data.rehearsal.rehearse import Rehearsal

_BY_ITSELF = "all"
_SPEEDS: tuple[tuple[str, str], ...] = (
    ("6", N_("guests come slowly, 6 a minute")),
    ("20", N_("as on the day, 20 a minute")),
    ("60", N_("a crowd, 60 a minute")),
    ("0", N_("nobody comes by himself: your own cards and keys")),
    (_BY_ITSELF, N_("the program runs the whole ceremony and tests this laptop")),
)


class RehearseDialog(Dialog[None]):
    """Choose and Enter. ``source`` is the event to copy (None: the sample); ``back`` where leaving leads."""

    AUTO_FOCUS = "Choice"
    DEFAULT_CSS = """
    RehearseDialog #outcome { height: auto; max-height: 12; margin-top: 1; scrollbar-size-vertical: 1; }
    """

    def __init__(self, source: Path | None, name: str, back: Path | None = None) -> None:
        super().__init__(_("Rehearse"))
        self._source, self._name, self._back = source, name, back

    def content(self) -> ComposeResult:
        told = _("On a copy of “{event}”. Nothing that is done there is kept; ^O ends it.")
        yield Static(plain(told.format(event=self._name)), classes="question")
        yield Choice([(value, _(label)) for value, label in _SPEEDS], value="20")
        yield JobLine()
        outcome = VerticalScroll(Static(id="checks"), id="outcome")
        outcome.can_focus = False
        yield outcome
        yield Static(plain(_("↑ ↓: choose.  Enter: begin.  Esc: leave."), "dim"))

    def on_mount(self) -> None:
        self.query_one("#outcome").display = False

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            self._begin(self.query_one(Choice).value)
        elif event.key in ("pageup", "pagedown"):
            event.stop()
            self.query_one("#outcome").scroll_relative(y=-8 if event.key == "pageup" else 8, animate=False)

    def _begin(self, how: str) -> None:
        if how == _BY_ITSELF:
            self._run_by_itself()
            return
        program, source, back = self.program, self._source, self._back

        async def begin() -> None:
            try:
                await program.rehearse(source, float(how), back)
            except CeremonyError as error:
                program.refuse(error)

        self.dismiss(None)
        program.call_later(begin)

    def _run_by_itself(self) -> None:
        source = self._source

        def work(progress: Progress) -> "Rehearsal":
            # Imported when it is needed: it draws cards, writes workbooks and papers.
            from data.rehearsal.rehearse import rehearse

            return rehearse(source, _as_one(progress))

        if self.query_one(JobLine).start(_("Rehearsing"), work, self._done):
            self.query_one("#outcome").display = False

    def _done(self, result: "Rehearsal") -> str:
        rows = [
            plain(f"{'✔' if held else '✖'} {sentence}", "" if held else "bold $error")
            for sentence, held in sorted(result.checks, key=lambda check: check[1])
        ]
        self.query_one("#checks", Static).update(lines(rows))
        self.query_one("#outcome").display = True
        if result.passed:
            return _("Everything works on this laptop.  PgUp, PgDn: read.")
        return _("Something does not work; see the lines with ✖.")


def _as_one(progress: Progress) -> Callable[[str, int, int], None]:
    return lambda _what, done, total: progress(done, total)
