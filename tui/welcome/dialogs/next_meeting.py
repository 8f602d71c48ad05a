"""M on the first screen: the quarterly meeting that follows an event, for the same guests."""

from datetime import date
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from data.commands import understood
from data.errors import Refused
from data.language import _
from data.model.event import Event
from data.plans.load import load_plan
from data.plans.typed import day as read_day
from data.queries.people.counts import GroupCount, by_delegation
from data.session.events.next_meeting import found_meeting, next_dates, usually_invited
from data.session.folders.home import home
from data.session.opening import open_for_reading
from data.text import counted
from data.text.slug import slug
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import lines, plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.tick_list import TickList

_FIELDS = ("date", "start")


class NextMeetingDialog(Dialog[Path]):
    """Date and start, already filled in; Enter in the last makes it. Dismisses with its folder."""

    BINDINGS = [("ctrl+s", "make", "")]
    AUTO_FOCUS = "LineInput"

    def __init__(self, before: Path, event: Event, today: date) -> None:
        super().__init__(_("The next meeting"))
        self._before = before
        self._event = event
        self._today = today
        with open_for_reading(before) as seen:
            self._groups = [one for one in by_delegation(seen.state) if one.listed or one.present]
        self._usual = usually_invited(event)
        self._due = next((day for day in next_dates(event, event.date or today) if day >= today), None)

    def content(self) -> ComposeResult:
        site = self._event.site
        yield Static(
            lines(
                [
                    plain(f"{site.village}, {site.commune}", "bold"),
                    plain(_("The guests of this event are invited again; their cards stay good.")),
                ]
            ),
            classes="question",
        )
        assert self._event.meetings is not None
        start = load_plan(self._event.meetings.plan).start
        values = {"date": f"{self._due:%d/%m/%Y}" if self._due else "", "start": start}
        labels = {"date": _("Date"), "start": _("Start")}
        hints = {
            "date": _("{day}, or empty: not known yet").format(day=f"{self._today:%d/%m/%Y}"),
            "start": _("08:00"),
        }
        for field in _FIELDS:
            with Horizontal(classes="form-row"):
                yield Static(plain(labels[field]), classes="label")
                yield LineInput(values[field], placeholder=hints[field], selects="figures", id=field)
        if self._groups:
            yield Static(plain(_("Delegates invited again (↓, then Space):"), "bold"))
            rows = [(group.id, self._told(group)) for group in self._groups]
            yield TickList(rows, self._usual, id="delegations")
        yield Static(id="told")
        yield Static(plain(_("Enter: next field, in the last: make it (or ^S).  Esc: leave."), "dim"))

    def _told(self, group: GroupCount) -> str:
        return f"{group.name}: {counted.delegates(group.listed + group.walk_ins)}"

    def on_input_changed(self, event: Input.Changed) -> None:
        told = self.query_one("#told", Static)
        try:
            words = (understood.day if event.input.id == "date" else _hour)(event.value, self._today)
        except Refused as refused:
            told.update(plain(refused.sentence, "$warning"))
        else:
            told.update(plain(f"= {words}" if words else "", "$success"))

    def key_down(self) -> None:
        self.focus_next()

    def key_up(self) -> None:
        self.focus_previous()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if event.line.id == "date":
            self.query_one("#start", LineInput).focus()
        else:
            self.action_make()

    def action_make(self) -> None:
        """Make the event and leave with its folder."""
        with self.program.refusals():
            on = read_day(self.query_one("#date", LineInput).value, self._today)
            start = self.query_one("#start", LineInput).value.strip()
            folder = _free_folder(" ".join((self._event.site.id, str(on or _("meeting")))))
            chosen = self.query_one(TickList).ticked if self._groups else None
            found_meeting(folder, self._before, self._event, on, start, self.program.clock, chosen)
            self.dismiss(folder)


def _hour(text: str, _today: date) -> str:
    return understood.hour(text) if text.strip() else ""


def _free_folder(name: str) -> Path:
    """A folder in the home of events that is not there yet, named after ``name``."""
    stem = slug(name)
    folder, count = home() / stem, 2
    while folder.exists():
        folder, count = home() / f"{stem}-{count}", count + 1
    return folder
