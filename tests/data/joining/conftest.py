"""Keys that are made at once: a code in these tests is typed by nobody who would try others."""

from hashlib import sha512

import pytest

from data.joining.pairing import keys


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """In the place of scrypt, whose tenth of a second ``test_pairing`` alone takes."""
    if request.path.name != "test_pairing.py":
        monkeypatch.setattr(keys, "scrypt", lambda secret, **how: sha512(secret).digest()[: how["dklen"]])
