"""Enter on a village that sends its entries: they are put into a folder, and this says what is in it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from data.clock import local
from data.errors import CeremonyError
from data.joining.district.config import Village
from data.joining.reporting.counts import VillageCounts
from data.language import _
from data.messages.log import describe
from data.program_name import typed_command
from data.state.state import State
from data.text import counted
from tui.safe_text import joined, lines, plain

if TYPE_CHECKING:
    from data.joining.district.village_event import Brought

Bring = Callable[[Village, str, Callable[[int, int], None]], "Brought"]
"""Puts the entries of a village's event (by its id, empty for the last) into a folder; hears how many."""

_MOST_LINES = 10


class VillageScreen(ModalScreen[None]):
    """How many entries came, the last of them, and how the folder is opened. Enter takes what came since."""

    DEFAULT_CSS = """
    VillageScreen { align: center middle; background: $background 60%; }
    VillageScreen VerticalScroll { width: 100; max-width: 96%; height: auto; max-height: 94%;
        border: round $accent; background: $surface; padding: 0 2; }
    VillageScreen Static { height: auto; }
    """
    BINDINGS = [
        Binding("escape,q,Q", "dismiss", show=False),
        Binding("enter", "bring", show=False),
    ]

    def __init__(self, village: Village, counts: VillageCounts | None, bring: Bring) -> None:
        super().__init__()
        self._village, self._counts, self._bring = village, counts, bring
        self._works = False

    def compose(self) -> ComposeResult:
        with VerticalScroll() as box:
            box.border_title = plain(f" {self._village.name} ")
            box.border_subtitle = _keys().markup
            yield Static(id="brought")

    def on_mount(self) -> None:
        self.action_bring()

    def action_bring(self) -> None:
        """Take what came."""
        if not self._works:
            self._works = True
            self._show(plain(_("Taking the event over")))
            self.run_worker(self._work, thread=True, exit_on_error=False)

    def _work(self) -> None:
        def progress(count: int, _total: int) -> None:
            self.app.call_later(
                self._show, plain(_("{entries} taken over").format(entries=counted.entries(count)))
            )

        try:
            brought = self._bring(self._village, self._counts.event if self._counts else "", progress)
            content = _about(brought, self._counts)
        except CeremonyError as error:
            content = plain(error.sentence)
        self.app.call_later(self._done, content)

    def _done(self, content: Content) -> None:
        self._works = False
        self._show(content)

    def _show(self, content: Content) -> None:
        if self.is_mounted:
            self.query_one("#brought", Static).update(content)


def _about(brought: "Brought", counts: VillageCounts | None) -> Content:
    state = brought.state
    rows = [plain(_how_many(len(state.steps), brought.now, counts), "bold"), *_last(state), plain("")]
    rows += [plain(f"⚠ {brought.busy}", "$warning")] if brought.busy else []
    rows += [
        plain("⚠ " + _("Not taken in: {name}, {why}.").format(name=one.name, why=one.why), "$warning")
        for one in brought.refused[:3]
    ]
    command, folder = typed_command(), _typed(brought.folder)
    rows += [
        plain(_("In another window, to look into it or to export it:")),
        plain(f"{command} {folder}", "$accent"),
        plain(f"{command} export {folder}", "$accent"),
        plain(_("What is changed there stays in this district; the village never hears of it."), "dim"),
    ]
    return lines(rows)


def _typed(folder: Path) -> str:
    """A folder as it is typed in the window beside this one, which begins in the same folder."""
    with suppress(OSError, ValueError):
        folder = folder.relative_to(Path.cwd())
    return f'"{folder}"' if " " in str(folder) else str(folder)


def _how_many(entries: int, now: int, counts: VillageCounts | None) -> str:
    told = _("{entries}, {new} of them new").format(entries=counted.entries(entries), new=now)
    missing = counts.entries - entries if counts is not None else 0
    if missing <= 0:
        return told
    return told + " · " + _("{count} more on their way").format(count=missing)


def _last(state: State) -> list[Content]:
    """The last entries, the newest first."""
    rows = []
    for entry in reversed(state.entries[-_MOST_LINES:]):
        said = describe(entry, state)
        if entry.id in state.undone:
            said = _("(undone) {what}").format(what=said)
        rows.append(joined(plain(f"{local(entry.at):%H:%M:%S}  ", "$foreground 70%"), plain(said)))
    return rows


def _keys() -> Content:
    ways = [("Enter", _("take what came since")), ("Esc", _("close"))]
    return joined(*[joined(plain(f" {key}", "bold $accent"), plain(f" {what} ")) for key, what in ways])
