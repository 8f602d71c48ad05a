"""Rehearsing on the screens, on a copy that is thrown away; and being shown around in a minute."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from textual.timer import Timer

from data.errors import CeremonyError
from data.language import N_, _
from data.session.practice import is_practice
from tui.frame.program import Program
from tui.shell.places import event_screen

if TYPE_CHECKING:
    from data.commands.door.answer import Answer
    from data.rehearsal.practice import Arrivals

STOP_SECONDS = 8.0
"""How long the tour stays at each of its stops."""
_TOUR_SPEED = 40

_STOPS: tuple[tuple[str, str], ...] = (
    (
        "door",
        N_(
            "The door: each guest's card is scanned, or the name is typed. Green: come in. The counts"
            " are above."
        ),
    ),
    (
        "door",
        N_(
            "Without a card: type a name, no accents needed. F7: somebody came in the head's place. "
            "F8: a new guest."
        ),
    ),
    (
        "stage",
        N_("The stage: what runs now, its time, and the words to read out. Space goes on to the next item."),
    ),
    ("gifts", N_("Gifts: who gave what to whom. The form is filled in already; F7 logs it.")),
    (
        "missing",
        N_("Who has not come yet, with telephone numbers; a whole delegation comes in with one key."),
    ),
    (
        "papers",
        N_(
            "Papers: lists, minutes and report, filled in with what happened. Print them and have "
            "them signed."
        ),
    ),
    ("report", N_("The report: attendance in numbers, what is still to do, export to Excel.")),
)


class Practised(Program, Protocol):
    """The program, as a rehearsal uses it."""

    async def leave_event(self) -> Path | None:
        """Go to the first screen and let go of the open event; of a rehearsal, where it leads back to."""
        ...

    async def action_events(self) -> None:
        """Leave the open event; a rehearsal, and be where it was begun."""
        ...

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Have ``callback`` run behind what is being painted."""
        ...

    def set_interval(self, interval: float, callback: Callable[[], Any]) -> Timer:
        """Have ``callback`` run every ``interval`` seconds."""
        ...


class Practice:
    """The rehearsal that is going on, if any: its copy, the guests who arrive, the tour's next stop."""

    def __init__(self, app: Practised) -> None:
        self._app = app
        self._arrivals: Arrivals | None = None
        self._timers: list[Timer] = []
        self._back: Path | None = None
        self._stop = 0
        self.is_tour = False

    async def begin(
        self, source: Path | None, per_minute: float, back: Path | None = None, *, begins_in: int = 10
    ) -> None:
        """Open a copy of the event in ``source`` (None: of the sample), to which guests come by themselves.

        ``back`` is the event to which leaving leads. Raises CeremonyError when it cannot be copied.
        """
        # Imported when it is needed: nobody rehearses in the morning's first second.
        from data.rehearsal.practice import Arrivals, copy_to_practise

        folder = copy_to_practise(source, self._app.clock, begins_in=begins_in)
        if self._app.session is not None:
            await self._app.leave_event()
        self._app.open_event(folder)
        self._back = back
        self._arrivals = Arrivals(self._app.open_session)
        if per_minute:
            self._every(60 / per_minute, self.arrive)

    def arrive(self) -> None:
        """Let one more guest come, and show it as a scan is shown."""
        if self._arrivals is not None:
            self._app.write(self._arrivals.let_next_in, self._arrived, self._app.refuse)

    def _arrived(self, answer: "Answer | None") -> None:
        if answer is None:
            return
        if (shown := event_screen(self._app.screen)) is not None and shown.NAME == "door":
            shown.show_answer(answer)
        self._app.redraw_soon()

    async def show_around(self) -> None:
        """Begin the tour on a copy of the sample."""
        try:
            await self.begin(None, _TOUR_SPEED, begins_in=0)
        except CeremonyError as error:
            self._app.refuse(error)
            return
        self.is_tour, self._stop = True, 0
        self._every(STOP_SECONDS, self.next_stop)
        # The door has to be there before it can be spoken of.
        self._app.call_after_refresh(self.next_stop)

    def next_stop(self) -> None:
        """Go on to the next stop; after the last one leave."""
        if not self.is_tour or self._app.session is None:
            return
        if self._stop == len(_STOPS):
            self.leave()
            return
        screen, sentence = _STOPS[self._stop]
        self._stop += 1
        place = f"{self._stop}/{len(_STOPS)}"
        told = _("TOUR {place}   {what}   Any key: stop.").format(place=place, what=_(sentence))
        if screen == "stage":
            self._start_the_agenda()
        if getattr(self._app.screen, "NAME", "") != screen:
            self._app.action_show(screen)
        self._app.call_after_refresh(self._app.say, told, "again")

    def _start_the_agenda(self) -> None:
        from data.commands.stage import stage

        self._app.carry_out(partial(stage.go, self._app.open_session), lambda _entry: None)

    def leave(self) -> None:
        """Leave the tour, or the rehearsal: back to where it was begun."""
        self._app.call_later(self._app.action_events)

    def end(self, folder: Path) -> Path | None:
        """The event in ``folder`` was let go of: throw a copy away; where to go back to, if anywhere."""
        for timer in self._timers:
            timer.stop()
        self._timers.clear()
        back, self._back = self._back, None
        self._arrivals, self.is_tour = None, False
        if is_practice(folder):
            from data.rehearsal.practice import throw_away

            throw_away(folder)
        return back

    def _every(self, seconds: float, do: Callable[[], None]) -> None:
        self._timers.append(self._app.set_interval(seconds, do))
