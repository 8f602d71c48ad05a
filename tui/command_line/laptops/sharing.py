"""Several laptops at one event: sharing it and joining, with the screens or without."""

import sys
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Annotated

import typer

from data.errors import CeremonyError, Refused
from data.language import _
from tui.command_line.screens import open_screens
from tui.command_line.terminal.arguments import EventArgument, Verb, say, tell_what_is_kept
from tui.command_line.terminal.progress import progress

if TYPE_CHECKING:
    from data.joining.together import Together

_LOOK_SECONDS = 0.05

AuthorityOption = Annotated[
    Path | None, typer.Option("--authority", metavar="FILE", help=_("The certificate a named server shows."))
]
PlainOption = Annotated[
    bool, typer.Option("--no-screens", help=_("Only keep the laptops together; Ctrl+C ends it."))
]


def share(
    event: EventArgument,
    server: Annotated[
        str,
        typer.Option(metavar="URL", help=_("A server that is there already: tls://USER:PASSWORD@HOST:PORT.")),
    ] = "",
    authority: AuthorityOption = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help=_("Listen at this address of the laptop only."))
    ] = "0.0.0.0",
    district: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=_("Tell a district the counts: the invitation that it gave.")),
    ] = None,
    entries: Annotated[
        bool, typer.Option("--entries", help=_("Send the district whole entries too, names included."))
    ] = False,
    no_screens: PlainOption = False,
    off: Annotated[
        bool, typer.Option("--off", help=_("Share or join no more: this laptop works alone from now on."))
    ] = False,
) -> int:
    """Share the event with other laptops."""
    if off:
        return _switch_off(event)
    from data.joining.extra_installed import need_extra
    from data.session.folders.home import locate
    from data.session.session import Session

    need_extra()
    from data.joining.reporting.invitation import read_invitation
    from data.joining.reporting.reporting import Reporting
    from data.joining.sharing import codes, share_at
    from data.joining.sharing import share as share_here

    if server and district:
        raise Refused(_("A district is told by a server of this laptop: leave --server out."))
    if entries and not district:
        raise Refused(_("--entries goes with --district."))
    folder = locate(event)
    tell_what_is_kept(folder)
    reporting = Reporting(read_invitation(district), entries) if district else None
    with Session(folder) as session:
        together = (
            share_at(session, server, str(authority or ""))
            if server
            else share_here(session, host=host, reporting=reporting)
        )
        _tell_codes(codes(together))
        if no_screens or not sys.stdin.isatty():
            return _stay(together)
        # The screens switch on again what is switched on now.
        together.end()
    return open_screens(folder)


def join(
    address: Annotated[
        str, typer.Argument(metavar="ADDRESS", help=_("The code of 32 digits, or a server: tls://HOST:PORT."))
    ],
    to: Annotated[Path | None, typer.Option(metavar="DIR", help=_("The event folder to make."))] = None,
    event: Annotated[
        str, typer.Option(metavar="ID", help=_("Which event, where a named server holds several."))
    ] = "",
    authority: AuthorityOption = None,
    no_screens: PlainOption = False,
) -> int:
    """Join a laptop that shares its event."""
    from data.joining.extra_installed import need_extra

    need_extra()
    from data.joining.place import read_place
    from data.joining.sharing import join as join_there
    from data.joining.taking.take_over import take_over
    from data.session.session import Session

    place = read_place(address, event, str(authority or ""))
    with progress(_("Taking the event over")) as step:
        found = take_over(place, to, step)
    say(_("The event is in {path}").format(path=found.folder))
    with Session(found.folder) as session:
        together = join_there(session, place)
        if no_screens or not sys.stdin.isatty():
            return _stay(together)
        together.end()
    return open_screens(found.folder)


def _switch_off(event: Path) -> int:
    """Keep that this laptop works alone; needs none of the libraries for several."""
    from data.session.folders.home import locate
    from data.session.folders.several import is_switched_on, switch_file
    from data.session.session import Session

    with Session(locate(event)) as session:
        was_on = is_switched_on(session.folder)
        switch_file(session.folder).unlink(missing_ok=True)
    say(
        _("This laptop works alone again.")
        if was_on
        else _("Nothing was switched on: this laptop works alone.")
    )
    return 0


def _tell_codes(codes: list[str]) -> None:
    from data.joining.pairing.code import grouped

    for code in codes:
        say(
            _("On the other laptop: {command} join {code}").format(
                command="main.py", code=f'"{grouped(code)}"'
            )
        )
    sys.stdout.flush()


def _stay(together: "Together") -> int:
    """Keep the event together without screens until Ctrl+C; each change of how things stand is a line."""
    from data.joining.words import line_of

    told = ""
    try:
        while True:
            try:
                together.turn()
            except CeremonyError as error:
                say(error.sentence, error=True)
                return 1
            together.tick()
            line = line_of(together).text
            if line != told:
                told = line
                say(line)
                sys.stdout.flush()
            sleep(_LOOK_SECONDS)
    except KeyboardInterrupt:
        return 0
    finally:
        together.end()


VERBS = (
    Verb("share", share, _("Share the event with other laptops: their doors let guests in too.")),
    Verb("join", join, _("Join a laptop that shares its event, by the code that it shows.")),
)
