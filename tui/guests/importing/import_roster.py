"""F7 at the guests: reading a list in, after saying what that would do."""

from dataclasses import dataclass
from functools import partial

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, Static

from data.commands.guests import ReadyImport, import_roster, known_guests, ready_import
from data.errors import Refused
from data.files.typed_path import typed_path
from data.finding.files import LISTS
from data.language import _
from data.model.entry import Entry
from data.roster.columns.columns import Column
from data.roster.reading_options import ReadingOptions
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.guests.importing.columns import ColumnsDialog, Correction
from tui.guests.importing.delegates import in_doubt, next_step
from tui.guests.importing.import_preview import REMEDY_KEYS, keyed, preview_lines
from tui.guests.importing.list_read import ListRead, read_list
from tui.guests.importing.words import hint, offices_sentence, short_path, written_sentence
from tui.safe_text import lines, plain
from tui.widgets.lines.job_line import JobLine, Progress
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.file_list import FileList


class Preview(VerticalScroll):
    """Where a list is shown as it was understood; ``fitted`` is how wide its lines may be, 0 while it has not
    been shown."""

    fitted = 0

    @dataclass
    class Fitted(Message):
        """Lines may be longer, or must be shorter."""

    def on_resize(self) -> None:
        if self.size.width != self.fitted:
            self.fitted = self.size.width
            self.post_message(self.Fitted())


class ImportRosterDialog(Dialog[str]):
    """Path, Enter: what the list would add and change; F7 or the Import button takes it in.

    F8 corrects what a column was taken for, F9 says whose guests people with an office are; while they are
    taken for households, F7 asks first. A letter takes the remedy that stands beside a kind
    of doubt. The list is then read again.
    Dismisses with a sentence that says what was done.
    """

    only_searches = True
    BINDINGS = [
        ("f7", "take_in", ""),
        ("f8", "columns", ""),
        ("f9", "delegates", ""),
        ("x", "as_it_stands", ""),
        *((key, f"remedy('{key}')", "") for key in REMEDY_KEYS),
    ]
    AUTO_FOCUS = "#path"
    DEFAULT_CSS = """
    ImportRosterDialog .preview { height: auto; max-height: 1fr; display: none;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    ImportRosterDialog.read .dialog { height: 1fr; }
    ImportRosterDialog.read .preview { height: 1fr; }
    ImportRosterDialog.read FileList { display: none; }
    ImportRosterDialog.read .preview { display: block; }
    ImportRosterDialog .list-name { display: none; }
    ImportRosterDialog.read .list-name { display: block; }
    ImportRosterDialog.read .form-row { display: none; }
    ImportRosterDialog .hint { height: auto; }
    ImportRosterDialog.read .hint { display: none; }
    ImportRosterDialog .buttons { display: none; }
    ImportRosterDialog.read .buttons { display: block; layout: horizontal; }
    ImportRosterDialog .buttons Button { min-width: 0; margin-left: 1; }
    """

    def __init__(self) -> None:
        super().__init__(_("Read a list of guests in"))
        self._ready: ReadyImport | None = None
        self._columns: tuple[Column, ...] = ()
        self._options = ReadingOptions()
        self._corrected = ""
        self._warned = False

    def content(self) -> ComposeResult:
        with Horizontal(classes="form-row"):
            yield Static(plain(_("File")), classes="label")
            yield LineInput(
                placeholder=_("part of its name, or its whole path"),
                id="path",
            )
        yield Static(classes="list-name")
        yield FileList(LISTS)
        yield Static(plain(hint(), "$foreground 70%"), classes="hint")
        with Preview(classes="preview"):
            yield Static(id="what")
        yield JobLine()
        with Horizontal(classes="buttons"):
            yield Button(Content(_("No")), id="no")
            yield Button("", id="delegates")
            yield Button(Content(_("Columns (F8)")), id="columns")
            yield Button(Content(_("Import (F7)")), id="yes")

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if (path := self.query_one(FileList).meant(event.value)) is not None:
            # This is no other list than the one that is read now.
            with event.line.prevent(Input.Changed):
                event.line.value = str(path)
            # Its end is its name, which is what people know.
            event.line.cursor_position = len(event.line.value)
            self._read(event.line.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one(FileList).filter(event.value)
        # What was read belongs to the path that stood there; another path is another list.
        self._forget()
        self._options = ReadingOptions()
        self._corrected = ""

    def on_key(self, event: events.Key) -> None:
        if not self.has_class("read") and self.query_one(FileList).move(event.key):
            event.stop()
            return
        scroll = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8}.get(event.key)
        if scroll is not None:
            event.stop()
            self.query_one(Preview).scroll_relative(y=scroll, animate=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "yes":
            self.action_take_in()
        elif event.button.id == "delegates":
            self.action_delegates()
        elif event.button.id == "columns":
            self.action_columns()
        else:
            self.query_one("#path").focus()
            self._forget()

    def action_columns(self) -> None:
        """Ask which column was misunderstood and what it holds; before anything is read, nothing."""
        if self._columns and not self.query_one(JobLine).busy:
            self.app.push_screen(ColumnsDialog(self._columns, self._corrected), self._correct)

    def action_delegates(self) -> None:
        """People with an office are delegates; then also who fits no delegation; then as the list says."""
        step = next_step(self._ready.preview, self._options) if self._ready is not None else None
        if step is not None and not self.query_one(JobLine).busy:
            self._read_again(step.options)

    def action_remedy(self, key: str) -> None:
        """Take the remedy that stands beside a kind of doubt under this key."""
        if self._ready is None or self.query_one(JobLine).busy:
            return
        # Imported when it is needed, as in reading.
        from data.roster.remedies import remedied

        for group, its_key in keyed(self._ready.preview, self._options):
            options = remedied(self._options, group) if its_key == key else None
            if options is not None:
                self._read_again(options)
                return

    def action_as_it_stands(self) -> None:
        """Take back everything that was said of the list."""
        if self._options != ReadingOptions() and not self.query_one(JobLine).busy:
            self._read_again(ReadingOptions())

    def _read_again(self, options: ReadingOptions) -> None:
        self._options = options
        self._read(self.query_one("#path", LineInput).value)

    def _correct(self, correction: Correction | None) -> None:
        if correction is None:
            return
        # Imported when it is needed, as in reading.
        from data.roster.columns_to_ask import corrected

        self._corrected, meaning = correction
        columns = corrected(self._options.columns, self._corrected, meaning)
        self._read_again(replace(self._options, columns=columns))

    @on(Preview.Fitted)
    def _draw_preview(self) -> None:
        """Draw what was read as wide as there is room, as soon as there is any."""
        width = self.query_one(Preview).fitted
        if self._ready is not None and width:
            told = preview_lines(self._ready.preview, self._options, width)
            self.query_one("#what", Static).update(lines(told))

    def _forget(self) -> None:
        """Put away what was read."""
        self._ready = None
        self._columns = ()
        self._warned = False
        self.remove_class("read")

    def action_take_in(self) -> None:
        """Import what is shown; before anything is shown, read the file."""
        if self._ready is None:
            line = self.query_one("#path", LineInput)
            line.post_message(LineInput.Entered(line, line.value))
            return
        if (count := in_doubt(self._ready.preview)) and not self._warned and not self.query_one(JobLine).busy:
            self._warned = True
            self.app.bell()
            self.query_one(JobLine).say(offices_sentence(count, self._f9()), "refused")
            return
        self._write(self._ready)

    def _f9(self) -> str:
        """What F9 does next; empty for nothing."""
        step = next_step(self._ready.preview, self._options) if self._ready is not None else None
        return step.label if step is not None else ""

    def _write(self, ready: ReadyImport) -> None:
        """Write what was shown, compared once more: somebody may have been let in since it was read."""
        session = self.program.open_session
        known = known_guests(session)
        source = ready.preview.reading.source

        def work(progress: Progress) -> ReadyImport:
            return ready if ready.known == known else ready_import(ready.preview.reading, known)

        def done(now: ReadyImport) -> str:
            if now.known != known_guests(session):
                self._write(now)
                return ""
            carry_out(self, partial(import_roster, session, now, source), partial(self._tell_written, now))
            return ""

        self.query_one(JobLine).start(_("Writing {file}").format(file=source), work, done)

    def _tell_written(self, now: ReadyImport, entry: Entry | None) -> None:
        self.leave_with(written_sentence(now.preview, is_changed=entry is not None))

    def _read(self, typed: str) -> None:
        path = typed_path(typed)
        options = self._options
        session = self.program.open_session
        event, known = session.state.event, known_guests(session)

        def work(progress: Progress) -> ListRead:
            return read_list(path, event, known, options, progress)

        def done(found: ListRead) -> str:
            return self._show(found) if typed_path(self.query_one("#path", LineInput).value) == path else ""

        if self.query_one(JobLine).start(_("Reading {file}").format(file=path.name), work, done):
            self._forget()
            self.query_one("#path").focus()

    def _show(self, found: ListRead) -> str:
        self._columns = found.columns
        if found.ready is None:
            if not found.columns:
                raise Refused(found.problem)
            raise Refused(_("{problem} F8: say what the columns hold.").format(problem=found.problem))
        self._ready = found.ready
        self._draw_preview()
        self.query_one(Preview).scroll_home(animate=False)
        self.query_one(".list-name", Static).update(
            plain(short_path(typed_path(self.query_one("#path", LineInput).value)), "bold")
        )
        self.add_class("read")
        what = self._f9()
        button = self.query_one("#delegates", Button)
        button.display = bool(what)
        button.label = Content(f"{what[:1].upper()}{what[1:]} (F9)")
        # Where most would be wrong without it, it is what Enter does; nothing is written by it.
        asked = in_doubt(found.ready.preview) and not self._options.delegates
        self.query_one("#delegates" if asked else "#no").focus()
        return ""
