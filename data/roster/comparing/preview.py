"""What an import would do, said before anything is written."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import asdict, replace

from data.language import _
from data.model.guest import Facts, Guest
from data.roster.comparing.alike_hamlets import alike_hamlets
from data.roster.comparing.doubles import without_doubles
from data.roster.comparing.matching import merged, pair
from data.roster.comparing.namesakes import Namesakes, namesakes, namesakes_elsewhere, on_both_lists
from data.roster.comparing.one_spelling import one_spelling
from data.roster.facts import FACTS, Problem, Respelt, RosterReading, RosterRow, facts_of, row_sentence
from data.scanning.codes import new_code
from data.text.fold import fold
from data.text.places.places import place_fold

NewGuest = RosterRow
"""A guest that the event does not have yet, with the sheet and row it stands in."""


class Change(Struct, frozen=True):
    """A guest that the list describes differently; ``after`` keeps number, code and marks of the day."""

    number: int
    sheet: str
    row: int
    before: Guest
    after: Guest

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ."""
        return tuple(f for f in FACTS if getattr(self.before, f) != getattr(self.after, f))


class ImportPreview(Struct, frozen=True):
    """What would be added, changed, left alone and refused; ``warnings`` are about rows that do go in.

    ``namesakes`` of one hamlet, those ``elsewhere`` (in several), ``both`` (on both lists) and ``respelt``
    (hamlets read as one) are no doubts: people may want to know.
    """

    reading: RosterReading
    added: list[NewGuest]
    changed: list[Change]
    unchanged: list[int]
    refused: list[Problem]
    warnings: list[Problem]
    namesakes: tuple[Namesakes, ...] = ()
    respelt: tuple[Respelt, ...] = ()
    both: tuple[Namesakes, ...] = ()
    elsewhere: tuple[Namesakes, ...] = ()

    def guests(self, first_number: int, event_number: str) -> list[Guest]:
        """The guests to write: changed ones with their number and code, then new ones.

        New guests are numbered from ``first_number`` upward in the order of the list and get fresh
        card codes of the event with the two digits ``event_number``.
        """
        new = (
            Guest(number=number, code=new_code(event_number, number), **asdict(row.facts))
            for number, row in enumerate(self.added, first_number)
        )
        return [change.after for change in self.changed] + list(new)


def preview(reading: RosterReading, existing: Iterable[Guest]) -> ImportPreview:
    """Compare a list that was read with the guests an event has. Nothing is written.

    A guest is the same when kind, folded name, year of birth and hamlet are; when one side lacks the
    year or the hamlet, the name with the other of the two or with the phone does. What a list leaves
    empty is never erased. Of two rows that cannot be told apart the second is refused.
    """
    guests = list(existing)
    named = _named_as_known(reading.rows, guests)
    known = {guest.hamlet for guest in guests if guest.hamlet}
    # Where the event has none yet, the list's own spellings are one already.
    spelt, respelt = one_spelling(named, known) if known else (named, ())
    rows, doubles = without_doubles(spelt)
    kept = {(row.sheet, row.row) for row in rows}
    # How a name is written is asked of those that would be written.
    asked = (p for p in reading.problems if p.kind != "capitals" or (p.sheet, p.row) in kept)
    unsure = alike_hamlets(rows, guests)
    problems = [*asked, *doubles, *unsure]
    rows = _doubted(rows, unsure)
    pairs = pair(rows, guests)
    added: list[NewGuest] = []
    changed: list[Change] = []
    unchanged: list[int] = []
    for place, row in enumerate(rows):
        guest = pairs.get(place)
        if guest is None:
            added.append(row)
            continue
        after = replace(guest, **asdict(merged(facts_of(guest), row.facts)))
        if after == guest:
            unchanged.append(guest.number)
        else:
            changed.append(Change(guest.number, row.sheet, row.row, guest, after))
        if guest.withdrawn:
            problems.append(
                _warning(row, _("{name} is in the list again, but was withdrawn and stays so"), guest)
            )
    paired = {guest.number for guest in pairs.values()}
    problems += _lookalikes(added, [guest for guest in guests if guest.number not in paired])
    places = {sheet.name: place for place, sheet in enumerate(reading.sheets)}
    problems.sort(key=lambda problem: (places.get(problem.sheet, -1), problem.row))
    refused = [problem for problem in problems if problem.severity == "refused"]
    warnings = [problem for problem in problems if problem.severity == "warning"]
    alike = namesakes(rows)
    spellings = (*reading.respelt, *respelt)
    both, elsewhere = on_both_lists(rows, guests), namesakes_elsewhere(rows)
    return ImportPreview(
        reading, added, changed, unchanged, refused, warnings, alike, spellings, both, elsewhere
    )


def _named_as_known(rows: Iterable[RosterRow], guests: list[Guest]) -> list[RosterRow]:
    """The rows of our own papers, with brackets as a part of the name where a guest is known by it."""
    rows = list(rows)
    if not any(row.written for row in rows):
        return rows
    known = {(guest.kind, fold(guest.name)) for guest in guests}
    return [
        replace(row, facts=replace(row.facts, name=row.written, nickname=""))
        if row.written and (row.facts.kind, fold(row.written)) in known
        else row
        for row in rows
    ]


def _doubted(rows: list[RosterRow], problems: list[Problem]) -> list[RosterRow]:
    """The rows, those that ``problems`` are about with the kind of doubt."""
    kinds = {(problem.sheet, problem.row): problem.kind for problem in problems}
    return [
        replace(row, doubts=(*row.doubts, kind)) if (kind := kinds.get((row.sheet, row.row))) else row
        for row in rows
    ]


def _lookalikes(added: list[NewGuest], others: list[Guest]) -> list[Problem]:
    """New guests that may be known ones whose year or hamlet was corrected: people should look."""
    by_name: dict[tuple[str, str], list[Guest]] = {}
    for guest in others:
        by_name.setdefault((guest.kind, fold(guest.name)), []).append(guest)
    found = []
    for row in added:
        for guest in by_name.get((row.facts.kind, fold(row.facts.name)), ()):
            same_hamlet = (
                place_fold(guest.hamlet) in ("", place_fold(row.facts.hamlet)) or not row.facts.hamlet
            )
            same_phone = bool(guest.phone) and guest.phone == row.facts.phone
            same_year = guest.birth_year is not None and guest.birth_year == row.facts.birth_year
            if same_hamlet or same_phone or same_year:
                what = _(
                    "{name} is added as new, but may be guest {number} with another year of birth or hamlet"
                )
                found.append(_warning(row, what, guest))
                break
    return found


def _warning(row: RosterRow, what: str, guest: Guest) -> Problem:
    sentence = row_sentence(row.row, what.format(name=row.facts.name, number=guest.number))
    return Problem(row.sheet, row.row, "", sentence, "warning", "known")


def facts_json(facts: Facts) -> dict[str, object]:
    """The facts that are filled in, for ``--json``."""
    return {field: value for field, value in asdict(facts).items() if value not in ("", None)}
