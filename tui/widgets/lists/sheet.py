"""A long list in sections, one row marked; what is marked is told whole below it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.safe_text import fit, joined, lines, plain

_LONGEST_LABEL = 44
_STEPS = {"up": -1, "down": 1}


@dataclass(frozen=True)
class SheetRow:
    """One row: a label and what it holds. ``key`` finds it again after a change.

    ``sign`` draws the eye, ``tone`` is the style of the value, ``told`` what the foot says of it,
    ``about`` whatever the screen wants to know of the row.
    """

    key: str
    label: str
    value: str
    sign: str = " "
    tone: str = ""
    told: str = ""
    about: object = field(default=None, compare=False)


@dataclass(frozen=True)
class Section:
    """Rows under a heading; ``empty`` is said where there are none."""

    heading: str
    rows: tuple[SheetRow, ...]
    empty: str = ""
    tone: str = "$foreground 60%"


class Sheet(Static, can_focus=True):
    """Sections of rows; the arrows move the mark, which stays in sight."""

    @dataclass
    class Marked(Message):
        """Another row is marked."""

        row: SheetRow | None

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._sections: tuple[Section, ...] = ()
        self._rows: list[SheetRow] = []
        self._mark = 0
        self._first = 0

    @property
    def marked(self) -> SheetRow | None:
        """The row that Enter edits."""
        return self._rows[self._mark] if self._rows else None

    def show(self, sections: Sequence[Section]) -> None:
        """Show these sections. The mark stays on its row, or where that row was if it is gone."""
        before = self.marked
        self._sections = tuple(sections)
        self._rows = [row for section in self._sections for row in section.rows]
        keys = [row.key for row in self._rows]
        if before is not None and before.key in keys:
            self._mark = keys.index(before.key)
        self._mark = max(0, min(self._mark, len(keys) - 1))
        self._draw()
        self.post_message(self.Marked(self.marked))

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
        self._draw()
        self.post_message(self.Marked(self.marked))

    def _draw(self) -> None:
        drawn: list[Content] = []
        at = place = 0
        width = max(30, self.size.width)
        for section in self._sections:
            if drawn:
                drawn.append(plain(""))
            drawn.append(plain(fit(section.heading, width), f"bold {section.tone}"))
            if not section.rows:
                drawn.append(plain(fit("  " + section.empty, width), "$success"))
            for row in section.rows:
                if place == self._mark:
                    at = len(drawn)
                drawn.append(self._line(row, place == self._mark, width))
                place += 1
        self.update(lines(self._window(drawn, at)))

    def _window(self, drawn: list[Content], at: int) -> list[Content]:
        """The part of ``drawn`` that has room, with line ``at`` and, above a first row, its heading."""
        room = max(1, self.size.height or len(drawn))
        top = 0 if self._mark == 0 else at
        self._first = max(0, min(self._first, top, len(drawn) - room))
        self._first = max(self._first, at - room + 1)
        return drawn[self._first : self._first + room]

    def _line(self, row: SheetRow, marked: bool, width: int) -> Content:
        room = min(_LONGEST_LABEL, (width - 5) * 55 // 100)
        strong = ("bold $accent" if self.has_focus else "bold") if marked else ""
        return joined(
            plain("› " if marked else "  ", "bold $accent"),
            plain(f"{row.sign} ", "$warning"),
            plain(fit(row.label, room), strong),
            " ",
            plain(fit(row.value, width - room - 5).rstrip(), row.tone or strong),
        )
