"""Long work, seen: it runs in a thread, so that scans go on being answered meanwhile."""

import gc
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from data.collector import keep
from data.errors import CeremonyError
from data.language import _
from tui.safe_text import fit, joined, lines, plain

Result = TypeVar("Result")
Progress = Callable[[int, int], None]
"""What work calls as it goes on: how much is done, of how much."""

_BETWEEN_DRAWINGS = 0.08
_BAR = 24
_MOST_COUNTED = 99_999


class _Stopped(Exception):
    """The screen is gone, so that nobody waits for the work any more."""


class JobLine(Static):
    """One line for one piece of long work: its progress, then what came of it.

    A line of its own, because the line of answers belongs to the scans.
    """

    DEFAULT_CSS = """
    JobLine { height: auto; max-height: 3; display: none; padding: 0 1; }
    JobLine.told { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(classes="job")
        self._worker: Worker[None] | None = None
        self._drawn = 0.0
        self._also = ""

    @property
    def busy(self) -> bool:
        """Whether work is going on."""
        return self._worker is not None

    def start(self, title: str, work: Callable[[Progress], Result], done: Callable[[Result], str]) -> bool:
        """Run ``work`` in a thread; ``done`` takes its result on the screen's side and says what came of it.

        A refusal of the work is shown in its place. False, and nothing, while other work goes on.
        """
        if self.busy:
            # Whoever pressed the key is told that nothing begins, and what is in its way.
            self._also = _("{work}: not begun. Press again when this is done.").format(work=title)
            return False
        self._also = ""
        self._show(title, 0, 0)

        def progress(count: int, total: int) -> None:
            if get_current_worker().is_cancelled:
                raise _Stopped
            now = monotonic()
            if now - self._drawn >= _BETWEEN_DRAWINGS:
                self._drawn = now
                # call_later only posts: the thread never waits for a screen that may be leaving.
                self.call_later(self._show, title, count, total)

        def run() -> None:
            # The collector stops every thread while it goes through a large list, again and again: what
            # was there before the work is passed by, and what comes is looked at once, at the end.
            gc.disable()
            gc.collect(1)
            keep()
            try:
                result = work(progress)
            except _Stopped:
                return
            except CeremonyError as error:
                self.call_later(self._refused, error.sentence)
            except Exception as error:
                # Whatever goes wrong in drawing or writing, the door has to stay open.
                self.log.error(error)
                self.call_later(self._refused, _("That could not be done ({problem}).").format(problem=error))
            else:
                self.call_later(self._finished, result, done)
            finally:
                # What the work has made is there to stay: the collector passes it by from now on. What it
                # dropped in circles must go first, or it would stay as well.
                gc.collect()
                keep()
                gc.enable()

        self._worker = self.run_worker(run, thread=True, exclusive=True, exit_on_error=False)
        return True

    def say(self, sentence: str, tone: str = "quiet") -> None:
        """Show a sentence; an empty one puts the line away. Nothing while work goes on."""
        if not self.busy:
            self._say(sentence, tone)

    def _finished(self, result: Result, done: Callable[[Result], str]) -> None:
        self._worker = None
        try:
            sentence = done(result)
        except CeremonyError as error:
            self._refused(error.sentence)
        else:
            self._say(f"✔ {sentence}" if sentence else "", "welcome")

    def _refused(self, sentence: str) -> None:
        self._worker = None
        self.app.bell()
        self._say(f"✖ {sentence}", "refused")

    def _say(self, sentence: str, tone: str) -> None:
        self.set_classes(f"job tone-{tone}" + (" told" if sentence else ""))
        self.update(plain(sentence))

    def _show(self, what: str, count: int, total: int) -> None:
        self.set_classes("job told")
        if total:
            filled = round(_BAR * min(count, total) / total)
            bar = joined(plain("━" * filled, "$accent"), plain("─" * (_BAR - filled), "$foreground 30%"))
            room = max(10, self.app.size.width - _BAR - 20)
            # Bytes are nobody's numbers.
            told = f"{100 * count // total} %" if total > _MOST_COUNTED else f"{count}/{total}"
            line = joined(bar, plain(f" {told}  ", "bold"), fit(what, room).rstrip())
        else:
            line = joined(plain("… ", "bold $accent"), what)
        self.update(lines([line, plain(self._also, "$warning")]) if self._also else line)
