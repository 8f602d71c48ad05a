"""Another copy of the chosen event taken into it, without opening the event."""

from pathlib import Path
from typing import TYPE_CHECKING

from data.language import _
from data.session.overview import Overview
from tui.frame.dialogs.merge_copy import MergedDialog, ask_copy
from tui.widgets.lines.job_line import JobLine, Told

if TYPE_CHECKING:
    from tui.welcome.screen import WelcomeScreen


def ask_and_merge(screen: "WelcomeScreen", chosen: Overview | None) -> None:
    """Ask where the other copy of the ``chosen`` event lies, and take in what it has."""
    if chosen is None or chosen.event is None or chosen.phase == "damaged":
        screen.strip.say(_("Choose the event first of which there is another copy."), "misread")
        return
    folder = chosen.folder
    ask_copy(screen.app, chosen.event.site.village, folder, lambda path: _merge(screen, folder, path))


def _merge(screen: "WelcomeScreen", folder: Path, other: Path) -> None:
    clock = screen.program.clock

    def work(told: Told) -> list[str]:
        from data.convergence.merge import merge
        from data.convergence.telling import merged_lines
        from data.session.session import Session

        with Session(folder, clock=clock) as session:
            return merged_lines(merge(session, other, told), session.state)

    def done(told: list[str]) -> str:
        screen.on_screen_resume()
        screen.app.push_screen(MergedDialog(told))
        return told[0]

    if not screen.query_one(JobLine).start(_("Merging"), work, done):
        screen.strip.say(_("Other work is still going on."), "misread")
