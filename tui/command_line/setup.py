"""The days before: making an event, reading lists, drawing cards and the title sign."""

import sys
from datetime import date as date_type
from pathlib import Path
from typing import Annotated

import typer

from data.clock import SystemClock, local
from data.errors import Refused
from data.language import _
from data.program_name import program_name
from data.text import counted
from tui.command_line.terminal.arguments import EventArgument, JsonOption, OutOption, Verb, say
from tui.command_line.terminal.progress import progress


def _day(text: str) -> date_type | None:
    from data.plans.typed import day

    return day(text, local(SystemClock().now()).date())


def _day_checked(text: str) -> str:
    try:
        _day(text)
    except Refused as refused:
        raise typer.BadParameter(refused.sentence) from refused
    return text


def new(
    event: EventArgument,
    plan: Annotated[str, typer.Option(metavar="PLAN", help=_("A plan file, or a built-in plan's name."))],
    site: Annotated[str, typer.Option(help=_("Which of the plan's sites."))] = "",
    village: Annotated[str, typer.Option(help=_("A village of your own, instead of the plan's."))] = "",
    commune: Annotated[str, typer.Option(help=_("The commune of your own village."))] = "",
    district: Annotated[str, typer.Option(help=_("Its district, if there is one."))] = "",
    venue: Annotated[str, typer.Option(help=_("Where in the village; else its cultural house."))] = "",
    date: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help=_("The day."), callback=_day_checked)] = "",
    start: Annotated[str, typer.Option(metavar="HH:MM", help=_("When it begins."))] = "",
    sample: Annotated[bool, typer.Option("--sample", help=_("With fictional guests."))] = False,
    guests_from: Annotated[
        Path | None, typer.Option(metavar="EVENT", help=_("Invite another event's guests; their cards hold."))
    ] = None,
    invite: Annotated[
        list[str] | None,
        typer.Option(metavar="DELEGATION", help=_("Only this delegation's delegates; several times.")),
    ] = None,
) -> None:
    """Make an event from a plan."""
    from data.plans.load import load_plan
    from data.rehearsal.sample import clear_half_made, fill_with_sample
    from data.session.create_event import create_event, own_place
    from data.session.folders.elsewhere import remember
    from data.session.folders.home import locate

    folder = event.expanduser().resolve()
    chosen = load_plan(plan)
    own = any((village, commune, district, venue))
    if sample:
        clear_half_made(folder)
    create_event(
        folder,
        chosen,
        site=site,
        place=own_place(chosen, village, commune, district, venue) if own else None,
        on=_day(date),
        start=start,
        sample=sample,
        guests_from=locate(guests_from) if guests_from else None,
        delegations=invite or None,
    )
    if sample:
        fill_with_sample(folder)
    remember(folder)
    say(_("Made: {path}").format(path=folder))


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
    others: Annotated[
        bool, typer.Option("--others", help=_("Whoever fits no delegation is among the other guests."))
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
    skip_gone: Annotated[
        bool, typer.Option("--skip-gone", help=_("Leave out who died or moved away, as the list says."))
    ] = False,
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
    hamlet: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WRITTEN=MEANT", help=_("As which hamlet one with a slip is read; can be repeated.")
        ),
    ] = None,
    members: Annotated[
        bool, typer.Option("--members", help=_("Everybody of a household is a guest, not only its head."))
    ] = False,
    proper: Annotated[
        bool, typer.Option("--proper", help=_("Write NAMES IN CAPITALS as a person would."))
    ] = False,
    fill_letters: Annotated[
        bool,
        typer.Option(
            "--fill-letters", help=_("Fill lost letters of names in where the list leaves one choice.")
        ),
    ] = False,
) -> None:
    """Read a list of guests into the event."""
    from data.roster.reading_options import ReadingOptions
    from tui.command_line.importing.verb import checked_encoding, columns_said, hamlets_said, take_in

    options = ReadingOptions(
        columns=columns_said(column or ()),
        delegates=delegates,
        others=others,
        sheets=tuple(sheet or ()),
        skip_gone=skip_gone,
        skip_hidden=skip_hidden,
        letters=checked_encoding(encoding),
        split=split,
        hamlets=hamlets_said(hamlet or ()),
        members=members,
        proper=proper,
        fill=fill_letters,
    )
    take_in(event, roster, options, dry_run=dry_run, as_json=as_json)


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
    from data.commands.guests import mark_drawn
    from data.documents.cards.replaced_files import draw_anew
    from data.documents.cards.selection import read_selection
    from data.queries.people.cards import outdated_cards
    from data.queries.people.counts import expected_guests
    from data.session.folders.home import locate
    from data.session.opening import open_to_write_if_free
    from data.session.outside_copies import note_copies

    with open_to_write_if_free(locate(event)) as session:
        state = session.state
        everybody = expected_guests(state)
        wanted = read_selection(" ".join(map(str, guest)), everybody) if guest else everybody
        if unprinted:
            wanted = [g for g in wanted if g.code not in state.drawn]
            if not wanted and state.guests:
                say(_("Every card has been drawn already."))
                return
        if not wanted:
            told = _("The event has no guests yet. Read a list in first: {program} import EVENT ROSTER")
            raise Refused(told.format(program=program_name()))
        with progress(_("Cards")) as step:
            folder = out or session.folder / "cards"
            drawn = draw_anew(state.event, wanted, everybody, outdated_cards(state), folder, step)
            note_copies(session, [*drawn.pictures, *([drawn.sheets] if drawn.sheets else [])])
        if session.writes and session.closed is None:
            mark_drawn(session, [g.number for g in wanted])
        say(_("{cards} in {path}").format(cards=counted.cards(len(wanted)), path=folder))
        say(_("To print: {path}").format(path=drawn.sheets))


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
    from data.session.folders.home import locate
    from data.session.opening import open_for_reading

    with open_for_reading(locate(event)) as session:
        size_cm = read_size(size) if size else SIZE_CM
        if emblem is None:
            told = _(
                "No emblem was given: a frame stands where it goes. --emblem FILE puts its picture there."
            )
            print(told, file=sys.stderr)
        for path in write_backdrop(session.state.event, out, session.folder, emblem, size_cm):
            say(path)


VERBS = (
    Verb("new", new, _("Make an event from a plan.")),
    Verb("import", import_roster, _("Read a list of guests (Excel, Word or CSV) into the event.")),
    Verb("cards", cards, _("Draw the cards: a picture for each guest, and A4 pages of eight.")),
    Verb(
        "backdrop", backdrop, _("Draw the title sign of the stage: for the projector and for the sign shop.")
    ),
)
