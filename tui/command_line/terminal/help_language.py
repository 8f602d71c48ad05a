"""The help of the command line in the language of the program; typer's own words are English."""

import re
import sys
from collections.abc import Callable, Iterable
from typing import Any, cast

import typer
import typer.core

from data.language import N_, _
from data.program_name import program_name

_TYPE = re.compile(r" <[^<>]+>$")
"""How typer ends the name of what has no metavar of its own: ``--site <str>``."""

# What typer looks up by its own module's "_".
_LOOKED_UP = (N_("Options"), N_("Arguments"), N_("Commands"), N_("required"), N_("default: {default}"))


def speak() -> None:
    """Let typer say its headings in the language that was chosen.

    Some of them are said by the library under it, which is typer's own or click, as typer's version has it.
    """
    for module in {kind.__module__ for kind in typer.core.TyperGroup.__mro__}:
        if hasattr(sys.modules[module], "_"):
            cast(Any, sys.modules[module])._ = _


UsageError: Any = typer.BadParameter.__mro__[1]
"""The parent of all errors of wrong usage; where it can be imported from differs with typer's version."""


def wrong_usage(error: Any) -> str:
    """What typer says in English about a line that was typed wrongly, as one sentence."""
    kind = type(error).__name__
    path = error.ctx.command_path if error.ctx is not None else program_name()
    if kind == "MissingParameter":
        what = _("{name} is missing.").format(name=_parameter(error))
    elif kind == "NoSuchOption":
        what = _("There is no option {name}.").format(name=error.option_name)
    elif kind == "BadOptionUsage":
        what = _("{name} needs a value after it.").format(name=error.option_name)
    elif kind == "BadParameter":
        what = _("The value given for {name} cannot be used.").format(name=_parameter(error))
    else:
        extra = re.search(r"\(([^()]*)\)$", error.message)
        what = _("There is too much on the line: {words}").format(words=extra[1] if extra else "?")
    return what + " " + _("See: {path} --help").format(path=path)


def _parameter(error: Any) -> str:
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "?")
    options = [name for name in parameter.opts if name.startswith("-")]
    return " / ".join(options) or parameter.metavar or str(parameter.name).upper()


class SpokenCommand(typer.core.TyperCommand):
    """A command whose help says "Usage" and "--help" in the chosen language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        formatter.write_dl = _in_words(formatter.write_dl)
        super().format_options(ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        return _told(super().get_help_option(ctx))


class SpokenGroup(typer.core.TyperGroup):
    """The same for the list of all commands, each with the whole of what it does."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        _write_usage(self, ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, self.commands[name].help or "") for name in self.list_commands(ctx)])

    def get_help_option(self, ctx: Any) -> Any:
        return _told(super().get_help_option(ctx))


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    words = {
        "[OPTIONS]": _("[OPTIONS]"),
        "COMMAND [ARGS]...": _("COMMAND [ARGS]..."),
    }
    pieces = (words.get(piece, _plain_piece(piece)) for piece in command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Usage: "))


def _plain_piece(piece: str) -> str:
    """``EVENT`` for typer's ``{EVENT}``, ``[FILE ...]`` for its ``[[FILE ...]]...``."""
    return re.sub(r"^\[(\[.*\])\](\.\.\.)?$", r"\1", re.sub(r"^\{(.*?)(\.\.\.)?\}(\.\.\.)?$", r"\1\2", piece))


def _in_words(write: Callable[..., None]) -> Callable[..., None]:
    """``write``, which writes rows of names and what they mean, without Python's names of types in them."""

    def plainly(rows: Iterable[tuple[str, str]], *more: Any, **named: Any) -> None:
        write([(_without_type(name), meaning) for name, meaning in rows], *more, **named)

    return plainly


def _without_type(name: str) -> str:
    named = _TYPE.sub("", name)
    return named + " " + _("TEXT") if named != name and named.startswith("-") else named


def _told(option: Any) -> Any:
    if option is not None:
        option.help = _("Show this message and exit.")
    return option
