"""Ctrl+Z: the first press says what would be undone, the second one does it."""

from functools import partial

from textual.timer import Timer

from data.language import _
from tui.frame.keys.repeat import RepeatGuard
from tui.frame.program import Program

UNDO_SECONDS = 10.0
"""How long the offer to undo a named step stands."""


class UndoOffer:
    """The offer that stands, if any. It lapses by itself, and with every newer step."""

    def __init__(self, app: Program) -> None:
        self._app = app
        self._offered = ""
        self._lapse: Timer | None = None
        self._key = RepeatGuard()

    def press(self) -> None:
        """Say what would be undone; undo it when that is what was said last."""
        from data.commands.undo import last_step, undo
        from data.messages.log import describe

        session = self._app.open_session
        entry = last_step(session)
        if entry is None:
            self._app.say(_("There is nothing to undo."))
            return
        what = describe(entry, session.state)
        # A key that is held down names one step and takes back no more than that one.
        anew = self._key.is_fresh(self._app.clock.monotonic())
        if self._offered == entry.id:
            self.withdraw()
            told = "↶ " + _("Undone: {what}").format(what=what)
            self._app.carry_out(partial(undo, session, entry.id), lambda _entry: self._app.say(told, "again"))
            return
        if not anew:
            self._app.say_too_soon()
            return
        self.withdraw()
        self._offered = entry.id
        self._lapse = self._app.set_timer(UNDO_SECONDS, self._lapsed)
        self._app.say("↶ " + _("^Z again undoes: {what}   (Esc: no)").format(what=what), "again")

    def withdraw(self) -> None:
        """Take the offer back."""
        self._offered = ""
        if self._lapse is not None:
            self._lapse.stop()
            self._lapse = None

    def _lapsed(self) -> None:
        if self._offered:
            self.withdraw()
            self._app.say("")
