"""Making an event from a plan."""

from collections.abc import Collection, Set
from datetime import date
from pathlib import Path
from secrets import choice

from msgspec.structs import replace

from data.clock import Clock, SystemClock, local
from data.errors import LedgerUnwritable, Refused
from data.files.disk import cause, make_folder
from data.files.private import keep_private
from data.language import _
from data.ledger.lines.ids import next_id
from data.ledger.lines.record import Step, documents
from data.ledger.refusals import unwritable
from data.ledger.rewrite import put_ledger
from data.model.background import Background
from data.model.entries.event import FORMAT, EventCreated
from data.model.entries.guests import CardsPrinted, RosterImported
from data.model.entry import AnyHappening, Entry
from data.model.event import Event
from data.model.plan import Delegation, Plan, Site
from data.plans import typed
from data.plans.moved_to_day import moved_along, of_its_year, with_start
from data.queries.people.counts import expected_guests
from data.session.folders.event_folder import LEDGER_NAME, has_event
from data.session.folders.folder_name import check_folder_name
from data.session.folders.peek import sibling_events
from data.session.laptop.identity import laptop_id
from data.session.opening import open_for_reading
from data.state.state import State
from data.text.cleaning.clean import clean
from data.text.places.place_names import level_of, named_place
from data.text.slug import slug


def create_event(
    folder: Path,
    plan: Plan,
    *,
    site: str = "",
    place: Site | None = None,
    on: date | None = None,
    start: str = "",
    sample: bool = False,
    guests_from: Path | None = None,
    delegations: Collection[str] | None = None,
    clock: Clock | None = None,
) -> None:
    """Make the event folder for one of the plan's sites, or for a ``place`` of its own (``own_place``).

    ``start`` is a local ``HH:MM``; reception and the time to be over by move along with it.
    ``guests_from`` is the folder of another event whose guests are invited again, walk-ins too, with
    the numbers and codes they had, so that their printed cards open this door as well. Where ``site``
    is not named, it is held where that one was. ``delegations`` are the ids of those whose delegates are
    invited again beside the households; all when it is None.

    Raises Refused when the folder already holds an event or has a name that not every system holds, the
    site is not the plan's (or must be named), or the time is not one; LedgerUnwritable when the disk
    refuses; EventMissing or LedgerDamaged when ``guests_from`` cannot be read.
    """
    clock = clock or SystemClock()
    check_folder_name(folder.name)
    if has_event(folder):
        raise Refused(_("There is already an event in {path}. Choose another folder.").format(path=folder))
    before = _earlier(guests_from.resolve()) if guests_from else None
    where = place or (before.event.site if before and not site else _chosen_site(plan, site))
    event = _event(folder, plan, where, on, sample, clock)
    if begins := _hour_minute(start):
        event = with_start(event, begins)
    if before is None:
        # Meetings go on for years under the plan of the launch that they follow.
        day = on or local(clock.now()).date()
        event = replace(event, background=of_its_year(event.background, day))
    elif _follows(before.event, plan):
        event = replace(event, **_plan_of(before.event, event))
    first = Step(_entry(EventCreated(format=FORMAT), clock, event.id), event=event)
    first_steps = (
        _again(first, before, guests_from.name, folder, clock, delegations)
        if before and guests_from
        else [first]
    )
    try:
        make_folder(folder)
        keep_private(folder)
    except OSError as error:
        raise LedgerUnwritable(
            _("The folder {path} cannot be made ({reason}). Choose another place.").format(
                path=folder, reason=cause(error)
            )
        ) from error
    try:
        # All at once: a killed run leaves the whole event or none, never one without its guests.
        put_ledger(folder / LEDGER_NAME, map(documents, first_steps), mode=0o600)
    except OSError as error:
        raise unwritable(folder / LEDGER_NAME, error) from error


def own_place(plan: Plan, village: str, commune: str, district: str = "", venue: str = "") -> Site:
    """A village that the plan does not name, from what was typed; levels that are left out are the plan's.

    The venue is the village's cultural house unless another is typed; there may be no district. Refused
    without a village or a commune.
    """
    usual = plan.sites[0]
    named = named_place(village, level_of(usual.village))
    commune_named = named_place(commune, level_of(usual.commune))
    if not named or not commune_named:
        raise Refused(_("Type the village and its commune."))
    house = usual.venue.removesuffix(usual.village).strip()
    return Site(
        id=slug(named_place(village, "") or named),
        village=named,
        commune=commune_named,
        district=named_place(district, level_of(usual.district)),
        venue=clean(venue) or f"{house} {named}".strip(),
    )


def moved_times(plan: Plan, start: str) -> str:
    """The start that was typed, with reception and the time to be over by as they move along. Refused for
    what is no time of day."""
    begins = _hour_minute(start)
    doors, deadline = moved_along(plan.start, begins, (plan.doors, plan.deadline))
    return _("{start} (doors {doors}, over by {deadline})").format(
        start=begins, doors=doors, deadline=deadline
    )


def _earlier(source: Path) -> State:
    with open_for_reading(source) as before:
        state = before.state
    if not expected_guests(state):
        raise Refused(_("The event in {path} has no guests to invite again.").format(path=source))
    return state


def _again(
    first: Step,
    state: State,
    name: str,
    folder: Path,
    clock: Clock,
    delegations: Collection[str] | None = None,
) -> list[Step]:
    """The event made for the guests of an earlier one's ``state``, the guests, and their printed cards."""
    assert first.event is not None
    guests = [
        guest
        for guest in expected_guests(state)
        if guest.is_household or delegations is None or guest.delegation in delegations
    ]
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
    steps = [Step(first.entry, event=event), Step(_entry(what, clock, first.entry.id), invited)]
    codes = [guest.code for guest in invited]
    printed = tuple(code for code in codes if code in state.printed)
    drawn = tuple(code for code in codes if code in state.drawn and code not in state.printed)
    for cards in (CardsPrinted(codes=printed), CardsPrinted(codes=drawn, only_drawn=True)):
        if cards.codes:
            steps.append(Step(_entry(cards, clock, steps[-1].entry.id)))
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


def _entry(what: AnyHappening, clock: Clock, after: str) -> Entry:
    """The entry that follows the one with the id ``after``."""
    now = clock.now()
    return Entry(
        id=next_id(int(now.timestamp() * 1000), after),
        at=now,
        ticks=clock.monotonic(),
        run="",
        device="",
        laptop=laptop_id(),
        what=what,
    )


def _follows(before: Event, plan: Plan) -> bool:
    """Whether the plan is that of the meetings after ``before``."""
    return before.meetings is not None and before.meetings.plan == plan.id


def _plan_of(before: Event, event: Event) -> dict[str, object]:
    """Number and date of the plan under which the launch was held: what follows it names the same."""
    background = replace(event.background, issued=before.background.issued)
    return {"plan_number": before.plan_number, "background": background}


def _event(folder: Path, plan: Plan, site: Site, on: date | None, sample: bool, clock: Clock) -> Event:
    return Event(
        id=next_id(int(clock.now().timestamp() * 1000), ""),
        number=_free_number(folder),
        plan=plan.id,
        title=plan.event_title,
        model=plan.model,
        plan_number=plan.number,
        site=site,
        date=on,
        doors=plan.doors,
        start=plan.start,
        deadline=plan.deadline,
        target_households=plan.target_households,
        delegations=_delegations(plan, site),
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
            title=plan.carries_out or plan.title,
            issued=plan.issued,
            issuer=plan.issuer,
            basis=plan.basis,
            costs=plan.costs,
            recipients=plan.report_recipients,
            follow_up=plan.follow_up,
            addressees=plan.report_to,
            minutes_recipients=plan.minutes_recipients,
            other_recipients=plan.other_recipients,
        ),
    )


def _delegations(plan: Plan, site: Site) -> tuple[Delegation, ...]:
    if site in plan.sites:
        return plan.delegations
    return tuple(replace(one, name=one.elsewhere or one.name) for one in plan.delegations)


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
    return typed.time_of_day(text) if text.strip() else ""


def _free_number(folder: Path, *also_taken: str) -> str:
    """Two digits that no event beside this one uses, so that their cards are told apart.

    Never a leading zero: a card begins with two zeros of its own, and one more would read as debris.
    """
    taken = {event.number for event in sibling_events(folder)}.union(also_taken)
    free = [f"{number:02}" for number in range(10, 100) if f"{number:02}" not in taken]
    return choice(free or [f"{number:02}" for number in range(10, 100)])
