"""F6, the report: four numbers, who is missing, when they came, what is still open."""

from collections.abc import Iterable
from pathlib import Path

from textual import events
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from data.clock import hour_minute
from data.commands.registering import default_year
from data.language import _, ngettext
from data.queries.people.arrivals import arrivals
from data.queries.people.counts import by_delegation, by_hamlet, counts
from data.queries.stage.pace import pace
from data.session.session import Session
from data.state.stage.agenda_progress import table
from data.text import counted
from tui.frame.event_screen import CeremonyScreen
from tui.frame.keys.command import bindings
from tui.report.dialogs.afterwards import AfterwardsChoice, AfterwardsDialog
from tui.report.dialogs.choose_export import ExportChoice
from tui.report.keys import COMMANDS
from tui.report.widgets.figure import Figure
from tui.report.widgets.plot import plot_lines
from tui.report.widgets.ran_lines import agenda_lines, gift_lines, registration_lines
from tui.report.widgets.still_open import still_open
from tui.report.widgets.todo_list import TodoList
from tui.safe_text import lines, plain
from tui.widgets.bars import bar_lines
from tui.widgets.lines.job_line import JobLine, Progress

_PLOT_HEIGHT = 3


class ReportScreen(CeremonyScreen):
    """Attendance in numbers and what is still to do; F7 writes it out for the office."""

    NAME = "report"
    BINDINGS = bindings(COMMANDS)
    AUTO_FOCUS = "TodoList"
    DEFAULT_CSS = """
    ReportScreen #figures { height: 5; }
    ReportScreen #parts { height: 1fr; padding: 0 1; }
    ReportScreen .part { width: 1fr; height: 1fr; scrollbar-size-vertical: 1;
        scrollbar-background: $surface; scrollbar-color: $foreground 40%; }
    ReportScreen #right { padding-left: 2; }
    ReportScreen #plot { height: auto; margin-bottom: 1; }
    ReportScreen #todo { height: 1fr; }
    """

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            *(Figure(id=id) for id in ("households", "people", "delegates", "time")), id="figures"
        )
        yield Horizontal(
            VerticalScroll(Static(id="bars"), classes="part", id="left", can_focus=False),
            Vertical(
                Static(id="plot"),
                TodoList(id="todo"),
                classes="part",
                id="right",
            ),
            id="parts",
        )
        yield JobLine()

    def show_state(self) -> None:
        state = self.session.state
        n = counts(state)
        self._figure("households").show(
            str(n.households.came),
            _caption(
                ngettext("of {target} household", "of {target} households", n.households_target).format(
                    target=n.households_target
                ),
                n.households_walk_ins,
            ),
            "good" if n.households_present >= n.households_target else "",
        )
        self._figure("people").show(
            str(n.people), _("from households\n{count} in all").format(count=n.everybody)
        )
        self._figure("delegates").show(
            str(n.delegates.came),
            _caption(
                ngettext("of {listed} delegate", "of {listed} delegates", n.delegates_listed).format(
                    listed=n.delegates_listed
                ),
                n.delegates_walk_ins,
            ),
            "good" if 0 < n.delegates.of <= n.delegates.came else "",
        )
        self.tick()
        self._show_left()
        plot = self.query_one("#plot", Static)
        height = _PLOT_HEIGHT if self.size.height < 36 else 2 * _PLOT_HEIGHT
        plotted = plot_lines(arrivals(state), max(20, plot.size.width), height)
        plot.update(lines([plain(_("ARRIVALS"), "bold dim"), *plotted]))
        exported = _has_files(self.session.folder)
        self.query_one(TodoList).show(still_open(state, exported=exported))

    def tick(self) -> None:
        self._figure("time").show(*_lateness(self.session))

    def on_key(self, event: events.Key) -> None:
        step = {"pageup": -8, "pagedown": 8}.get(event.key)
        if step is not None:
            event.stop()
            self.query_one("#left", VerticalScroll).scroll_relative(y=step, animate=False)

    def key_escape(self) -> None:
        """Put away what is told below."""
        self.query_one(JobLine).say("")
        self.program.key_escape()

    def action_export(self) -> None:
        self._export(ExportChoice((), False))

    def _export(self, choice: ExportChoice) -> None:
        folder, clock, run = self.session.folder, self.session.clock, self.session.run

        def export(progress: Progress) -> list[Path]:
            # Imported when it is needed: workbooks take a while to load.
            from data.export.files import export_event

            # A reader of its own: the state that the screens show changes with every scan meanwhile.
            with Session(folder, "read", clock=clock) as seen:
                seen.run = run
                return export_event(seen, None, progress, sheets=choice.sheets, phones=choice.phones)

        if not self.query_one(JobLine).start(_("Writing the export"), export, self._exported):
            self.strip.say(_("The export is being written already."), "misread")

    def action_afterwards(self) -> None:
        self.app.push_screen(AfterwardsDialog(self.session), self._afterwards)

    def _afterwards(self, chosen: AfterwardsChoice | None) -> None:
        if chosen is None:
            return
        if chosen.export is not None:
            self._export(chosen.export)
        elif chosen.archive is not None:
            self._archive(chosen.archive)
        elif chosen.purged:
            # By the program, behind the dialog: this screen goes, too.
            self.program.call_later(self.program.forget_people, "✔ " + chosen.sentence)
        else:
            self.program.state_changed()
            self.query_one(JobLine).say("✔ " + chosen.sentence, "welcome")

    def _archive(self, into: Path) -> None:
        folder, clock = self.session.folder, self.session.clock

        def archive(progress: Progress) -> Path:
            from data.archive.write import archive_event

            with Session(folder, "read", clock=clock) as seen:
                return archive_event(seen, None, progress, into)

        def done(path: Path) -> str:
            return _("Archived and read back: {path}").format(path=path)

        if not self.query_one(JobLine).start(_("Archiving"), archive, done):
            self.strip.say(_("The export is being written already."), "misread")

    def _exported(self, files: list[Path]) -> str:
        self.show_state()
        first, *others = (file.name for file in files)
        stem = Path(first).stem
        names = ", ".join([first, *(name.replace(stem, "…", 1) for name in others)])
        folder = str(files[0].parent)
        room = max(20, self.size.width - 38)
        folder = folder if len(folder) <= room else "…" + folder[1 - room :]
        told = _("{files}, with guests' names, in {folder}:").format(
            files=counted.files(len(files)), folder=folder
        )
        return f"{told}\n  {names}"

    def _figure(self, id: str) -> Figure:
        return self.query_one(f"#{id}", Figure)

    def _show_left(self) -> None:
        """Attendance as bars, then what is below them: agenda, gifts, registrations."""
        state = self.session.state
        width = max(20, self.query_one("#left").size.width - 2)
        rows: list[Content] = []
        for head, groups in (
            (_("BY HAMLET"), by_hamlet(state)),
            (_("BY DELEGATION"), by_delegation(state)),
        ):
            if groups:
                rows += [plain(head, "bold dim"), *bar_lines(groups, width), plain("")]
        rows = rows or [plain(_("No guests yet. F5: read the list in."), "dim"), plain("")]
        rows += [*agenda_lines(state, self.session.now(), width), plain("")]
        rows += [*gift_lines(state, width), plain("")]
        rows += registration_lines(state, default_year(self.session), width)
        self.query_one("#bars", Static).update(lines(rows))


def _lateness(session: Session) -> tuple[str, str, str]:
    """The figure of the agenda: minutes late or early once it runs, its start before that."""
    state, now = session.state, session.now()
    rows = table(state.event, state.agenda_progress, now)
    if not rows or not state.agenda_progress.runs:
        return state.event.start, _("planned start"), ""
    found = pace(state.event, state.agenda_progress, rows, now)
    minutes, expected = found.late, found.end
    if found.is_at_another_hour:
        return hour_minute(expected), _("its end\nat another hour than planned"), ""
    late = ngettext("minute late", "minutes late", abs(minutes))
    early = ngettext("minute early", "minutes early", abs(minutes))
    word = late if minutes > 0 else early if minutes < 0 else _("on time")
    over = state.agenda_progress.closed is not None
    when = (_("over at {time}") if over else _("over about {time}")).format(time=hour_minute(expected))
    return str(abs(minutes)), f"{word}\n{when}", "late" if minutes > 0 else "good"


def _has_files(folder: Path) -> bool:
    try:
        return any((folder / "exports").iterdir())
    except OSError:
        return False


def _caption(invited: str, walk_ins: int) -> str:
    """Of how many, and how many of those who came had not been invited."""
    return (
        _("{invited}, {count} off the list").format(invited=invited, count=walk_ins) if walk_ins else invited
    )
