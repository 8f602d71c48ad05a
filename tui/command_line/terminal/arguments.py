"""What the commands of the command line share: their arguments, and how they print."""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from data.language import _
from data.text.cleaning.clean import safe

_LONGEST = 100_000
# All that may be more than a letter: below, each is asked about by itself.
_ACTING = re.compile(r"[^\x20-\x7e\u00a1-\u00ac\u00ae-\u0300\u1ea0-\u1ef9]")

EventArgument = Annotated[Path, typer.Argument(metavar="EVENT", help=_("The event's folder, or its name."))]
OutOption = Annotated[Path | None, typer.Option(metavar="DIR", help=_("Where to put the files."))]
JsonOption = Annotated[bool, typer.Option("--json", help=_("Print JSON."))]


class Verb(NamedTuple):
    """A command under its name on the command line, with one sentence of help."""

    name: str
    run: Callable[..., Any]
    help: str


def say(text: object, *, error: bool = False) -> None:
    """Print ``text``, to stderr where it tells of an ``error``: the one way out to the terminal.

    Nothing in it makes the terminal do anything: paths and titles are chosen by other people.
    """
    print(safe(str(text), _LONGEST), file=sys.stderr if error else sys.stdout)


def tell_what_is_kept(folder: Path) -> None:
    """Say on stderr, before working on an event, that a copy holds steps which its ledger lacks."""
    from data.repair.opening_offer import kept_sentence

    sentence = kept_sentence(folder)
    if sentence:
        say(sentence, error=True)


def print_json(value: object) -> None:
    """One line of JSON, on its way to whoever reads it.

    Vietnamese stays readable; what a terminal would obey is written as ``\\u009b``, which means the same.
    """
    print(_ACTING.sub(_escaped, json.dumps(value, ensure_ascii=False)), flush=True)


def _escaped(found: re.Match[str]) -> str:
    return found[0] if safe(found[0]) == found[0] else json.dumps(found[0])[1:-1]
