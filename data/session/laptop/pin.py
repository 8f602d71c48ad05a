"""The PIN that unlocks the keyboard of a laptop at the door. Only its hash is ever kept."""

import os
import re

from data.errors import Refused
from data.language import _, ngettext

LOCK_SECONDS = 60.0
"""So long after a person's last key the keyboard locks."""
MOST_TRIES = 5
PAUSE_SECONDS = 30.0
"""After so many wrong PINs nothing is taken for so long: 10,000 PINs then last most of a day."""

_PIN = re.compile(r"[0-9]{4,8}")
_COST, _BLOCK, _LANES = 1 << 14, 8, 1


def hash_pin(pin: str) -> str:
    """What may be kept of ``pin``: scrypt with a salt of its own. Refused unless it is 4 to 8 digits."""
    if not _PIN.fullmatch(pin):
        raise Refused(_("A PIN is 4 to 8 digits."))
    salt = os.urandom(16)
    return f"scrypt${salt.hex()}${_scrypt(pin, salt).hex()}"


def is_pin(typed: str, kept: str) -> bool:
    """Whether ``typed`` is the PIN that ``kept`` was made of by ``hash_pin``; False for a spoilt one."""
    from hmac import compare_digest

    try:
        kind, salt, digest = kept.split("$")
        wanted = bytes.fromhex(digest)
        return kind == "scrypt" and compare_digest(_scrypt(typed.strip(), bytes.fromhex(salt)), wanted)
    except ValueError:
        return False


def _scrypt(pin: str, salt: bytes) -> bytes:
    from hashlib import scrypt

    return scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, dklen=32)


class PinTries:
    """Counts wrong PINs: after ``MOST_TRIES`` in a row there is a pause. Times are of a steady clock."""

    def __init__(self, kept: str) -> None:
        self._kept = kept
        self._wrong = 0
        self._until = float("-inf")

    def try_pin(self, typed: str, now: float) -> bool:
        """Whether ``typed`` is right. Refused, with how long to wait, during a pause."""
        if now < self._until:
            wait = max(1, round(self._until - now))
            raise Refused(
                ngettext(
                    "Too many wrong PINs. Wait {seconds} second.",
                    "Too many wrong PINs. Wait {seconds} seconds.",
                    wait,
                ).format(seconds=wait)
            )
        if is_pin(typed, self._kept):
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong % MOST_TRIES == 0:
            self._until = now + PAUSE_SECONDS
        return False
