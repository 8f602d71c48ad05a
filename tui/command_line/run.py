"""The day itself: the screens, check-in without them, how things stand, the rehearsal."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from data.errors import CeremonyError, Refused
from data.language import _
from tui.command_line.screens import open_screens
from tui.command_line.terminal.arguments import (
    EventArgument,
    JsonOption,
    Verb,
    print_json,
    say,
    tell_what_is_kept,
)
from tui.command_line.terminal.progress import named_progress
from tui.command_line.terminal.text_streams import read_as_marked

if TYPE_CHECKING:
    from data.model.entries.door import Channel
    from data.session.session import Session


def open_ui(
    event: Annotated[
        Path | None, typer.Argument(metavar="[EVENT]", help=_("The event's folder, or its name."))
    ] = None,
    companion: Annotated[
        bool, typer.Option("--companion", help=_("With the pages for phones switched on."))
    ] = False,
) -> int:
    """Open the terminal UI."""
    return open_screens(event, companion=companion)


def scan(
    event: EventArgument,
    images: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE ...]", help=_("Pictures or videos."))
    ] = None,
    code: Annotated[str, typer.Option(metavar="CODE", help=_("A code as typed."))] = "",
    stdin: Annotated[bool, typer.Option("--stdin", help=_("Codes from standard input, one a line."))] = False,
) -> None:
    """Check in without the UI."""
    from data.commands.door.scanning import Scanner
    from data.session.folders.home import locate
    from data.session.session import Session

    welcome = True
    tell_what_is_kept(locate(event))
    with Session(locate(event)) as session:
        scanner = Scanner(session)
        for text, channel in _scans(images or [], code, stdin):
            if isinstance(text, CeremonyError):
                welcome = False
                say(text.sentence, error=True)
            elif (answer := scanner.read(text, channel)) is not None:
                welcome = welcome and answer.is_welcome
                print_json(answer.report())
        _hint_at_day(session)
    if not welcome:
        raise typer.Exit(1)


def _scans(images: list[Path], code: str, stdin: bool) -> "Iterator[tuple[str | CeremonyError, Channel]]":
    """Everything that is to be scanned, in order; in its place what is wrong with a file."""
    from data.scanning.camera.capture import is_video
    from data.scanning.camera.video import codes_in_video
    from data.scanning.pictures.reading import read_picture

    for image in images:
        try:
            if is_video(image):
                yield from ((text, "camera") for text in codes_in_video(image))
                continue
        except CeremonyError as trouble:
            yield trouble, "camera"
            continue
        picture = read_picture(image)
        if picture.problem:
            yield CeremonyError(picture.problem), "image"
        if picture.note:
            print(picture.note, file=sys.stderr)
        yield from ((text, "image") for text in picture.scans)
    if code:
        yield code, "number"
    yield from ((line, "stdin") for line in (read_as_marked(sys.stdin) if stdin else ()))


def _hint_at_day(session: "Session") -> None:
    """Say on stderr that the laptop's date is doubted; it is in every entry and on every paper."""
    from data.commands.stage.clock_watch import day_question
    from data.messages.warnings.doubted_date import day_advice_text, day_doubt_text

    found = day_question(session)
    if found is not None:
        print(f"⚠ {day_doubt_text(found, session.clock)} {day_advice_text(found)}", file=sys.stderr)


def status(event: EventArgument, as_json: JsonOption = False) -> None:
    """Say how things stand."""
    from data.messages.attendance import attendance_text
    from data.queries.people.counts import counts
    from data.queries.status import status as status_of
    from data.session.folders.home import locate
    from data.session.opening import open_for_reading

    tell_what_is_kept(locate(event))
    with open_for_reading(locate(event)) as session:
        report = status_of(session.state, session.now())
        told = attendance_text(counts(session.state))
        _hint_at_day(session)
    if as_json:
        print_json(report)
        return
    say(f"{report['event']['title']} · {report['event']['village']}")
    say(told)
    for item in report["agenda"]:
        say(f"{item['planned_start']}  {_item_state(item['state'])}  {item['title']}")
    for gift in report["gifts"]:
        say(f"{gift['given']}/{gift['planned']}  {gift['name']}")


def _item_state(state: str) -> str:
    return {"done": "✔", "running": "▶", "paused": "‖", "skipped": "✕"}.get(state, " ")


def hall(event: EventArgument) -> None:
    """Show the audience's screen."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused(_("The hall's screen needs a terminal of its own, on the projector."))
    from data.session.folders.home import locate
    from tui.hall.app import HallApp
    from tui.shell.terminal.terminal_watch import TerminalWatch

    app = HallApp(locate(event))
    with TerminalWatch(app):
        app.run()
    if app.fault is not None:
        raise app.fault
    if app.return_code:
        raise typer.Exit(app.return_code)


def rehearse(
    event: Annotated[
        Path | None, typer.Argument(metavar="[EVENT]", help=_("A copy of this event; else of the sample."))
    ] = None,
) -> None:
    """Rehearse the whole ceremony."""
    from data.rehearsal.rehearse import rehearse as run
    from data.session.folders.home import locate
    from tui.companion.rehearsal.rehearse_phones import phones_at_the_door

    with named_progress() as step:
        result = run(locate(event) if event else None, step, phones_at_the_door)
    for sentence, passed in result.checks:
        say(f"{'✔' if passed else '✖'} {sentence}")
    if not result.passed:
        raise Refused(_("The rehearsal found something that does not work; see the lines with ✖."))


VERBS = (
    Verb("open", open_ui, _("Open the terminal UI; without EVENT, choose or create one.")),
    Verb("scan", scan, _("Check in without the UI; one JSON object per line.")),
    Verb("status", status, _("Say how things stand.")),
    Verb("hall", hall, _("The audience's screen, for a second terminal on the projector. Esc leaves it.")),
    Verb("rehearse", rehearse, _("A whole ceremony on a throw-away copy, through the real code paths.")),
)
