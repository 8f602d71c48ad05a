"""One person of a handover in one line: name, title, organisation."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from data.language import _
from data.model.entries.gifts import Person
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput

PARTS = ("name", "title", "organisation")


class PersonLine(Horizontal):
    """Three fields, filled from the plan; what a person typed over stays theirs.

    ``role`` names the fields: ``#gift-giver`` holds the name, ``#gift-giver-title`` the title.
    """

    DEFAULT_CSS = """
    PersonLine { height: 1; }
    PersonLine > .label { width: 14; color: $foreground 70%; }
    PersonLine > LineInput { width: 3fr; margin-right: 1; }
    PersonLine > .part-title { width: 2fr; }
    PersonLine > .part-organisation { width: 4fr; margin-right: 0; }
    """

    def __init__(self, role: str, label: str) -> None:
        super().__init__(id=f"person-{role}")
        self.role = role
        self._label = label
        self._offered = dict.fromkeys(PARTS, "")
        self._guest: tuple[str, int] | None = None

    def compose(self) -> ComposeResult:
        hints = {"name": _("ông or bà, full name"), "title": _("title"), "organisation": _("organisation")}
        yield Static(plain(self._label), classes="label")
        for part in PARTS:
            line = LineInput(placeholder=hints[part], selects=True, id=self._named(part))
            line.add_class(f"part-{part}")
            yield line

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

    def take(self, person: Person) -> None:
        """Fill in a guest who was picked."""
        self._guest = None if person.guest is None else (person.name, person.guest)
        for part in PARTS:
            self._put(self.line(part), getattr(person, part))

    def _put(self, line: LineInput, text: str) -> None:
        if line.value != text:
            line.value = text
            # The name stands at the beginning and is what has to be confirmed.
            line.cursor_position = len(text) if line.has_focus else 0

    def _named(self, part: str) -> str:
        return f"gift-{self.role}" if part == "name" else f"gift-{self.role}-{part}"
