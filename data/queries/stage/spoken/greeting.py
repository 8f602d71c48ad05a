"""How the MC addresses the hall, and the members of the self-governing team: both are read out."""

from data.plans.placeholders import event_facts, filled
from data.queries.people.counts import by_delegation
from data.queries.people.known_person import in_team
from data.state.state import State
from data.text.people.office import HONORIFIC

TEAM = "team"
"""The fact that stands in the line of the item in which the team comes before the hall."""
# Spoken on the stage and printed on papers: Vietnamese in every language of the screen.
_GREETING = "Kính thưa {whom}!"
_EVERYBODY = "toàn thể quý vị đại biểu và bà con"


def greeting(state: State) -> str:
    """All of ``greeting_lines`` one after another."""
    return " ".join(greeting_lines(state))


def greeting_lines(state: State) -> list[str]:
    """``Kính thưa …!`` for each delegation of which somebody is here, in protocol order; everybody last.

    While nobody is here, for each delegation of which somebody is on the list, and without a list for each
    that the event knows how to address.
    """
    event = state.event
    facts = event_facts(event)
    known = sorted(event.delegations, key=lambda delegation: delegation.rank)
    groups = by_delegation(state)
    here = {group.id for group in groups if group.here} or {group.id for group in groups if group.listed}
    whom = [
        filled(delegation.greeting, facts)
        for delegation in known
        if delegation.greeting and (delegation.id in here if here else not delegation.spare)
    ]
    return [_GREETING.format(whom=one) for one in (*whom, _EVERYBODY)]


def team_lines(state: State) -> list[str]:
    """The members of the team as they are read out: ``ông Name, Tổ trưởng``."""
    members = [(in_team(member, state), member.duty) for member in state.event.paperwork.team]
    return [
        ", ".join(filter(None, (f"{named.honorific or HONORIFIC} {named.name}", duty)))
        for named, duty in members
    ]
