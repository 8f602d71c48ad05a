"""F8 in the preview of a list: saying what a column holds when its heading was misunderstood."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from data.language import _
from data.roster.columns.columns import Column
from data.roster.columns.wording import MEANING_LABELS, MEANINGS, Meaning
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import fit, plain
from tui.widgets.lists.choice import Choice

_HEADING_WIDTH = 30
_MEANING_WIDTH = 31

Correction = tuple[str, Meaning]
"""The letter of a column, and what it holds."""


class RowsDialog(Dialog[Correction]):
    """A list that scrolls with the arrows; Enter takes the chosen row (``take``)."""

    AUTO_FOCUS = "Choice"
    DEFAULT_CSS = """
    RowsDialog .rows { height: auto; max-height: 12; scrollbar-size-vertical: 1; margin-bottom: 1; }
    """

    def __init__(self, title: str, rows: Sequence[tuple[str, str]], value: str, hint: str) -> None:
        super().__init__(title)
        self._rows = list(rows)
        self._value = value
        self._hint = hint

    def content(self) -> ComposeResult:
        scroll = VerticalScroll(Choice(self._rows, value=self._value), classes="rows")
        scroll.can_focus = False
        yield scroll
        yield Static(plain(self._hint, "dim"))

    def on_mount(self) -> None:
        self.call_after_refresh(self._keep_in_sight)

    def on_choice_changed(self, event: Choice.Changed) -> None:
        self._keep_in_sight()

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            self.take(self.query_one(Choice).value)

    def take(self, value: str) -> None:
        """Do what Enter on the row with this value does."""
        raise NotImplementedError

    def _keep_in_sight(self) -> None:
        place = [value for value, _label in self._rows].index(self.query_one(Choice).value)
        self.query_one(".rows").scroll_to(y=max(0, place - 6), animate=False)


class ColumnsDialog(RowsDialog):
    """Which column was misunderstood; Enter asks what it holds. Dismisses with the correction.

    ``columns`` must not be empty; ``letter`` is the column that is chosen at first.
    """

    def __init__(self, columns: Sequence[Column], letter: str = "") -> None:
        self._columns = {column.letter: column for column in columns}
        super().__init__(
            _("What the columns hold"),
            [(column.letter, _row(column)) for column in columns],
            letter,
            _("↑ ↓: which column.  Enter: say what it holds.  Esc: leave."),
        )

    def take(self, value: str) -> None:
        self.app.push_screen(MeaningDialog(self._columns[value]), self._corrected)

    def _corrected(self, correction: Correction | None) -> None:
        if correction is not None:
            self.dismiss(correction)


class MeaningDialog(RowsDialog):
    """What one column holds. Dismisses with its letter and the meaning."""

    def __init__(self, column: Column) -> None:
        self._letter = column.letter
        super().__init__(
            _("Column {letter}: {heading}").format(
                letter=column.letter, heading=fit(_one_line(column.heading), _HEADING_WIDTH).rstrip()
            ),
            [(meaning, _(MEANING_LABELS[meaning])) for meaning in MEANINGS],
            column.meaning,
            _("↑ ↓: what it holds.  Enter: read the list so.  Esc: back."),
        )

    def take(self, value: str) -> None:
        meaning = next(meaning for meaning in MEANINGS if meaning == value)
        self.dismiss((self._letter, meaning))


def _row(column: Column) -> str:
    heading = fit(_one_line(column.heading) or "–", _HEADING_WIDTH)
    meaning = fit(_(MEANING_LABELS[column.meaning]), _MEANING_WIDTH).rstrip()
    return f"{column.letter:<2}  {heading}  {meaning}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
