"""^G, the papers: what can be made, what is missing in each, what was made, printed and signed."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from data.commands.paper_status import can_record, mark_paper_printed, record_made, take_signed
from data.documents.papers.catalogue import Paper, When
from data.documents.papers.files import FOLDER, MadePaper, make_papers
from data.documents.papers.overview import Look, look_at_papers, missing_text, to_make
from data.documents.papers.pending import next_of
from data.documents.papers.template_places import Origin, all_papers
from data.errors import Refused
from data.finding.files import SCANS
from data.language import N_, _
from data.queries.kept_paper import kept_edition
from data.session.session import Session
from data.text import counted
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.frame.event_screen import CeremonyScreen
from tui.frame.keys.command import bindings
from tui.papers.keys import COMMANDS
from tui.papers.paper_rows import paper_sections
from tui.papers.templates import ask_template
from tui.safe_text import lines, plain
from tui.widgets.lines.job_line import JobLine, Progress
from tui.widgets.lists.sheet import Sheet, SheetRow
from tui.widgets.static_cached import StaticCached

_ORIGINS: dict[Origin, str] = {
    "event": N_("template: the event's own"),
    "home": N_("template: this laptop's own"),
    "program": N_("template: the program's"),
}
_BEFORE_LOOKING = 0.4
"""How long the state has to keep still before the papers are looked through anew."""


class PapersScreen(CeremonyScreen):
    """The arrows choose a paper; F7 makes it, G its group, F8 all the usual ones that need it."""

    NAME = "papers"
    AUTO_FOCUS = "Sheet"
    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    PapersScreen Sheet { height: 1fr; margin: 0 1; }
    PapersScreen #told { height: 9; padding: 0 1; border-top: solid $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._looks: dict[str, Look] = {}
        self._looked_at = -1
        self._soon: Timer | None = None
        self._looking = False
        self._all_wanted = False
        self._looks_awaited = 0
        self._to_print: list[str] = []
        self._group: When | None = None
        self._placed = False

    def body(self) -> Iterable[Widget]:
        yield Sheet(self._tell, id="papers-sheet")
        yield StaticCached(id="told")
        yield JobLine()

    def on_screen_resume(self) -> None:
        # A template may have been changed in Word meanwhile.
        self._looked_at = -1

    def show_state(self) -> None:
        self._draw()
        # Scans come in bursts: only when they pause is there anything to look at.
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(_BEFORE_LOOKING, self._look)

    def action_make(self) -> None:
        """Make the marked paper."""
        if self._all_wanted:
            self._say_wait()
        elif paper := self._paper:
            self._make([paper])

    def action_make_all(self) -> None:
        """Make what was never made or says something else now, as soon as that is known."""
        if self._job.busy:
            self.strip.say(_("Papers are being made already."), "misread")
            return
        if not self._all_wanted:
            # A look that began before the last entry is followed by one more.
            current = self._looked_at == len(self.session.state.steps)
            self._looks_awaited = int(self._looking) + int(not current)
            self._all_wanted = True
            self._look()
        self._make_wanted()

    def action_make_group(self) -> None:
        """Make what is usual and needs it among the papers that are needed together with the marked one."""
        if paper := self._paper:
            self._group = paper.when
            self.action_make_all()

    def action_printed(self) -> None:
        """Mark the paper printed; while papers are made, once they are."""
        paper = self._paper
        if paper is None:
            return
        if self._all_wanted or self._job.busy:
            self._to_print.append(paper.id)
            self.strip.say(_("{paper}: marked as printed as soon as it is made.").format(paper=paper.title))
            return
        self._print(paper)

    def action_signed(self) -> None:
        """Ask for the scan of the signed copy."""
        paper = self._paper
        if paper is None:
            return
        if kept_edition(self.session.state, paper.id) is None:
            self.program.refuse(Refused(_("This paper has not been made yet.")))
            return
        label = _("File of the scan or photo; empty when there is none")
        field = Field("scan", label, hint=_("↓: choose"), kinds=SCANS, may_be_empty=True)

        def save(typed: dict[str, str]) -> None:
            take_signed(self.session, paper.id, Path(typed["scan"]) if typed["scan"] else None)

        why = _("{paper}: the signed copy is back").format(paper=paper.title)
        self.app.push_screen(EditValueDialog(_("Signed"), [field], save, why=why))

    def action_templates(self) -> None:
        """Take in a Word file of one's own, or copy the program's templates to change them."""
        ask_template(self, self._job.say)

    def key_escape(self) -> None:
        """Put away what is told below, and what waits to be made."""
        self._give_up()
        self._job.say("")
        self.program.key_escape()

    def _make_wanted(self) -> None:
        """Make all that F8 asked for, unless a look has to end first."""
        if not self._all_wanted:
            return
        if self._looking and self._looks_awaited:
            self._say_wait()
            return
        self._all_wanted = False
        # Where no look succeeded, nothing is known to be right.
        wanted = (
            to_make(self.session, self._looks) if self._looks else [one for one in self._papers if one.usual]
        )
        group, self._group = self._group, None
        if group is not None:
            wanted = [one for one in wanted if one.when == group]
        if wanted:
            self._make(wanted)
        else:
            self._job.say(_("Every paper is made and still right. F7 makes the marked one again."))
            self._print_made()

    def _make(self, wanted: list[Paper]) -> None:
        folder, clock, run = self.session.folder, self.session.clock, self.session.run
        ids = {paper.id for paper in wanted}

        def make(progress: Progress) -> list[MadePaper]:
            try:
                # A reader of its own: the state that the screens show changes with every scan meanwhile.
                with Session(folder, "read", clock=clock) as seen:
                    seen.run = run
                    return make_papers(
                        seen, [one for one in all_papers(seen) if one.id in ids], None, progress
                    )
            except Exception:
                self.call_later(self._give_up)
                raise

        if self._job.start(_("Making papers"), make, self._made):
            self.strip.put_away()
        else:
            self.strip.say(_("Papers are being made already."), "misread")

    def _made(self, made: list[MadePaper]) -> str:
        self.strip.put_away()
        folder = str(self.session.folder / FOLDER)
        # The list above needs its rows: two lines at most.
        room = self.size.width - 6
        if len(folder) > room:
            folder = "…" + folder[1 - room :]
        written = _("{papers} made in {folder}").format(papers=counted.papers(len(made)), folder=folder)
        if not can_record(self.session):
            return written + ". " + _("The event is closed: this is not recorded.")
        self.program.write(
            partial(record_made, self.session, made), lambda _entry: self._recorded(), self.program.refuse
        )
        return written

    def _recorded(self) -> None:
        self.program.state_changed()
        self._print_made()

    def _print(self, paper: Paper) -> None:
        def marked(_entry: object) -> None:
            self.strip.say("▣ " + _("Printed: {paper}").format(paper=paper.title), "welcome")
            self.program.state_changed()

        self.program.write(partial(mark_paper_printed, self.session, paper.id), marked, self.program.refuse)

    def _print_made(self) -> None:
        """Mark what P asked for while it was being made."""
        ids, self._to_print = self._to_print, []
        for paper in self._papers:
            if paper.id in ids:
                self._print(paper)

    def _give_up(self) -> None:
        """Forget what waits, and the line that promises it."""
        self._all_wanted, self._to_print, self._group = False, [], None
        self.strip.put_away()

    def _say_wait(self) -> None:
        self._job.say("… " + _("The papers are being looked through; they are made right after that."))

    def _look(self) -> None:
        """Look the papers through in a thread, unless nothing has happened since the last time."""
        # The event may have been left while this waited.
        if self._looking or not self.is_current or self.program.session is None:
            return
        count = len(self.session.state.steps)
        if count == self._looked_at:
            return
        self._looked_at, self._looking = count, True
        folder, clock, run = self.session.folder, self.session.clock, self.session.run

        def look() -> None:
            found: dict[str, Look] = {}
            try:
                with Session(folder, "read", clock=clock) as seen:
                    seen.run = run
                    found = look_at_papers(seen)
            finally:
                self.call_later(self._looked, found)

        self.run_worker(look, thread=True, group="looks", exit_on_error=False)

    def _looked(self, found: dict[str, Look]) -> None:
        self._looking = False
        if self.program.session is None:
            return
        self._looks = found or self._looks
        self._draw()
        self._looks_awaited = max(0, self._looks_awaited - 1)
        # Once more if something has happened meanwhile.
        self._look()
        self._make_wanted()

    def _draw(self) -> None:
        state, now = self.session.state, self.session.clock.now()
        self.query_one(Sheet).show(paper_sections(self._papers, state, self._looks, now))
        if not self._placed and self._papers:
            # Who opens the screen needs the papers of this hour first.
            self._placed = True
            self.query_one(Sheet).mark(next_of(self._papers, self.session.state))

    def _tell(self, row: SheetRow | None) -> None:
        paper = row.about if row and isinstance(row.about, Paper) else None
        self.query_one("#told", StaticCached).show(lines(self._about(paper)) if paper else plain(""))

    def _about(self, paper: Paper) -> list[Content]:
        rows = [plain(paper.title, "bold")]
        look = self._looks.get(paper.id)
        if look is None:
            return [*rows, plain(_("Looking through…"), "dim")]
        if look.problem:
            return [*rows, plain(look.problem, "$error")]
        made = kept_edition(self.session.state, paper.id)
        file = made.file if made else paper.template
        rows.append(plain(f"{self.session.folder / FOLDER} · {file} · {_(_ORIGINS[look.origin])}", "dim"))
        if look.missing:
            left = missing_text(look.missing, self.session.state.event)
            return [*rows, plain(_("Still blank: {what}.").format(what=left), "$warning")]
        return [*rows, plain("✔ " + _("Nothing is left open."), "$success")]

    @property
    def _job(self) -> JobLine:
        return self.query_one(JobLine)

    @property
    def _papers(self) -> list[Paper]:
        return all_papers(self.session)

    @property
    def _paper(self) -> Paper | None:
        row = self.query_one(Sheet).marked
        return row.about if row and isinstance(row.about, Paper) else None
