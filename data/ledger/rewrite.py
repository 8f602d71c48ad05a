"""Writing a whole ledger at once, where an event is brought back or its personal data are taken out."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from time import sleep

from data.ledger.line import FIRST_LINK, Changes, Document, encode
from data.ledger.storage import sync_folder

_TRIES = 20
_PAUSE = 0.05


def put_ledger(path: Path, steps: Iterable[Mapping[str, Iterable[Document]]]) -> None:
    """Make ``path`` the ledger of these steps (documents by table name, one line each), or leave it.

    The new file is whole and synced before it takes the old one's name, so a power cut leaves the one or
    the other. Raises OSError; then the old one stands and nothing else is left.
    """
    unfinished = path.with_name(f".{path.name}.tmp")
    try:
        with unfinished.open("wb") as file:
            file.writelines(_lines(steps))
            file.flush()
            os.fsync(file.fileno())
        _take_name(unfinished, path)
        sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


def _lines(steps: Iterable[Mapping[str, Iterable[Document]]]) -> Iterator[bytes]:
    link = FIRST_LINK
    last: dict[str, int] = {}
    for step in steps:
        changes: Changes = {}
        for name, documents in step.items():
            first = last.get(name, 0) + 1
            changes[name] = {str(id): document for id, document in enumerate(documents, start=first)}
            last[name] = first + len(changes[name]) - 1
        line, link = encode(changes, link)
        yield line


def _take_name(unfinished: Path, path: Path) -> None:
    for left in reversed(range(_TRIES)):
        try:
            unfinished.replace(path)
        except PermissionError:
            # Windows refuses while a reader has the file open, which is for a moment only.
            if not left:
                raise
            sleep(_PAUSE)
        else:
            return
