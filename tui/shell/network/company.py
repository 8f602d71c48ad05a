"""Several laptops at the open event, as the running program has them.

While nothing is switched on ``together`` is None, and nothing of what it needs is loaded.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from data.errors import CeremonyError
from data.language import _
from data.session.folders.several import is_switched_on
from tui.frame.program import Program

if TYPE_CHECKING:
    from data.joining.place import AnyPlace
    from data.joining.together import Together
    from data.session.session import Session


class Accompanied(Program, Protocol):
    """The program, as the other laptops' steps see it."""

    def write_quietly(
        self,
        command: Callable[[], bool],
        then: Callable[[bool], None],
        refused: Callable[[CeremonyError], None],
    ) -> None:
        """Do a command of the open event in its turn, for which nobody here waits."""
        ...


Begin = Callable[["Session", Callable[[], None]], "Together | None"]


class Company:
    """Switches sharing and joining on and off, and takes in what comes."""

    def __init__(self, app: Accompanied) -> None:
        self._app = app
        self._due = False
        self._beginning = self._turning = False
        self.together: Together | None = None

    @property
    def line(self) -> tuple[str, str]:
        """How the laptops stand together and how urgent that is; empty while nothing is switched on."""
        if self.together is None:
            return (_("⇄ sharing begins…"), "quiet") if self._beginning else ("", "quiet")
        from data.joining.words import line_of

        told = line_of(self.together)
        return told.text, told.tone

    def resume(self) -> None:
        """Switch on what was switched on for the event that was just opened."""
        session = self._app.session
        if session is not None and session.writes and is_switched_on(session.folder):
            from data.joining.sharing import resume

            self._begin(resume)

    def share(self) -> None:
        """Share the open event from this laptop."""
        from data.joining.sharing import share

        self._begin(share)

    def join(self, place: "AnyPlace") -> None:
        """Be together with those who have the open event too."""
        from data.joining.sharing import join

        self._begin(lambda session, wake: join(session, place, wake))

    def switch_off(self) -> None:
        """Leave the others; the event is opened alone from now on."""
        if self.together is not None:
            from data.joining.sharing import switch_off

            together, self.together = self.together, None
            switch_off(together)
            self._app.say(_("This laptop works alone again."))
            self._app.state_changed()

    def leave(self) -> None:
        """The event is being closed: say goodbye to the others. What is switched on stays so."""
        if self.together is not None:
            together, self.together = self.together, None
            together.end()

    def tick(self) -> None:
        """A second has passed."""
        # What is only being taken in is not told to others before it is on disk.
        if self.together is not None and not self.together.session.is_writing:
            self.together.tick()
            self._turn()

    def _begin(self, begin: Begin) -> None:
        """Begin in a thread, since a server takes a moment to start."""
        session = self._app.session
        if session is None or self.together is not None or self._beginning:
            return
        self._beginning = True

        def work() -> None:
            try:
                made = begin(session, self._wake)
            except CeremonyError as error:
                self._app.call_later(self._refused, error)
            else:
                self._app.call_later(self._begun, session, made)

        self._app.run_worker(work, thread=True, exit_on_error=False, group="several")

    def _begun(self, session: "Session", made: "Together | None") -> None:
        self._beginning = False
        if made is None:
            return
        if self._app.session is not session:
            made.end()
            return
        self.together = made
        self._app.state_changed()
        self._turn()

    def _refused(self, error: CeremonyError) -> None:
        self._beginning = False
        self._app.refuse(error)

    def _wake(self) -> None:
        """Called by the link's thread: something came."""
        if not self._due:
            self._due = True
            self._app.call_later(self._turn)

    def _turn(self) -> None:
        self._due = False
        together = self.together
        if together is None or self._turning:
            # The next second takes in what came meanwhile.
            return
        self._turning = True

        def turn() -> bool:
            return self.together is together and together.turn()

        def turned(changed: bool) -> None:
            self._turning = False
            if changed:
                # Once for however many came: painting takes far longer than taking in.
                self._app.redraw_soon()

        def refused(error: CeremonyError) -> None:
            self._turning = False
            self._app.refuse(error)

        self._app.write_quietly(turn, turned, refused)
