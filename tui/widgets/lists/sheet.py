"""A long list in sections, one row marked; what is marked is told whole below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from textual import events
from textual.content import Content

from tui.safe_text import fit, joined, plain
from tui.widgets.lists.drawn_rows import DrawnRows
from tui.widgets.lists.marked import mark_sign

_STEPS = {"up": -1, "down": 1}


@dataclass(frozen=True)
class SheetRow:
    """One row: a label and what it holds. ``key`` finds it again after a change.

    ``sign`` draws the eye, ``tone`` is the style of the value, ``detail`` what the foot says of it,
    ``about`` whatever the screen wants to know of the row.
    """

    key: str
    label: str
    value: str
    sign: str = " "
    tone: str = ""
    detail: str = ""
    about: object = field(default=None, compare=False)


@dataclass(frozen=True)
class Section:
    """Rows under a heading; ``empty`` is said where there are none."""

    heading: str
    rows: tuple[SheetRow, ...]
    empty: str = ""
    tone: str = "$foreground 60%"


class _Words(NamedTuple):
    """A line that is no row."""

    text: str
    tone: str = ""


class Sheet(DrawnRows, can_focus=True):
    """Sections of rows; the arrows move the mark, which stays in sight.

    ``when_marked`` is called with the marked row whenever that may be another: at once, so that what it says
    of the row is painted together with the mark.
    """

    def __init__(self, when_marked: Callable[[SheetRow | None], None], *, id: str) -> None:
        super().__init__(id=id)
        self._when_marked = when_marked
        self._rows: list[SheetRow] = []
        self._plan: list[SheetRow | _Words] = []
        self._places: list[int] = []
        self._drawn: dict[int, Content] = {}
        self._longest = 0
        self._mark = 0
        self._first = 0

    @property
    def marked(self) -> SheetRow | None:
        """The row that Enter edits."""
        return self._rows[self._mark] if self._rows else None

    def show(self, sections: Sequence[Section]) -> None:
        """Show these sections. The mark stays on its row, or where that row was if it is gone."""
        before = self.marked
        self._plan = _plan(sections)
        self._places = [at for at, line in enumerate(self._plan) if isinstance(line, SheetRow)]
        self._rows = [row for section in sections for row in section.rows]
        self._longest = max((plain(row.label).cell_length for row in self._rows), default=0)
        keys = [row.key for row in self._rows]
        if before is not None and before.key in keys:
            self._mark = keys.index(before.key)
        self._mark = max(0, min(self._mark, len(keys) - 1))
        self._draw()
        self._when_marked(self.marked)

    def mark(self, key: str) -> None:
        """Put the mark on the row with this key, if there is one."""
        keys = [row.key for row in self._rows]
        if key in keys:
            self._move_to(keys.index(key))

    def on_focus(self) -> None:
        self._draw()

    def on_blur(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    async def _on_key(self, event: events.Key) -> None:
        page = max(1, self.size.height - 2)
        steps = _STEPS | {"pageup": -page, "pagedown": page, "home": -len(self._rows), "end": len(self._rows)}
        if event.key in steps:
            event.stop()
            event.prevent_default()
            self._move_to(self._mark + steps[event.key])

    def _move_to(self, place: int) -> None:
        self._mark = max(0, min(place, len(self._rows) - 1))
        self._draw_marked()
        self._when_marked(self.marked)

    def _draw(self) -> None:
        self._drawn.clear()
        self._draw_marked()

    def _draw_marked(self) -> None:
        """Draw what there is room for; what was drawn before is taken as it was, but for the mark."""
        at = self._places[self._mark] if self._rows else 0
        width = max(30, self.size.width)
        shown = self._window(at)
        missing = [place for place in shown if place not in self._drawn]
        self._drawn |= {place: self._line(self._plan[place], width) for place in missing}
        self.paint(
            [
                self._line(self._plan[at], width, True) if self._rows and place == at else self._drawn[place]
                for place in shown
            ]
        )

    def _window(self, at: int) -> range:
        """The lines that have room, with line ``at`` and, above a first row, its heading."""
        room = max(1, self.size.height or len(self._plan))
        top = 0 if self._mark == 0 else at
        self._first = max(0, min(self._first, top, len(self._plan) - room))
        self._first = max(self._first, at - room + 1)
        return range(self._first, min(len(self._plan), self._first + room))

    def _line(self, line: "SheetRow | _Words", width: int, marked: bool = False) -> Content:
        if isinstance(line, _Words):
            return plain(fit(line.text, width) if line.text else "", line.tone)
        room = min(self._longest, (width - 5) * 62 // 100)
        value = line.value
        if value == line.detail and plain(line.label).cell_length > room:
            # It stands whole below the sheet; here it would only take the label's room.
            value, room = "", width - 5
        strong = ("bold $accent" if self.has_focus else "bold") if marked else ""
        return joined(
            mark_sign(marked),
            plain(f"{line.sign} ", "$warning"),
            plain(fit(line.label, room), strong),
            " ",
            plain(fit(value, width - room - 5).rstrip(), line.tone or strong),
        )


def _plan(sections: Sequence[Section]) -> "list[SheetRow | _Words]":
    """The lines from top to bottom, as though there were room for all."""
    plan: list[SheetRow | _Words] = []
    for section in sections:
        if plan:
            plan.append(_Words(""))
        plan.append(_Words(section.heading, f"bold {section.tone}"))
        plan += section.rows or [_Words("  " + section.empty, "$success")]
    return plan
