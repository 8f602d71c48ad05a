"""Files of an event are for their owner alone: names, years of birth and phones are personal data."""

import os
from contextlib import suppress
from pathlib import Path

_OWNER_ALONE = 0o700
_FILE_OF_OWNER = 0o600


def keep_private(folder: Path) -> None:
    """Let nobody but the owner into ``folder``, and so into all that it holds.

    On Windows the user's own folder is that already. A stick's file system may know no owners: then
    nothing can be done, and nothing is said.
    """
    if os.name != "nt":
        with suppress(OSError):
            folder.chmod(_OWNER_ALONE)


def write_private(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, which others cannot read, not even for a moment. Raises OSError."""
    with open(path, "wb", opener=lambda name, flags: os.open(name, flags, _FILE_OF_OWNER)) as file:
        file.write(content)


def private_by_default() -> None:
    """Whatever this process writes from now on is for its owner alone, wherever it is put."""
    os.umask(0o077)
