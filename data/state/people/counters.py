"""The counts, kept as guests and check-ins change, so that no screen has to count everybody again."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from data.model.guest import Guest
from data.state.people.attendance import Attendance
from data.text.cleaning.clean import clean
from data.text.places.places import commonest, place_fold, place_key

_spelt = lru_cache(maxsize=4096)(clean)
"""A hamlet's name, cleaned: the same few names come with every guest and every check-in."""


@dataclass
class Count:
    """How many of a hamlet or delegation were invited (``listed``), came (``present``), and are still here.

    ``walk_ins`` are those of the present whom nobody had invited. ``people`` and ``people_here`` count
    everyone who came from its households.
    """

    listed: int = 0
    present: int = 0
    walk_ins: int = 0
    here: int = 0
    people: int = 0
    people_here: int = 0

    def plus(self, other: "Count") -> "Count":
        """Both together."""
        return Count(
            self.listed + other.listed,
            self.present + other.present,
            self.walk_ins + other.walk_ins,
            self.here + other.here,
            self.people + other.people,
            self.people_here + other.people_here,
        )


@dataclass
class Counters:
    """Households by hamlet and delegates by delegation id, in the order in which they were first listed.

    A hamlet is one however it is spelt ("Xóm 3", "XÓM 03"), and is called by its commonest spelling.
    """

    _spellings: dict[str, Counter[str]] = field(default_factory=dict)
    _households: dict[str, Count] = field(default_factory=dict)
    _delegates: dict[str, Count] = field(default_factory=dict)

    def change(
        self,
        guest: Guest,
        attendance: Attendance | None,
        sign: int,
    ) -> None:
        """Count a guest and their attendance in (``sign`` 1) or, as they were before, out again (-1).

        Who was withdrawn from the list does not count, come or not. Who was put on it at the door was
        not invited, and counts only by having come.
        """
        if guest.withdrawn:
            return
        if guest.is_household:
            name = place_key(guest.hamlet)
            count = self._households.get(name)
            if count is None:
                count = self._households[name] = Count()
                self._spellings[name] = Counter()
            self._spellings[name][_spelt(guest.hamlet)] += sign
        else:
            count = self._delegates.setdefault(guest.delegation, Count())
        if not guest.walk_in:
            count.listed += sign
        if attendance is not None:
            self.attend(guest, attendance, sign)

    def attend(self, guest: Guest, attendance: Attendance, sign: int) -> None:
        """Count the attendance alone in, or out again, of a guest who is counted."""
        if guest.withdrawn:
            return
        if guest.is_household:
            count, people = self._households[place_key(guest.hamlet)], sign * attendance.people
        else:
            count, people = self._delegates[guest.delegation], 0
        count.present += sign
        count.people += people
        if guest.walk_in:
            count.walk_ins += sign
        if attendance.left is None:
            count.here += sign
            count.people_here += people

    def hamlets(self) -> dict[str, Count]:
        """The households that were invited or came, by hamlet in its commonest spelling."""
        return {
            commonest(self._spellings[key]): count
            for key, count in self._households.items()
            if count.listed or count.present
        }

    def hamlet_name(self, hamlet: str) -> str:
        """What the list mostly calls the hamlet that is spelt ``hamlet``; that text where it has no such."""
        spellings = self._spellings.get(place_key(hamlet))
        return commonest(spellings) if spellings and spellings.total() else clean(hamlet)

    def hamlet_meant(self, typed: str) -> str:
        """What the list calls the hamlet that somebody ``typed``. Who leaves the marks out means the one that
        has them, where none is listed without: "xom ben" is "Xóm Bến"."""
        listed = self._spellings.get(place_key(typed))
        marked = self._marked(typed) if typed.isascii() and not (listed and listed.total()) else None
        return commonest(marked) if marked else self.hamlet_name(typed)

    def _marked(self, plain: str) -> Counter[str] | None:
        """The spellings of the only hamlet with marks that ``plain`` may be; None for none or several."""
        folded, key = place_fold(plain), place_key(plain)
        like = [
            spellings
            for other, spellings in self._spellings.items()
            if other != key and spellings.total() > 0 and place_fold(commonest(spellings)) == folded
        ]
        return like[0] if folded and len(like) == 1 else None

    def delegations(self) -> dict[str, Count]:
        """The delegates who were invited or came, by the id of their delegation."""
        return {name: count for name, count in self._delegates.items() if count.listed or count.present}

    def households(self) -> Count:
        """All households together."""
        return _sum(self._households.values())

    def delegates(self) -> Count:
        """All delegates together."""
        return _sum(self._delegates.values())


def _sum(counts: Iterable[Count]) -> Count:
    total = Count()
    for count in counts:
        total = total.plus(count)
    return total
