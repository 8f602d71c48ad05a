"""The keys of the stage that have to do with time: pause, back, minutes, times, what is still to come."""

from collections.abc import Callable
from functools import partial

from data.commands.stage import catching_up, stage, stage_times
from data.commands.stage.clock_watch import answer
from data.errors import Refused
from data.language import _
from data.messages.entries.stage import cuts_text, length_text, minutes_text
from data.messages.things import item_text
from data.model.entries.stage import DoubtAnswer
from data.queries.stage.pace import Proposal
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.edit_value import EditValueDialog, Field, Save
from tui.frame.dialogs.offer import Offer
from tui.frame.event_screen import CeremonyScreen
from tui.frame.keys.repeat import RepeatGuard
from tui.stage.dialogs.times import TimesDialog
from tui.stage.dialogs.to_come import ToComeDialog
from tui.widgets.lines.answer_strip import TOO_SOON

MINUTE_KEY_SECONDS = 0.1
"""People press + again after more than this; a key that is held repeats faster."""


class StageTiming(CeremonyScreen):
    """What the stage's screen does about time. What takes something back is named first, then done."""

    def __init__(self) -> None:
        super().__init__()
        self._letter = RepeatGuard()
        self._minute_key = RepeatGuard(MINUTE_KEY_SECONDS)
        self._offer = Offer()
        self._proposal: Proposal | None = None

    def key_escape(self) -> None:
        """Withdraw what a key had offered."""
        self._offer.withdraw()

    def action_pause(self) -> None:
        """Stop the running item's time, or let it go on."""
        if self._letter_pressed():
            self._carry_out(partial(stage.pause_or_resume, self.session))

    def action_back(self) -> None:
        """Name the item that would run on; at the second press, go back to it."""
        if not self._letter_pressed():
            return
        item = stage.previous_item(self.session)
        if item is not None and not self._offered(f"back {item.id}"):
            name = item_text(item.id, self.session.state)
            self.strip.say("↶ " + _("Back to: {item}?   B again: yes   Esc: no").format(item=name), "again")
            return
        self._carry_out(partial(stage.back, self.session, item.id if item else None))

    def action_more(self) -> None:
        self._adjust(1)

    def action_fewer(self) -> None:
        self._adjust(-1)

    def _adjust(self, minutes: int) -> None:
        if self._minute_key.is_fresh(self.program.clock.monotonic()):
            self._carry_out(partial(stage.adjust, self.session, minutes))

    def action_catch_up(self) -> None:
        """Propose what to shorten; at the second press, do it."""
        if not self._letter_pressed():
            return
        if self._proposal is not None and self._offer.stands("catch up", self._now):
            self._carry_out(partial(catching_up.accept, self.session, self._proposal))
            return
        with self.program.refusals():
            self._proposal = catching_up.propose(self.session)
            self._offer.make("catch up", self._now)
            self.strip.say(_proposed(self._proposal, self), "again")

    def _carry_out(self, command: Callable[[], object]) -> None:
        carry_out(self, command, lambda _entry: self._done())

    def action_count(self) -> None:
        self._answer("count")

    def action_drop(self) -> None:
        self._answer("drop")

    def action_ended_at(self) -> None:
        """Ask when the item ended while nobody saw it."""
        found = self.session.state.agenda_progress.question()
        if found is None:
            self.strip.say(_("There is no question about the time."), "misread")
            return
        item = item_text(found[1].item, self.session.state)
        self._edit(
            _("It ended at…"),
            [Field("ended", item, hint="08:47")],
            lambda typed: answer(self.session, found[0], "ended", ended=typed["ended"]),
            _("The item is over; the next one waits for Space."),
        )

    def _answer(self, how: DoubtAnswer) -> None:
        if not self._letter_pressed():
            return
        found = self.session.state.agenda_progress.question()
        if found is None:
            self.strip.say(_("There is no question about the time."), "misread")
            return
        id, doubt = found
        if not self._offered(f"{how} {id}"):
            told = length_text(doubt.seconds)
            counts = _("Count {length}?   T again: yes   Esc: no").format(length=told)
            drops = _("Leave {length} out?   K again: yes   Esc: no").format(length=told)
            self.strip.say("↶ " + (counts if how == "count" else drops), "again")
            return
        self._carry_out(partial(answer, self.session, id, how))

    def action_minutes_ago(self) -> None:
        """Ask how long ago the next item really began, or the running one."""
        running = self.session.state.agenda_progress.current
        following = stage.next_item(self.session)
        fields = []
        places = {item.id: place for place, item in enumerate(self.session.state.event.program, start=1)}
        if following is not None:
            label = _("next: item {place}").format(place=places[following.id])
            fields.append(Field("next", label, hint=_("minutes ago")))
        if running:
            label = _("running: item {place}").format(place=places[running])
            fields.append(Field("running", label, hint=_("minutes ago")))
        if not fields:
            self.strip.say(_("No agenda item is running."), "misread")
            return
        self._edit(
            _("Missed Space"),
            fields,
            self._began_earlier,
            _("Space was forgotten, or pressed late: type in one line how many minutes ago that item began."),
        )

    def _began_earlier(self, typed: dict[str, str]) -> None:
        following, running = typed.get("next", "").strip(), typed.get("running", "").strip()
        if bool(following) == bool(running):
            raise Refused(_("Type the minutes in one of the lines."))
        if following:
            item = stage.next_item(self.session)
            stage.go(self.session, item.id if item else None, minutes_ago=following)
        else:
            stage_times.began_ago(self.session, running)

    def action_times(self) -> None:
        """Open the real times of what has run."""
        if not self.session.state.agenda_progress.runs:
            self.strip.say(_("Nothing has begun yet."), "misread")
            return
        self.app.push_screen(TimesDialog())

    def action_to_come(self) -> None:
        """Open what is still to come."""
        if not stage.waiting_items(self.session):
            self.strip.say(_("Nothing is to come any more."), "misread")
            return
        self.app.push_screen(ToComeDialog())

    @property
    def _now(self) -> float:
        return self.program.clock.monotonic()

    def _letter_pressed(self) -> bool:
        """Whether a letter was pressed anew, and is not the same one held down; says so where it is not."""
        fresh = self._letter.is_fresh(self._now)
        if not fresh:
            self.strip.hint(_(TOO_SOON))
        return fresh

    def _offered(self, what: str) -> bool:
        """Whether ``what`` was offered already; else it is now."""
        if self._offer.stands(what, self._now):
            return True
        self._offer.make(what, self._now)
        return False

    def _done(self) -> None:
        self._offer.withdraw()
        self.strip.clear()

    def _edit(self, title: str, fields: list[Field], save: Save, why: str) -> None:
        self.app.push_screen(EditValueDialog(title, fields, save, why=why))


def _proposed(proposal: Proposal, screen: StageTiming) -> str:
    parts = [_("To catch up: {cuts}").format(cuts=cuts_text(proposal.cuts, screen.session.state))]
    if proposal.rest:
        parts.append(_("still late: {length}").format(length=minutes_text(proposal.rest)))
    return " · ".join(parts) + "   " + _("C again: yes   Esc: no")
