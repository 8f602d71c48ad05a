"""A guest whose name was set right has the same roles under it."""

from typing import TypeVar

from msgspec.structs import replace

from data.model.event import Event
from data.model.guest import Guest
from data.model.paperwork import Member, Signer
from data.model.plan import Blank
from data.text.fold import fold
from data.text.people.office import read_named

_Role = TypeVar("_Role", Blank, Signer, Member)


def called_anew(event: Event, before: Guest, after: Guest) -> Event | None:
    """``event`` with the new name of a guest in every role that they were chosen for; None where no role
    changes. A number that another had when it was chosen is passed over."""
    if before.name == after.name:
        return None
    paperwork = event.paperwork
    changed = replace(
        event,
        blanks=tuple(_renamed(one, before, after) for one in event.blanks),
        paperwork=replace(
            paperwork,
            signers=tuple(_renamed(one, before, after) for one in paperwork.signers),
            team=tuple(_renamed(one, before, after) for one in paperwork.team),
        ),
    )
    return None if changed == event else changed


def _renamed(role: _Role, before: Guest, after: Guest) -> _Role:
    if role.guest != before.number:
        return role
    if isinstance(role, Blank):
        named = read_named(role.value)
        is_meant = fold(named.name) == fold(before.name)
        return replace(role, value=replace(named, name=after.name).kept) if is_meant else role
    return replace(role, name=after.name) if fold(role.name) == fold(before.name) else role
