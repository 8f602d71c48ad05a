"""What the MC says now, filled in; what is not known yet stands out as a gap."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from data.facts import Piece, fill
from data.language import _
from data.model.event import Event
from data.model.plan import AgendaItem
from data.state.counts import counts
from data.state.introduction import PRESENT, introduction_lines
from data.state.live_facts import live_facts
from data.state.state import State
from tui.untrusted import joined, lines, plain
from tui.widgets.steady import Steady

_GAP = "bold reverse $warning"


class MCLine(VerticalScroll, can_focus=False):
    """The line of one item, in a part of the screen that scrolls."""

    DEFAULT_CSS = """
    MCLine { height: 1fr; padding: 0 2; scrollbar-size-vertical: 1; }
    MCLine > Steady { height: auto; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._item = ""

    def compose(self) -> ComposeResult:
        yield Steady()

    def show_item(self, item: AgendaItem, state: State) -> None:
        """Show what is said in ``item``; another item begins at its top."""
        facts = live_facts(state)
        rows = [_words(item, facts, state)]
        missing = blank_labels(item.line, facts, state.event)
        if missing:
            rows += [
                plain(""),
                plain("⚠ " + _("Still blank: {labels}").format(labels="; ".join(missing)), "$warning"),
            ]
        self._draw(item.id, lines(rows))

    def show_summary(self, state: State) -> None:
        """Show how the ceremony went, once it is closed."""
        n = counts(state)
        rows = [
            plain(
                _(
                    "{came} of {target} households came, {people} people; {delegates} of {listed} delegates."
                ).format(
                    came=n.households_present,
                    target=n.households_target,
                    people=n.people,
                    delegates=n.delegates_present,
                    listed=n.delegates_listed,
                )
            )
        ]
        for gift in state.event.gifts:
            given = state.handovers.given(gift.id)
            sign, style = ("✔", "") if given >= gift.quantity else ("☐", "$warning")
            rows.append(plain(f"{sign} {gift.name} {given}/{gift.quantity} {gift.unit}", style))
        self._draw("", lines([*rows, plain(_("Now the papers: F6."), "bold")]))

    def _draw(self, item: str, content: Content) -> None:
        self.query_one(Steady).show(content)
        if item != self._item:
            self._item = item
            self.scroll_home(animate=False)


def blank_labels(template: str, facts: Mapping[str, str], event: Event) -> list[str]:
    """What the plan calls the blanks that leave gaps in ``template``."""
    gaps = {piece.field for piece in fill(template, facts) if piece.is_gap}
    return [blank.label for blank in event.blanks if blank.id in gaps]


def _words(item: AgendaItem, facts: Mapping[str, str], state: State) -> Content:
    shown: list[Content] = []
    after_names = False
    for piece in fill(item.line, facts):
        # The list ends its last line itself; a semicolon would open the next one.
        text = piece.text.lstrip(" ;,") if after_names else piece.text
        shown.append(_piece(piece._replace(text=text), state))
        after_names = piece.field == PRESENT and not piece.is_gap
    return joined(*shown)


def _piece(piece: Piece, state: State) -> Content:
    if piece.is_gap:
        return plain(f" {piece.text} ", _GAP)
    if piece.field != PRESENT:
        return plain(piece.text, "bold" if piece.field else "")
    # One name on each line, so that the eye finds its place again after looking up.
    names = [plain(f"  • {line}", "bold") for line in introduction_lines(state)]
    return joined(plain("\n"), lines(names), plain("\n"))
