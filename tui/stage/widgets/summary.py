"""How the ceremony went, on the MC's screen once it is closed."""

from textual.content import Content

from data.language import _
from data.messages.entries.gifts import counted_text
from data.queries.people.counts import counts
from data.state.state import State
from data.text import counted
from tui.safe_text import plain


def summary(state: State) -> list[Content]:
    """Who came and what was given; a row for each."""
    n = counts(state)
    rows = [
        plain(
            _("Came: {households}, {people}; {delegates}.").format(
                households=counted.households_of(n.households),
                people=counted.people(n.people),
                delegates=counted.delegates_of(n.delegates),
            )
        )
    ]
    for gift in state.handovers.listed(state.event):
        given = state.handovers.given(gift.id)
        sign, style = ("✔", "") if given >= gift.quantity else ("☐", "$warning")
        rows.append(plain(f"{sign} {gift.name} {counted_text(gift, state)}", style))
    return [*rows, plain(_("Now the papers: ^G. Report and archive: F6."), "bold")]
