"""Noticing that time went by unseen: the laptop slept, its clock was set, the program was not running.

Nothing here decides. What is noticed becomes an entry that asks, people answer when they have time,
and until then the running item's time follows the monotonic clock.
"""

from datetime import datetime, timedelta

from data.clock import hour_minute, local, offset_of_laptop, offset_text
from data.errors import Refused
from data.language import _
from data.model.entries.event import DayConfirmed
from data.model.entries.stage import DoubtAnswer, DoubtReason, TimeInDoubt, TimeSettled
from data.model.entry import Entry
from data.plans.moved_to_day import minutes
from data.session.session import Session
from data.state.days import DayDoubt
from data.state.stage.timeline import Instant

PARTED_SECONDS = 2.0
"""How far the wall and the monotonic clock may part between two looks before people are asked."""
STOOD_SECONDS = 30.0
"""Between two looks, that are a second apart, more than this means that the program stood still:
Windows counts the laptop's sleep on both clocks."""
_AROUND = 60
"""Minutes before the doors open and after the end in which people still work at the ceremony."""
SIGN_SECONDS = 5.0
"""How often the program leaves word that it is alive."""


class ClockWatch:
    """Looks at the clocks of an open ceremony. ``look`` belongs on every tick, about once a second."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seen = session.now()
        self._signed = float("-inf")
        self._item = self._running()

    def came_back(self) -> Entry | None:
        """Once, after opening: ask about the time in which the program was not running; what was asked."""
        timeline = self._session.state.agenda_progress.timeline
        if not self._item or timeline.last is None:
            return None
        now = self._seen
        last = timeline.last.at
        alive = self._session.last_alive
        until = alive if alive is not None and last < alive <= now.at else last
        away = (now.at - until).total_seconds()
        if abs(away) <= PARTED_SECONDS:
            return None
        # What each answer would have the time be, less what it is by the wall clock alone.
        counted = timeline.place(now) - timeline.reached
        dropped = (until - last - counted).total_seconds()
        return self._ask(
            "away",
            away,
            meanwhile=0.0 if counted else dropped,
            if_counted=(now.at - last - counted).total_seconds() if away > 0 else dropped,
            if_dropped=dropped,
        )

    def look(self) -> Entry | None:
        """Compare the two clocks since the last look; what was asked, if anything."""
        now, before = self._session.now(), self._seen
        item, self._item = self._item, self._running()
        self._seen = now
        if now.ticks - self._signed >= SIGN_SECONDS:
            self._signed = now.ticks
            self._session.give_sign()
        if not item or item not in self._session.state.agenda_progress.runs:
            return None
        return self._compare(item, before, now)

    def _compare(self, item: str, before: Instant, now: Instant) -> Entry | None:
        ran = now.ticks - before.ticks
        ahead = (now.at - before.at).total_seconds() - ran
        if ahead > PARTED_SECONDS:
            return self._ask("slept", ahead, item, if_counted=ahead)
        if ahead < -PARTED_SECONDS:
            return self._ask("set-back", ahead, item)
        if ran > STOOD_SECONDS:
            return self._ask("stood", ran, item, if_dropped=-ran)
        return None

    def _ask(
        self,
        reason: DoubtReason,
        seconds: float,
        item: str = "",
        *,
        meanwhile: float = 0.0,
        if_counted: float = 0.0,
        if_dropped: float = 0.0,
    ) -> Entry:
        what = TimeInDoubt(
            item=item or self._item,
            reason=reason,
            seconds=seconds,
            meanwhile=meanwhile,
            if_counted=if_counted,
            if_dropped=if_dropped,
        )
        return self._session.record(what)

    def _running(self) -> str:
        """The item whose time is running here; empty while none is, or it is paused, or held elsewhere."""
        agenda_progress = self._session.state.agenda_progress
        if agenda_progress.holder not in ("", self._session.laptop):
            return ""
        return agenda_progress.current if agenda_progress.state(agenda_progress.current) == "running" else ""


def day_question(session: Session) -> DayDoubt | None:
    """Why the laptop's date is doubted now, until it is set right or ``confirm_day`` says that it is right.

    A laptop set to another part of the world is asked about once guests come or the agenda runs: whoever
    set its hour by hand has every time on paper off by hours. Not where only the village's hour can be meant.
    """
    state, now = session.state, session.now().at
    today = local(now).date()
    found = state.day_doubt(now)
    if found is not None or today in state.days.confirmed or today not in state.days.worked:
        return found
    is_elsewhere = bool(offset_text(session.clock)) and not state.event.sample and not _fits(session, now)
    return DayDoubt("zone", today, state.event.date) if is_elsewhere and not state.rest.closed else None


def _fits(session: Session, now: datetime) -> bool:
    """Whether the hour in the village is one of the ceremony's, and the one that the laptop shows is none:
    then its clock is right, and only shows another part of the world."""
    event = session.state.event
    if local(now).date() != event.date:
        return False

    def is_of_the_day(moment: datetime) -> bool:
        at = moment.hour * 60 + moment.minute
        return minutes(event.doors) - _AROUND <= at <= minutes(event.deadline) + _AROUND

    return is_of_the_day(local(now)) and not is_of_the_day(now + offset_of_laptop(session.clock))


def confirm_day(session: Session) -> Entry:
    """The laptop's date is right, for today. Refused when nothing is asked."""
    found = day_question(session)
    if found is None:
        raise Refused(_("There is no question about the laptop's date."))
    return session.record(DayConfirmed(day=found.today))


def answer(session: Session, doubt: str, how: DoubtAnswer, *, ended: str = "") -> Entry:
    """Answer the question ``doubt``: the time counts, it does not, or the item ended at ``ended``.

    ``ended`` is typed as ``8:47``, the last such time before now. Refused for a question that is not
    open, for counting time that did not go by, and for an end before the item began, in the future,
    or of an item that does not run any more.
    """
    open_doubts = session.state.agenda_progress.doubts
    if doubt not in open_doubts:
        raise Refused(_("This question is answered already."))
    what = open_doubts[doubt]
    if how == "count" and what.seconds <= 0:
        raise Refused(_("The clock went back; there is no time to count."))
    at = _end(session, what, ended) if how == "ended" else None
    return session.record(TimeSettled(doubt=doubt, answer=how, ended=at))


def _end(session: Session, doubt: TimeInDoubt, text: str) -> datetime:
    agenda_progress = session.state.agenda_progress
    if doubt.item != agenda_progress.current:
        raise Refused(_("That item is over; edit its times instead (G)."))
    started, now = agenda_progress.runs[doubt.item].started, session.now().at
    from data.commands.stage.stage_times import read_time

    at = read_time(text, now) or now
    if not text.strip():
        raise Refused(_("Type when the item ended, as 08:00."))
    if at > now:
        at -= timedelta(days=1)
    if started - at >= timedelta(minutes=1):
        raise Refused(
            _("The item began at {time}; it cannot have ended before.").format(time=hour_minute(started))
        )
    return max(at, started)
