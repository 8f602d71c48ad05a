"""What is taken away: exports, papers, and whether every entry is sound."""

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from data.errors import Refused
from data.export.workbook.sheet_names import SHEETS
from data.language import _
from tui.command_line.terminal.arguments import JsonOption, OutOption, Verb, print_json, say
from tui.command_line.terminal.progress import progress


def export(
    events: Annotated[
        list[Path], typer.Argument(metavar="EVENT...", help=_("An event; of several, one comparison."))
    ],
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
    from data.export.comparison.files import export_comparison
    from data.export.files import export_event
    from data.session.folders.home import locate
    from data.session.opening import open_for_reading

    if len(events) > 1 and (sheets or phones):
        raise Refused(_("--sheets and --phones are for the export of one event."))
    with ExitStack() as closing, progress(_("Export")) as step:
        opened = [closing.enter_context(open_for_reading(locate(event))) for event in events]
        if len(opened) > 1:
            written = [export_comparison(opened, out, step)]
        else:
            written = export_event(opened[0], out, step, sheets=sheets.split(","), phones=phones)
    for path in written:
        say(path)


def verify(
    event: Annotated[
        Path, typer.Argument(metavar="EVENT", help=_("An event's folder, an archive (.zip), or a .json."))
    ],
    as_json: JsonOption = False,
) -> None:
    """Read the whole event, or an archive of one, and say whether it is sound."""
    from data.archive.check import ArchiveCheck, check_archive
    from data.archive.event_file import FileCheck, check_event_file
    from data.archive.verification import Verification, verify_event
    from data.session.folders.home import locate

    verdict: Verification | ArchiveCheck | FileCheck
    if event.suffix.lower() == ".json" and event.is_file():
        verdict = check_event_file(event)
    elif event.suffix.lower() == ".zip" and event.is_file():
        with progress(_("Reading")) as step:
            verdict = check_archive(event, step)
    else:
        verdict = verify_event(locate(event))
    if as_json:
        print_json(verdict.report())
    else:
        say(verdict.sentence, error=not verdict.is_sound)
    if not verdict.is_sound:
        raise typer.Exit(1)


VERBS = (
    Verb("export", export, _("Write attendance, agenda, gifts and log as Excel, CSV and JSON.")),
    Verb("verify", verify, _("Read the whole event, or an archive, and say whether it is sound.")),
)
