"""F2, the door: the answer first, large; one line to type into; who came last; who is still missing."""

import re
from collections.abc import Iterable

from textual import events
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from data.commands.door.answer import Answer
from data.language import _
from data.model.entries.door import Channel
from data.model.guest import Guest
from data.scanning.codes import looks_scanned
from tui.door.indexing import Indexing
from tui.door.keys import COMMANDS
from tui.door.widgets.answer_box import AnswerBox
from tui.door.widgets.arrivals import Arrivals
from tui.door.widgets.camera_preview import CameraPreview
from tui.door.widgets.groups import Groups
from tui.door.widgets.phone_line import PhoneLine
from tui.door.widgets.ready_line import ReadyLine
from tui.door.widgets.undo_line import UndoLine
from tui.door.widgets.watch_sign import WatchSign
from tui.frame.event_screen import CeremonyScreen
from tui.frame.keys.command import bindings
from tui.frame.keys.haste import too_fast
from tui.scanning.camera_watcher import watches_of
from tui.widgets.answers import explanation
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.results import Results

_LONGEST_NUMBER = 5
_PHONE_TAIL = 3
_BEGUN_SCAN = re.compile(r"(?<![0-9])0(0[0-9]*)?\Z")
"""Digits at the end that may be a card's first ones: nobody is searched for at each digit of a scan."""
_SCAN_SECONDS = 0.15


class DoorScreen(CeremonyScreen):
    """Where guests come in. Printable keys are text here, so actions are on F-keys."""

    NAME = "door"
    BINDINGS = bindings(COMMANDS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-broad")]

    def __init__(self) -> None:
        super().__init__()
        self._later: Timer | None = None
        self._indexing = Indexing(self, self._search_now)
        self._offered = False

    def body(self) -> Iterable[Widget]:
        yield Horizontal(ReadyLine(id="ready"), WatchSign(), id="ready-row")
        yield LineInput(
            clears=True, placeholder=_("scan a card, or type a name, number, hamlet"), id="door-line"
        )
        yield AnswerBox(id="answer")
        yield Results(id="results")
        yield Horizontal(
            Arrivals(id="arrivals"),
            Groups(id="groups"),
            CameraPreview(when_roomy=True, id="door-preview"),
            id="lower",
        )
        yield PhoneLine(id="phones")
        yield UndoLine(id="undoable")

    def offers(self, action: str) -> bool:
        needs_guests = action in ("substitute", "set_right")
        return bool(self.session.state.guests) if needs_guests else super().offers(action)

    def show_state(self) -> None:
        state = self.session.state
        self.tell_ready()
        self.query_one(Arrivals).show(state)
        self.query_one(Groups).show(state)
        self.query_one(AnswerBox).renew(state)
        self.query_one(UndoLine).tell(self.session)
        self.query_one(PhoneLine).tell(state)
        # Behind what is painted now: nobody has typed a letter before they see the door.
        self._indexing.go_on()

    def tick(self) -> None:
        self.tell_ready()

    def tell_ready(self) -> None:
        """Say whether the door is ready."""
        self.query_one(ReadyLine).tell(self.session, sound=self.program.bells.on)

    def show_answer(self, answer: Answer) -> None:
        self.strip.clear()
        self.query_one(AnswerBox).show(answer, self.session.state)
        self._offered = bool(answer.offered)
        if self._offered:
            now = self.program.key_time()
            self.query_one(Results).offer(list(answer.offered), self.session.state, now)
            self.strip.say(explanation(answer), "misread")
        self.set_class(self._offered, "searching")
        line = self.query_one("#door-line", LineInput)
        # Behind the keys that it has yet to handle.
        line.call_later(line.keep)

    def show_refusal(self, sentence: str) -> None:
        """Say on the panel itself that nothing was recorded."""
        self.strip.clear()
        self.query_one(AnswerBox).refuse(sentence)

    def show_writing(self, waiting: int) -> None:
        """Say on the panel itself that the disk has not taken what was scanned yet."""
        self.query_one(AnswerBox).writing(waiting)

    def on_input_changed(self, event: Input.Changed) -> None:
        # What the line holds now: the news of an earlier letter may come behind later keys.
        if not _BEGUN_SCAN.search(event.input.value):
            self._search_now()
        elif self._later is None:
            self._later = self.set_timer(_SCAN_SECONDS, self._search_after_scan)

    def _search_after_scan(self) -> None:
        self._later = None
        self._search_now()

    def _search_now(self) -> None:
        """Show who fits what the line holds; a choice made among the same guests stands."""
        line = self.query_one("#door-line", LineInput)
        text = line.value.strip()
        if self._offered and (line.is_kept or not text):
            return
        self._offered = False
        self.set_class(bool(text) and not line.is_kept and not looks_scanned(text), "searching")
        if self.has_class("searching"):
            self._look_for(text)

    def _look_for(self, text: str) -> None:
        """Show who fits ``text``; behind a list of thousands just read in, once it can be searched."""
        if self._indexing.is_ready_for_letters():
            self.query_one(Results).show(self._find(text), self.session.state)
        else:
            self.query_one(Results).make_ready()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        text = event.value.strip()
        if self._offered:
            self._enter_offered(event)
            return
        if not text:
            return
        if looks_scanned(text):
            self.program.take_scan(text)
            return
        found = self._find(text)
        if text.isdecimal() and len(text) <= _LONGEST_NUMBER:
            from data.commands.door.door import look_up_number

            guest = look_up_number(self.session, int(text))
            if guest is not None and (len(text) < _PHONE_TAIL or len(found) == 1):
                self._admit(guest, "number")
                return
        self._enter_name(event.line, text, found, event.at)

    def _enter_offered(self, event: LineInput.Entered) -> None:
        """Let in one of those whom an identity card may belong to, if a person has looked at them."""
        results = self.query_one(Results)
        event.line.value = event.value
        event.line.keep()
        if results.is_new(event.at):
            return
        if results.decided is None:
            results.arm(event.at)
        else:
            self._admit(results.decided, "name")

    def _enter_name(self, line: LineInput, text: str, found: list[Guest], at: float) -> None:
        results = self.query_one(Results)
        results.show(found, self.session.state)
        chosen = results.decided
        is_hasty = chosen is not None and results.is_new(at)
        if chosen is not None and not is_hasty:
            self._admit(chosen, "number" if text.isdecimal() and int(text) == chosen.number else "name")
            return
        # Nobody is let in by a guess: the text comes back, and the arrows or one more Enter decide.
        line.value = text
        line.cursor_position = len(text)
        if results.guests:
            results.arm(at)
            several = _("Several guests: choose with ↑ ↓, Enter lets in the one that is marked.")
            self.strip.say(*((too_fast(), "misread") if is_hasty else (several, "again")))
        else:
            self.strip.say(
                _("Nobody found for “{text}”. F8: guest who is not on the list.").format(text=text), "misread"
            )

    def _admit(self, guest: Guest, channel: Channel) -> None:
        from data.commands.door.door import admit

        def then(answer: Answer) -> None:
            self.program.ring(answer)
            self.show_answer(answer)
            # What was typed has had its answer; behind a scan it would stay.
            self.query_one("#door-line", LineInput).call_later(self._forget_search)
            self.program.state_changed()

        session = self.session
        self.program.write(lambda: admit(session, guest.number, channel), then, self.program.refuse_guest)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "down"):
            event.stop()
            self.query_one("#door-line", LineInput).take_up()
            self._search_now()
            if self.has_class("searching"):
                self.query_one(Results).move(-1 if event.key == "up" else 1)

    def key_escape(self) -> None:
        """Empty the line."""
        self._offered = False
        self.query_one("#door-line", LineInput).value = ""
        self._search_now()
        self.program.key_escape()

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
            PartyDialog(guest, attendance, self.session.state.event.relations, channel), self._party_told
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

    def _forget_search(self) -> None:
        """Empty the line and mark nobody: what was searched for has had its answer."""
        self.query_one("#door-line", LineInput).clear()
        self.query_one(Results).forget()
        self.remove_class("searching")

    def action_back_entry(self) -> None:
        from tui.door.dialogs.paper_entry import BackEntryDialog

        self.app.push_screen(BackEntryDialog())

    def _find(self, text: str) -> list[Guest]:
        state = self.session.state
        return self.program.finder.find(text, state)
