"""The door's keys that open dialogs: who came, a new guest, the camera, setting right, the paper list."""

from data.commands.door.answer import Answer
from data.language import _
from data.model.entries.door import Channel
from data.model.guest import Guest
from data.plans.plan_words import relations_of
from tui.door.search import DoorSearch
from tui.door.widgets.answer_box import AnswerBox
from tui.scanning.camera_watcher import watches_of
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.results import Results


class DialogKeys(DoorSearch):
    """What F7, F8, F9, Ctrl+E and Ctrl+B do. Dialogs are loaded when they are first opened."""

    def offers(self, action: str) -> bool:
        needs_guests = action in ("substitute", "set_right")
        return bool(self.session.state.guests) if needs_guests else super().offers(action)

    @property
    def _meant(self) -> Guest | None:
        """The guest that a key is about: the marked one of a search, else the one of the answer."""
        if self.has_class("searching"):
            return self.query_one(Results).marked
        return self.query_one(AnswerBox).guest

    def action_substitute(self) -> None:
        """Say who came. A guest who is not in yet is let in when that is said, not by looking."""
        self._search_now()
        if self.has_class("searching"):
            results = self.query_one(Results)
            if results.marked is not None and results.decided is None:
                results.arm(self.program.key_time())
                self.strip.say(_("Several guests: choose with ↑ ↓, then F7 again."), "again")
                return
        guest, typed = self._meant, self.query_one("#door-line", LineInput).value.strip()
        if guest is None:
            self.strip.say(_("Scan or find the guest first; then F7 says who came."), "misread")
            return
        from tui.door.dialogs.party import PartyDialog

        channel: Channel = "number" if typed.isdecimal() and int(typed) == guest.number else "name"
        attendance = self.session.state.present.get(guest.number)
        self.app.push_screen(
            PartyDialog(guest, attendance, relations_of(guest, self.session.state.event), channel),
            self._party_told,
        )

    def _party_told(self, answer: Answer | None) -> None:
        self.strip.clear()
        if answer is not None:
            self._forget_search()
            self.program.ring(answer)
            self.show_answer(answer)

    def action_walk_in(self) -> None:
        from tui.door.dialogs.walk_in import WalkInDialog

        line = self.query_one("#door-line", LineInput)
        typed = "" if line.value.strip().isdecimal() else line.value.strip()
        line.value = ""
        self.app.push_screen(WalkInDialog(self.session.state, typed, self._find), self._walked_in)

    def _walked_in(self, answer: Answer | None) -> None:
        if answer is not None:
            self.program.ring(answer)
            self.show_answer(answer)

    def action_camera(self) -> None:
        from tui.door.dialogs.camera import CameraDialog

        if (watches := watches_of(self)) is not None:
            self.app.push_screen(CameraDialog(watches))

    def action_set_right(self) -> None:
        self._search_now()
        guest = self._meant
        if guest is None:
            self.strip.say(_("Scan or find the guest first; then ^E edits what is wrong."), "misread")
            return
        from tui.door.actions import DoorActionsDialog

        was_in = guest.number in self.session.state.present

        def then(sentence: str | None) -> None:
            if sentence:
                if was_in:
                    self._forget_search()
                self.strip.say(f"✔ {sentence}", "welcome")

        self.app.push_screen(DoorActionsDialog(guest, self._find), then)

    def action_back_entry(self) -> None:
        from tui.door.dialogs.paper_entry import BackEntryDialog

        self.app.push_screen(BackEntryDialog())
