"""The door's line: what is typed looks for guests, and Enter lets in the one who is meant."""

import re

from textual import events
from textual.timer import Timer
from textual.widgets import Input

from data.commands.door.answer import Answer
from data.language import _
from data.model.entries.door import Channel
from data.model.guest import Guest
from data.scanning.codes import looks_scanned
from data.text.typed.numbers.guest_number import is_guest_number
from tui.door.indexing import Indexing
from tui.frame.event_screen import CeremonyScreen
from tui.frame.keys.haste import too_fast
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.results import Results

_PHONE_TAIL = 3
_BEGUN_SCAN = re.compile(r"(?<![0-9])0(0[0-9]*)?\Z")
"""Digits at the end that may be a card's first ones: nobody is searched for at each digit of a scan."""
_SCAN_SECONDS = 0.15


class DoorSearch(CeremonyScreen):
    """The part of the screen around its line (``#door-line``) and who fits what it holds (``Results``)."""

    def __init__(self) -> None:
        super().__init__()
        self._later: Timer | None = None
        self._indexing = Indexing(self, self._search_now)
        self._offered = False

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
        if is_guest_number(text):
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

    def _forget_search(self) -> None:
        """Empty the line and mark nobody: what was searched for has had its answer."""
        self.query_one("#door-line", LineInput).clear()
        self.query_one(Results).forget()
        self.remove_class("searching")

    def _find(self, text: str) -> list[Guest]:
        state = self.session.state
        return self.program.finder.find(text, state)
