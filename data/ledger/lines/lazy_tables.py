"""TinyDB's tables of a ledger, made when somebody asks for them: the program itself asks for none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter

from data.ledger.lines.line import Changes
from data.ledger.lines.reading import Tables, apply
from data.ledger.lines.todays import Said, TodaysLine, by_sort, documents_of


@dataclass
class LazyTables:
    """What lines add up to as documents. ``made`` are the tables, once somebody has asked.

    Before that only the highest id of each is known, which the next document's follows; to who does not
    write (``is_counted``) not even that.
    """

    made: Tables | None = None
    is_counted: bool = True
    _highest: dict[str, int] = field(default_factory=dict)

    def note(self, said: Sequence[Said]) -> None:
        """Take in what more lines say."""
        if self.made is not None:
            for line in said:
                apply(self.made, documents_of(line))
            return
        if not self.is_counted:
            return
        todays, others = by_sort(said)
        for name in TodaysLine.__struct_fields__:
            self._count(name, chain.from_iterable(map(attrgetter(name), todays)))
        for changes in others:
            self._note_changes(changes)

    def note_written(self, changes: Changes) -> None:
        """Take in what a line says that was written here."""
        if self.made is not None:
            apply(self.made, changes)
        elif self.is_counted:
            self._note_changes(changes)

    def _note_changes(self, changes: Changes) -> None:
        for name, table in changes.items():
            if table is None or None in table.values():
                # The highest may be gone: the tables have to say which it is now.
                self.is_counted = False
            else:
                self._count(name, table)

    def _count(self, name: str, ids: Iterable[str]) -> None:
        try:
            highest = max(map(int, ids), default=0)
        except ValueError:
            self.is_counted = False
        else:
            self._highest[name] = max(highest, self._highest.get(name, 0))

    def get(self, read: Callable[[], Tables]) -> Tables:
        """The tables; ``read`` makes them of what is on disk."""
        if self.made is None:
            self.made = read()
        return self.made

    def highest(self, name: str) -> int | None:
        """The highest id in a table, 0 for an empty one; None where the tables have to be made to say it."""
        return self._highest.get(name, 0) if self.made is None and self.is_counted else None
