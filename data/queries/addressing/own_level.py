"""Whether the office that the guest list has of somebody may stand under a signature."""

from data.model.event import Event
from data.model.guest import Guest
from data.model.paperwork import SignerRole
from data.plans.placeholders import event_facts, filled
from data.queries.addressing.office_held import office_told
from data.text.people.office_level import level_of


def may_sign(guest: Guest, role: SignerRole, event: Event) -> bool:
    """Whether a guest's office is of the level of the body that signs: no deputy of the district's Front
    signs for the chair of the commune's. True where the role needs no office, or names no level."""
    if role in ("preparer", "accountant"):
        return True
    facts = event_facts(event)
    issuer = facts.get(f"{role.replace('-', '_')}_issuer", "")
    own = level_of(issuer or filled(event.background.head.name, facts))
    return own is None or _level(guest, event, facts) == own


def may_lead(office: str, event: Event) -> bool:
    """Whether ``office`` may be one of the body that issues the papers: of its level, or of none."""
    own, its = level_of(filled(event.background.head.name, event_facts(event))), level_of(office)
    return None in (own, its) or own == its


def _level(guest: Guest, event: Event, facts: dict[str, str]) -> int | None:
    level = level_of(office_told(guest, event))
    group = event.delegation(guest.delegation)
    if level is not None or group is None or group.spare:
        return level
    return level_of(f"{group.short} {filled(group.greeting, facts)} {group.name}")
