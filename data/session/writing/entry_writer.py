"""What writes entries: this laptop's id, and ids of entries that only ever go up."""

from msgspec import Struct

from data.ledger.lines.ids import next_id
from data.model.entry import AnyHappening, Entry
from data.session.laptop.identity import laptop_id
from data.state.stage.timeline import Instant
from data.text.cleaning.clean import clean
from data.text.cleaning.lengths import most_letters


class Author(Struct, frozen=True):
    """Who writes: the laptop's name and who is on duty at it."""

    device: str
    duty: str


class EntryWriter:
    """Over one open event. ``laptop`` is another id than this laptop's own, where several are on one."""

    def __init__(self, laptop: str = "") -> None:
        self._laptop = laptop
        self._last = ""

    @property
    def laptop(self) -> str:
        """The id of this laptop, which is read or drawn when it is first asked for."""
        self._laptop = self._laptop or laptop_id()
        return self._laptop

    def entry(self, what: AnyHappening, now: Instant, author: Author, seen: str) -> Entry:
        """The entry that says ``what`` happened ``now``, after all that stands up to ``seen``."""
        self._last = next_id(int(now.at.timestamp() * 1000), max(self._last, seen))
        return Entry(
            id=self._last,
            at=now.at,
            ticks=now.ticks,
            run=now.run,
            drift=now.drift,
            device=author.device,
            # Cut, not refused: nobody is kept waiting at the door for a long name at the desk.
            duty=clean(author.duty, most_letters("duty")),
            laptop=self.laptop,
            what=what,
        )
