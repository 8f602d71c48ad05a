"""The days before: making an event, reading lists, drawing cards and the title sign."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from data.errors import Refused
from data.language import _
from tui.command_line.arguments import EventArgument, JsonOption, OutOption, Verb
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
        Path, typer.Argument(metavar="ROSTER", help=_("The list: .xlsx, .xls, .xlsb, .ods, .csv or .docx."))
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only say what would happen."))] = False,
    as_json: JsonOption = False,
    delegates: Annotated[
        bool,
        typer.Option("--delegates", help=_("Whoever has a title or an organisation is a delegate.")),
    ] = False,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="B=name", help=_("What a column holds, by its letter or heading; can be repeated.")
        ),
    ] = None,
    sheet: Annotated[
        list[str] | None,
        typer.Option(metavar="SHEET", help=_("Only this sheet, also a hidden one; can be repeated.")),
    ] = None,
    skip_hidden: Annotated[bool, typer.Option("--skip-hidden", help=_("Leave hidden rows out."))] = False,
    encoding: Annotated[
        str,
        typer.Option(
            metavar="CODE", help=_("The letters: utf-8, utf-16, cp1258, tcvn3, vni, viscii or unicode.")
        ),
    ] = "",
    split: Annotated[
        bool, typer.Option("--split", help=_("Of two people in one cell, the first is the guest."))
    ] = False,
    members: Annotated[
        bool, typer.Option("--members", help=_("Everybody of a household is a guest, not only its head."))
    ] = False,
    proper: Annotated[
        bool, typer.Option("--proper", help=_("Write NAMES IN CAPITALS as a person would."))
    ] = False,
) -> None:
    """Read a list of guests into the event."""
    from data.roster.wishes import Wishes
    from tui.command_line.importing import checked_encoding, columns_said, take_in

    wishes = Wishes(
        columns=columns_said(column or ()),
        delegates=delegates,
        sheets=tuple(sheet or ()),
        skip_hidden=skip_hidden,
        letters=checked_encoding(encoding),
        split=split,
        members=members,
        proper=proper,
    )
    take_in(event, roster, wishes, dry_run=dry_run, as_json=as_json)


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
    Verb("import", import_roster, _("Read a list of guests (Excel, Word or CSV) into the event.")),
    Verb("cards", cards, _("Draw the cards: a picture for each guest, and A4 pages of eight.")),
    Verb(
        "backdrop", backdrop, _("Draw the title sign of the stage: for the projector and for the sign shop.")
    ),
)
