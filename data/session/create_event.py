"""Making an event from a plan."""

from collections.abc import Set
from datetime import date, time
from pathlib import Path
from secrets import choice

from msgspec.structs import replace

from data.clock import Clock, SystemClock
from data.errors import LedgerUnwritable, Refused
from data.language import _
from data.ledger.ids import uuid7
from data.ledger.record import Step, documents
from data.ledger.table import LedgerDB
from data.model.background import Background
from data.model.entries.event import FORMAT, EventCreated
from data.model.entries.guests import CardsPrinted, RosterImported
from data.model.entry import AnyHappening, Entry
from data.model.event import Event
from data.model.plan import Plan, Site
from data.queries.people.counts import expected_guests
from data.session.home import sibling_events
from data.session.session import LEDGER_NAME, has_event, open_for_reading
from data.state.state import State


def create_event(
    folder: Path,
    plan: Plan,
    *,
    site: str = "",
    on: date | None = None,
    start: str = "",
    sample: bool = False,
    guests_from: Path | None = None,
    clock: Clock | None = None,
) -> None:
    """Make the event folder for one of the plan's sites; ``start`` is a local ``HH:MM``.

    ``guests_from`` is the folder of another event whose guests are invited again, walk-ins too, with
    the numbers and codes they had, so that their printed cards open this door as well. Where ``site``
    is not named, it is held where that one was.

    Raises Refused when the folder already holds an event, the site is not the plan's (or must be
    named), or the time is not one; LedgerUnwritable when the disk refuses; EventMissing or
    LedgerDamaged when ``guests_from`` cannot be read.
    """
    clock = clock or SystemClock()
    if has_event(folder):
        raise Refused(_("There is already an event in {path}. Choose another folder.").format(path=folder))
    before = _earlier(guests_from.resolve()) if guests_from else None
    where = before.event.site if before and not site else _chosen_site(plan, site)
    event = _event(folder, plan, where, on, _hour_minute(start) or plan.start, sample, clock)
    first = Step(_entry(EventCreated(format=FORMAT), clock), event=event)
    first_steps = (
        _again(first, before, guests_from.name, folder, clock) if before and guests_from else [first]
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerUnwritable(
            _("The folder {path} cannot be made ({reason}). Choose another place.").format(
                path=folder, reason=error.strerror or error
            )
        ) from error
    with LedgerDB(folder / LEDGER_NAME) as db:
        for step in first_steps:
            db.append(documents(step))


def _earlier(source: Path) -> State:
    with open_for_reading(source) as before:
        state = before.state
    if not expected_guests(state):
        raise Refused(_("The event in {path} has no guests to invite again.").format(path=source))
    return state


def _again(first: Step, state: State, name: str, folder: Path, clock: Clock) -> list[Step]:
    """The event made for the guests of an earlier one's ``state``, the guests, and their printed cards."""
    assert first.event is not None
    guests = expected_guests(state)
    event = _with_delegations(first.event, state.event, {guest.delegation for guest in guests})
    event = replace(event, sample=event.sample or state.event.sample)
    if event.number == state.event.number:
        event = replace(event, number=_free_number(folder, event.number))
    households = event.households.id
    invited = tuple(
        replace(guest, walk_in=False, delegation=households if guest.is_household else guest.delegation)
        for guest in guests
    )
    what = RosterImported(source=name, added=len(invited), changed=0, refused=0)
    steps = [Step(first.entry, event=event), Step(_entry(what, clock), invited)]
    printed = tuple(guest.code for guest in invited if guest.code in state.printed)
    if printed:
        steps.append(Step(_entry(CardsPrinted(codes=printed), clock)))
    return steps


def _with_delegations(event: Event, before: Event, used: Set[str]) -> Event:
    """The event with the delegations that guests of the one ``before`` belong to and its plan lacks."""
    known = {delegation.id for delegation in event.delegations}
    lacking = (
        delegation
        for delegation in before.delegations
        if delegation.kind == "delegate" and delegation.id in used and delegation.id not in known
    )
    return replace(event, delegations=(*event.delegations, *lacking))


def _entry(what: AnyHappening, clock: Clock) -> Entry:
    now = clock.now()
    return Entry(
        id=uuid7(int(now.timestamp() * 1000)),
        at=now,
        ticks=clock.monotonic(),
        run="",
        device="",
        what=what,
    )


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
        announcements=plan.announcements,
        gifts=plan.gifts,
        blanks=plan.blanks,
        backdrop=plan.backdrop,
        relations=plan.relations,
        notice=plan.notice,
        sample=sample,
        criteria=plan.criteria,
        meetings=plan.meetings,
        background=Background(
            head=plan.paper_head,
            title=plan.title,
            issued=plan.issued,
            issuer=plan.issuer,
            basis=plan.basis,
            costs=plan.costs,
            recipients=plan.report_recipients,
            follow_up=plan.follow_up,
        ),
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


def _free_number(folder: Path, *also_taken: str) -> str:
    """Two digits that no event beside this one uses, so that their cards are told apart.

    Never a leading zero: a card begins with two zeros of its own, and one more would read as debris.
    """
    taken = {event.number for event in sibling_events(folder)}.union(also_taken)
    free = [f"{number:02}" for number in range(10, 100) if f"{number:02}" not in taken]
    return choice(free or [f"{number:02}" for number in range(10, 100)])
