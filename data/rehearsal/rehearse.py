"""Running the whole rehearsal, act by act."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from data.clock import SetClock, SystemClock
from data.errors import CeremonyError
from data.files.disk import cause
from data.language import _
from data.queries.people.counts import counts
from data.rehearsal.acts.afterwards import compare, register_households, write_files
from data.rehearsal.acts.door import draw_and_read, let_in
from data.rehearsal.acts.papers import make_all
from data.rehearsal.acts.stage import run_agenda
from data.rehearsal.acts.stand import Progress, Stand
from data.rehearsal.practice import copy_ledger
from data.rehearsal.sample import found_sample
from data.session.opening import open_for_reading
from data.session.session import Session
from data.state.stage.agenda_progress import at_local, day
from data.state.state import State

OTHER_SITE = "dong-thai"

Phones = Callable[[Stand, dict[int, str]], None]
"""What lets guests in by phones: it gets what was read from the cards, by guest number."""


class Rehearsal(Struct, frozen=True, kw_only=True):
    """How a rehearsal went: the figures at its end, and every check as a sentence and whether it held."""

    households: int
    people: int
    delegates: int
    items: int
    gifts: int
    entries: int
    files: int
    seconds: float
    checks: tuple[tuple[str, bool], ...]

    @property
    def passed(self) -> bool:
        """Whether every check held."""
        return all(held for _sentence, held in self.checks)


def rehearse(
    source: Path | None = None, progress: Progress | None = None, phones: Phones | None = None
) -> Rehearsal:
    """Run a whole ceremony on a copy of the event in ``source``, or on the fictional sample.

    The source is only read, so it may be open elsewhere; everything made is thrown away. ``progress``
    hears what is being done, how much of it is, and of how much; ``phones`` lets the first guests in by
    phones, where the program has pages for them. A check that fails is in the result;
    raises CeremonyError when there is no event, its ledger is damaged, or there is no room on disk.
    """
    with TemporaryDirectory(prefix="le-ra-mat-", ignore_cleanup_errors=True) as place:
        try:
            return _run(Path(place), source, progress or (lambda *_news: None), phones)
        except OSError as error:
            raise CeremonyError(
                _("The rehearsal has no room to work in {path} ({reason}). Free some space there.").format(
                    path=Path(place).parent, reason=cause(error)
                )
            ) from error


def _run(place: Path, source: Path | None, progress: Progress, phones: Phones | None) -> Rehearsal:
    began = time.monotonic()
    folder, other, clock = place / "event", place / "other", SetClock(SystemClock().now())
    progress(_("Preparing"), 1, 1)
    _prepare(source, folder, other, clock)
    with Session(folder, clock=clock, duty=_("Rehearsal")) as session:
        clock.wall = _day_of(session.state, clock)
        stand = Stand(session, clock, folder, other, progress)
        with open_for_reading(folder) as second:
            cards = draw_and_read(stand)
            if phones is not None:
                phones(stand, cards)
            let_in(stand, cards)
            run_agenda(stand)
            register_households(stand)
            make_all(stand)
            write_files(stand)
            compare(stand, second)
        return _summary(stand, time.monotonic() - began)


def _prepare(source: Path | None, folder: Path, other: Path, clock: SetClock) -> None:
    copy_ledger(source, folder, clock)
    found_sample(other, OTHER_SITE, clock=clock)


def _day_of(state: State, clock: SetClock) -> datetime:
    """When the doors open, or after all that has happened already."""
    doors = at_local(day(state.event, state.agenda_progress, clock.wall), state.event.doors)
    last = max(entry.at for entry in state.entries)
    return max(doors, last + timedelta(minutes=1))


def _summary(stand: Stand, seconds: float) -> Rehearsal:
    state, count = stand.state, counts(stand.state)
    return Rehearsal(
        households=count.households_present,
        people=count.people,
        delegates=count.delegates_present,
        items=sum(state.agenda_progress.state(item.id) == "done" for item in state.event.program),
        gifts=sum(state.handovers.given(gift.id) for gift in state.event.gifts),
        entries=len(state.steps),
        files=len(stand.files),
        seconds=seconds,
        checks=tuple(stand.checks),
    )
