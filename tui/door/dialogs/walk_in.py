"""F8 at the door: somebody who is not on the list."""

from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from data.commands.door.answer import Answer
from data.commands.door.door import walk_in
from data.language import _
from data.model.guest import Guest
from data.model.plan import Delegation
from data.roster.guess_delegation import guess_delegation
from data.state.state import State
from data.text.fold import fold
from data.text.people.names import proper
from data.text.people.office import Named, read_named
from tui.door.dialogs.wrong_person import Find
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import joined, lines, plain
from tui.widgets.answers import belongs_to
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice

_STEPS = {"up": -1, "down": 1}


class WalkInDialog(Dialog[Answer]):
    """Name and where from; the group is guessed from that, and changed with the arrows.

    Dismisses with the answer. A comma in the name begins where they are from.
    """

    AUTO_FOCUS = "#name"
    DEFAULT_CSS = """
    WalkInDialog #recorded { height: auto; margin: 1 0; }
    """

    def __init__(self, state: State, typed: str, find: Find) -> None:
        super().__init__(_("Guest who is not on the list"))
        self._state = state
        self._find = find
        name, _comma, place = typed.partition(",")
        self._typed = {"name": name.strip(), "place": place.strip(), "title": ""}
        self._by_hand = False

    def content(self) -> ComposeResult:
        for field, label, hint in (
            ("name", _("Full name"), _("ông or bà, then the name")),
            ("place", _("From where"), _("xóm 3 — or: Hội Nông dân xã, chủ tịch")),
            ("title", _("Title"), _("of a delegate; may be empty")),
        ):
            with Horizontal(classes="form-row"):
                yield Static(plain(label), classes="label")
                yield LineInput(self._typed[field], placeholder=hint, selects="figures", id=field)
        groups = sorted(self._state.event.delegations, key=lambda d: (d.kind != "household", d.rank))
        yield Choice([(d.id, d.name) for d in groups], id="group")
        yield Static(id="recorded")
        yield Static(plain(_("Enter: next, then check in.  ↑ ↓: another group.  Esc: leave."), "dim"))

    def on_mount(self) -> None:
        # The group is moved with the arrows from within the fields; nobody has to find it first.
        self.query_one(Choice).can_focus = False
        if self._typed["name"]:
            self.query_one("#place", LineInput).focus()
        self._tell()

    def on_input_changed(self, event: Input.Changed) -> None:
        guess = guess_delegation(self._state, self._where)
        if not self._by_hand and guess is not None:
            self.query_one(Choice).choose(guess.id)
        self._tell()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if event.line.id == "name" and not self._where:
            self.query_one("#place", LineInput).focus()
        elif event.line.id == "place" and self._lacks_title:
            self.query_one("#title", LineInput).focus()
        else:
            self._record()

    def key_up(self) -> None:
        self._move(-1)

    def key_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        self._by_hand = True
        self.query_one(Choice).step(step)
        self._tell()

    @property
    def _full_name(self) -> str:
        return proper(self._named.name)

    @property
    def _named(self) -> Named:
        """Ông or Bà and the name, as they were typed."""
        return read_named(self._value("name").partition(",")[0])

    @property
    def _lacks_title(self) -> bool:
        """Whether a delegate's title was neither typed behind where they are from nor in its own field."""
        return self._group.kind != "household" and "," not in self._where and not self._value("title").strip()

    @property
    def _where(self) -> str:
        """What was typed behind the name's comma and in the second field."""
        behind = self._value("name").partition(",")[2].strip()
        return ", ".join(part for part in (behind, self._value("place").strip()) if part)

    @property
    def _group(self) -> Delegation:
        chosen = self._state.event.delegation(self.query_one(Choice).value)
        assert chosen is not None
        return chosen

    def _value(self, field: str) -> str:
        return self.query_one(f"#{field}", LineInput).value

    def _tell(self) -> None:
        """Say what Enter would record."""
        parts = [self._full_name, self._where, self._value("title").strip()]
        told = " · ".join(part for part in parts if part)
        group = joined(plain(_("as:") + " ", "$foreground 60%"), plain(self._group.name, "bold $accent"))
        rows = [joined(plain(told, "bold"), "  ", group)] if told else [group]
        if self._where and not self._by_hand and guess_delegation(self._state, self._where) is None:
            rows.append(plain(_("Is that the right group? ↑ ↓ choose another."), "$warning"))
        if (listed := self._listed()) is not None:
            already = _("On the list already: {number:03} {name}, {where}. Esc, and let them in from there.")
            where = belongs_to(listed, self._state.event) or _("no hamlet")
            told = already.format(number=listed.number, name=listed.name, where=where)
            rows.append(plain(told, "bold $warning"))
        self.query_one("#recorded", Static).update(lines(rows))

    def _listed(self) -> Guest | None:
        """Somebody of this very name who is on the list and has not come."""
        name = fold(self._full_name)
        found = self._find(name) if " " in name else []
        absent = (guest for guest in found if guest.number not in self._state.present)
        return next((guest for guest in absent if fold(guest.name) == name), None)

    def _record(self) -> None:
        group = self._group
        household = group.kind == "household"
        office, _comma, title = self._where.partition(",")
        command = partial(
            walk_in,
            self.program.open_session,
            kind=group.kind,
            name=self._full_name,
            hamlet=self._where if household else "",
            organisation="" if household else office,
            title="" if household else self._value("title") or title,
            honorific=self._named.honorific,
            delegation=group.id,
        )
        carry_out(self, command, self.leave_with)
