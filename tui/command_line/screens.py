"""Opening the screens, without the parser of the command line: they are what people wait for."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from data.errors import Refused
from data.language import LANGUAGES, _
from data.program_name import typed_command

if TYPE_CHECKING:
    from data.repair.mending import Finding
    from data.session.session import Session

NO_EVENT: Literal[""] = ""
VERB_NAMES = frozenset(
    (
        *("new", "import", "cards", "backdrop", "open", "scan", "status", "hall", "rehearse"),
        *(
            "export",
            "verify",
            "papers",
            "archive",
            "restore",
            "close",
            "reopen",
            "purge",
            "repair",
            "pin",
            "companion",
            "share",
            "join",
            "merge",
            "district",
        ),
    )
)
"""The words that are verbs, also where an event's folder has the same name."""


def is_plain_start(arguments: list[str]) -> Path | Literal[""] | None:
    """The event that ``arguments`` open the screens of, with no other wish than a language.

    ``""`` stands for the first screen; None when there is more to understand, or no such event.
    """
    words = list(arguments)
    place = words.index("--lang") if "--lang" in words else -1
    if place >= 0 and set(words[place + 1 : place + 2]) & {*LANGUAGES}:
        del words[place : place + 2]
    if not words:
        return NO_EVENT
    if len(words) > 1 or words[0].startswith("-") or words[0] in VERB_NAMES:
        return None
    from data.session.folders.event_folder import has_event
    from data.session.folders.home import locate

    event = locate(words[0])
    return event if has_event(event) else None


def open_screens(event: Path | Literal[""] | None, *, companion: bool = False) -> int:
    """Run the screens until they are left, with the pages for phones where asked for; the exit status.

    Refused without a terminal. Raises CeremonyError when the event cannot be opened, and whatever fault
    ended the program.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        if event:
            from data.session.folders.home import locate
            from data.session.opening import open_for_reading

            with open_for_reading(locate(event)):
                pass
        told = _("The ceremony's screens need a terminal. Without one, try: {command} rehearse")
        raise Refused(told.format(command=typed_command()))
    from tui.shell.app import CeremonyApp
    from tui.shell.terminal.terminal_watch import TerminalWatch

    session, finding = _opened(event) if event else (None, None)
    app = CeremonyApp(session, finding=finding, companion=companion)
    with TerminalWatch(app, lambda: app.session.close() if app.session else None):
        app.run()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0


def _opened(event: Path) -> "tuple[Session | None, Finding | None]":
    """The event, open, or what can be mended of it."""
    from data.repair.opening_offer import open_or_find
    from data.session.folders.elsewhere import remember
    from data.session.folders.home import locate
    from data.session.session import Session

    opened = open_or_find(locate(event))
    if not isinstance(opened, Session):
        return None, opened
    remember(opened.folder)
    return opened, None
