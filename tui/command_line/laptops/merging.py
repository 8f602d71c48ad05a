"""Several laptops: two copies of one event made one."""

from pathlib import Path
from typing import Annotated

import typer

from data.language import _
from tui.command_line.terminal.arguments import EventArgument, Verb, say
from tui.command_line.terminal.progress import progress


def merge(
    event: EventArgument,
    other: Annotated[
        Path,
        typer.Argument(metavar="OTHER", help=_("The other copy: its folder, a stick, or an archive (.zip).")),
    ],
) -> None:
    """Take in what another copy of the event has; it is only read."""
    from data.convergence.merge import merge as make_one
    from data.convergence.merge_report import merged_lines
    from data.session.folders.home import locate
    from data.session.session import Session

    with Session(locate(event)) as session:
        with progress(_("Reading")) as step:
            merged = make_one(session, other, step)
        for line in merged_lines(merged, session.state):
            say(line)
    if merged.taken.refused or merged.unread:
        raise typer.Exit(1)


VERBS = (Verb("merge", merge, _("Make two copies of one event one: take in what the other has.")),)
