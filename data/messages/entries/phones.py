"""What happened to paired phones, in words."""

from typing import assert_never

from data.language import N_, _
from data.model.entries.phones import AnyPhone, PairingRefused, PhoneDismissed, PhonePaired
from data.state.state import State

ROLES: dict[str, str] = {
    "door": N_("door: scan and search"),
    "scan": N_("door: scan only"),
    "mc": N_("MC: words and introductions"),
    "mc-go": N_("MC, also GO"),
    "figures": N_("chair: the figures"),
    "clock": N_("speaker's clock"),
}
"""What each role is called."""


def role_name(role: str) -> str:
    """A role in the language of the screen; its id where a newer program gave it."""
    return _(ROLES[role]) if role in ROLES else role


def describe_phones(what: AnyPhone, state: State) -> str:
    """One sentence; a dismissed phone keeps the name it was paired under."""
    match what:
        case PhonePaired():
            return _("Phone paired: {name} ({role})").format(name=what.name, role=role_name(what.role))
        case PhoneDismissed(phone=id):
            return _("Phone dismissed: {name}").format(name=_name_of(id, state))
        case PairingRefused(tries=1):
            return _("A wrong pairing code was refused, from {address}").format(address=what.address)
        case PairingRefused():
            return _("{count} wrong pairing codes were refused, from {address}").format(
                count=what.tries, address=what.address
            )
    assert_never(what)


def _name_of(id: str, state: State) -> str:
    paired = (e.what for e in reversed(state.entries) if isinstance(e.what, PhonePaired))
    return next((what.name for what in paired if what.phone == id), id)
