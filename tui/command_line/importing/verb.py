"""``import``: a list read into an event, with what the person said of it, and everything doubtful printed."""

import sys
from collections.abc import Iterable
from pathlib import Path

import typer

from data.language import _
from data.roster.columns.unused import unused_sentence
from data.roster.comparing.preview import ImportPreview
from data.roster.comparing.remarks import remarks
from data.roster.doubts import grouped
from data.roster.reading_options import ReadingOptions
from tui.command_line.importing.dry_run import dry_run_lines
from tui.command_line.terminal.arguments import print_json, say
from tui.command_line.terminal.progress import progress

_REMEDY_OPTIONS = {
    "delegates": "--delegates",
    "tcvn3": "--encoding tcvn3",
    "unicode": "--encoding unicode",
    "skip hidden": "--skip-hidden",
    "skip gone": "--skip-gone",
    "other name": "--column {other}=name",
    "split": "--split",
    "one hamlet": '--hamlet "{written}={meant}"',
    "members": "--members",
    "proper": "--proper",
    "columns": "--column B=name",
    "fill": "--fill-letters",
}


def columns_said(said: Iterable[str]) -> dict[str, str]:
    """What ``--column B=name`` says, by letter or heading. Wrong usage without an equals sign."""
    return _said(said, _("write a column and what it holds, as in --column B=name"), param_hint="--column")


def hamlets_said(said: Iterable[str]) -> dict[str, str]:
    """What ``--hamlet "Nà Pán=Nà Pản"`` says, by the spelling. Wrong usage without an equals sign."""
    return _said(
        said,
        _("write a hamlet as it stands and as it is meant, as in {example}").format(
            example='--hamlet "Nà Pán=Nà Pản"'
        ),
        param_hint="--hamlet",
    )


def _said(said: Iterable[str], wrong: str, param_hint: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for one in said:
        what, sign, meaning = one.rpartition("=")
        if not sign or not what.strip() or not meaning.strip():
            raise typer.BadParameter(wrong, param_hint=param_hint)
        pairs[what.strip()] = meaning.strip()
    return pairs


def checked_encoding(encoding: str) -> str:
    """The code that ``--encoding`` names. Wrong usage for one that is not known."""
    from data.roster.cells.encoding import ENCODINGS

    known = (*ENCODINGS, "unicode")
    said = encoding.lower().replace("windows-", "cp")
    if said and said not in known:
        raise typer.BadParameter(
            _("choose one of: {known}").format(known=", ".join(known)), param_hint="--encoding"
        )
    return said


def take_in(event: Path, roster: Path, options: ReadingOptions, *, dry_run: bool, as_json: bool) -> None:
    """Read the list and write it, or only say what would happen; refused alike when no row can be used."""
    from data.commands import guests
    from data.roster.reading import read_roster
    from data.roster.report import as_json as preview_json
    from data.session.folders.home import locate
    from data.session.session import Session

    with Session(locate(event), "read" if dry_run else "append") as session:
        with progress(_("Reading")) as step:
            reading = read_roster(roster, session.state.event, options, step)
        ready = guests.ready_import(reading, guests.known_guests(session))
        found = ready.preview
        if not as_json:
            _print_what_was_found(found, dry_run)
        if as_json and dry_run:
            print_json(preview_json(found))
        guests.refuse_useless(ready)
        if not dry_run:
            guests.import_roster(session, ready, roster.name)
    if as_json:
        if not dry_run:
            print_json(preview_json(found))
        return
    say(
        _("Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}.").format(
            added=len(found.added),
            changed=len(found.changed),
            unchanged=len(found.unchanged),
            refused=len(found.refused),
        )
    )
    if dry_run:
        say(_("Nothing was written: this was only a look."))


def _print_what_was_found(found: ImportPreview, dry_run: bool) -> None:
    """The rows of a dry run on stdout; on stderr unused columns, the doubts, and what is worth a look."""
    for line in dry_run_lines(found) if dry_run else ():
        say(line)
    sys.stdout.flush()
    for sheet in found.reading.sheets:
        if not dry_run and (unused := unused_sentence(sheet.unused)):
            say(f"{sheet.name}: {unused}", error=True)
    for group in grouped(found.warnings):
        option = _REMEDY_OPTIONS.get(group.remedy, "")
        other = next((problem.other for problem in group.problems if problem.other), "")
        if group.remedy == "other name" and not other:
            option = ""
        alike = group.problems[0].alike
        told = option.format(other=other, **(alike._asdict() if alike else {}))
        say(group.summary() + (f"  [{told}]" if told else ""), error=True)
    for remark in remarks(found):
        say(remark.sentence(), error=True)
    for problem in (*found.refused, *(one for one in found.warnings if one.alike is None)):
        say(f"{problem.sheet}: {problem.sentence}", error=True)
