"""``main.py hall EVENT``: the audience's screen on the projector. It follows the ledger, never writes."""

from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.reactive import Reactive
from textual.widgets import Static

from data.language import _
from data.program_name import TITLE
from data.queries.stage.hall import hall_view
from data.session.follower import Follower
from tui.frame.fault import FaultKeepingApp
from tui.frame.theme import HALL, begin_in_theme
from tui.hall.sheet import HallSheet
from tui.large_text.drawn_type import Lettering
from tui.scanning.key_desk import KeyDesk

LOOK_SECONDS = 0.2
"""How often the ledger is looked at: what happens stands on the wall within half a second."""

_LETTERINGS: tuple[Lettering | None, ...] = ("best", "half-blocks", None)
_NOTICE_SECONDS = 15.0


class HallApp(FaultKeepingApp):
    """The sheet and nothing else. Raises CeremonyError when there is no event to show."""

    TITLE = TITLE

    CSS = """
    Screen { background: rgb(112,10,18); }
    #notice { dock: bottom; height: 1; text-align: right; }
    #notice { color: rgb(255,240,200); background: rgb(112,10,18); }
    """
    BINDINGS = [
        Binding("escape,q,ctrl+q,ctrl+c", "quit", priority=True, show=False),
        Binding("t", "lettering", show=False),
    ]
    ENABLE_COMMAND_PALETTE = False
    theme = Reactive(HALL.name, init=False)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        begin_in_theme(self)
        self._follower = Follower(folder)
        self._lettering = 0
        self.keys = KeyDesk(self, act=self._act, take=self._scanned, refuse=lambda: None)

    def compose(self) -> ComposeResult:
        yield HallSheet()
        yield Static(id="notice")

    def on_mount(self) -> None:
        self._say("")
        self._show()
        self.set_interval(LOOK_SECONDS, self._look)

    def on_unmount(self) -> None:
        self._follower.close()

    def action_lettering(self) -> None:
        """Go to the next way of making letters, for terminals whose font lacks some blocks."""
        self._lettering = (self._lettering + 1) % len(_LETTERINGS)
        self._show()

    async def on_event(self, event: events.Event) -> None:
        """Judge every key before it acts: a scanner may type here."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self.keys.key(event)
        else:
            await super().on_event(event)

    async def _act(self, event: events.Key) -> None:
        await super().on_event(event)

    def _scanned(self, _text: str) -> None:
        """Say so when a scanner types here: the person at the door would wait for an answer in vain."""
        self._say(_("The scanner types into this window. Click into the window of the door."))
        self.set_timer(_NOTICE_SECONDS, self._say_what_is)

    def _look(self) -> None:
        if self._follower.look():
            self._show()
            self._say_what_is()

    def _show(self) -> None:
        self.query_one(HallSheet).show(hall_view(self._follower.state), _LETTERINGS[self._lettering])

    def _say_what_is(self) -> None:
        if self._follower.is_lost:
            self._say(_("waiting for the ledger"))
        else:
            self._say(_("an older ledger is in its place") if self._follower.is_older else "")

    def _say(self, sentence: str) -> None:
        notice = self.query_one("#notice", Static)
        notice.display = bool(sentence)
        notice.update(Content(f"{sentence} "))
