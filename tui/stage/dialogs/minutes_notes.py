"""Y on the stage: what is said in the hall, written down for the minutes while it is said."""

from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from data.clock import hour_minute
from data.commands.stage.minutes_notes import correct_note, write_down
from data.language import _
from data.model.entries.spoken import SpokenPart
from data.state.stage.spoken import SpokenNote
from data.state.state import State
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import joined, lines, plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lines.long_line import LongLine
from tui.widgets.lists.choice import Choice
from tui.widgets.static_cached import StaticCached

_FLOOR, _CLOSING = "question", "conclusion"


class MinutesNotesDialog(Dialog[None]):
    """Where it was said (arrows) and what (one line of any length); Enter writes it down at once.

    Page Up takes a note back into the line, to be corrected; emptied there it is struck out.
    """

    AUTO_FOCUS = "LongLine"
    BINDINGS = [
        Binding("up", "where(-1)", show=False, priority=True),
        Binding("down", "where(1)", show=False, priority=True),
        Binding("pageup", "take_back(-1)", show=False, priority=True),
        Binding("pagedown", "take_back(1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    MinutesNotesDialog #where { height: auto; max-height: 6; scrollbar-size-vertical: 1; }
    MinutesNotesDialog LongLine { margin-top: 1; max-height: 6; }
    MinutesNotesDialog #written { height: auto; max-height: 6; margin: 1 0; scrollbar-size-vertical: 1; }
    MinutesNotesDialog #written > StaticCached { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(_("Write down for the minutes"))
        self._correcting = ""
        self._warned = False

    def content(self) -> ComposeResult:
        choices = VerticalScroll(Choice(_places(self._state)), id="where")
        written = VerticalScroll(StaticCached(), id="written")
        choices.can_focus = written.can_focus = False
        yield choices
        yield LongLine(placeholder=_("what was said, as long as it takes"))
        yield written
        keys = _("Enter: write it down.  ↑↓: to what it belongs.  PgUp: edit one.  Esc: close.")
        yield Static(plain(keys, "dim"))

    def on_mount(self) -> None:
        self.query_one(Choice).can_focus = False
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._warned = False

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        session = self.program.open_session
        if self._correcting:
            command = partial(correct_note, session, self._correcting, event.value)
        else:
            kind, item = _meant(self.query_one(Choice).value)
            command = partial(write_down, session, kind, event.value, item)
        carry_out(self, command, self._written)

    def _written(self, _entry: object) -> None:
        self._correcting = ""
        self.query_one(LongLine).value = ""
        self.strip.say("✔ " + _("Written down for the minutes."), "welcome")
        self._show()

    def action_where(self, by: int) -> None:
        """Choose another thing that the words belong to."""
        choice = self.query_one(Choice)
        choice.step(by)
        place = [value for value, _label in _places(self._state)].index(choice.value)
        self.query_one("#where").scroll_to(y=max(0, place - 4), animate=False)

    def action_take_back(self, by: int) -> None:
        """Take an earlier note into the line, or a later one; past the last the line is fresh again."""
        notes = list(self._state.words.spoken.values())
        ids = [note.id for note in notes]
        place = ids.index(self._correcting) if self._correcting in ids else len(ids)
        line = self.query_one(LongLine)
        if place == len(ids) and line.value.strip():
            self.strip.say(_("Enter first: what stands in the line is not written down yet."), "again")
            return
        place = max(0, min(place + by, len(ids)))
        self._correcting = ids[place] if place < len(ids) else ""
        line.value = notes[place].text if place < len(ids) else ""
        line.cursor_position = len(line.value)
        self._show()

    def action_cancel(self) -> None:
        """Close; words that were not written down yet are named first."""
        if self.query_one(LongLine).value.strip() and not self._correcting and not self._warned:
            self._warned = True
            self.strip.say(
                _("Not written down yet.  Enter: write it down.  Esc again: throw it away."), "again"
            )
            return
        self.dismiss(None)

    @property
    def _state(self) -> State:
        return self.program.open_session.state

    def _show(self) -> None:
        notes = list(self._state.words.spoken.values())
        rows = [_row(note, self._state, marked=note.id == self._correcting) for note in notes]
        nothing = plain(_("Nothing has been written down yet."), "dim")
        self.query_one("#written > StaticCached", StaticCached).show(lines(rows) if rows else nothing)
        ids = [note.id for note in notes]
        if self._correcting in ids:
            self.query_one("#written").scroll_to(y=max(0, ids.index(self._correcting) - 3), animate=False)
        else:
            self.call_after_refresh(self.query_one("#written").scroll_end, animate=False)


def _places(state: State) -> list[tuple[str, str]]:
    """What words can belong to: the item that runs or ran last, floor, conclusion, then earlier items."""
    program = state.event.program
    positions = {item.id: place for place, item in enumerate(program, start=1)}
    begun = [item for item in reversed(program) if item.id in state.agenda_progress.runs] or list(program[:1])
    begun.sort(key=lambda item: item.id != state.agenda_progress.current)
    told = _("Guidance, item {place}: {title}")
    items = [(item.id, told.format(place=positions[item.id], title=item.title)) for item in begun]
    general = [(_FLOOR, _("Question from the floor")), (_CLOSING, _("Conclusion of the meeting"))]
    return [*items[:1], *((f"/{kind}", label) for kind, label in general), *items[1:]]


def _meant(value: str) -> tuple[SpokenPart, str]:
    if value == f"/{_FLOOR}":
        return "question", ""
    if value == f"/{_CLOSING}":
        return "conclusion", ""
    return "guidance", value


def _row(note: SpokenNote, state: State, *, marked: bool) -> Content:
    positions = {item.id: place for place, item in enumerate(state.event.program, start=1)}
    where = {"question": _("question"), "conclusion": _("conclusion")}.get(
        note.part, _("item {place}").format(place=positions.get(note.item, "?"))
    )
    style = "bold $accent" if marked else ""
    return joined(plain(f"{hour_minute(note.at)} {where}  ", style or "dim"), plain(note.text, style))
