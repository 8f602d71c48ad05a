"""The command line. Its commands are in tui/command_line; here refusals become one line."""

import sys
import tempfile
import traceback
from datetime import datetime
from typing import Annotated

try:
    import typer

    from data.clock import iso
    from data.errors import CeremonyError
    from data.language import LANGUAGES, Language, _, choose
    from data.private import private_by_default
except ModuleNotFoundError as missing:
    sys.exit(f"Thiếu thư viện {missing.name}. Hãy chạy lệnh cài đặt trong README. (A library is missing.)")


def _language_of(arguments: list[str]) -> Language:
    """The language asked for anywhere on the command line: help texts need it before parsing."""
    for place, argument in enumerate(arguments):
        wanted = argument.removeprefix("--lang=")
        if argument == "--lang" and place + 1 < len(arguments):
            wanted = arguments[place + 1]
        for language in LANGUAGES:
            if wanted == language:
                return language
    return "vi"


choose(_language_of(sys.argv[1:]))

# Only now: what they say in their help is already in the language asked for.
from tui.command_line import papers, report, rest, run, setup  # noqa: E402
from tui.command_line.arguments import say  # noqa: E402
from tui.command_line.spoken import SpokenCommand, SpokenGroup, UsageError, speak, wrong_usage  # noqa: E402

speak()
app = typer.Typer(add_completion=False, no_args_is_help=False, rich_markup_mode=None, cls=SpokenGroup)

_VERBS = (*run.VERBS[:1], *setup.VERBS, *run.VERBS[1:], *report.VERBS, *papers.VERBS, *rest.VERBS)
for verb in _VERBS:
    epilog = _("--lang vi|en: the language, Vietnamese by default.")
    app.command(verb.name, help=verb.help, epilog=epilog, cls=SpokenCommand)(verb.run)


@app.callback(help=_("Runs a village launch ceremony: check-in, agenda, gifts, attendance."))
def _program(lang: Annotated[str, typer.Option(metavar="vi|en", help=_("The language."))] = "vi") -> None:
    if lang not in LANGUAGES:
        raise typer.BadParameter("vi | en", param_hint="--lang")


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
    known = {verb.name for verb in _VERBS}
    if rest[:1] != ["--help"] and (not rest or rest[0] not in known):
        _refuse_unknown(rest)
        rest = ["open", *rest]
    return [*language, *rest]


def _refuse_unknown(words: list[str]) -> None:
    """A word with more words after it that is no event was meant for a command: say there is none."""
    if len(words) < 2 or any(word.startswith("-") for word in words[:2]):
        return
    from data.session.home import locate
    from data.session.session import has_event

    if not has_event(locate(words[0])):
        sentence = _("There is no command and no event “{name}”. See: main.py --help")
        say(sentence.format(name=words[0]), error=True)
        sys.exit(2)


def main() -> None:
    """Run the command line; exit 0 done, 1 refused with one line on stderr, 2 wrong usage."""
    private_by_default()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = app(_with_command(sys.argv[1:]), prog_name="main.py", standalone_mode=False)
    except UsageError as error:
        say(wrong_usage(error), error=True)
        sys.exit(2)
    except CeremonyError as error:
        sys.exit(error.sentence)
    except (KeyboardInterrupt, BrokenPipeError, typer.Abort):
        sys.exit(1)
    except Exception:
        sys.exit(_crashed())
    sys.exit(status if isinstance(status, int) else 0)


def _crashed() -> str:
    """Keep what went wrong for whoever will mend it, and say so in one sentence."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="le-ra-mat-", suffix=".txt", delete=False, encoding="utf-8"
    ) as f:
        f.write(f"{iso(datetime.now().astimezone())}\n{traceback.format_exc()}")
    return _(
        "The program met a fault of its own; everything recorded before is safe. Start it again, and send "
        "the file {path} to whoever looks after the program."
    ).format(path=f.name)


if __name__ == "__main__":
    main()
