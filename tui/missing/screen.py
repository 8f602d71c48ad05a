"""Ctrl+T, who is still missing: by delegation and hamlet, to telephone or to let in all together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from data.commands.door.answer import Answer
from data.commands.door.door import admit
from data.commands.door.presence import GroupAnswer, admit_group
from data.language import _
from data.model.guest import Guest
from data.queries.people.counts import GroupCount, counts
from data.queries.people.missing import missing_groups, missing_guests
from data.state.state import State
from data.text import counted
from data.text.fold import fold
from data.text.people.phone import mask
from tui.frame.carrying_out import carry_out
from tui.frame.event_screen import CeremonyScreen
from tui.frame.keys.command import bindings
from tui.missing.admit_group import AdmitGroupDialog
from tui.missing.keys import COMMANDS
from tui.safe_text import fit, joined, plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.long_list import LongList
from tui.widgets.lists.marked import mark_sign


@dataclass(frozen=True)
class _Line:
    """A group's heading (no guest) or one guest of it."""

    group: GroupCount
    is_delegation: bool
    guest: Guest | None = None


class MissingScreen(CeremonyScreen):
    """Groups with their missing guests, one line each. Phones are masked until one is asked for."""

    NAME = "missing"
    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    MissingScreen #missing-line { margin: 0 1; }
    MissingScreen #missing-head { height: 1; padding: 0 1; }
    MissingScreen #missing-list { height: 1fr; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._shown_phone: int | None = None

    def body(self) -> Iterable[Widget]:
        yield Static(id="missing-head")
        yield LineInput(
            placeholder=_("type a delegation, hamlet or name to see only these"), id="missing-line"
        )
        yield LongList(self._row, id="missing-list")

    def offers(self, action: str) -> bool:
        line = self._marked
        if action == "show_phone":
            return line is not None and line.guest is not None
        if action == "admit_group":
            return line is not None and line.is_delegation
        return super().offers(action)

    def show_state(self) -> None:
        state = self.session.state
        now = counts(state)
        self.query_one("#missing-head", Static).update(
            plain(
                _("NOT HERE YET: {households} · {delegates}").format(
                    households=counted.households(now.households_missing),
                    delegates=counted.delegates(now.delegates_missing),
                ),
                "bold",
            )
        )
        self._list(self._marked)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._shown_phone = None
        self._list(None)
        if sum(line.guest is not None for line in self._lines) == 1:
            self.query_one(LongList).move("down")

    def on_key(self, event: events.Key) -> None:
        if self.query_one(LongList).move(event.key):
            event.stop()
            self._shown_phone = None
            self._draw()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        """Enter lets in the marked guest, who stands at the door."""
        line = self._marked
        if line is None or line.guest is None:
            self.strip.say(_("Mark a guest with ↑ ↓; Enter lets them in, F7 shows the phone."), "misread")
            return
        carry_out(self, partial(admit, self.session, line.guest.number, "name"), self._let_in)

    def _let_in(self, answer: Answer) -> None:
        self.program.ring(answer)
        self.show_answer(answer)

    def key_escape(self) -> None:
        """Show all of them again."""
        self._shown_phone = None
        self.query_one("#missing-line", LineInput).value = ""
        self.program.key_escape()

    def action_show_phone(self) -> None:
        line = self._marked
        if line is None or line.guest is None:
            self.strip.say(_("Mark a guest with ↑ ↓; Enter lets them in, F7 shows the phone."), "misread")
        elif not line.guest.phone:
            self.strip.say(_("No telephone number is known of {name}.").format(name=line.guest.name))
        else:
            self._shown_phone = line.guest.number
            self._draw()

    def action_admit_group(self) -> None:
        line = self._marked
        if line is None or not line.is_delegation:
            self.strip.say(_("Mark a delegation; F8 lets in all of it who are not here yet."), "misread")
            return
        delegation = line.group
        guests = missing_guests(self.session.state, delegation=delegation.id)
        dialog = AdmitGroupDialog(self._full_name(delegation), guests)
        self.app.push_screen(dialog, self._admitted(delegation))

    def _admitted(self, delegation: GroupCount) -> Callable[[tuple[int, ...] | None], None]:
        def answered(without: tuple[int, ...] | None) -> None:
            if without is None:
                return
            command = partial(admit_group, self.session, delegation.id, without)
            carry_out(self, command, lambda answer: self._say(answer, delegation))

        return answered

    def _say(self, answer: GroupAnswer, delegation: GroupCount) -> None:
        self.program.bells.ring()
        self.strip.say(
            _("✔ Let in together: {group}, {people}").format(
                group=self._full_name(delegation), people=counted.people(len(answer.guests))
            ),
            "welcome",
        )

    def _full_name(self, group: GroupCount) -> str:
        known = self.session.state.event.delegation(group.id)
        return known.name if known else group.name

    @property
    def _marked(self) -> _Line | None:
        listed = self.query_one(LongList)
        return self._lines[listed.marked] if listed.marked < len(self._lines) else None

    def _list(self, marked: _Line | None) -> None:
        """List anew; the mark stays on its line where that is still there."""
        before = self.query_one(LongList).marked
        self._lines = _lines(self.session.state, self.query_one("#missing-line", LineInput).value)
        place = next((i for i, line in enumerate(self._lines) if _is_same(line, marked)), None)
        self.query_one(LongList).show(
            len(self._lines), place if place is not None else before if marked else 0
        )
        self.show_keys()

    def _draw(self) -> None:
        self.query_one(LongList).show(len(self._lines))
        self.show_keys()

    def _row(self, index: int, width: int, marked: bool) -> Content:
        line = self._lines[index]
        mark = mark_sign(marked)
        if line.guest is None:
            name = line.group.name or _("no hamlet")
            missing = _("{missing} of {listed} not here yet").format(
                missing=line.group.missing, listed=line.group.listed
            )
            return joined(mark, plain(f"{name}  ", "bold $accent"), plain(missing, "bold"))
        guest = line.guest
        shown = guest.number == self._shown_phone
        phone = guest.phone if shown else mask(guest.phone)
        where = " · ".join(filter(None, (guest.title, guest.organisation, guest.nickname)))
        room = max(20, width - 28)
        text = f"{fit(guest.name, room // 2)} {fit(where, room - room // 2)}"
        return joined(
            mark,
            plain(f"{guest.number:03} {text} ", "bold" if marked else ""),
            plain(phone, "bold $warning" if shown else "$foreground 70%"),
        )


def _lines(state: State, wanted: str) -> list[_Line]:
    """All groups, or those that ``wanted`` names, or the guests that it names with their groups."""
    words = fold(wanted).split()
    found: list[_Line] = []
    for group, is_delegation, missing in missing_groups(state):
        guests = missing
        if not _names(group.name, words):
            guests = [guest for guest in missing if _names(f"{guest.name} {group.name}", words)]
        if guests:
            found.append(_Line(group, is_delegation))
            found += [_Line(group, is_delegation, guest) for guest in guests]
    return found


def _names(text: str, words: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)


def _is_same(line: _Line, other: _Line | None) -> bool:
    if other is None or line.group.id != other.group.id or line.is_delegation != other.is_delegation:
        return False
    return (line.guest and line.guest.number) == (other.guest and other.guest.number)
