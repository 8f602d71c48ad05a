"""One spelling for each hamlet of a list, and which were written otherwise."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from data.roster.facts import Respelt, RosterRow
from data.text.places.places import spellings


def one_spelling(
    rows: Sequence[RosterRow], known: Collection[str] = ()
) -> tuple[list[RosterRow], tuple[Respelt, ...]]:
    """The rows with each hamlet spelt in one way, as the event does where it is among ``known``; and what was
    written otherwise."""
    written = [row.facts.hamlet for row in rows]
    shown = spellings([hamlet for hamlet in written if hamlet and hamlet not in known], sorted(known))
    found: dict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
    spelt = []
    for row in rows:
        hamlet = row.facts.hamlet
        read = shown.get(hamlet, hamlet)
        if read != hamlet or row.typed_hamlet:
            only_letters = read.casefold() == hamlet.casefold()
            found[read, only_letters][row.typed_hamlet if only_letters and row.typed_hamlet else hamlet] += 1
            row = replace(row, facts=replace(row.facts, hamlet=read), typed_hamlet="")
        spelt.append(row)
    return spelt, tuple(
        Respelt(read, tuple(texts), texts.total(), only_letters)
        for (read, only_letters), texts in found.items()
    )
