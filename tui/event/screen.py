"""F10, the event itself: what is still missing first, then its facts, agenda and gifts, to be changed."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from textual.widget import Widget

from data.commands import understood
from data.commands.event.checklist import OpenPoint, missing_points, settle
from data.commands.event.event import (
    add_gift,
    add_item,
    fact_label,
    fact_value,
    set_blank,
    set_fact,
    set_gift,
    set_item,
)
from data.commands.guests import mark_drawn
from data.commands.paper_status import record_made
from data.documents.banner.size import FOLDER
from data.documents.outdated import outdated
from data.documents.redraw import Redrawn, redraw
from data.language import _
from data.model.paperwork import Expense, Member
from data.model.plan import AgendaItem, Blank, Gift
from data.plans.plan_words import blank_label, blank_why
from data.session.laptop.settings import load_settings, save_settings
from tui.event.agenda_rows import AgendaRows
from tui.event.dialogs.cards_printed import ask_printed
from tui.event.dialogs.honorifics import HonorificsDialog
from tui.event.dialogs.merging import ask_and_merge
from tui.event.dialogs.second_place import ask_second_place
from tui.event.dialogs.title_sign import TitleSignDialog
from tui.event.event_rows import LIST_ROW, NEW_EXPENSE, NEW_MEMBER, PAPER_FACT_ROW, SIGN_ROW, sections
from tui.event.field_hints import blank_of, example_of, example_of_fact, understood_fact, understood_point
from tui.event.keys import COMMANDS
from tui.event.paperwork_edits import (
    gift_fields,
    item_fields,
    paper_fact_edit,
    person_edit,
    point_edit,
    row_edit,
    template_meant,
    typed_gift,
)
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.edit_value import EditValueDialog, Field, Save
from tui.frame.dialogs.rehearse import RehearseDialog
from tui.frame.keys.command import bindings
from tui.safe_text import lines, plain
from tui.widgets.lines.job_line import JobLine, Progress
from tui.widgets.lists.sheet import Sheet, SheetRow
from tui.widgets.static_cached import StaticCached


class EventScreen(AgendaRows):
    """What the event says. The arrows choose a row, Enter changes it; agenda items move with U and D."""

    NAME = "event"
    AUTO_FOCUS = "Sheet"
    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    EventScreen Sheet { height: 1fr; margin: 0 1; }
    EventScreen #told { height: 4; padding: 0 1; border-top: solid $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        known = load_settings().emblem
        self._emblem = Path(known) if known and Path(known).is_file() else None

    def body(self) -> Iterable[Widget]:
        yield Sheet(self._tell, id="event-sheet")
        yield StaticCached(id="told")
        yield JobLine()

    def show_state(self) -> None:
        state = self.session.state
        points = missing_points(state, self.session.folder)
        self.query_one(Sheet).show(sections(state, points, self._papers))

    def _tell(self, row: SheetRow | None) -> None:
        self.show_keys()
        if row is None:
            return
        told = self.query_one("#told", StaticCached)
        told.show(lines([plain(row.label, "bold"), plain(row.detail or row.value, "$foreground 70%")]))

    def action_edit(self) -> None:
        """Open the marked row's fields."""
        row = self._row
        about = row.about if row else None
        if row is None:
            return
        edit = row_edit(self.session, about)
        if edit is not None:
            self._ask(edit.dialog())
        elif row.key.startswith(PAPER_FACT_ROW):
            self._ask(paper_fact_edit(self.session, row.key.removeprefix(PAPER_FACT_ROW)).dialog())
        elif isinstance(about, OpenPoint):
            self._settle(about)
        elif isinstance(about, Blank):
            told_back = partial(understood.blank, about)
            self._edit(
                _("Written down"),
                [Field("value", blank_label(about), about.value, understood=told_back)],
                lambda typed: set_blank(self.session, about.id, typed["value"]),
                why=blank_why(about),
            )
        elif isinstance(about, AgendaItem):
            self._edit_item(about)
        elif isinstance(about, Gift):
            self._edit_gift(about)
        elif row.key == SIGN_ROW:
            self.action_title_sign()
        elif row.key == LIST_ROW:
            self.action_paper_list()
        else:
            self._edit_fact(row.key.removeprefix("fact:"))

    def action_title_sign(self) -> None:
        """Ask for the emblem and the size, then draw the sign."""
        self.strip.clear()
        self.app.push_screen(TitleSignDialog(self._draw_sign, self._emblem))

    def action_rehearse(self) -> None:
        event, folder = self.session.state.event, self.session.folder
        self.app.push_screen(RehearseDialog(folder, event.site.village, folder))

    def action_copies(self) -> None:
        ask_second_place(self.program)

    def action_merge(self) -> None:
        ask_and_merge(self)

    def action_paper_list(self) -> None:
        state, out = self.session.state, self._papers

        def work(progress: Progress) -> Path:
            # Imported when it is needed: pictures and type take a while to load.
            from data.documents.signing_sheet.files import write_paper_list

            return write_paper_list(state, out, progress)

        def done(path: Path) -> str:
            self.show_state()
            return _("To print and sign: {path}").format(path=path)

        self.query_one(JobLine).start(_("Writing the list"), work, done)

    def _draw_sign(self, emblem: Path | None, size_cm: tuple[float, float]) -> None:
        event, folder = self.session.state.event, self.session.folder
        self._emblem = emblem
        save_settings(replace(load_settings(), emblem=str(emblem or "")))

        def work(progress: Progress) -> list[Path]:
            # Imported when it is needed, as above.
            from data.documents.banner.files import write_backdrop

            return write_backdrop(event, None, folder, emblem, size_cm, progress)

        def done(paths: list[Path]) -> str:
            self.show_state()
            names = ", ".join(path.name for path in paths)
            return _("{files} are in {folder}").format(files=names, folder=paths[0].parent)

        self.query_one(JobLine).start(_("Drawing the title sign"), work, done)

    @property
    def _papers(self) -> Path:
        return self.session.folder / FOLDER

    def key_escape(self) -> None:
        """Put away what is told below."""
        self.query_one(JobLine).say("")
        self.program.key_escape()

    def action_add(self) -> None:
        """A new member, expense or gift among their own, else a new agenda item."""
        about = self._row.about if self._row else None
        if isinstance(about, Member | Expense):
            edit = row_edit(self.session, NEW_MEMBER if isinstance(about, Member) else NEW_EXPENSE)
            assert edit is not None
            self._ask(edit.dialog())
        elif self._row and isinstance(self._row.about, Gift):
            self._edit(
                _("New gift"),
                gift_fields(self.session, None),
                lambda typed: add_gift(self.session, **typed_gift(self.session, None, typed)),
            )
        else:
            self._edit(
                _("New agenda item"),
                [Field("title", _("Name of the item")), Field("minutes", _("Minutes"), "10")],
                lambda typed: add_item(self.session, typed["title"], typed["minutes"]),
            )

    def _edit(self, title: str, fields: list[Field], save: Save, *, why: str = "") -> None:
        self._ask(EditValueDialog(title, fields, save, why=why))

    def _ask(self, dialog: EditValueDialog) -> None:
        self.strip.clear()
        self.query_one(JobLine).say("")
        self.app.push_screen(dialog)

    def _edit_fact(self, name: str) -> None:
        known = fact_value(self.session.state.event, name)
        hint, meant = example_of_fact(name), understood_fact(self.session, name)
        field = Field("value", fact_label(name), known, hint, understood=meant)
        self._edit(_("The event"), [field], lambda typed: set_fact(self.session, name, typed["value"]))

    def _edit_item(self, item: AgendaItem) -> None:
        def save(typed: dict[str, str]) -> None:
            line = template_meant(self.session, typed["line"], item.line)
            set_item(self.session, item.id, **{**typed, "line": line})

        self._edit(_("Agenda item"), item_fields(self.session, item), save)

    def _edit_gift(self, gift: Gift) -> None:
        self._edit(
            _("Gift"),
            gift_fields(self.session, gift),
            lambda typed: set_gift(self.session, gift.id, **typed_gift(self.session, gift, typed)),
        )

    def _settle(self, point: OpenPoint) -> None:
        """Ask for what is missing, or lead to the screen where it is done."""
        self.query_one(JobLine).say("")
        if point.kind == "cards":
            ask_printed(self, point)
            return
        if point.kind == "honorifics":
            self.app.push_screen(HonorificsDialog())
            return
        if point.kind == "outdated":
            self._draw_again()
            return
        if not point.is_typed:
            self.program.action_show("guests")
            return
        if point.kind in ("signer", "team"):
            self._ask(point_edit(self.session, point).dialog())
            return
        blank = blank_of(self.session, point)
        if blank is not None and blank.names_person:
            self._ask(person_edit(self.session, blank).dialog())
            return
        hint, meant = example_of(self.session, point), understood_point(self.session, point)
        self._edit(
            _("Still missing"),
            [Field("value", point.label, point.value, hint, understood=meant)],
            lambda typed: settle(self.session, point, typed["value"]),
            why=point.why,
        )

    def _draw_again(self) -> None:
        """Draw everything anew that was drawn before the event was changed."""
        session, emblem = self.session, self._emblem
        found = outdated(session.state, self._papers)
        work = partial(redraw, session.folder, session.state, found, emblem, session.clock, session.run)

        def done(drawn: Redrawn) -> str:
            carry_out(self, partial(self._record_drawn, drawn), lambda _done: self.show_state())
            said = _("Drawn again: {what}").format(what=found.text)
            return said + ". " + _("To print: {path}").format(path=drawn.sheets) if drawn.sheets else said

        self.query_one(JobLine).start(_("Drawing again"), work, done)

    def _record_drawn(self, drawn: Redrawn) -> None:
        mark_drawn(self.session, drawn.cards)
        record_made(self.session, drawn.papers)
