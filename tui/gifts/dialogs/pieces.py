"""F9 at the gifts: what the gift consists of, piece by piece, as it is handed over."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from data.commands.gifts.gifts import checked_pieces
from data.language import _
from data.model.entries.gifts import Piece
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import fit, joined, lines, plain
from tui.widgets.lines.line_input import LineInput

_PARTS = ("name", "unit", "quantity", "condition", "note")
_NAME = 30
_ROOM = 8


class PiecesDialog(Dialog[tuple[Piece, ...]]):
    """A row for each piece; the marked one is typed over below. F7 keeps the list, Esc leaves it."""

    BINDINGS = [("f7", "keep", ""), ("f8", "remove", "")]
    AUTO_FOCUS = "#piece-name"
    DEFAULT_CSS = """
    PiecesDialog #pieces { height: auto; max-height: 8; margin-bottom: 1; scrollbar-size-vertical: 1; }
    PiecesDialog .piece-row { height: 1; }
    PiecesDialog .piece-row > Static { width: auto; color: $foreground 70%; padding: 0 1 0 0; }
    PiecesDialog .piece-row > LineInput { width: 1fr; margin-right: 1; }
    PiecesDialog #piece-quantity { width: 7; }
    PiecesDialog #piece-unit { width: 12; }
    PiecesDialog .keys-hint { margin-top: 1; }
    """

    def __init__(self, title: str, pieces: Sequence[Piece], unit: str, condition: str) -> None:
        super().__init__(_("Pieces: {gift}").format(gift=title))
        self._usual = {"name": "", "unit": unit, "quantity": "1", "condition": condition, "note": ""}
        self._rows = [_typed(piece) for piece in pieces]
        self._place = 0

    def content(self) -> ComposeResult:
        scroll = VerticalScroll(Static(id="piece-list"), id="pieces")
        scroll.can_focus = False
        yield scroll
        with Horizontal(classes="piece-row"):
            yield Static(plain(_("Piece")))
            yield LineInput(id="piece-name", placeholder=_("title of the book or document"))
        with Horizontal(classes="piece-row"):
            yield Static(plain(_("Unit")))
            yield LineInput(id="piece-unit")
            yield Static(plain(_("Number")))
            yield LineInput(selects=True, id="piece-quantity")
            yield Static(plain(_("Condition")))
            yield LineInput(id="piece-condition")
        with Horizontal(classes="piece-row"):
            yield Static(plain(_("Note")))
            yield LineInput(id="piece-note")
        keys = _("↑ ↓: which piece.  F8: take it out.  F7: keep the list.  Esc: leave.")
        yield Static(plain(keys, "dim"), classes="keys-hint")

    def on_mount(self) -> None:
        self._show_row()

    def on_input_changed(self, event: Input.Changed) -> None:
        row = self._row()
        part = (event.input.id or "").removeprefix("piece-")
        if row[part] == event.value:
            return
        row[part] = event.value
        if self._place == len(self._rows):
            self._rows.append(row)
        self._draw()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        place = _PARTS.index((event.line.id or "").removeprefix("piece-"))
        if place + 1 < len(_PARTS):
            self._line(_PARTS[place + 1]).focus()
        else:
            self._go_to(self._place + 1)

    def on_key(self, event: events.Key) -> None:
        step = {"up": -1, "down": 1, "pageup": -6, "pagedown": 6}.get(event.key)
        if step is not None:
            event.stop()
            self._go_to(self._place + step)

    def action_remove(self) -> None:
        if self._place < len(self._rows):
            del self._rows[self._place]
            self._go_to(self._place)

    def action_keep(self) -> None:
        with self.program.refusals():
            whole = (row for row in self._rows if row["name"].strip() or row["note"].strip())
            self.dismiss(checked_pieces([_piece(row) for row in whole]))

    def _line(self, part: str) -> LineInput:
        return self.query_one(f"#piece-{part}", LineInput)

    def _row(self) -> dict[str, str]:
        """The marked row; a fresh one below the last."""
        return self._rows[self._place] if self._place < len(self._rows) else dict(self._usual)

    def _go_to(self, place: int) -> None:
        self._place = max(0, min(place, len(self._rows)))
        self._show_row()
        self._line("name").focus()

    def _show_row(self) -> None:
        row = self._row()
        for part in _PARTS:
            line = self._line(part)
            with line.prevent(Input.Changed):
                line.value = row[part]
                line.cursor_position = len(row[part])
        self._draw()

    def _draw(self) -> None:
        rows = [self._row_text(place, row) for place, row in enumerate(self._rows)]
        new = self._place == len(self._rows)
        rows.append(
            plain(f"{'›' if new else ' '} + " + _("one more piece"), "bold $accent" if new else "dim")
        )
        self.query_one("#piece-list", Static).update(lines(rows))
        self.query_one("#pieces").scroll_to(y=max(0, self._place - _ROOM // 2), animate=False)

    def _row_text(self, place: int, row: dict[str, str]) -> Content:
        marked = place == self._place
        text = f"{place + 1:>2} {fit(row['name'], _NAME)} {fit(row['quantity'], 4)} {fit(row['unit'], 6)}"
        rest = " · ".join(filter(None, (row["condition"], row["note"])))
        return joined(
            plain(f"{'›' if marked else ' '} {text}", "bold $accent" if marked else ""),
            plain(f" {fit(rest, 20)}", "$foreground 70%"),
        )


def _typed(piece: Piece) -> dict[str, str]:
    return {part: str(getattr(piece, part)) for part in _PARTS}


def _piece(row: dict[str, str]) -> Piece:
    digits = row["quantity"].strip()
    quantity = int(digits) if digits.isdecimal() and len(digits) < 7 else 0
    return Piece(row["name"], row["unit"], quantity, row["condition"], row["note"])
