"""Changing what an event says: one line, or the few lines of one item or gift."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from data.errors import CeremonyError
from data.language import _
from data.plans.placeholders import GAP
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lines.long_line import LongLine
from tui.widgets.lists.file_list import FileList

Save = Callable[[dict[str, str]], object]
"""Writes what was typed, by field; raises CeremonyError to keep the dialog open."""


Understood = Callable[[str], str]
"""What a typed text means, in words; raises CeremonyError when it means nothing."""


@dataclass(frozen=True)
class Field:
    """One line to type into. ``label`` and ``value`` may be people's own text.

    Of a field that names a file, ``kinds`` are the suffixes it may have: the files that can be meant are
    listed below it but for those in the folder ``left_out``, and what is saved is a whole path (or empty,
    where ``may_be_empty``).

    ``understood`` says what a text means, to be shown while it is typed; it raises CeremonyError for
    one that means nothing. Empty for what needs no words. ``about`` says what the field is for, while it has
    the focus and nothing else is to be said of it. ``is_long``: it may be whole sentences, and is seen whole.
    """

    id: str
    label: str
    value: str = ""
    hint: str = ""
    kinds: tuple[str, ...] = ()
    left_out: Path | None = None
    may_be_empty: bool = False
    understood: Understood | None = None
    about: str = ""
    is_long: bool = False

    def line(self) -> LineInput:
        """What it is typed into; numbers, hours and days are typed over."""
        if self.is_long:
            return LongLine(self.value, placeholder=self.hint, id=self.id)
        return LineInput(self.value, placeholder=self.hint, id=self.id, selects="figures")


class EditValueDialog(Dialog[bool]):
    """The fields, each with what it holds now; dismisses with True once ``save`` has written them.

    ``why`` says what the value is good for; ``keys`` what Enter and Esc do where that is not saving.
    Enter in the last field, or ^S, writes.
    """

    BINDINGS = [("ctrl+s", "save", "")]
    DEFAULT_CSS = """
    EditValueDialog .long-label { height: auto; text-style: bold; }
    EditValueDialog .why { height: auto; color: $warning; }
    EditValueDialog .spaced { margin: 1 0; }
    EditValueDialog #understood { height: auto; display: none; }
    """

    def __init__(
        self, title: str, fields: Sequence[Field], save: Save, *, why: str = "", keys: str = ""
    ) -> None:
        super().__init__(title)
        self._fields = tuple(fields)
        self._save = save
        self._why = why
        self._keys = keys

    def content(self) -> ComposeResult:
        if len(self._fields) == 1:
            # A single field's label is often a whole sentence: it has the width of the box.
            field = self._fields[0]
            yield Static(plain(field.label), classes="long-label")
            if self._why:
                yield Static(plain(self._why), classes="why")
            line = field.line()
            line.add_class("spaced")
            yield line
            if field.kinds:
                yield FileList(field.kinds, optional=field.may_be_empty, left_out=field.left_out)
            yield Static(id="understood")
            yield Static(plain(self._keys or _("Enter: save.  Esc: leave it as it was."), "dim"))
            return
        if self._why:
            yield Static(plain(self._why), classes="why")
        for field in self._fields:
            with Vertical(classes="form-row") if field.is_long else Horizontal(classes="form-row"):
                yield Static(plain(field.label), classes="label")
                yield field.line()
            if field.kinds:
                yield FileList(field.kinds, optional=field.may_be_empty, left_out=field.left_out)
        yield Static(id="understood")
        yield Static(plain(_("Enter: next field, in the last: save (or ^S).  Esc: leave."), "dim"))

    def on_mount(self) -> None:
        # A gap that the plan left open is what has to be typed.
        self._line(self._fields[0].id).select_part(GAP)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        ids = [field.id for field in self._fields]
        place = ids.index(event.line.id or "")
        event.line.value = self._meant(self._fields[place], event.value)
        if place == len(ids) - 1:
            self.action_save()
            return
        following = self._line(ids[place + 1])
        following.cursor_position = len(following.value)
        following.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the field is for."""
        field = next((field for field in self._fields if field.id == event.widget.id), None)
        if field is not None and isinstance(event.widget, LineInput):
            self._show_understood(field, event.widget.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        if self._files_here is not None:
            self._files_here.filter(event.value)
        field = next((field for field in self._fields if field.id == event.input.id), None)
        if field is not None and event.input.has_focus:
            self._show_understood(field, event.value)

    def _show_understood(self, field: Field, text: str) -> None:
        """Show what the text in a field means, or that it means nothing."""
        told = self.query_one("#understood", Static)
        try:
            is_typed = field.understood is not None and text.strip() and text != field.value
            words = field.understood(text) if field.understood and is_typed else ""
        except CeremonyError as error:
            told.update(plain(error.sentence, "$warning"))
        else:
            told.update(plain(f"= {words}", "$success") if words else plain(field.about, "$foreground 70%"))
            told.display = bool(words or field.about)
            return
        told.display = True

    def on_key(self, event: events.Key) -> None:
        """Arrows choose a file where one is asked for, else another field."""
        if self._files_here is not None:
            if self._files_here.move(event.key):
                event.stop()
        elif event.key in ("up", "down"):
            event.stop()
            (self.focus_previous if event.key == "up" else self.focus_next)(LineInput)

    @property
    def _files_here(self) -> FileList | None:
        """The files of the field that is typed into, if it names one."""
        here = next((field for field in self._fields if self._line(field.id).has_focus), None)
        return self.query_one(FileList) if here is not None and here.kinds else None

    def _meant(self, field: Field, typed: str) -> str:
        """What the field holds: of a file its whole path."""
        if not field.kinds:
            return typed
        path = self.query_one(FileList).meant(typed)
        return str(path) if path is not None else ""

    def action_save(self) -> None:
        """Write what was typed; a refusal is shown and nothing that was typed is lost."""
        typed = {field.id: self._meant(field, self._line(field.id).value) for field in self._fields}
        carry_out(self, partial(self._save, typed), lambda _saved: self._leave())

    def _leave(self) -> None:
        self.follow_up()
        self.leave_with(True)

    def follow_up(self) -> None:
        """What is begun once all was saved; unlike saving, it may touch widgets."""

    def _line(self, id: str) -> LineInput:
        return self.query_one(f"#{id}", LineInput)
