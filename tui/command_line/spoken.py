"""The help of the command line in the language of the program; typer's own words are English."""

from typing import Any, cast

import typer.core

from data.language import N_, _

# What typer looks up by its own module's "_".
_LOOKED_UP = (N_("Options"), N_("Arguments"), N_("Commands"), N_("required"), N_("default: {default}"))


def speak() -> None:
    """Let typer say its headings in the language that was chosen."""
    cast(Any, typer.core)._ = _


class SpokenCommand(typer.core.TyperCommand):
    """A command whose help says "Usage" and "--help" in the chosen language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        _write_usage(self, ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        return _told(super().get_help_option(ctx))


class SpokenGroup(typer.core.TyperGroup):
    """The same for the list of all commands."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        _write_usage(self, ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        return _told(super().get_help_option(ctx))


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    words = {
        "[OPTIONS]": _("[OPTIONS]"),
        "COMMAND [ARGS]...": _("COMMAND [ARGS]..."),
    }
    pieces = (words.get(piece, piece) for piece in command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Usage: "))


def _told(option: Any) -> Any:
    if option is not None:
        option.help = _("Show this message and exit.")
    return option
