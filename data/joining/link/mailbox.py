"""What the program and the link's thread hand each other; no call here waits for the other side."""

from collections import deque
from collections.abc import Callable, Iterable

from data.joining.link.standing import Standing
from data.ledger.lines.record import Step

FULL = 4000
"""So many steps may lie in the inbox; with more the link stops reading until some were taken out."""


class Mailbox:
    """``known`` are the ids that the server is known to hold, ``held`` those that this laptop has on disk or
    in its inbox; ``wants_all`` says that whatever is held and not known is to be posted. ``standing`` is how
    things stand; ``about`` what this laptop tells of itself: how many entries, and their digest.

    ``posted`` is called by ``send``, ``arrived`` when something came, in the thread of whoever does that.
    """

    def __init__(self, held: Iterable[str]) -> None:
        self.held = set(held)
        self.known: set[str] = set()
        self.wants_all = False
        self.standing = Standing()
        self.about = (0, "")
        self.posted: Callable[[], None] = _nothing
        self.arrived: Callable[[], None] = _nothing
        self._out: deque[Step] = deque()
        self._in: deque[Step] = deque()

    def post(self, steps: Iterable[Step]) -> None:
        """Put ``steps``, which are on disk, where ``send`` takes them from. Costs next to nothing."""
        for step in steps:
            self.held.add(step.entry.id)
            self._out.append(step)

    def send(self) -> None:
        """Have what was posted sent to the others. Returns at once, but lets the link's thread go first: not
        before whoever waits at the door was answered."""
        if self._out:
            self.posted()

    @property
    def posted_count(self) -> int:
        """How many posted steps nobody has looked at yet."""
        return len(self._out)

    def outgoing(self) -> list[Step]:
        """What was posted since the last call."""
        return _emptied(self._out, len(self._out))

    def deliver(self, steps: Iterable[Step]) -> None:
        """Put steps of others into the inbox."""
        for step in steps:
            self.held.add(step.entry.id)
            self._in.append(step)
        self.arrived()

    def take(self, most: int) -> list[Step]:
        """The next steps of others, at most so many, in the order in which they came."""
        return _emptied(self._in, most)

    def put_back(self, steps: list[Step]) -> None:
        """Steps that were taken out and could not be kept."""
        self._in.extendleft(reversed(steps))

    @property
    def is_full(self) -> bool:
        """Whether the program has to take some out first."""
        return len(self._in) >= FULL

    @property
    def has_come(self) -> bool:
        """Whether there is something to take out."""
        return bool(self._in)


def _emptied(queue: deque[Step], most: int) -> list[Step]:
    return [queue.popleft() for _ in range(min(most, len(queue)))]


def _nothing() -> None:
    """Nobody listens."""
