"""Another copy of the chosen event taken into it, without opening the event."""

from collections.abc import Callable
from pathlib import Path

from data.language import _
from data.session.events.overview import Overview
from tui.frame.dialogs.merge_copy import MergedDialog, ask_copy
from tui.frame.program import program_of
from tui.widgets.lines.job_line import JobLine, Progress

Say = Callable[[str, str], None]


def ask_and_merge(chosen: Overview | None, job: JobLine, say: Say, renew: Callable[[], None]) -> None:
    """Ask where the other copy of the ``chosen`` event lies, and take in what it has, in ``job``.

    ``say`` shows a sentence in a tone where nothing begins; ``renew`` shows the events as they are then.
    """
    if chosen is None or chosen.event is None or chosen.phase == "damaged":
        say(_("Choose the event first of which there is another copy."), "misread")
        return
    folder = chosen.folder
    clock = program_of(job).clock

    def merge_with(other: Path) -> None:
        def work(progress: Progress) -> list[str]:
            from data.convergence.merge import merge
            from data.convergence.merge_report import merged_lines
            from data.session.session import Session

            with Session(folder, clock=clock) as session:
                return merged_lines(merge(session, other, progress), session.state)

        def done(lines: list[str]) -> str:
            renew()
            job.app.push_screen(MergedDialog(lines))
            return lines[0]

        if not job.start(_("Merging"), work, done):
            say(_("Other work is still going on."), "misread")

    ask_copy(job.app, chosen.event.site.village, folder, merge_with)
