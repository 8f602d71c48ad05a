"""Whether the drawn cards came out of the printer: only people know, so they are asked."""

from functools import partial

from data.commands.event.checklist import OpenPoint
from data.commands.guests import mark_printed
from data.language import _
from data.queries.people.cards import printable
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Ask
from tui.frame.event_screen import CeremonyScreen
from tui.safe_text import joined, plain


def ask_printed(screen: CeremonyScreen, point: OpenPoint) -> None:
    """Ask it of the cards that are drawn, and note the answer; where none is, say so."""
    drawn = printable(screen.session.state)
    if not drawn:
        screen.strip.say(point.why, "misread")
        return
    question = joined(
        plain(point.why, "bold"),
        "\n\n",
        _("Drawn and to print: {count}. Say yes once they are printed and on the table.").format(
            count=len(drawn)
        ),
    )

    def answered(yes: bool | None) -> None:
        if yes:
            carry_out(screen, partial(mark_printed, screen.session, [guest.number for guest in drawn]))

    screen.app.push_screen(Ask(_("Are the drawn cards printed?"), question, _("Yes, printed")), answered)
