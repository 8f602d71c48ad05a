"""The district: all villages of a morning on one screen."""

import sys
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated, Any

import typer

from data.errors import Refused
from data.language import _
from tui.command_line.terminal.arguments import JsonOption, Verb, print_json, say

if TYPE_CHECKING:
    from data.joining.district.config import Village
    from data.joining.district.following import Following
    from data.joining.district.hub import Hub
    from data.joining.taking.whole_event import Progressing


def district(
    config: Annotated[
        Path, typer.Argument(metavar="CONFIG", help=_("The district's file (TOML); see README."))
    ],
    invitations: Annotated[
        bool, typer.Option("--invitations", help=_("Only write the file that each village gets."))
    ] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help=_("Where the comparison goes; else beside CONFIG."))
    ] = None,
    as_json: JsonOption = False,
) -> int:
    """Follow all villages of a district."""
    from data.joining.district.config import read_district
    from data.joining.extra_installed import need_extra

    need_extra()
    from data.joining.district.following import followed
    from data.joining.district.hub import Hub

    path = config.expanduser().resolve()
    described = read_district(path)
    if not (invitations or as_json or (sys.stdin.isatty() and sys.stdout.isatty())):
        raise Refused(_("The district's screen needs a terminal; for scripts there is --json."))
    hub = Hub(described, path.with_suffix(""))
    try:
        for written in hub.write_invitations():
            if invitations:
                say(written)
        if invitations:
            return 0
        following = followed(hub)
        try:
            return _print(following) if as_json else _show(hub, following, out or path.parent)
        finally:
            following.end()
    finally:
        hub.end()


def _show(hub: "Hub", following: "Following", out: Path) -> int:
    from data.joining.district.village_event import Brought, bring
    from tui.district.app import DistrictApp
    from tui.shell.terminal.terminal_watch import TerminalWatch

    def bring_here(village: "Village", event: str, progress: "Progressing") -> Brought:
        return bring(hub.place, village, hub.folder / "villages", event, progress)

    app = DistrictApp(hub.district, following, out, bring_here)
    with TerminalWatch(app):
        app.run()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0


def _print(following: "Following") -> int:
    """A line of JSON for each village that told something, until Ctrl+C."""
    from msgspec import to_builtins

    told: dict[str, Any] = {}
    try:
        while True:
            for village, seen in dict(following.seen).items():
                if told.get(village) != seen:
                    told[village] = seen
                    print_json({"village": village, "at": seen.at.isoformat(), **to_builtins(seen.counts)})
            Event().wait(0.2)
    except KeyboardInterrupt:
        return 0


VERBS = (Verb("district", district, _("All villages of a morning on one screen, by the counts they tell.")),)
