"""The command line, thin: its verbs are in tui/command_line; here refusals become one line."""

import sys
from pathlib import Path

if __package__:
    # Installed, the rooms lie beside this file under one name of their own, where no other project's are.
    sys.path.insert(0, str(Path(__file__).resolve().parent))

try:
    from data.errors import CeremonyError, EventAtRest
    from data.files.private import private_by_default
    from data.language import LANGUAGES, Language, _, choose
    from tui.command_line.terminal.text_streams import output_is_gone, speak_utf8
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


def _run(arguments: list[str]) -> int:
    from data.collector import begin, begun
    from tui.command_line.screens import is_plain_start, open_screens

    begin()
    if (event := is_plain_start(arguments)) is not None:
        return open_screens(event)
    begun()
    # Only now: what the verbs say in their help is already in the language asked for.
    from tui.command_line.verbs import run_verb

    return run_verb(arguments)


def main() -> None:
    """Run the command line; exit 0 done, 1 refused with one line on stderr, 2 wrong usage."""
    private_by_default()
    speak_utf8()
    arguments = sys.argv[1:]
    choose(_language_of(arguments))
    try:
        status = _run(arguments)
    except EventAtRest as error:
        sys.exit(f"{error.sentence} " + _("Without the screen: main.py reopen."))
    except CeremonyError as error:
        sys.exit(error.sentence)
    except ModuleNotFoundError as missing:
        library = _("The library {name} is missing. Run the installing command in README.")
        sys.exit(library.format(name=missing.name))
    except KeyboardInterrupt:
        sys.exit(1)
    except Exception:
        sys.exit(1 if output_is_gone() else _crashed())
    sys.exit(1 if output_is_gone() else status)


def _crashed() -> str:
    """Keep what went wrong for whoever will mend it, and say so in one sentence."""
    import tempfile
    import traceback
    from datetime import datetime

    from data.clock import iso

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
