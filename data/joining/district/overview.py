"""How all villages of a district stand, in the order in which an office looks at them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from msgspec import Struct

from data.joining.district.config import District
from data.joining.district.following import Seen
from data.text.counted import Tally

Sign = Literal["never", "silent", "before", "running", "paused", "between", "closed"]

LATE_MINUTES = 10
"""From so many minutes on a village is late enough to be looked at."""


class VillageRow(Struct, frozen=True):
    """One village: what it is called, how it stands, what it told last (None before it told anything)."""

    id: str
    name: str
    sign: Sign
    seen: Seen | None

    @property
    def is_late(self) -> bool:
        """Whether it runs so late that somebody should know."""
        return self.seen is not None and (self.seen.counts.late or 0) >= LATE_MINUTES


class Overview(Struct, frozen=True):
    """``rows`` in order: those not heard of first, then the late ones, then the others as the file names
    them, and last those that never told anything. The numbers are sums over all that did."""

    rows: tuple[VillageRow, ...]
    heard: int
    silent: int
    running: int
    households: Tally
    delegates: Tally


def overview(district: District, seen: Mapping[str, Seen], now: datetime) -> Overview:
    """How the villages stand at ``now`` (UTC, by the clock that stamped what they told)."""
    rows = [
        _row(district, village.id, village.name, seen.get(village.id), now) for village in district.village
    ]
    counts = [row.seen.counts for row in rows if row.seen is not None]
    return Overview(
        rows=tuple(sorted(rows, key=_urgency)),
        heard=sum(row.sign not in ("never", "silent") for row in rows),
        silent=sum(row.sign == "silent" for row in rows),
        running=sum(row.sign in ("running", "paused") for row in rows),
        households=_sum(one.households_tally for one in counts),
        delegates=_sum(one.delegates_tally for one in counts),
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    columns = list(zip(*tallies, strict=True))
    return Tally(*map(sum, columns)) if columns else Tally(0, 0)


def _row(district: District, id: str, name: str, seen: Seen | None, now: datetime) -> VillageRow:
    if seen is None:
        return VillageRow(id, name, "never", None)
    if (now - seen.at).total_seconds() > district.silent_after and seen.counts.phase != "closed":
        return VillageRow(id, name, "silent", seen)
    return VillageRow(id, name, seen.counts.phase, seen)


def _urgency(row: VillageRow) -> int:
    if row.sign == "never":
        return 3
    return 0 if row.sign == "silent" else 1 if row.is_late else 2
