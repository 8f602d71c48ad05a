"""Putting an event to rest: closing and reopening it, its archive, taking it back, deleting personal data."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from data.errors import Refused
from data.language import _
from data.text import counted
from tui.command_line.terminal.arguments import EventArgument, Verb, say
from tui.command_line.terminal.progress import progress


def close(
    event: EventArgument,
    anyway: Annotated[
        bool, typer.Option("--anyway", help=_("Do not wait for other laptops' entries any more."))
    ] = False,
) -> None:
    """Close the event."""
    from data.clock import hour_minute
    from data.commands.event.closing import close_event, missing_laptops
    from data.session.folders.home import locate
    from data.session.session import Session

    with Session(locate(event)) as session:
        close_event(session, without_others=anyway)
        missing = missing_laptops(session)
    say(_("The event is closed; further entries are refused."))
    for laptop in missing:
        told = _("Entries of {laptop} may be missing (the last is of {time}). Close it there, then merge.")
        told += " " + _("Will it not come back? Then: main.py close {path} --anyway")
        say(told.format(laptop=laptop.name, time=hour_minute(laptop.at), path=event), error=True)


def reopen(event: EventArgument) -> None:
    """Open a closed event again."""
    from data.commands.event.closing import reopen_event
    from data.session.folders.home import locate
    from data.session.session import Session

    with Session(locate(event)) as session:
        reopen_event(session)
    say(_("The event takes entries again."))


def archive(
    event: EventArgument,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help=_("The zip to write; else beside the event."))
    ] = None,
) -> None:
    """Put the whole event into one zip."""
    from data.archive.write import archive_event
    from data.session.folders.home import locate
    from data.session.opening import open_for_reading

    with open_for_reading(locate(event)) as session, progress(_("Archive")) as step:
        path = archive_event(session, out, step)
    say(path)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("An archive (.zip), or an event's .json."))],
    to: Annotated[Path | None, typer.Option(metavar="DIR", help=_("The event folder to make."))] = None,
) -> None:
    """Bring an event back from a file."""
    from data.archive.restore import restore as bring_back

    with progress(_("Unpacking")) as step:
        folder = bring_back(file, to, step)
    say(_("Made: {path}").format(path=folder))


def purge(
    event: EventArgument,
    confirm: Annotated[
        str, typer.Option(metavar="VILLAGE", help=_("The event's village, instead of being asked."))
    ] = "",
    copies: Annotated[
        bool, typer.Option("--copies", help=_("Also archives and exports of it that lie elsewhere."))
    ] = False,
) -> None:
    """Delete personal data, after asking twice."""
    from data.purge.purge import confirmation, to_purge
    from data.purge.purge import purge as take_out
    from data.session.folders.home import locate
    from data.session.session import Session

    with Session(locate(event)) as session:
        found = to_purge(session)
        expected = confirmation(session.state.event)
        if not confirm:
            if not sys.stdin.isatty():
                raise Refused(
                    _("Nothing was deleted. Say --confirm “{text}” to delete.").format(text=expected)
                )
            for title in found.unsigned:
                say(_("Not signed yet: {paper}").format(paper=title))
            say(
                _("Names and all else that tells who somebody is: {guests}. Files: {files}.").format(
                    guests=counted.guests(found.guests), files=len(found.files)
                )
            )
            for path in found.foreign:
                say(_("Not made by this program, and deleted too: {path}").format(path=path))
            for path in found.copies:
                say(_("A copy elsewhere: {path}").format(path=path))
            for path in found.other_folders:
                say(_("The same event lies here too, with names: {path}").format(path=path))
            say(_("What was copied away by other means still holds names. This cannot be undone."))
            if not typer.confirm(_("Delete personal data?")):
                raise Refused(_("Nothing was deleted."))
            copies = copies or (
                bool(found.copies) and typer.confirm(counted.copies_question(len(found.copies)))
            )
            confirm = typer.prompt(_("To delete, type: {text}").format(text=expected), prompt_suffix="\n› ")
        gone = take_out(session, confirm, found.copies if copies else ())
    say(
        _("Personal data of {guests} deleted, and {files}").format(
            guests=counted.guests(gone.guests), files=counted.files(len(gone.files) + len(gone.copies))
        )
    )
    for path in (*(one for one in found.copies if one not in gone.copies), *found.other_folders):
        say(_("Still holds names: {path}").format(path=path), error=True)


def pin(
    forget: Annotated[bool, typer.Option("--forget", help=_("Take the PIN of this laptop away."))] = False,
) -> None:
    """Whoever has a shell on the laptop may read the ledger too: the PIN is only against passers-by."""
    from msgspec.structs import replace

    from data.session.laptop.settings import load_settings, save_settings

    settings = load_settings()
    if forget and settings.pin and not save_settings(replace(settings, pin="")):
        raise Refused(_("The PIN could not be kept: the disk refuses to write the settings."))
    has_pin = bool(settings.pin) and not forget
    say(_("The keyboard locks after a minute.") if has_pin else _("There is no PIN."))


def repair(event: EventArgument) -> None:
    """Mend a damaged ledger, or take in what it lacks."""
    from data.messages.warnings.repair import lost_text, summary
    from data.repair.mending import mend
    from data.session.folders.home import locate

    found = mend(locate(event))
    for sign, sentence in summary(found):
        print(f"{sign} {sentence}")
    for lost in found.lost:
        print(f"    · {lost_text(lost)}")
    print(
        _("Mended: {entries}. Open it with: main.py {path}").format(
            entries=counted.entries(found.entries), path=event
        )
    )


VERBS = (
    Verb("archive", archive, _("Put the whole event into one zip, with a checksum for every file.")),
    Verb("restore", restore, _("Bring an event back from an archive, or from its JSON.")),
    Verb("close", close, _("Put the event to rest: further entries are refused.")),
    Verb("reopen", reopen, _("Let a closed event take entries again.")),
    Verb("repair", repair, _("After damage: mend the ledger with what is sound and what a copy holds.")),
    Verb("purge", purge, _("Delete the personal data of a closed event; counts and times stay.")),
    Verb("pin", pin, _("Say whether a PIN locks this laptop's keyboard; take a forgotten one away.")),
)
