"""Strange cards one after another at one door: somebody is trying numbers, or scans the wrong heap."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from data.model.entries.door import CameAgain, CheckedIn, ScanRefused
from data.model.entry import Entry

MANY = 20
"""So many in a row are told, once; a crumpled card is misread three times, not twenty."""
_STRANGE = frozenset({"unknown", "misread", "other-event"})


@dataclass
class Strangers:
    """How many strange cards in a row each device has read since it last knew one."""

    in_a_row: dict[str, int] = field(default_factory=dict)

    def follow(self, entries: Iterable[Entry]) -> None:
        """Fold scans in, and pass by all else."""
        for entry in entries:
            match entry.what:
                case CheckedIn() | CameAgain():
                    self.in_a_row.pop(entry.device, None)
                case ScanRefused(status=status) if status in _STRANGE:
                    self.in_a_row[entry.device] = self.in_a_row.get(entry.device, 0) + 1

    def next_is_many(self, device: str, status: str) -> bool:
        """Whether one more refusal of this kind at this device is the one that is told."""
        return status in _STRANGE and self.in_a_row.get(device, 0) == MANY - 1
