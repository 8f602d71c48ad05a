"""Hamlets of a list that are written nearly like another: told, and read as that other only when asked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from data.language import _
from data.model.guest import Guest
from data.roster.facts import Problem, RosterRow, row_sentence
from data.text.places.places import place_key
from data.text.places.places_alike import Alike, places_alike

KIND = "hamlets"


def alike_hamlets(rows: Sequence[RosterRow], guests: Iterable[Guest]) -> list[Problem]:
    """A doubt for each row whose hamlet looks like a slip for one of the ``guests`` or of the list.

    Hamlets that ``guests`` of the event have are right as they are.
    """
    counted = Counter(row.facts.hamlet for row in rows if row.facts.hamlet)
    known = Counter(guest.hamlet for guest in guests if guest.hamlet)
    alike = {pair.written: pair for pair in places_alike(counted, known)}
    return [_doubt(row, pair) for row in rows if (pair := alike.get(row.facts.hamlet))]


def read_as(rows: Iterable[RosterRow], meant: Mapping[str, str]) -> list[RosterRow]:
    """The rows, those in a hamlet that ``meant`` has with the hamlet that stands for it there."""
    by_key = {place_key(written): hamlet for written, hamlet in meant.items()}
    return [
        replace(row, facts=replace(row.facts, hamlet=hamlet))
        if row.facts.hamlet and (hamlet := by_key.get(place_key(row.facts.hamlet)))
        else row
        for row in rows
    ]


def _doubt(row: RosterRow, pair: Alike) -> Problem:
    what = _("“{written}” is written nearly like “{meant}”").format(written=pair.written, meant=pair.meant)
    return Problem(row.sheet, row.row, "", row_sentence(row.row, what), "warning", KIND, alike=pair)
