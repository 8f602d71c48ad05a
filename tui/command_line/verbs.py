"""The verbs under typer: help, options, exit statuses. Loaded only when a verb is asked for."""

import sys
from typing import Annotated

import typer

from data.language import LANGUAGES, _
from data.program_name import program_name
from tui.command_line import closing, papers, report, run, setup
from tui.command_line.laptops import companion, district, merging, sharing
from tui.command_line.terminal.arguments import say
from tui.command_line.terminal.help_language import SpokenCommand, SpokenGroup, UsageError, speak, wrong_usage

VERBS = (
    *run.VERBS[:1],
    *setup.VERBS,
    *run.VERBS[1:],
    *report.VERBS,
    *papers.VERBS,
    *closing.VERBS,
    *companion.VERBS,
    *merging.VERBS,
    *sharing.VERBS,
    *district.VERBS,
)


def run_verb(arguments: list[str]) -> int:
    """Run what ``arguments`` (without the program's name) ask for, in the language that was chosen.

    Returns the exit status. Raises CeremonyError when it is refused; exits with 2 on wrong usage.
    """
    speak()
    app = typer.Typer(add_completion=False, no_args_is_help=False, rich_markup_mode=None, cls=SpokenGroup)
    languages = "|".join(LANGUAGES)
    epilog = _("--lang {languages}: the language, Vietnamese by default.").format(languages=languages)
    for verb in VERBS:
        app.command(verb.name, help=verb.help, epilog=epilog, cls=SpokenCommand)(verb.run)
    app.callback(help=_("Runs a village launch ceremony: check-in, agenda, gifts, attendance."))(_program)
    try:
        status = app(_with_command(arguments), prog_name=program_name(), standalone_mode=False)
    except UsageError as error:
        say(wrong_usage(error), error=True)
        return 2
    except typer.Abort:
        return 1
    return status if isinstance(status, int) else 0


def _program(
    lang: Annotated[str, typer.Option(metavar="|".join(LANGUAGES), help=_("The language."))] = "vi",
) -> None:
    if lang not in LANGUAGES:
        raise typer.BadParameter(" | ".join(LANGUAGES), param_hint="--lang")


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
    known = {verb.name for verb in VERBS}
    if rest[:1] != ["--help"] and (not rest or rest[0] not in known):
        _refuse_unknown(rest)
        rest = ["open", *rest]
    return [*language, *rest]


def _refuse_unknown(words: list[str]) -> None:
    """A word with more words after it that is no event was meant for a command: say there is none."""
    if len(words) < 2 or any(word.startswith("-") for word in words[:2]):
        return
    from data.session.folders.event_folder import has_event
    from data.session.folders.home import locate

    if not has_event(locate(words[0])):
        sentence = _("There is no command and no event “{name}”. See: {program} --help")
        say(sentence.format(name=words[0], program=program_name()), error=True)
        sys.exit(2)
