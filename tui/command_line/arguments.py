"""What the commands of the command line share: their arguments, and how they print."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from data.language import _

EventArgument = Annotated[Path, typer.Argument(metavar="EVENT", help=_("The event's folder, or its name."))]
OutOption = Annotated[Path | None, typer.Option(metavar="DIR", help=_("Where to put the files."))]
JsonOption = Annotated[bool, typer.Option("--json", help=_("Print JSON."))]


class Verb(NamedTuple):
    """A command under its name on the command line, with one sentence of help."""

    name: str
    run: Callable[..., Any]
    help: str


def tell_what_is_kept(folder: Path) -> None:
    """Say on stderr, before working on an event, that a copy holds steps which its ledger lacks."""
    from data.repair.offering import kept_sentence

    sentence = kept_sentence(folder)
    if sentence:
        print(sentence, file=sys.stderr)


def print_json(value: object) -> None:
    """One line of JSON, on its way to whoever reads it."""
    print(json.dumps(value, ensure_ascii=False), flush=True)
