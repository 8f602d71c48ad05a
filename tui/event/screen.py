"""F10, the event itself: what is still missing first, then its facts, agenda and gifts, to be changed."""

from collections.abc import Iterable
from pathlib import Path

from textual.widget import Widget

from data.commands.event import (
    add_gift,
    add_item,
    fact_label,
    fact_value,
    move_item,
    set_blank,
    set_fact,
    set_gift,
    set_item,
    switch_item,
)
from data.commands.guests import mark_printed
from data.documents.banner.size import FOLDER
from data.language import _
from data.model.plan import AgendaItem, Blank, Gift
from data.queries.checklist import OpenPoint, open_points, settle, unprinted
from tui.event.event_rows import LIST_ROW, SIGN_ROW, sections
from tui.event.title_sign import TitleSignDialog
from tui.frame.dialog import Ask
from tui.frame.edit_value import EditValueDialog, Field, Save
from tui.frame.event_screen import CeremonyScreen
from tui.safe_text import joined, lines, plain
from tui.second_place import ask_second_place
from tui.shell.registry import bindings_of
from tui.widgets.lines.job_line import JobLine, Told
from tui.widgets.lists.sheet import Sheet, SheetRow
from tui.widgets.static_cached import StaticCached


class EventScreen(CeremonyScreen):
    """What the event says. The arrows choose a row, Enter changes it; agenda items move with U and D."""

    NAME = "event"
    AUTO_FOCUS = "Sheet"
    BINDINGS = bindings_of("event")
    DEFAULT_CSS = """
    EventScreen Sheet { height: 1fr; margin: 0 1; }
    EventScreen #told { height: 4; padding: 0 1; border-top: solid $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._emblem: Path | None = None

    def body(self) -> Iterable[Widget]:
        yield Sheet(id="event-sheet")
        yield StaticCached(id="told")
        yield JobLine()

    def show_state(self) -> None:
        state = self.session.state
        self.query_one(Sheet).show(sections(state, open_points(state), self._papers))

    def on_sheet_marked(self, event: Sheet.Marked) -> None:
        row = event.row
        if row is None:
            return
        told = self.query_one("#told", StaticCached)
        told.show(lines([plain(row.label, "bold"), plain(row.told or row.value, "$foreground 70%")]))

    def action_edit(self) -> None:
        """Open the marked row's fields."""
        row = self._row
        about = row.about if row else None
        if row is None:
            return
        if isinstance(about, OpenPoint):
            self._settle(about)
        elif isinstance(about, Blank):
            self._edit(
                _("Written down"),
                [Field("value", about.label, about.value)],
                lambda typed: set_blank(self.session, about.id, typed["value"]),
                why=about.why,
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

    def action_copies(self) -> None:
        """Ask for a second place for the ledger's copies."""
        ask_second_place(self.program)

    def action_paper_list(self) -> None:
        """Write the list on paper."""
        state, out = self.session.state, self._papers

        def work(told: Told) -> Path:
            # Imported when it is needed: pictures and type take a while to load.
            from data.documents.signing_sheet.files import write_paper_list

            return write_paper_list(state, out, told)

        def done(path: Path) -> str:
            self.show_state()
            return _("To print and sign: {path}").format(path=path)

        self.query_one(JobLine).start(_("Writing the list"), work, done)

    def _draw_sign(self, emblem: Path | None, size_cm: tuple[float, float]) -> None:
        event, folder = self.session.state.event, self.session.folder
        self._emblem = emblem

        def work(told: Told) -> list[Path]:
            # Imported when it is needed, as above.
            from data.documents.banner.files import write_backdrop

            return write_backdrop(event, None, folder, emblem, size_cm, told)

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
        """A new gift among the gifts, else a new agenda item."""
        if self._row and isinstance(self._row.about, Gift):
            self._edit(_("New gift"), _gift_fields(None), lambda typed: add_gift(self.session, **typed))
        else:
            self._edit(
                _("New agenda item"),
                [Field("title", _("Name of the item")), Field("minutes", _("Minutes"), "10")],
                lambda typed: add_item(self.session, typed["title"], typed["minutes"]),
            )

    def action_more(self) -> None:
        self._change_minutes(1)

    def action_fewer(self) -> None:
        self._change_minutes(-1)

    def action_earlier(self) -> None:
        self._move(-1)

    def action_later(self) -> None:
        self._move(1)

    def action_switch(self) -> None:
        """Take an optional item into the agenda, or out of it."""
        if item := self._item:
            with self.program.refusals():
                switch_item(self.session, item.id, item.optional)

    def _change_minutes(self, by: int) -> None:
        if item := self._item:
            with self.program.refusals():
                set_item(self.session, item.id, minutes=item.minutes + by)

    def _move(self, by: int) -> None:
        if item := self._item:
            with self.program.refusals():
                move_item(self.session, item.id, by)

    def _edit(self, title: str, fields: list[Field], save: Save, *, why: str = "") -> None:
        self.strip.clear()
        self.app.push_screen(EditValueDialog(title, fields, save, why=why))

    def _edit_fact(self, name: str) -> None:
        field = Field("value", fact_label(name), fact_value(self.session.state.event, name))
        self._edit(_("The event"), [field], lambda typed: set_fact(self.session, name, typed["value"]))

    def _edit_item(self, item: AgendaItem) -> None:
        fields = [
            Field("title", _("Name of the item"), item.title),
            Field("minutes", _("Minutes"), str(item.minutes)),
            Field("line", _("The MC's line"), item.line),
        ]

        def save(typed: dict[str, str]) -> None:
            set_item(self.session, item.id, **typed)

        self._edit(_("Agenda item"), fields, save)

    def _edit_gift(self, gift: Gift) -> None:
        self._edit(_("Gift"), _gift_fields(gift), lambda typed: set_gift(self.session, gift.id, **typed))

    def _settle(self, point: OpenPoint) -> None:
        """Ask for what is missing, or lead to the screen where it is done."""
        if point.kind == "cards":
            self._ask_printed(point)
            return
        if not point.is_typed:
            self.program.action_show("guests")
            return
        hint = _("one; another; …") if point.kind == "contents" else ""
        self._edit(
            _("Still missing"),
            [Field("value", point.label, point.value, hint)],
            lambda typed: settle(self.session, point, typed["value"]),
            why=point.why,
        )

    def _ask_printed(self, point: OpenPoint) -> None:
        """Only people know what came out of the printer: ask them."""
        question = joined(
            plain(point.why, "bold"),
            "\n\n",
            _("F5 and F8 draw the cards. Say yes once they are printed and on the table."),
        )

        def answered(yes: bool | None) -> None:
            if yes:
                with self.program.refusals():
                    mark_printed(self.session, [guest.number for guest in unprinted(self.session.state)])

        self.app.push_screen(Ask(_("Are all cards printed?"), question, _("Yes, printed")), answered)

    @property
    def _row(self) -> SheetRow | None:
        return self.query_one(Sheet).marked

    @property
    def _item(self) -> AgendaItem | None:
        about = self._row.about if self._row else None
        self.strip.clear()
        if isinstance(about, AgendaItem):
            return about
        self.strip.say(_("Choose an item of the agenda with ↑ ↓ first."), "misread")
        return None


def _gift_fields(gift: Gift | None) -> list[Field]:
    return [
        Field("name", _("Name of the gift"), gift.name if gift else ""),
        Field("quantity", _("How many"), str(gift.quantity) if gift else "1"),
        Field("unit", _("Unit"), gift.unit if gift else ""),
        Field("giver", _("Giver"), gift.giver if gift else ""),
        Field("receiver", _("Receiver"), gift.receiver if gift else ""),
        Field("contents", _("Books in it"), "; ".join(gift.contents) if gift else "", _("one; another; …")),
    ]
