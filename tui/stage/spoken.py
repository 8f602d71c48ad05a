"""The keys of the stage that have to do with words: introducing, checks, announcements, notes."""

from functools import partial

from data.commands.stage import mc_words
from data.language import _
from data.model.plan import AgendaItem
from data.queries.stage.checks import Check, checks, checks_now
from data.queries.stage.spoken.introduction import next_to_introduce
from tui.frame.carrying_out import carry_out
from tui.frame.event_screen import CeremonyScreen
from tui.frame.keys.repeat import RepeatGuard
from tui.stage.dialogs.announcements import AnnouncementsDialog
from tui.stage.dialogs.introduction import IntroductionDialog
from tui.stage.dialogs.minutes_notes import MinutesNotesDialog
from tui.stage.dialogs.speaker_message import SpeakerMessageDialog
from tui.stage.widgets.mc_part import MCPart
from tui.widgets.lines.answer_strip import TOO_SOON

_NAME_SECONDS = 0.6
"""Names are read out no faster than this, and keyboards as they are sold repeat a held key sooner."""


class StageWords(CeremonyScreen):
    """What the stage's screen does about words. A key that is held down does its work once."""

    def __init__(self) -> None:
        super().__init__()
        self._word_keys: dict[str, RepeatGuard] = {}
        self._marked = ("", "")

    @property
    def marked_check(self) -> Check | None:
        """The check that X would tick: the one chosen, else the first that is open, else the first."""
        here = checks_now(self.session.state)
        chosen = (check for check in here if (check.item, check.text) == self._marked)
        still_open = (check for check in here if not check.is_done)
        return next(chosen, None) or next(still_open, None) or next(iter(here), None)

    def action_words(self, rows: int) -> None:
        """Scroll the MC's words."""
        self.query_one(MCPart).scroll_words(rows)

    def action_words_only(self) -> None:
        """Give the words the whole screen, or its parts back to the rest."""
        part = self.query_one(MCPart)
        part.words_only = not part.words_only
        self.set_class(part.words_only, "-words")
        self.call_after_refresh(self.refresh_all)

    def action_introduced(self) -> None:
        """Note that the next delegate was read out."""
        if not self._pressed_anew("introduced"):
            return
        guest = next_to_introduce(self.session.state)
        if guest is None:
            self.strip.say(_("Everyone who is here has been introduced."))
            return
        command = partial(mc_words.introduce, self.session, [guest.number])
        carry_out(self, command, lambda _entry: self.strip.clear())

    def action_introduction(self) -> None:
        """Open the order of the introduction."""
        self.app.push_screen(IntroductionDialog())

    def action_choose_check(self, by: int) -> None:
        """Mark another check of the item."""
        here = checks_now(self.session.state)
        marked = self.marked_check
        if marked is not None:
            chosen = here[(here.index(marked) + by) % len(here)]
            self._marked = (chosen.item, chosen.text)
            self.show_state()

    def action_tick(self) -> None:
        """Tick the marked check off or open it again; for a gift, go to its handover."""
        if not self._pressed_anew("tick"):
            return
        check = self.marked_check
        if check is None:
            self.strip.say(_("This item has nothing to see to."))
            return
        if check.gift and not check.is_done:
            self.program.show_gift(check.gift)
            return

        def ticked(_entry: object) -> None:
            self._marked = ("", "")
            self._say_ticked(check)

        carry_out(self, partial(mc_words.tick, self.session, check.item, check.text), ticked)

    def _say_ticked(self, check: Check) -> None:
        """Say what was ticked off, and what X would do now: the mark has gone on."""
        here = checks_now(self.session.state)
        is_done = next((c.is_done for c in here if (c.item, c.text) == (check.item, check.text)), True)
        following = self.marked_check
        said = ("✔ " if is_done else "☐ ") + check.text
        if following is not None and following.gift and not following.is_done:
            said += "   " + _("X next: log “{check}” (F4)").format(check=following.text)
        elif following is not None:
            does = _("X next: open “{check}” again") if following.is_done else _("X next: “{check}”")
            said += "   " + does.format(check=following.text)
        self.strip.say(said)

    def action_announce(self) -> None:
        """Open the ready-made announcements."""
        self.app.push_screen(AnnouncementsDialog())

    def action_minutes_notes(self) -> None:
        """Write down what is said, for the minutes."""
        self.app.push_screen(MinutesNotesDialog())

    def action_tell_speaker(self) -> None:
        """Put a short message before the speaker."""
        self.app.push_screen(SpeakerMessageDialog())

    def action_note_seen(self) -> None:
        """Take the note that waits longest off the screen."""
        if not self._pressed_anew("note"):
            return
        note = next(iter(self.session.state.words.notes), "")
        command = partial(mc_words.see_note, self.session, note)
        carry_out(self, command, lambda _entry: self.strip.clear())

    def say_what_is_left(self, item: AgendaItem | None) -> None:
        """Say quietly what was not ticked off in an item that was just left."""
        left = [c.text for c in checks(item, self.session.state) if not c.is_done] if item else []
        if item is not None and left:
            told = _("Not ticked off in “{item}”: {checks}")
            self.strip.say("☐ " + told.format(item=item.title, checks="; ".join(left)))

    def _pressed_anew(self, does: str) -> bool:
        """Whether the key that ``does`` this was pressed anew, not held down; says so where it is not."""
        guard = self._word_keys.setdefault(does, RepeatGuard(_NAME_SECONDS))
        fresh = guard.is_fresh(self.program.clock.monotonic())
        if not fresh:
            self.strip.hint(_(TOO_SOON))
        return fresh
