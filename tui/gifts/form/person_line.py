"""One person of a handover: name, organisation, title, which has a row of its own where needed."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from data.language import _
from data.model.entries.gifts import Person
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput

PARTS = ("name", "organisation", "title")
"""In the order in which they are typed: a title is the longest and comes last."""
_LABEL = 12
_NAME = 26
_BLANK_TITLE = 14
_ROOMY = 50
"""A field this wide takes any title or body."""


class PersonLine(Vertical):
    """Three fields, filled from the plan; what a person typed over stays theirs.

    ``role`` names the fields: ``#gift-giver`` holds the name, ``#gift-giver-title`` the title.
    """

    DEFAULT_CSS = f"""
    PersonLine {{ height: 1; layout: horizontal; }}
    PersonLine > Horizontal {{ width: 1fr; height: 1; }}
    PersonLine .label {{ width: {_LABEL}; color: $foreground 70%; }}
    PersonLine LineInput {{ width: {_NAME}; margin-right: 1; }}
    PersonLine .part-organisation {{ width: 1fr; margin-right: 0; }}
    PersonLine .part-title {{ margin: 0 0 0 1; }}
    PersonLine.stacked {{ height: 2; layout: vertical; }}
    PersonLine.stacked .part-title {{ margin: 0 0 0 {_LABEL}; }}
    """

    def __init__(self, role: str, label: str) -> None:
        super().__init__(id=f"person-{role}")
        self.role = role
        self._label = label
        self._offered = dict.fromkeys(PARTS, "")
        self._guest: tuple[str, int] | None = None
        self._typing = False

    def compose(self) -> ComposeResult:
        hints = {"name": _("ông or bà, full name"), "title": _("title"), "organisation": _("organisation")}
        name, organisation, title = (
            LineInput(placeholder=hints[part], selects=True, id=self._named(part)) for part in PARTS
        )
        organisation.add_class("part-organisation")
        title.add_class("part-title")
        yield Horizontal(Static(plain(self._label), classes="label"), name, organisation)
        yield title

    def on_resize(self) -> None:
        self.fit()

    def open(self, typing: bool) -> None:
        """Have room for whatever is typed while somebody is ``typing``, else for what stands here."""
        if typing != self._typing:
            self._typing = typing
            self.fit()

    def fit(self) -> None:
        """Give the title a row of its own where the texts do not fit one."""
        name, organisation, title = (plain(self.line(part).value).cell_length + 1 for part in PARTS)
        title = max(title, _BLANK_TITLE)
        room = self.size.width - _LABEL - _NAME - 2
        is_stacked = name > _NAME or title + organisation > room or (self._typing and room < 2 * _ROOMY)
        self.set_class(is_stacked, "stacked")
        is_even = max(title, organisation) <= room // 2
        self.line("title").styles.width = "1fr" if is_stacked else room // 2 if is_even else title

    @property
    def person(self) -> Person:
        """Whom the fields name; the guest's number is kept while the name stays as it was picked."""
        name, organisation, title = (self.line(part).value.strip() for part in PARTS)
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
        self.fit()

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
