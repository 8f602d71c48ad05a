"""Reading a ledger file: what is sound, what was torn off at the end, what is damaged."""

from dataclasses import dataclass, field
from pathlib import Path

from data.ledger.lines.line import FIRST_LINK, Changes, LineBroken, decode, is_line, stated_link
from data.ledger.lines.todays import Said, documents_of, said_by

Tables = dict[str, dict[str, dict[str, object]]]


@dataclass
class Reading:
    """What a ledger file (or the part of it after ``start``) says.

    ``size`` is how many bytes from the file's beginning are sound; ``torn`` how many after them
    belong to a last line that never got whole on disk; ``damaged`` the numbers (from 1) of lines
    before the end that are not as they were written; ``unended`` whether the last sound line lacks
    only its line feed; ``last`` where the last sound line begins. ``said`` is what the sound lines say.
    """

    size: int = 0
    link: int = FIRST_LINK
    lines: int = 0
    last: int = 0
    torn: int = 0
    unended: bool = False
    damaged: list[int] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    @property
    def changes(self) -> list[Changes]:
        """What the sound lines change, as documents."""
        return [documents_of(said) for said in self.said]


def read_file(path: Path) -> Reading:
    """Read the whole file. Raises OSError when it cannot be read at all."""
    return read_bytes(path.read_bytes(), Reading())


def read_tail(path: Path, before: Reading) -> Reading:
    """Read what was appended since ``before`` was read; it says only what the new lines say."""
    with path.open("rb") as file:
        file.seek(before.size)
        fresh = file.read()
    start = Reading(size=before.size, link=before.link, lines=before.lines, last=before.last)
    if before.unended and fresh.startswith(b"\n"):
        start.size += 1
        fresh = fresh[1:]
    return read_bytes(fresh, start)


def read_bytes(text: bytes, reading: Reading) -> Reading:
    """Add the lines of ``text`` to ``reading``, which stands at the end of what came before.

    A broken last line without its line feed, or with zeros where a file system had made room but put
    nothing, is one that a power cut tore: it was never acknowledged, because a line is acknowledged
    only after it is whole on disk. Any other broken line is damage.
    """
    rows = text.split(b"\n")
    tail = rows.pop()
    if not tail and (sound := said_by(rows, reading.link)) is not None:
        reading.said += sound[0]
        reading.link = sound[1]
        reading.lines += len(rows)
        reading.last = reading.size + len(text) - len(rows[-1]) - 1
        reading.size += len(text)
        reading.unended = False
        return reading
    ended = len(rows)
    if tail:
        rows.append(tail)
    for index, row in enumerate(rows):
        reading.lines += 1
        link = reading.link
        try:
            changes, reading.link = decode(row, reading.link)
        except LineBroken:
            if index == len(rows) - 1 and (index >= ended or _lacks_bytes(row, link)):
                reading.lines -= 1
                reading.torn = len(row) + (1 if index < ended else 0)
                break
            reading.damaged.append(reading.lines)
            reading.link = stated_link(row) or reading.link
        else:
            reading.said.append(changes)
            reading.last = reading.size
        reading.size += len(row) + (1 if index < ended else 0)
        reading.unended = index >= ended
    return reading


def still_holds(path: Path, reading: Reading) -> bool:
    """Whether the last line that was read still stands where it stood. Raises OSError.

    Its checksum covers every line before it, so another ledger under the same name is told by it.
    """
    if not reading.lines:
        return True
    with path.open("rb") as file:
        file.seek(reading.last)
        return file.read(10) == b'["%08x' % reading.link


def _lacks_bytes(row: bytes, link: int) -> bool:
    """Whether ``row`` has zeros for bytes that never came, rather than for the end of a sound line."""
    head, zero, _rest = row.partition(b"\0")
    return bool(zero) and not is_line(head, link)


def apply(tables: Tables, changes: Changes) -> None:
    """Bring ``tables`` up to date with one line's ``changes``."""
    for name, documents in changes.items():
        if documents is None:
            tables.pop(name, None)
            continue
        table = tables.setdefault(name, {})
        if None not in documents.values():
            table.update(documents)  # type: ignore[arg-type]
            continue
        for doc_id, document in documents.items():
            if document is None:
                table.pop(doc_id, None)
            else:
                table[doc_id] = document
