"""What is taken away: exports, papers, and whether every entry is sound."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from data.export.sheet_names import SHEETS
from data.language import _
from tui.command_line.arguments import EventArgument, JsonOption, OutOption, Verb, print_json
from tui.progress import progress


def export(
    event: EventArgument,
    out: OutOption = None,
    sheets: Annotated[
        str,
        typer.Option(
            metavar="NAME,NAME", help=_("Only these sheets: {names}.").format(names=", ".join(SHEETS))
        ),
    ] = "",
    phones: Annotated[bool, typer.Option("--phones", help=_("With telephone numbers."))] = False,
) -> None:
    """Write the exports."""
    from data.ceremony import open_for_reading
    from data.export.files import export_event
    from data.home import locate

    with open_for_reading(locate(event)) as ceremony, progress(_("Export")) as step:
        written = export_event(ceremony, out, step, sheets=sheets.split(","), phones=phones)
    for path in written:
        print(path)


def verify(
    event: Annotated[
        Path, typer.Argument(metavar="EVENT", help=_("An event's folder, or an archive (.zip)."))
    ],
    as_json: JsonOption = False,
) -> None:
    """Read the whole event, or an archive of one, and say whether it is sound."""
    from data.archive.check import ArchiveCheck, check_archive
    from data.home import locate
    from data.verification import Verification, verify_event

    verdict: Verification | ArchiveCheck
    if event.suffix.lower() == ".zip" and event.is_file():
        with progress(_("Reading")) as step:
            verdict = check_archive(event, step)
    else:
        verdict = verify_event(locate(event))
    if as_json:
        print_json(verdict.report())
    else:
        print(verdict.sentence, file=sys.stdout if verdict.is_sound else sys.stderr)
    if not verdict.is_sound:
        raise typer.Exit(1)


VERBS = (
    Verb("export", export, _("Write attendance, agenda, gifts and log as Excel, CSV and JSON.")),
    Verb("verify", verify, _("Read the whole event, or an archive, and say whether it is sound.")),
)
