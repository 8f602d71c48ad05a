"""Two tellings of one ledger made one: whatever either has, once, in the order in which it was written."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

from data.ledger.lines.line import ENTRIES, Changes, encode_document
from data.repair.damage.salvage import Row

Key = tuple[str, ...]


class Merged(NamedTuple):
    """The ``rows`` of both in order, those in neither still lost; ``taken`` came from the other one."""

    rows: list[Row]
    taken: int


def key(changes: Changes) -> Key:
    """What tells a line from every other one: the ids of its entries, which are unique across laptops."""
    ids = [str(row["id"]) for row in (changes.get(ENTRIES) or {}).values() if row and "id" in row]
    return tuple(ids) or (f"{crc32(encode_document(changes)):08x}",)


def merge(rows: Sequence[Row], other: Sequence[Changes]) -> Merged:
    """``rows`` with what ``other`` has beside them. A lost row's place is filled by the line that the other
    one has there; what only one of the two has is put in order by the times in the ids."""
    known = {key(row.changes) for row in rows if row.changes is not None}
    places = {key(changes): place for place, changes in enumerate(other)}
    joined = _Joined(known)
    place = 0
    for row in rows:
        if row.changes is None:
            if place < len(other) and joined.lacks(other[place]):
                joined.take(other[place], row.number)
                place += 1
            else:
                joined.rows.append(row)
            continue
        mine = key(row.changes)
        end = places.get(mine, -1)
        while place < len(other) and (place < end or (end < 0 and key(other[place]) < mine)):
            if not joined.lacks(other[place]) and end < 0:
                break
            joined.take(other[place])
            place += 1
        place = max(place, end + 1)
        joined.add(row, "own")
    for changes in other:
        joined.take(changes)
    return Merged(joined.rows, joined.taken)


class _Joined:
    """Lines from two sources with the documents' ids kept apart; ``known`` are the keys of the own ones."""

    def __init__(self, known: set[Key]) -> None:
        self.rows: list[Row] = []
        self.taken = 0
        self._known = set(known)
        self._owner: dict[tuple[str, str], str] = {}
        self._moved: dict[tuple[str, str, str], str] = {}
        self._highest: dict[str, int] = defaultdict(int)

    def lacks(self, changes: Changes) -> bool:
        """Whether neither the own lines nor those taken so far hold this one."""
        return key(changes) not in self._known

    def take(self, changes: Changes, number: int = 0) -> None:
        """Add a line of the other source, unless it is there or will be; in the place of the lost line
        ``number``, if it is given."""
        if self.lacks(changes):
            self._known.add(key(changes))
            self.taken += 1
            self.add(Row(number, b"", "sound", changes), "other")

    def add(self, row: Row, source: str) -> None:
        """Add a line of a source."""
        line: Changes = {}
        for name, documents in (row.changes or {}).items():
            if documents is None:
                line[name] = None
                continue
            line[name] = {self._number(name, id, source): document for id, document in documents.items()}
        self.rows.append(row._replace(changes=line))

    def _number(self, name: str, id: str, source: str) -> str:
        moved = self._moved.get((name, id, source))
        if moved is not None:
            return moved
        owner = self._owner.setdefault((name, id), source)
        number = id
        if owner != source:
            number = str(self._highest[name] + 1)
            self._moved[name, id, source] = number
            self._owner[name, number] = source
        self._highest[name] = max(self._highest[name], int(number) if number.isdecimal() else 0)
        return number
