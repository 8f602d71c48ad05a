"""The chairman's page: who is here in numbers, by delegation and hamlet, and who of rank is missing."""

from msgspec import Struct

from data.clock import hour_minute
from data.companion.views.clock import StageTime, stage_time
from data.queries.people.counts import GroupCount, by_delegation, by_hamlet, counts
from data.queries.people.missing import missing_groups
from data.queries.stage.spoken.introduction import introduction_line
from data.state.stage.agenda_progress import Instant
from data.state.state import State


class Group(Struct, frozen=True, kw_only=True):
    """One hamlet or delegation: how many of the invited came, of how many; ``more`` came uninvited.

    ``missing`` are those of a delegation who have not come, each as the MC would name them; no household
    is named.
    """

    name: str
    came: int
    listed: int
    more: int
    missing: tuple[str, ...] = ()


class FiguresPage(Struct, frozen=True, kw_only=True):
    """Attendance at ``at`` (``HH:MM`` in Asia/Ho_Chi_Minh).

    ``households`` and ``delegates`` are those of the invited who came, of ``target`` and ``listed``, and
    ``households_more`` and ``delegates_more`` who came besides; ``people`` counts everyone who came from a
    household; ``left`` how many households and delegates went home early.
    """

    at: str
    time: StageTime
    households: int
    target: int
    households_more: int
    people: int
    delegates: int
    listed: int
    delegates_more: int
    left: int
    delegations: tuple[Group, ...]
    hamlets: tuple[Group, ...]


def figures_page(state: State, now: Instant) -> FiguresPage:
    """The numbers of ``state``. Of people it names only delegates, without telephones."""
    n = counts(state)
    return FiguresPage(
        at=hour_minute(now.at),
        time=stage_time(state, now),
        households=n.households.came,
        target=n.households.of,
        households_more=n.households.more,
        people=n.people,
        delegates=n.delegates.came,
        listed=n.delegates.of,
        delegates_more=n.delegates.more,
        left=n.left,
        delegations=_delegations(state),
        hamlets=tuple(_group(group) for group in by_hamlet(state)),
    )


def _delegations(state: State) -> tuple[Group, ...]:
    missing = {group.total.id: group.guests for group in missing_groups(state) if group.is_delegation}
    return tuple(
        _group(group, tuple(introduction_line(one, state, guess=True) for one in missing.get(group.id, [])))
        for group in by_delegation(state)
    )


def _group(count: GroupCount, missing: tuple[str, ...] = ()) -> Group:
    return Group(
        name=count.name,
        came=count.invited_present,
        listed=count.listed,
        more=count.walk_ins,
        missing=missing,
    )
