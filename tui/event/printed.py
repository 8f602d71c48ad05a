"""Whether all cards came out of the printer: only people know, so they are asked."""

from functools import partial

from data.commands.checklist import OpenPoint
from data.commands.guests import mark_printed
from data.language import _
from data.queries.people.cards import unprinted
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Ask
from tui.frame.event_screen import CeremonyScreen
from tui.safe_text import joined, plain


def ask_printed(screen: CeremonyScreen, point: OpenPoint) -> None:
    """Ask it, and note the answer."""
    question = joined(
        plain(point.why, "bold"),
        "\n\n",
        _("F5 and F8 draw the cards. Say yes once they are printed and on the table."),
    )

    def answered(yes: bool | None) -> None:
        if yes:
            printed = [guest.number for guest in unprinted(screen.session.state)]
            carry_out(screen, partial(mark_printed, screen.session, printed))

    screen.app.push_screen(Ask(_("Are all cards printed?"), question, _("Yes, printed")), answered)
