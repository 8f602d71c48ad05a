"""Making an event from a plan."""

from datetime import date, time
from pathlib import Path
from secrets import choice

from data.ceremony import LEDGER_NAME, has_event
from data.clock import Clock, SystemClock
from data.errors import LedgerUnwritable, Refused
from data.home import sibling_events
from data.language import _
from data.ledger.ids import uuid7
from data.ledger.table import LedgerDB
from data.model.entry import Entry, EventCreated
from data.model.event import Event
from data.model.plan import Plan, Site
from data.state.step import Step, documents


def found_event(
    folder: Path,
    plan: Plan,
    *,
    site: str = "",
    on: date | None = None,
    start: str = "",
    sample: bool = False,
    clock: Clock | None = None,
) -> None:
    """Make the event folder for one of the plan's sites; ``start`` is a local ``HH:MM``.

    Raises Refused when the folder already holds an event, the site is not the plan's (or must be
    named), or the time is not one; LedgerUnwritable when the disk refuses.
    """
    clock = clock or SystemClock()
    if has_event(folder):
        raise Refused(_("There is already an event in {path}. Choose another folder.").format(path=folder))
    event = _event(
        folder, plan, _chosen_site(plan, site), on, _hour_minute(start) or plan.start, sample, clock
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerUnwritable(
            _("The folder {path} cannot be made ({reason}). Choose another place.").format(
                path=folder, reason=error.strerror or error
            )
        ) from error
    _write_first_line(folder, event, clock)


def _write_first_line(folder: Path, event: Event, clock: Clock) -> None:
    now = clock.now()
    entry = Entry(
        id=uuid7(int(now.timestamp() * 1000)),
        at=now,
        ticks=clock.monotonic(),
        run="",
        device="",
        what=EventCreated(),
    )
    with LedgerDB(folder / LEDGER_NAME) as db:
        db.append(documents(Step(entry, event=event)))


def _event(
    folder: Path, plan: Plan, site: Site, on: date | None, start: str, sample: bool, clock: Clock
) -> Event:
    return Event(
        id=uuid7(int(clock.now().timestamp() * 1000)),
        number=_free_number(folder),
        plan=plan.id,
        title=plan.event_title,
        model=plan.model,
        plan_number=plan.number,
        site=site,
        date=on,
        doors=plan.doors,
        start=start,
        deadline=plan.deadline,
        target_households=plan.target_households,
        delegations=plan.delegations,
        agenda=plan.agenda,
        gifts=plan.gifts,
        blanks=plan.blanks,
        backdrop=plan.backdrop,
        relations=plan.relations,
        notice=plan.notice,
        sample=sample,
    )


def _chosen_site(plan: Plan, wanted: str) -> Site:
    if not wanted and len(plan.sites) == 1:
        return plan.sites[0]
    for site in plan.sites:
        if site.id == wanted:
            return site
    known = ", ".join(site.id for site in plan.sites)
    if not wanted:
        raise Refused(
            _("The plan names several sites. Say which one with --site: {known}").format(known=known)
        )
    raise Refused(_("The plan has no site “{site}”. Its sites are: {known}").format(site=wanted, known=known))


def _hour_minute(text: str) -> str:
    if not text:
        return ""
    try:
        return f"{time.fromisoformat(text):%H:%M}"
    except ValueError as error:
        raise Refused(_("“{text}” is not a time of day; write it as 08:00.").format(text=text)) from error


def _free_number(folder: Path) -> str:
    """Two digits that no event beside this one uses, so that their cards are told apart.

    Never a leading zero: a card begins with two zeros of its own, and one more would read as debris.
    """
    taken = {event.number for event in sibling_events(folder)}
    free = [f"{number:02}" for number in range(10, 100) if f"{number:02}" not in taken]
    return choice(free or [f"{number:02}" for number in range(10, 100)])
