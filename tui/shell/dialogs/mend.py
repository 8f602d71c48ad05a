"""A damaged event, or one whose ledger lacks what was recorded: what can be done, one key that does it."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from data.clock import hour_minute
from data.errors import CeremonyError
from data.language import _, ngettext
from data.messages.warnings.repair import lost_text, summary
from data.repair.mending import Finding, mend
from data.text import counted
from tui.frame.program import OfProgram
from tui.safe_text import joined, lines, plain, wrapped
from tui.widgets.lines.answer_strip import AnswerStrip

_ROWS_ROUND_THE_LOST = 15


class MendScreen(OfProgram, Screen[None]):
    """R mends and opens the event; Esc leaves everything as it is.

    O opens a ledger that is sound and only lacks something as it is; it is offered again at the next start.
    """

    NAME: ClassVar[str] = "mend"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,R", "mend", show=False),
        Binding("o,O", "open_as_it_is", show=False),
        Binding("escape", "leave", show=False),
    ]
    DEFAULT_CSS = """
    MendScreen #mend-title { height: 2; padding: 0 2; color: #ffffff; background: #7d2a24; text-style: bold; }
    MendScreen #mend-facts { height: 1fr; padding: 1 2; }
    MendScreen #mend-keys { height: auto; padding: 0 2 1 2; }
    """

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self._finding = finding

    def compose(self) -> ComposeResult:
        yield Static(id="mend-title")
        yield Static(id="mend-facts")
        yield Static(id="mend-keys")
        yield AnswerStrip()

    @property
    def strip(self) -> AnswerStrip:
        """The line for refusals."""
        return self.query_one(AnswerStrip)

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        found = self._finding
        title = (
            _("THE LEDGER IS DAMAGED · it can be mended now")
            if found.is_damaged
            else _("RECORDED, BUT NOT IN THE LEDGER · it can be taken in now")
        )
        self.query_one("#mend-title", Static).update(
            lines([plain(title), plain(found.folder.name, "not bold")])
        )
        self.query_one("#mend-facts", Static).update(lines(self._facts()))
        self.query_one("#mend-keys", Static).update(lines(self._keys()))

    def _facts(self) -> list[Content]:
        room = max(30, self.size.width - 4)
        rows: list[Content] = []
        for sign, sentence in summary(self._finding):
            colour = "$success" if sign == "✔" else "$warning"
            rows += _marked(sign, colour, sentence, room)
        most = max(1, self.size.height - _ROWS_ROUND_THE_LOST)
        for lost in self._finding.lost[:most]:
            rows.append(plain("    · " + lost_text(lost)))
        if self._finding.lost[most:]:
            rows.append(plain("    … " + _("and {count} more").format(count=len(self._finding.lost) - most)))
        return rows

    def _keys(self) -> list[Content]:
        mend_text = _("mend it and open the event") if self._finding.is_damaged else _("take it in and open")
        rows = [joined(plain(" R ", "bold reverse $accent"), plain(f"  {mend_text}", "bold")), plain("")]
        if not self._finding.is_damaged:
            rows.append(joined(plain(" O ", "reverse"), "  ", _("open without it; it is offered again")))
        rows.append(joined(plain("Esc", "reverse"), "  ", _("leave everything as it is")))
        return rows

    def action_mend(self) -> None:
        """Write the ledger anew and go on where work goes on."""

        def work() -> None:
            found = mend(self._finding.folder, self.program.clock)
            self.program.open_event(found.folder)
            self.program.say_when_shown(_mended(found), "again" if found.lost else "welcome")

        self._try(work)

    def action_open_as_it_is(self) -> None:
        """Open a sound ledger without what it lacks."""
        if not self._finding.is_damaged:
            self._try(lambda: self.program.open_event(self._finding.folder))

    def action_leave(self) -> None:
        """Show the list of events."""
        self.program.show_events()

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except CeremonyError as error:
            self.app.bell()
            self.strip.say(error.sentence, "refused")


def _marked(sign: str, colour: str, sentence: str, room: int) -> list[Content]:
    first, *more = wrapped(sentence, room - 3)
    return [joined(plain(f"{sign}  ", f"bold {colour}"), first), *(joined("   ", row) for row in more)]


def _mended(found: Finding) -> str:
    if not found.lost:
        return _("✔ Mended: {entries}, all here again.").format(entries=counted.entries(found.entries))
    times = ", ".join(hour_minute(lost.after) for lost in found.lost[:3] if lost.after)
    told = ngettext(
        "Mended. {count} step could not be read (after {times}). Ctrl+L lists it, to enter by hand.",
        "Mended. {count} steps could not be read (after {times}). Ctrl+L lists them, to enter by hand.",
        len(found.lost),
    )
    return told.format(count=len(found.lost), times=times or "?")
