"""The first screen: the events there are, and how to make one."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from data.clock import local
from data.errors import CeremonyError, Refused
from data.language import _
from data.session.folders.event_folder import has_event
from data.session.folders.home import home
from data.session.laptop.synced import synced_by
from tui.frame.key_line import KeyLine
from tui.frame.keys.command import bindings
from tui.frame.program import OfProgram
from tui.safe_text import joined, lines, plain
from tui.welcome.event_list import EventList, has_meetings, next_step
from tui.welcome.keys import COMMANDS
from tui.welcome.start_keys import few_words, large_words
from tui.widgets.lines.answer_strip import AnswerStrip
from tui.widgets.lines.job_line import JobLine, Progress

if TYPE_CHECKING:
    from data.session.events.overview import Overview

SAMPLE_FOLDER = "mau-kha-tan"


class WelcomeScreen(OfProgram, Screen[None]):
    """Up and Down choose an event, Enter opens it; S makes the sample event, N one from the plan."""

    NAME: ClassVar[str] = "welcome"
    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    WelcomeScreen #welcome-head { height: auto; padding: 1 2 0 2; }
    WelcomeScreen #events { height: 1fr; padding: 1 2 0 2; }
    WelcomeScreen #next { height: auto; max-height: 4; padding: 0 2; margin-bottom: 1; }
    WelcomeScreen #reminders { height: auto; max-height: 5; padding: 0 2; margin-bottom: 1; }
    WelcomeScreen.empty #reminders { display: none; }
    WelcomeScreen #ways { height: auto; padding: 0 2; margin-bottom: 1; }
    WelcomeScreen.empty #events, WelcomeScreen.empty #next { display: none; }
    WelcomeScreen.empty #ways { height: 1fr; content-align: center middle; }
    WelcomeScreen #rule { height: 1; border-top: solid $panel; margin: 0 2; }
    WelcomeScreen.empty #rule { display: none; }
    """

    def compose(self) -> ComposeResult:
        yield Static(id="welcome-head")
        yield EventList(id="events")
        yield Static(id="next")
        yield Static(id="reminders")
        yield Static(id="rule")
        yield Static(id="ways")
        yield JobLine()
        yield AnswerStrip()
        yield KeyLine(self.NAME, self.offers)

    def offers(self, action: str) -> bool:
        """Whether the key of ``action``, one of the footer's, would do something now."""
        found = self.query_one(EventList)
        if action == "meeting":
            return found.chosen is not None and has_meetings(found.chosen)
        return action != "compare" or len(self._comparable) > 1

    def on_mount(self) -> None:
        self.query_one(KeyLine).show()

    @property
    def strip(self) -> AnswerStrip:
        """The line for answers and refusals."""
        return self.query_one(AnswerStrip)

    def on_screen_resume(self) -> None:
        # In a thread: reading many events takes a while on an old laptop, and the keys work at once.
        # What reads them is loaded there too, behind the first paint, which would wait for it otherwise.
        self.call_after_refresh(self.run_worker, self._look, thread=True, exclusive=True, exit_on_error=False)

    def _look(self) -> None:
        from data.commands.event.checklist import missing_points
        from data.repair.opening_offer import orphans
        from data.session.events.overview import overviews
        from data.session.folders.elsewhere import elsewhere

        self.call_later(self._show, overviews(home(), elsewhere(), missing_points))
        for folder in orphans()[:1]:
            told = _("What was recorded in {folder} is kept here, and that folder is gone. K brings it back.")
            self.call_later(self.strip.say, told.format(folder=folder.name), "again")

    def _show(self, found: "list[Overview]") -> None:
        from data.session.events.next_meeting import meetings_due
        from tui.welcome.reminder_lines import reminder_lines

        self.set_class(not found, "empty")
        head = [joined(plain(_("CEREMONIES"), "bold $accent"), plain(f"   {home()}", "$foreground 50%"))]
        if service := synced_by(home()):
            told = _(
                "⚠ This folder lies in {service}: names and telephone numbers are copied to the internet. "
                "Switch {service} off for it, or keep the events elsewhere (LE_RA_MAT_HOME)."
            )
            head.append(plain(told.format(service=service), "$warning"))
        self.query_one("#welcome-head", Static).update(lines(head))
        self.query_one(EventList).show(found)
        due = meetings_due(found, self._today)
        room = max(40, self.size.width - 4)
        self.query_one("#reminders", Static).update(reminder_lines(due, self._today, room))
        self.query_one("#reminders").display = bool(due)
        self.query_one("#ways", Static).update(
            few_words(room, meetings=any(map(has_meetings, found))) if found else large_words()
        )
        self._show_next()

    def _show_next(self) -> None:
        self.query_one(KeyLine).show()
        chosen = self.query_one(EventList).chosen
        if chosen is not None:
            style = "$error" if chosen.phase == "damaged" else "bold"
            self.query_one("#next", Static).update(plain(next_step(chosen), style))

    def on_key(self, event: events.Key) -> None:
        found = self.query_one(EventList)
        if event.key in ("up", "down"):
            event.stop()
            found.move(-1 if event.key == "up" else 1)
            self._show_next()
        elif event.key in ("enter", "ctrl+j"):
            event.stop()
            if found.chosen is not None:
                self._open(found.chosen.folder)

    # What one key alone needs is loaded when it is pressed: nobody waits for it at the start.

    def action_sample(self) -> None:
        folder = home() / SAMPLE_FOLDER
        try:
            if not has_event(folder):
                from data.rehearsal.sample import found_sample

                found_sample(folder, clock=self.program.clock)
        except CeremonyError as error:
            self._refuse(error)
        else:
            self._open(folder)

    def action_rehearse(self) -> None:
        """Practise on a copy of the chosen event, or of the sample where there is none."""
        from tui.frame.dialogs.rehearse import RehearseDialog

        chosen = self.query_one(EventList).chosen
        real = chosen if chosen is not None and chosen.event is not None else None
        name = real.event.site.village if real and real.event else _("sample event")
        self.app.push_screen(RehearseDialog(real.folder if real else None, name))

    def action_new(self) -> None:
        from tui.welcome.dialogs.new_event import NewEventDialog

        self.app.push_screen(NewEventDialog(), self._made)

    def action_meeting(self) -> None:
        """Make the next meeting of the chosen event's village, for its guests."""
        from tui.welcome.dialogs.next_meeting import NextMeetingDialog

        chosen = self.query_one(EventList).chosen
        if chosen is None or chosen.event is None or not has_meetings(chosen):
            self.strip.say(_("Choose an event whose plan names meetings that follow it."), "misread")
            return
        self.app.push_screen(NextMeetingDialog(chosen.folder, chosen.event, self._today), self._made)

    def action_rescue(self) -> None:
        """Bring back an event whose folder is gone, from what was kept in the user's own folder."""
        from data.repair.mending import examine
        from data.repair.opening_offer import orphans

        gone = orphans()
        if not gone:
            self.strip.say(_("This computer keeps nothing of an event that is gone."), "misread")
            return
        try:
            self.program.mend(examine(gone[0]))
        except CeremonyError as error:
            self._refuse(error)

    def action_bring_back(self) -> None:
        """Open an archive, or an event's JSON, that was carried here from another laptop."""
        from data.files.typed_path import typed_path
        from data.finding.files import ARCHIVES
        from tui.frame.dialogs.edit_value import EditValueDialog, Field

        found: list[Path] = []

        def read(typed: dict[str, str]) -> None:
            path = typed_path(typed["file"])
            if not path.is_file():
                raise Refused(_("There is no file {path}.").format(path=path))
            found.append(path)

        def chosen(saved: bool | None) -> None:
            if saved:
                self._bring_back(found[0])

        label = _("The archive (.zip), or an event's .json: choose it, or drop it here")
        field = Field("file", label, hint=_("part of its name"), kinds=ARCHIVES)
        keys = _("↑ ↓: choose.  Letters: search.  Enter: bring back.  Esc: leave.")
        self.app.push_screen(EditValueDialog(_("Bring an event back"), [field], read, keys=keys), chosen)

    def _bring_back(self, file: Path) -> None:
        def work(progress: Progress) -> Path:
            from data.archive.restore import restore

            return restore(file, None, progress, beside=True)

        def done(folder: Path) -> str:
            self.on_screen_resume()
            return _("Made: {path}").format(path=folder)

        self._start(_("Unpacking"), work, done)

    def action_merge(self) -> None:
        """Take in what another copy of the chosen event has."""
        from tui.welcome.merging import ask_and_merge

        chosen, job = self.query_one(EventList).chosen, self.query_one(JobLine)
        ask_and_merge(chosen, job, self.strip.say, self.on_screen_resume)

    def action_compare(self) -> None:
        """Write all events of the list side by side into one workbook; the sample only among samples."""
        folders = [one.folder for one in self._comparable]

        def work(progress: Progress) -> Path:
            from data.export.comparison.files import export_comparison
            from data.session.opening import open_for_reading

            with ExitStack() as closing:
                return export_comparison(
                    [closing.enter_context(open_for_reading(folder)) for folder in folders], None, progress
                )

        def done(path: Path) -> str:
            return _("Compared in {path}").format(path=path)

        self._start(_("Comparing"), work, done)

    def _start(self, title: str, work: Callable[[Progress], Path], done: Callable[[Path], str]) -> None:
        if not self.query_one(JobLine).start(title, work, done):
            self.strip.say(_("Other work is still going on."), "misread")

    @property
    def _comparable(self) -> "list[Overview]":
        """The events that are compared: all that can be read, the sample only among samples."""
        events = [one for one in self.query_one(EventList).events if one.event and one.phase != "damaged"]
        real = [one for one in events if one.event and not one.event.sample]
        return real if len(real) > 1 else events

    @property
    def _today(self) -> date:
        return local(self.program.clock.now()).date()

    def _made(self, folder: Path | None) -> None:
        if folder is not None:
            self._open(folder)

    def open_at(self, name: str) -> bool:
        """Open the chosen event at one of its screens; False when there is none to choose."""
        chosen = self.query_one(EventList).chosen
        if chosen is not None:
            self._open(chosen.folder, name)
        return chosen is not None

    def _open(self, folder: Path, at: str = "") -> None:
        try:
            self.program.open_or_mend(folder, at)
        except CeremonyError as error:
            self._refuse(error)

    def _refuse(self, error: CeremonyError) -> None:
        self.app.bell()
        self.strip.say(error.sentence, "refused")
