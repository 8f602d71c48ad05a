"""``companion``: the pages for phones without the screens, until they are ended with Ctrl+C."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from data.companion.roles import ROLES, Role
from data.errors import EventAtRest
from data.language import _
from tui.command_line.terminal.arguments import EventArgument, Verb, say, tell_what_is_kept

if TYPE_CHECKING:
    from data.session.session import Session


def companion(
    event: EventArgument,
    role: Annotated[
        str,
        typer.Option(
            metavar="ROLE", help=_("What the phones may do: {roles}.").format(roles=" ".join(ROLES))
        ),
    ] = "door",
) -> None:
    """Serve the pages of an event until Ctrl+C; print a code for one phone after another."""
    from data.session.folders.home import locate
    from data.session.session import Session

    known: Role | None = next((one for one in ROLES if one == role), None)
    if known is None:
        raise typer.BadParameter(" | ".join(ROLES), param_hint="--role")
    tell_what_is_kept(locate(event))
    with Session(locate(event)) as session:
        if session.closed is not None:
            raise EventAtRest(_("The event is closed. F6, F8: open it again."))
        asyncio.run(_serve(session, known))


async def _serve(session: "Session", role: Role) -> None:
    from tui.companion.host import Alone
    from tui.companion.pages import companion_with_pages
    from tui.companion.qr import printed_qr

    server = companion_with_pages(Alone(session, lambda told: say(told, error=True)))
    await server.start()
    try:
        token = server.tokens.new(role, session.clock.monotonic())
        while True:
            say(printed_qr(server.invitation(server.addresses[0], token)))
            for address in server.addresses:
                say(server.invitation(address, token))
            while server.tokens.is_open(token, session.clock.monotonic()):
                await asyncio.sleep(0.5)
                session.give_sign()
            token = server.tokens.new(role, session.clock.monotonic())
    finally:
        await server.stop()


VERBS = (Verb("companion", companion, _("The pages for phones, without the screens. Ctrl+C ends them.")),)
