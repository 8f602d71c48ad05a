"""Phones and other browsers that look in: which were paired as what, dismissed, and who was refused."""

from typing import ClassVar

from data.language import N_
from data.model.entries.base import Area, Happening


class PhoneHappening(Happening, frozen=True, kw_only=True):
    """The root of what happens to paired phones. No step of the ceremony: undo passes it."""

    area: ClassVar[Area] = "event"
    is_step: ClassVar[bool] = False


class PhonePaired(PhoneHappening, tag="phone-paired", frozen=True, kw_only=True):
    """A phone was paired. ``phone`` is its id, ``name`` what people call it, ``role`` what it may do.

    ``key`` is the SHA-256 (hexadecimal) of the secret that the phone holds, which is kept nowhere else.
    """

    called = N_("phone paired")
    apart = "both"
    kept_texts = frozenset({"phone", "role"})

    phone: str
    name: str
    role: str
    key: str


class PhoneDismissed(PhoneHappening, tag="phone-dismissed", frozen=True, kw_only=True):
    """A paired phone may do nothing any more."""

    called = N_("phone dismissed")
    apart = "both"
    kept_texts = frozenset({"phone"})

    phone: str


class PairingRefused(PhoneHappening, tag="pairing-refused", frozen=True, kw_only=True):
    """Somebody at ``address`` (of the local network) gave a wrong or old pairing code, ``tries`` times."""

    called = N_("pairing refused")
    apart = "both"

    address: str
    tries: int = 1


AnyPhone = PhonePaired | PhoneDismissed | PairingRefused
"""Every kind of them."""
