"""Writing a whole ledger at once, where an event is brought back or its personal data are taken out."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from data.files.disk import patiently, sync_folder
from data.ledger.lines.line import FIRST_LINK, Changes, Document, encode


def put_ledger(path: Path, steps: Iterable[Mapping[str, Iterable[Document]]], mode: int = 0o644) -> None:
    """Make ``path`` the ledger of these steps (documents by table name, one line each), or leave it.

    As ``put_lines``.
    """
    put_lines(path, _numbered(steps), mode)


def put_lines(path: Path, lines: Iterable[Changes], mode: int = 0o644) -> None:
    """Make ``path`` the ledger of these lines, or leave it. ``mode`` is who may read a new file.

    The new file is whole and synced before it takes the old one's name, so a power cut leaves the one or
    the other. Raises OSError; then the old one stands and nothing else is left.
    """
    unfinished = path.with_name(f".{path.name}.tmp")
    try:
        patiently(lambda: unfinished.unlink(missing_ok=True))
        # Never readable by others, not even for a moment.
        with patiently(lambda: _made(unfinished, mode)) as file:
            file.writelines(_chained(lines))
            file.flush()
            os.fsync(file.fileno())
        patiently(lambda: unfinished.replace(path))
        sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


def _made(path: Path, mode: int) -> BinaryIO:
    return open(path, "wb", opener=lambda name, flags: os.open(name, flags, mode))


def _numbered(steps: Iterable[Mapping[str, Iterable[Document]]]) -> Iterator[Changes]:
    last: dict[str, int] = {}
    for step in steps:
        changes: Changes = {}
        for name, documents in step.items():
            first = last.get(name, 0) + 1
            numbered = {str(id): document for id, document in enumerate(documents, start=first)}
            last[name] = first + len(numbered) - 1
            changes[name] = {**numbered}
        yield changes


def _chained(lines: Iterable[Changes]) -> Iterator[bytes]:
    link = FIRST_LINK
    for changes in lines:
        line, link = encode(changes, link)
        yield line
