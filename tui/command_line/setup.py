"""The days before: making an event, reading lists, drawing cards and the title sign."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from data.errors import Refused
from data.language import _
from tui.command_line.arguments import EventArgument, JsonOption, OutOption, Verb, print_json
from tui.command_line.progress import progress


def new(
    event: EventArgument,
    plan: Annotated[str, typer.Option(metavar="PLAN", help=_("A plan file, or a built-in plan's name."))],
    site: Annotated[str, typer.Option(help=_("Which of the plan's sites."))] = "",
    date: Annotated[
        datetime | None,
        typer.Option(metavar="YYYY-MM-DD", formats=["%Y-%m-%d", "%d/%m/%Y"], help=_("The day.")),
    ] = None,
    start: Annotated[str, typer.Option(metavar="HH:MM", help=_("When it begins."))] = "",
    sample: Annotated[bool, typer.Option("--sample", help=_("With fictional guests."))] = False,
    guests_from: Annotated[
        Path | None, typer.Option(metavar="EVENT", help=_("Invite another event's guests; their cards hold."))
    ] = None,
) -> None:
    """Make an event from a plan."""
    from data.plans.load import load_plan
    from data.plans.sample import fill_with_sample
    from data.session.create_event import create_event
    from data.session.home import locate

    folder = event.expanduser().resolve()
    day = date.date() if date else None
    before = locate(guests_from) if guests_from else None
    create_event(folder, load_plan(plan), site=site, on=day, start=start, sample=sample, guests_from=before)
    if sample:
        fill_with_sample(folder)
    print(_("Made: {path}").format(path=folder))


def import_roster(
    event: EventArgument,
    roster: Annotated[
        Path, typer.Argument(metavar="ROSTER", help=_("The list: .xlsx, .xls, .csv or .docx."))
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only say what would happen."))] = False,
    as_json: JsonOption = False,
    delegates: Annotated[
        bool,
        typer.Option("--delegates", help=_("Whoever has a title or an organisation is a delegate.")),
    ] = False,
) -> None:
    """Read a list of guests into the event."""
    from data.commands import guests
    from data.roster.reading import read_roster
    from data.roster.report import as_json as preview_json
    from data.session.home import locate
    from data.session.session import Session
    from tui.command_line.dry_run import dry_run_lines

    with Session(locate(event), "read" if dry_run else "append") as session:
        with progress(_("Reading")) as step:
            reading = read_roster(roster, session.state.event, wishes, step)
        ready = guests.ready_import(reading, guests.known_guests(session.state))
        found = ready.preview
        for line in dry_run_lines(found) if dry_run and not as_json else ():
            print(line)
        sys.stdout.flush()
        for problem in () if as_json else [*found.refused, *found.warnings]:
            print(f"{problem.sheet}: {problem.sentence}", file=sys.stderr)
        if not dry_run:
            guests.import_roster(session, ready, roster.name)
    if as_json:
        print_json(preview_json(found))
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


def cards(
    event: EventArgument,
    out: OutOption = None,
    guest: Annotated[
        list[int] | None,
        typer.Option(metavar="ID", help=_("Only this guest's number; can be given several times.")),
    ] = None,
    unprinted: Annotated[bool, typer.Option("--unprinted", help=_("Only cards not drawn before."))] = False,
) -> None:
    """Draw the cards; that they were drawn is recorded unless the event is open elsewhere."""
    from data.commands.guests import mark_printed
    from data.documents.cards.files import draw_cards
    from data.documents.cards.selection import read_selection
    from data.queries.people.counts import expected_guests
    from data.session.home import locate
    from data.session.session import open_to_write_if_free

    with open_to_write_if_free(locate(event)) as session:
        state = session.state
        everybody = expected_guests(state)
        wanted = read_selection(" ".join(map(str, guest)), everybody) if guest else everybody
        if unprinted:
            wanted = [g for g in wanted if g.code not in state.printed]
            if not wanted and state.guests:
                print(_("Every card has been drawn already."))
                return
        if not wanted:
            raise Refused(_("The event has no guests yet. Read a list in first: main.py import EVENT ROSTER"))
        with progress(_("Cards")) as step:
            folder = out or session.folder / "cards"
            drawn = draw_cards(state.event, wanted, folder, step, everybody)
        if session.writes and session.state.rest.closed is None:
            mark_printed(session, [g.number for g in wanted])
        print(_("{count} cards in {path}").format(count=len(wanted), path=folder))
        print(_("To print: {path}").format(path=drawn.sheets))


def backdrop(
    event: EventArgument,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help=_("One .png or .pdf."))] = None,
    emblem: Annotated[Path | None, typer.Option(metavar="FILE", help=_("The emblem's picture."))] = None,
    size: Annotated[
        str, typer.Option(metavar="WxH", help=_("The sign's width and height in centimetres, as 400x225."))
    ] = "",
) -> None:
    """Draw the title sign."""
    from data.documents.banner.files import write_backdrop
    from data.documents.banner.size import SIZE_CM, read_size
    from data.session.home import locate
    from data.session.session import open_for_reading

    with open_for_reading(locate(event)) as session:
        size_cm = read_size(size) if size else SIZE_CM
        for path in write_backdrop(session.state.event, out, session.folder, emblem, size_cm):
            print(path)


VERBS = (
    Verb("new", new, _("Make an event from a plan.")),
    Verb("import", import_roster, _("Read a list of guests (Excel or CSV) into the event.")),
    Verb("cards", cards, _("Draw the cards: a picture for each guest, and A4 pages of eight.")),
    Verb(
        "backdrop", backdrop, _("Draw the title sign of the stage: for the projector and for the sign shop.")
    ),
)
