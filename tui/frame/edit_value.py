"""Changing what an event says: one line, or the few lines of one item or gift."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from data.language import _
from tui.frame.dialog import Dialog
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.file_list import FileList

Save = Callable[[dict[str, str]], object]
"""Writes what was typed, by field; raises CeremonyError to keep the dialog open."""


@dataclass(frozen=True)
class Field:
    """One line to type into. ``label`` and ``value`` may be people's own text.

    Of a field that names a file, ``kinds`` are the suffixes it may have: the files that can be meant are
    listed below it, and what is saved is a whole path (or empty, where ``may_be_empty``).
    """

    id: str
    label: str
    value: str = ""
    hint: str = ""
    kinds: tuple[str, ...] = ()
    may_be_empty: bool = False


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
            line = LineInput(field.value, placeholder=field.hint, id=field.id)
            line.add_class("spaced")
            yield line
            if field.kinds:
                yield FileList(field.kinds, optional=field.may_be_empty)
            yield Static(plain(self._keys or _("Enter: save.  Esc: leave it as it was."), "dim"))
            return
        if self._why:
            yield Static(plain(self._why), classes="why")
        for field in self._fields:
            with Horizontal(classes="form-row"):
                yield Static(plain(field.label), classes="label")
                yield LineInput(field.value, placeholder=field.hint, id=field.id)
            if field.kinds:
                yield FileList(field.kinds, optional=field.may_be_empty)
        yield Static(
            plain(_("Enter: next field.  Enter in the last field or ^S: save.  Esc: leave it."), "dim")
        )

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

    def on_input_changed(self, event: Input.Changed) -> None:
        if self._files_here is not None:
            self._files_here.filter(event.value)

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
        with self.program.refusals():
            self._save({field.id: self._meant(field, self._line(field.id).value) for field in self._fields})
            self.dismiss(True)

    def _line(self, id: str) -> LineInput:
        return self.query_one(f"#{id}", LineInput)
