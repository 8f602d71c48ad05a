"""What is asked before a handover is logged that may be wrong: F7 once more logs it."""

from textual import events

from data.language import _
from tui.frame.dialogs.dialog import Ask
from tui.frame.keys.repeat import RepeatGuard
from tui.safe_text import lines, plain


class LookAgain(Ask):
    """The doubts, a sentence each. ``key`` guards the F7 that asked: held down it answers nothing."""

    def __init__(self, doubts: list[str], key: RepeatGuard) -> None:
        asked = [*doubts, "", _("Log it all the same? F7 once more logs it.")]
        super().__init__(_("Look again"), lines([plain(sentence) for sentence in asked]), _("Yes, log it"))
        self._key = key

    def key_f7(self, event: events.Key) -> None:
        event.stop()
        if self._key.is_fresh(self.program.clock.monotonic()):
            self.dismiss(True)
