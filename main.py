"""The command line. Each command calls data/ or opens tui/, and turns refusals into one line."""

import json
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path
from typing import Annotated

try:
    import typer

    from data.clock import iso
    from data.errors import CeremonyError, Refused
    from data.language import LANGUAGES, Language, _, choose
    from tui.progress import named_progress, progress
except ModuleNotFoundError as missing:
    sys.exit(f"Thiếu thư viện {missing.name}. Hãy chạy lệnh cài đặt trong README. (A library is missing.)")


def _language_of(arguments: list[str]) -> Language:
    """The language asked for anywhere on the command line: help texts need it before parsing."""
    for place, argument in enumerate(arguments):
        wanted = argument.removeprefix("--lang=")
        if argument == "--lang" and place + 1 < len(arguments):
            wanted = arguments[place + 1]
        for language in LANGUAGES:
            if wanted == language:
                return language
    return "vi"


choose(_language_of(sys.argv[1:]))
app = typer.Typer(add_completion=False, no_args_is_help=False, rich_markup_mode=None)

EventArgument = Annotated[Path, typer.Argument(metavar="EVENT", help=_("The event's folder, or its name."))]
OutOption = Annotated[Path | None, typer.Option(metavar="DIR", help=_("Where to put the files."))]
JsonOption = Annotated[bool, typer.Option("--json", help=_("Print JSON."))]


@app.callback(help=_("Runs a village launch ceremony: check-in, agenda, gifts, attendance."))
def _program(lang: Annotated[str, typer.Option(metavar="vi|en", help=_("The language."))] = "vi") -> None:
    if lang not in LANGUAGES:
        raise typer.BadParameter("vi | en", param_hint="--lang")


@app.command("open", help=_("Open the terminal UI; without EVENT, choose or create one."))
def open_ui(event: Annotated[Path | None, typer.Argument(metavar="[EVENT]")] = None) -> None:
    """Open the terminal UI."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused(_("The ceremony's screens need a terminal. Without one, try: python main.py rehearse"))
    from data.ceremony import Ceremony
    from data.home import locate
    from tui.app import CeremonyApp

    ceremony = Ceremony(locate(event)) if event else None
    app = CeremonyApp(ceremony)
    app.run()
    if app.fault is not None:
        raise app.fault
    if app.return_code:
        raise typer.Exit(app.return_code)


@app.command(help=_("Make an event from a plan."))
def new(
    event: EventArgument,
    plan: Annotated[str, typer.Option(metavar="PLAN", help=_("A plan file, or a built-in plan's name."))],
    site: Annotated[str, typer.Option(help=_("Which of the plan's sites."))] = "",
    date: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help=_("The day."))] = None,
    start: Annotated[str, typer.Option(metavar="HH:MM", help=_("When it begins."))] = "",
    sample: Annotated[bool, typer.Option("--sample", help=_("With fictional guests."))] = False,
    guests_from: Annotated[
        Path | None, typer.Option(metavar="EVENT", help=_("Invite another event's guests; their cards hold."))
    ] = None,
) -> None:
    """Make an event from a plan."""
    from data.founding import found_event
    from data.home import locate
    from data.plans import load_plan
    from data.sample import fill_with_sample

    folder = event.expanduser().resolve()
    day = date.date() if date else None
    before = locate(guests_from) if guests_from else None
    found_event(folder, load_plan(plan), site=site, on=day, start=start, sample=sample, guests_from=before)
    if sample:
        fill_with_sample(folder)
    print(_("Made: {path}").format(path=folder))


@app.command("import", help=_("Read a list of guests (Excel or CSV) into the event."))
def import_roster(
    event: EventArgument,
    roster: Annotated[Path, typer.Argument(metavar="ROSTER", help=_("The list: .xlsx, .xls or .csv."))],
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only say what would happen."))] = False,
    as_json: JsonOption = False,
) -> None:
    """Read a list of guests into the event."""
    from data.ceremony import Ceremony
    from data.commands import guests
    from data.home import locate
    from data.roster.preview import preview
    from data.roster.reading import read_roster
    from data.roster.report import as_json as preview_json

    with Ceremony(locate(event), "read" if dry_run else "append") as ceremony:
        with progress(_("Reading")) as step:
            reading = read_roster(roster, ceremony.state.event, progress=step)
        found = preview(reading, ceremony.state.guests.values())
        for problem in () if as_json else [*found.refused, *found.warnings]:
            print(problem.sentence, file=sys.stderr)
        if not dry_run:
            guests.import_roster(ceremony, found, roster.name)
    if as_json:
        _print_json(preview_json(found))
    else:
        print(
            _("Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}.").format(
                added=len(found.added),
                changed=len(found.changed),
                unchanged=len(found.unchanged),
                refused=len(found.refused),
            )
        )
        if dry_run:
            print(_("Nothing was written: this was only a look."))


@app.command(help=_("Draw the cards: a picture for each guest, and A4 pages of eight."))
def cards(
    event: EventArgument,
    out: OutOption = None,
    guest: Annotated[int | None, typer.Option(metavar="ID", help=_("Only this guest's number."))] = None,
    unprinted: Annotated[bool, typer.Option("--unprinted", help=_("Only cards not drawn before."))] = False,
) -> None:
    """Draw the cards; that they were drawn is recorded unless the event is open elsewhere."""
    from data.cards.files import draw_cards
    from data.ceremony import open_to_write_if_free
    from data.commands.guests import mark_printed
    from data.home import locate
    from data.state.counts import expected_guests

    with open_to_write_if_free(locate(event)) as ceremony:
        state = ceremony.state
        wanted = [g for g in expected_guests(state) if guest in (None, g.number)]
        if unprinted:
            wanted = [g for g in wanted if g.code not in state.printed]
            if not wanted and state.guests:
                print(_("Every card has been drawn already."))
                return
        if not wanted:
            raise Refused(
                _("There is no guest with number {number}.").format(number=guest)
                if guest is not None
                else _("The event has no guests yet. Read a list in first: main.py import EVENT ROSTER")
            )
        with progress(_("Cards")) as step:
            folder = out or ceremony.folder / "cards"
            draw_cards(state.event, wanted, folder, step)
        if ceremony.writes:
            mark_printed(ceremony, [g.number for g in wanted])
        print(_("{count} cards in {path}").format(count=len(wanted), path=folder))


@app.command(help=_("Check in without the UI; one JSON object per line."))
def scan(
    event: EventArgument,
    images: Annotated[list[Path] | None, typer.Argument(metavar="[IMAGE ...]")] = None,
    code: Annotated[str, typer.Option(metavar="CODE", help=_("A code as typed."))] = "",
    stdin: Annotated[bool, typer.Option("--stdin", help=_("Codes from standard input, one a line."))] = False,
) -> None:
    """Check in without the UI."""
    from data.ceremony import Ceremony
    from data.commands.scanning import Scanner
    from data.home import locate
    from data.model.happenings.door import Channel

    welcome = True
    with Ceremony(locate(event)) as ceremony:
        scanner = Scanner(ceremony)

        def answer(text: str, channel: Channel) -> None:
            nonlocal welcome
            if (given := scanner.read(text, channel)) is not None:
                welcome = welcome and given.is_welcome
                _print_json(given.report())

        for image in images or []:
            for text in _codes_in(image):
                answer(text, "image")
        if code:
            answer(code, "number")
        for line in sys.stdin if stdin else ():
            answer(line, "stdin")
    if not welcome:
        raise typer.Exit(1)


def _codes_in(image: Path) -> list[str]:
    """What the codes in a picture say; something that is no code when there is none."""
    from data.decode import decode_picture

    return decode_picture(image) or ["?"]


@app.command(help=_("Say how things stand."))
def status(event: EventArgument, as_json: JsonOption = False) -> None:
    """Say how things stand."""
    from data.ceremony import open_for_reading
    from data.home import locate
    from data.state.status import status as status_of

    with open_for_reading(locate(event)) as ceremony:
        report = status_of(ceremony.state, ceremony.now())
    if as_json:
        _print_json(report)
        return
    n, d = report["households"], report["delegates"]
    print(f"{report['event']['title']} · {report['event']['village']}")
    print(
        _("{came}/{target} households · {people} people · {delegates}/{listed} delegates").format(
            came=n["present"],
            target=n["target"],
            people=report["people"],
            delegates=d["present"],
            listed=d["listed"],
        )
    )
    for item in report["agenda"]:
        print(f"{item['planned_start']}  {_item_state(item['state'])}  {item['title']}")
    for gift in report["gifts"]:
        print(f"{gift['given']}/{gift['planned']}  {gift['name']}")


def _item_state(state: str) -> str:
    return {"done": "✔", "running": "▶", "paused": "‖"}.get(state, " ")


@app.command(help=_("Write attendance, agenda, gifts and log as Excel and CSV."))
def export(event: EventArgument, out: OutOption = None) -> None:
    """Write the exports."""
    from data.ceremony import open_for_reading
    from data.export.files import export_event
    from data.home import locate

    with open_for_reading(locate(event)) as ceremony, progress(_("Export")) as step:
        written = export_event(ceremony, out, step)
    for path in written:
        print(path)


@app.command(help=_("Draw the title sign of the stage: for the projector and for the sign shop."))
def backdrop(
    event: EventArgument,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help=_("One .png or .pdf."))] = None,
    emblem: Annotated[Path | None, typer.Option(metavar="FILE", help=_("The emblem's picture."))] = None,
) -> None:
    """Draw the title sign."""
    from data.backdrop.files import write_backdrop
    from data.ceremony import open_for_reading
    from data.home import locate

    with open_for_reading(locate(event)) as ceremony:
        for path in write_backdrop(ceremony.state.event, out, ceremony.folder, emblem):
            print(path)


@app.command(help=_("Write the list on paper, to sign when everything else fails."))
def papers(event: EventArgument, out: OutOption = None) -> None:
    """Write the papers."""
    from data.ceremony import open_for_reading
    from data.home import locate
    from data.paper_list.files import write_paper_list

    with open_for_reading(locate(event)) as ceremony, progress(_("Papers")) as step:
        print(write_paper_list(ceremony.state, out or ceremony.folder / "papers", step))


@app.command(help=_("Read the whole event and say whether every entry is sound."))
def verify(event: EventArgument, as_json: JsonOption = False) -> None:
    """Read the whole event and say whether every entry is sound."""
    from data.home import locate
    from data.verification import verify_event

    verdict = verify_event(locate(event))
    if as_json:
        _print_json(verdict.report())
    else:
        print(verdict.sentence, file=sys.stdout if verdict.is_sound else sys.stderr)
    if not verdict.is_sound:
        raise typer.Exit(1)


@app.command(help=_("A whole ceremony on a throw-away copy, through the real code paths."))
def rehearse(event: Annotated[Path | None, typer.Argument(metavar="[EVENT]")] = None) -> None:
    """Rehearse the whole ceremony."""
    from data.home import locate
    from data.rehearsal import rehearse as run

    with named_progress() as step:
        result = run(locate(event) if event else None, step)
    for sentence, passed in result.checks:
        print(f"{'✔' if passed else '✖'} {sentence}")
    if not result.passed:
        raise Refused(_("The rehearsal found something that does not work; see the lines with ✖."))


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False), flush=True)


def _with_command(arguments: list[str]) -> list[str]:
    """``main.py`` and ``main.py EVENT`` mean ``main.py open [EVENT]``; ``--lang`` may stand anywhere."""
    language: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--lang":
            language = [word, next(words, "")]
        elif word.startswith("--lang="):
            language = [word]
        else:
            rest.append(word)
    known = {
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    }
    if rest[:1] != ["--help"] and (not rest or rest[0] not in known):
        rest = ["open", *rest]
    return [*language, *rest]


for _command in app.registered_commands:
    _command.epilog = _("--lang vi|en: the language, Vietnamese by default.")


def main() -> None:
    """Run the command line; exit 0 done, 1 refused with one line on stderr, 2 wrong usage."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(_with_command(sys.argv[1:]), prog_name="main.py")
    except CeremonyError as error:
        sys.exit(error.sentence)
    except (KeyboardInterrupt, BrokenPipeError):
        sys.exit(1)
    except Exception:
        sys.exit(_crashed())


def _crashed() -> str:
    """Keep what went wrong for whoever will mend it, and say so in one sentence."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="le-ra-mat-", suffix=".txt", delete=False, encoding="utf-8"
    ) as f:
        f.write(f"{iso(datetime.now().astimezone())}\n{traceback.format_exc()}")
    return _(
        "The program met a fault of its own; everything recorded before is safe. Start it again, and send "
        "the file {path} to whoever looks after the program."
    ).format(path=f.name)


if __name__ == "__main__":
    main()
