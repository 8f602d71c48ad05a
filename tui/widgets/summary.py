"""How the ceremony went, on the MC's screen once it is closed."""

from textual.content import Content

from data.language import _
from data.state.checks import open_checks
from data.state.counts import counts
from data.state.state import State
from data.wording.gifts import counted_text
from tui.untrusted import plain


def summary(state: State) -> list[Content]:
    """Who came, what was given, what is still to be seen to; a row for each."""
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
        sign, style = ("☐", "$warning") if state.handovers.left(gift) else ("✔", "")
        rows.append(plain(f"{sign} {gift.name} {counted_text(gift, state)}", style))
    left = [check.text for check in open_checks(state) if not check.gift]
    if left:
        rows.append(plain("☐ " + _("Not ticked off: {checks}").format(checks="; ".join(left)), "$warning"))
    return [*rows, plain(_("Now the papers: F6."), "bold")]
