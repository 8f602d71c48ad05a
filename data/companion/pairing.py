"""Pairing a phone with an open event, knowing it again, and dismissing it."""

import secrets
from hmac import compare_digest

from msgspec import Struct

from data.companion.roles import Right, rights_of
from data.companion.tokens import Token, key_of, new_secret
from data.errors import Refused
from data.language import _
from data.model.entries.phones import PairingRefused, PhoneDismissed, PhonePaired
from data.session.session import Session
from data.state.phones import Phone
from data.text.cleaning.clean import clean

LONGEST_NAME = 40
_ID_BYTES = 4


class Paired(Struct, frozen=True, kw_only=True):
    """A phone that was just paired, and the secret that it alone holds from now on."""

    phone: Phone
    secret: str


def pair(session: Session, token: Token, name: str) -> Paired:
    """Pair the phone that gave a right ``token`` under a ``name`` that people know it by.

    Raises Refused without a name, and whatever ``Session.record`` raises.
    """
    called = clean(name, LONGEST_NAME)
    if not called:
        raise Refused(_("Type what this phone is called first, as in: Back door · Mai"))
    secret, id = new_secret(), secrets.token_hex(_ID_BYTES)
    session.record(PhonePaired(phone=id, name=called, role=token.role, key=key_of(secret)))
    return Paired(phone=session.state.phones.paired[id], secret=secret)


def phone_with(session: Session, secret: str) -> Phone | None:
    """The paired phone that holds ``secret``; None for a forged one, a dismissed phone, another event's."""
    key, found = key_of(secret), None
    for phone in session.state.phones.paired.values():
        if compare_digest(phone.key, key):
            found = phone
    return found


def may(phone: Phone | None, right: Right) -> bool:
    """Whether a phone may do this."""
    return phone is not None and right in rights_of(phone.role)


def dismiss(session: Session, id: str) -> Phone:
    """Let a phone do nothing any more; returns what it was. Refused when it is not paired."""
    phone = session.state.phones.paired.get(id)
    if phone is None:
        raise Refused(_("This phone is not paired any more."))
    session.record(PhoneDismissed(phone=id))
    return phone


def note_refused(session: Session, address: str, tries: int) -> None:
    """Put wrong pairing codes on record."""
    session.record(PairingRefused(address=clean(address, LONGEST_NAME), tries=tries))
