"""Another copy taken into the open event: read in a thread, taken in between two scans."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import CeremonyError
from data.language import _
from tui.frame.dialogs.merge_copy import MergedDialog, ask_copy
from tui.frame.event_screen import CeremonyScreen
from tui.widgets.answers import writing_sentence
from tui.widgets.lines.job_line import JobLine, Progress

if TYPE_CHECKING:
    from data.convergence.merge import Merged
    from data.convergence.other import Other


def ask_and_merge(screen: CeremonyScreen) -> None:
    """Ask where another copy of the event that ``screen`` shows lies, take it in, and tell of it."""
    session = screen.session
    ask_copy(screen.app, session.state.event.site.village, session.folder, lambda path: _merge(screen, path))


def _merge(screen: CeremonyScreen, path: Path) -> None:
    session = screen.session

    def work(progress: Progress) -> "tuple[Other, int]":
        # Imported when it is needed, by those who have a second copy.
        from data.convergence.merge import bring_files
        from data.convergence.other import open_other

        with open_other(path, session.state.event.id, progress) as other:
            return other, bring_files(session, other)

    def done(read: "tuple[Other, int]") -> str:
        from data.convergence.merge import take_over
        from data.convergence.merge_report import merged_lines

        said: list[str] = []

        def taken(merged: "Merged") -> None:
            screen.program.state_changed()
            told = merged_lines(merged, session.state)
            said.append(told[0])
            if screen.is_current:
                screen.app.push_screen(MergedDialog(told))
            else:
                screen.program.say(told[0])

        def refused(error: CeremonyError) -> None:
            said.append(error.sentence)
            screen.program.refuse(error)

        screen.program.write(partial(take_over, session, *read), taken, refused)
        return said[0] if said else writing_sentence(1)

    screen.query_one(JobLine).start(_("Merging"), work, done)
