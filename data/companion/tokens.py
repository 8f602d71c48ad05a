"""Pairing codes: each pairs one phone, within ten minutes, and is compared in constant time."""

import hashlib
import secrets
from hmac import compare_digest

from msgspec import Struct

from data.companion.roles import Role

TOKEN_SECONDS = 600.0
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""None that is mistaken for another on a screen or on paper."""
_LENGTH = 10
_MOST_OPEN = 8
_SECRET_BYTES = 32


class Token(Struct, frozen=True, kw_only=True):
    """A code that was shown; ``ends`` by the monotonic clock, in seconds."""

    text: str
    role: Role
    ends: float


class Tokens:
    """The codes that can still pair a phone."""

    def __init__(self) -> None:
        self._open: list[Token] = []

    def new(self, role: Role, now: float) -> Token:
        """A fresh code for one phone. ``now`` is the monotonic clock, in seconds."""
        text = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
        token = Token(text=text, role=role, ends=now + TOKEN_SECONDS)
        self._open = [*self._alive(now), token][-_MOST_OPEN:]
        return token

    def take(self, text: str, now: float) -> Token | None:
        """The code that ``text`` is, used up by this; None for a wrong, old or used one.

        Case and blanks do not count: it may have been typed by hand. Every open code is compared, each in
        constant time.
        """
        typed = "".join(text.upper().split()).encode("utf-8", "replace")
        found = None
        for token in self._alive(now):
            if compare_digest(token.text.encode(), typed):
                found = token
        self._open = [token for token in self._alive(now) if token is not found]
        return found

    def put_back(self, token: Token) -> None:
        """Let a code that was taken pair a phone after all: nothing came of it."""
        self._open.append(token)

    def withdraw(self, token: Token) -> None:
        """Let a code pair nobody: it is not shown any more."""
        self._open = [other for other in self._open if other is not token]

    def is_open(self, token: Token, now: float) -> bool:
        """Whether the code can still pair a phone."""
        return any(other is token for other in self._alive(now))

    def _alive(self, now: float) -> list[Token]:
        return [token for token in self._open if now < token.ends]


def new_secret() -> str:
    """What a phone shows from its pairing on, in its cookie: 32 random bytes, as letters fit for one."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def key_of(secret: str) -> str:
    """What is kept of a phone's secret: its SHA-256, hexadecimal."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
