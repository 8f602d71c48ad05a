"""One person of a handover: name, title, body, in this order on one row, two or three."""

from textual.app import ComposeResult
from textual.containers import Grid
from textual.widgets import Static

from data.language import _
from data.model.entries.gifts import Person
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput

PARTS = ("name", "title", "organisation")
_LABEL = 12
_NAME = 27
_ROOMY = 50
"""A field this wide takes any title or body."""


class PersonLine(Grid):
    """Three fields, filled from the plan; what a person typed over stays theirs.

    ``role`` names the fields: ``#gift-giver`` holds the name, ``#gift-giver-title`` the title.
    """

    DEFAULT_CSS = f"""
    PersonLine {{ grid-size: 4; grid-rows: 1; height: 1; }}
    PersonLine > .label {{ color: $foreground 70%; }}
    PersonLine > .part-name, PersonLine > .part-title {{ margin-right: 1; }}
    PersonLine.stacked {{ grid-size: 3; height: 2; }}
    PersonLine.stacked > .part-title {{ margin: 0; }}
    PersonLine.stacked > .part-organisation {{ column-span: 3; margin: 0 0 0 {_LABEL}; }}
    PersonLine.tall {{ height: 3; }}
    PersonLine.tall > .part-name {{ column-span: 2; }}
    PersonLine.tall > .part-title {{ column-span: 3; margin: 0 0 0 {_LABEL}; }}
    """

    def __init__(self, role: str, label: str) -> None:
        super().__init__(id=f"person-{role}")
        self.role = role
        self._label = label
        self._offered = dict.fromkeys(PARTS, "")
        self._guest: tuple[str, int] | None = None
        self._typing = False
        self._fitted_width = 0

    def compose(self) -> ComposeResult:
        hints = {"name": _("ông or bà, full name"), "title": _("title"), "organisation": _("organisation")}
        yield Static(plain(self._label), classes="label")
        for part in PARTS:
            line = LineInput(placeholder=hints[part], selects=True, id=self._named(part))
            line.add_class(f"part-{part}")
            yield line

    def on_resize(self) -> None:
        if self.size.width != self._fitted_width:
            self.fit()

    def on_descendant_blur(self) -> None:
        self.call_later(self._fit_unless_edited)

    def open(self, typing: bool) -> None:
        """Have room for whatever is typed while somebody is ``typing``, else for what stands here."""
        if typing != self._typing:
            self._typing = typing
            self.fit()

    def fit(self) -> None:
        """Give the body a row of its own where the texts do not fit one, and the title too where it is long.

        The order of the fields never changes, for the keys nor for the eye.
        """
        self._fitted_width = self.size.width
        name, title, body = (self._cells(part) for part in PARTS)
        room = self.size.width - _LABEL - _NAME - 1
        is_stacked = name >= _NAME or title + body > room or (self._typing and room < 2 * _ROOMY)
        self.set_class(is_stacked, "stacked")
        self.set_class(is_stacked and title > room, "tall")
        if is_stacked:
            self.styles.grid_columns = f"{_LABEL} {_NAME} 1fr"
        else:
            even = max(title, body) <= room // 2
            first = room // 2 if even else title
            self.styles.grid_columns = f"{_LABEL} {_NAME} {first + 1} 1fr"

    def _fit_unless_edited(self) -> None:
        """Nothing moves under the hands of whoever types here."""
        if not self.has_pseudo_class("focus-within"):
            self.fit()

    def _cells(self, part: str) -> int:
        """How wide a field has to be: for what stands in it and the cursor, or for what it is for."""
        line = self.line(part)
        return plain(line.value or line.placeholder).cell_length + 1

    @property
    def lines(self) -> list[LineInput]:
        """The fields, in their order."""
        return list(self.query(LineInput))

    @property
    def person(self) -> Person:
        """Whom the fields name; the guest's number is kept while the name stays as it was picked."""
        name, title, organisation = (self.line(part).value.strip() for part in PARTS)
        guest = self._guest[1] if self._guest and self._guest[0] == name else None
        return Person(name, title, organisation, guest)

    @property
    def is_name_edited(self) -> bool:
        """Whether the name is another than the plan's."""
        return self.line("name").value != self._offered["name"]

    def line(self, part: str) -> LineInput:
        """The field of a part of the person."""
        return self.query_one(f"#{self._named(part)}", LineInput)

    def offer(self, person: Person, *, anew: bool = False) -> None:
        """Fill in whom the plan names; edited fields are left alone unless ``anew``."""
        for part in PARTS:
            line, text = self.line(part), getattr(person, part)
            if anew or line.value == self._offered[part]:
                self._put(line, text)
            self._offered[part] = text
        self._fit_unless_edited()

    def take(self, person: Person) -> None:
        """Fill in a guest who was picked."""
        self._guest = None if person.guest is None else (person.name, person.guest)
        for part in PARTS:
            self._put(self.line(part), getattr(person, part))
        self.fit()

    def _put(self, line: LineInput, text: str) -> None:
        if line.value != text:
            line.value = text
            # The name stands at the beginning and is what has to be confirmed.
            line.cursor_position = len(text) if line.has_focus else 0

    def _named(self, part: str) -> str:
        return f"gift-{self.role}" if part == "name" else f"gift-{self.role}-{part}"
