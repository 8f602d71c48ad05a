"""Where keys come in: each is judged before anything acts on it, and a held one acts a moment later."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.timer import Timer
from textual.widgets import Input

from tui.frame.keys.key_order import let_screen_show
from tui.scanning.key_cards import Scan
from tui.scanning.key_judge import Act, KeyJudge, Outcome
from tui.scanning.key_pace import Stroke
from tui.scanning.key_reader import READER
from tui.widgets.lines.line_input import LineInput, untype

if TYPE_CHECKING:
    from collections.abc import Awaitable

_LATER = 0.02
_LONGEST_BEHIND = 2.0
"""Seconds after which a key that waits acts, even if the terminal is not being read."""


class KeyDesk:
    """Judges the keys of one program.

    ``act`` lets a key act; ``take`` is given the text of each scan; ``refuse`` is called when a line end
    came too fast for a hand.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        act: "Callable[[events.Key], Awaitable[None]]",
        take: Callable[[str], None],
        refuse: Callable[[], None],
    ) -> None:
        self._app, self._act, self._take, self._refuse = app, act, take, refuse
        self._judge = KeyJudge()
        self._newest = float("-inf")
        self._timer: Timer | None = None

    async def key(self, event: events.Key) -> None:
        """Judge a key; what may act does, in the order in which it came."""
        self._newest = event.time
        # First what came before: it may open a dialog, and then this key is for that.
        await self._obey(self._judge.tick(event.time))
        stroke = Stroke(event.key, event.character, event.time, event)
        await self._obey(self._judge.feed(stroke, is_text=isinstance(self._app.focused, Input)))
        self._wait()

    @property
    def deadline(self) -> float | None:
        """Until when a key waits for what may follow it; None when nothing waits."""
        return self._judge.deadline

    def now(self) -> float:
        """The time by the clock that stamps the keys, in seconds."""
        return events.Event().time

    def _look_soon(self) -> None:
        """Look behind the keys that came by now, though they may still wait behind other work."""
        self._timer = None
        self._app.call_later(self.look)

    async def look(self) -> None:
        """Decide what silence until now decides; while keys are on their way, there is none yet."""
        if self._is_behind:
            self._timer = self._app.set_timer(_LATER, self._look_soon)
            return
        await self._obey(self._judge.tick(self.now()))
        self._wait()

    @property
    def _is_behind(self) -> bool:
        """Whether keys came, or may have come, that were not judged; nobody waits long for them."""
        deadline = self.deadline
        if deadline is None or self.now() > deadline + _LONGEST_BEHIND:
            return False
        return READER.stands_still or READER.newest > self._newest

    def _wait(self) -> None:
        """Look again when the judge has something to decide. Keys that wait behind other work are in the
        program's queue before the timer's word is, and are judged first."""
        if self._timer is None and (deadline := self.deadline) is not None:
            self._timer = self._app.set_timer(max(0.001, deadline - self.now()), self._look_soon)

    async def _obey(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            if isinstance(outcome, Act):
                await let_screen_show(self._app)
                await self._act(outcome.stroke.event)
            elif isinstance(outcome, Scan):
                self._put_back(outcome)
                if outcome.text:
                    self._take(outcome.text)
            else:
                self._refuse()

    def _put_back(self, scan: Scan) -> None:
        line = self._app.focused
        if isinstance(line, LineInput):
            # Behind the keys that it has yet to handle, so that it holds all of what must go.
            line.call_later(line.back_to, *scan[1:])
        elif isinstance(line, Input) and scan.text:
            line.call_later(untype, line, scan.text)
