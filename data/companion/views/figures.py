"""The chairman's page: who is here in numbers, by delegation and hamlet, and who of rank is missing."""

from msgspec import Struct

from data.clock import hour_minute
from data.companion.views.clock import StageTime, stage_time
from data.queries.people.counts import GroupCount, by_delegation, by_hamlet, counts
from data.queries.people.missing import missing_groups
from data.queries.stage.introduction import introduction_line
from data.state.stage.agenda_progress import Instant
from data.state.state import State


class Group(Struct, frozen=True, kw_only=True):
    """One delegation or hamlet: how many of the invited came, of how many; ``more`` came uninvited."""

    name: str
    came: int
    listed: int
    more: int


class Missing(Struct, frozen=True, kw_only=True):
    """Those of one delegation who have not come, by protocol: how the MC would name each."""

    delegation: str
    names: tuple[str, ...]


class FiguresPage(Struct, frozen=True, kw_only=True):
    """Attendance at ``at`` (``HH:MM`` in Asia/Ho_Chi_Minh).

    ``households`` and ``delegates`` are all who came, of ``target`` and ``listed``; ``people`` counts
    everyone who came from a household; ``left`` how many households and delegates went home early.
    """

    at: str
    time: StageTime
    households: int
    target: int
    people: int
    delegates: int
    listed: int
    left: int
    delegations: tuple[Group, ...]
    hamlets: tuple[Group, ...]
    missing: tuple[Missing, ...]


def figures_page(state: State, now: Instant) -> FiguresPage:
    """The numbers of ``state``. Of people it names only delegates, without telephones."""
    n = counts(state)
    return FiguresPage(
        at=hour_minute(now.at),
        time=stage_time(state, now),
        households=n.households_present,
        target=n.households_target,
        people=n.people,
        delegates=n.delegates_present,
        listed=n.delegates_listed,
        left=n.left,
        delegations=tuple(map(_group, by_delegation(state))),
        hamlets=tuple(map(_group, by_hamlet(state))),
        missing=tuple(
            Missing(
                delegation=group.total.name,
                names=tuple(introduction_line(guest, state, guess=True) for guest in group.guests),
            )
            for group in missing_groups(state)
            if group.is_delegation
        ),
    )


def _group(count: GroupCount) -> Group:
    return Group(name=count.name, came=count.invited_present, listed=count.listed, more=count.walk_ins)
