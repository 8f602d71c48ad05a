"""Ctrl+Z: the first press says what would be undone, the second one does it."""

from functools import partial

from data.language import _
from tui.frame.program import Program
from tui.shell.offers.second_press import SecondPress


class UndoOffer:
    """The offer to undo the last step. It lapses with every newer one."""

    def __init__(self, app: Program) -> None:
        self._app = app
        self._second = SecondPress(app)
        self.withdraw = self._second.withdraw

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
        fresh = self._second.is_fresh()
        if self._second.offered == entry.id:
            self.withdraw()
            told = "↶ " + _("Undone: {what}").format(what=what)
            self._app.carry_out(partial(undo, session, entry.id), lambda _entry: self._app.say(told, "again"))
        elif fresh:
            sentence = "↶ " + _("^Z again undoes: {what}   (Esc: no)").format(what=what)
            self._second.offer(entry.id, sentence)
        else:
            self._app.say_too_soon()
