"""The stage's arithmetic done a second time, as a child would: every second of the day is a box on a line.

Nothing here is taken from the program: what was pressed is kept as a list, and an item's time is counted
by walking over its seconds one by one.
"""

from dataclasses import dataclass, field


@dataclass
class Item:
    """An item that began: where, where it ended, the seconds in which it stood, what people added."""

    start: int
    end: int | None = None
    paused_at: int | None = None
    paused: set[int] = field(default_factory=set)
    broken: set[int] = field(default_factory=set)
    lost: dict[int, set[int]] = field(default_factory=dict)
    added: dict[int, int] = field(default_factory=dict)

    def seconds(self, now: int) -> int:
        """How many seconds it has run by ``now``."""
        stood = set(self.paused) | self.broken
        for lost in self.lost.values():
            stood |= lost
        if self.paused_at is not None:
            stood |= set(range(self.paused_at, now if self.end is None else max(now, self.end)))
        last = now if self.end is None else self.end
        return sum(second not in stood for second in range(self.start, last)) + sum(self.added.values())

    def paused_within(self, now: int) -> set[int]:
        """The seconds of its pauses that a paper may name."""
        last = now if self.end is None else self.end
        paused = set(self.paused)
        if self.paused_at is not None:
            paused |= set(range(self.paused_at, last))
        return {second for second in paused if self.start <= second < last} - self.broken


@dataclass
class Line:
    """The day: what ran in which order, and where the line has come to."""

    now: int = 0
    order: list[int] = field(default_factory=list)
    items: dict[int, Item] = field(default_factory=dict)
    current: int | None = None
    closed: bool = False

    def go(self, item: int | None, ago: int) -> None:
        """The running item ends, ``item`` begins; None closes."""
        at = self.now - ago
        if self.current is not None:
            self.items[self.current].end = at
        self.current = item
        if item is None:
            self.closed = True
        else:
            self.items[item] = Item(at)
            self.order.append(item)

    def back(self) -> None:
        """The item before runs on; the one that ran has not begun."""
        if self.current is not None:
            self.order.remove(self.current)
            del self.items[self.current]
        self.closed = False
        self.current = self.order[-1]
        item = self.items[self.current]
        assert item.end is not None
        item.broken |= set(range(item.end, self.now))
        item.end = None
        if item.paused_at is not None:
            item.paused |= set(range(item.paused_at, self.now))
            item.paused_at = None

    def pause_or_resume(self) -> None:
        """Stop the running item's time, or let it go on."""
        assert self.current is not None
        item = self.items[self.current]
        if item.paused_at is None:
            item.paused_at = self.now
        else:
            item.paused |= set(range(item.paused_at, self.now))
            item.paused_at = None

    def move_border(self, place: int, at: int) -> None:
        """The item at ``place`` of the order really began at ``at``; its neighbour moves along."""
        self.items[self.order[place]].start = at
        if place:
            self.items[self.order[place - 1]].end = at
