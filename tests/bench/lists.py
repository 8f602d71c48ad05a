"""Whether lists of every layout are read as they are, or the difference is told.

Run with ``python -m tests.bench.lists [EXAMPLES] [SEED]``. Each example is a true table of guests, written in
a form that is drawn: file, code of letters, headings, order of columns, sections, numbering, totals, foot,
merged and hidden cells, couples, lost letters. What is read is the true table (right), or every difference is
among the doubts or refusals (told), or not (silent: must be 0). ``--show`` prints the first silent ones.
"""

import random
import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from data.errors import RosterInvalid
from data.model.event import Event
from data.roster.facts import RosterReading
from data.roster.reading import read_roster
from data.text.places.places import place_key
from tests.bench.drawn_files import Person
from tests.bench.drawn_lists import Drawn, draw

_LETTERS = frozenset({"lost", "strange", "columns", "sheets", "hidden sheets", "hidden columns"})
_TOLD_BY: dict[str, frozenset[str]] = {
    "name": _LETTERS | {"names", "couples", "odd", "foot"},
    "year": _LETTERS | {"years"},
    "hamlet": _LETTERS | {"sections"},
    "phone": _LETTERS | {"phones"},
}
"""Which kinds of doubt speak of a difference: a row that was converted tells nobody of its lost phone."""
_WHOLE_LIST = frozenset({"names", "columns", "sheets", "hidden sheets", "hidden columns", "sections"})


class Score(NamedTuple):
    """How many lists were tried, read right, told of, and wrong without a word."""

    tried: int = 0
    right: int = 0
    told: int = 0
    silent: int = 0


def told_or_silent(drawn: Drawn, reading: RosterReading) -> tuple[bool, list[str]]:
    """Whether the reading is the true table, and the differences that nobody is told of."""
    told: dict[int, set[str]] = defaultdict(set)
    refused = {problem.row for problem in reading.problems if problem.severity == "refused"}
    for problem in reading.problems:
        told[problem.row].add(problem.kind)
    whole = {problem.kind for problem in reading.problems} & _WHOLE_LIST
    read = {row.row: Person(row.facts.name, row.facts.birth_year, row.facts.hamlet, row.facts.phone)
            for row in reading.rows}  # fmt: skip
    differences = [
        (row, f"row {row}: {true} was read as {read.get(row)}")
        for row, true in drawn.people.items()
        if row not in read or not _same(true, read[row])
    ]
    extra = [
        (row, f"row {row}: {person} is nobody") for row, person in read.items() if row not in drawn.people
    ]
    right = not differences and not extra
    silent = [
        what
        for row, what in differences
        if row not in refused and not _is_told(drawn.people[row], read.get(row), told[row] | whole)
    ]
    silent += [what for row, what in extra if not told[row] & {"odd", "couples", "lost"}]
    return right, silent


def _is_told(true: Person, read: Person | None, kinds: set[str]) -> bool:
    """Whether each thing that differs is spoken of by a doubt about it."""
    if read is None:
        return bool(kinds)
    differ = {
        "name": true.name != read.name,
        "year": true.year != read.year,
        "hamlet": place_key(true.hamlet) != place_key(read.hamlet),
        "phone": true.phone != read.phone,
    }
    if "capitals" in kinds and true.name.casefold() == read.name.casefold():
        # It shows the name as it was read, and offers to write it as a person would.
        differ["name"] = False
    return all(kinds & _TOLD_BY[what] for what, differs in differ.items() if differs)


def _same(true: Person, read: Person) -> bool:
    return (
        true.name == read.name
        and true.year == read.year
        and place_key(true.hamlet) == place_key(read.hamlet)
        and true.phone == read.phone
    )


def tried(examples: int, seed: int, event: Event, folder: Path, show: int = 0) -> Score:
    """Draw and read this many lists; print the first ``show`` of those that are wrong without a word."""
    right = told = silent = 0
    for number in range(examples):
        drawn = draw(random.Random(f"{seed}-{number}"), folder)
        try:
            is_right, unsaid = told_or_silent(drawn, read_roster(drawn.path, event))
        except RosterInvalid as error:
            is_right, unsaid = False, [] if error.sentence else ["refused without a word"]
        right += is_right
        silent += bool(unsaid)
        told += not is_right and not unsaid
        if unsaid and silent <= show:
            print(f"example {seed}-{number}: {drawn.how}\n  " + "\n  ".join(unsaid[:3]), flush=True)
    return Score(examples, right, told, silent)


def main() -> None:
    """Print tried, right, told, silent."""
    from tests.data.roster.conftest import make_event

    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    examples, seed = (*numbers, 20_000, 1)[:2] if len(numbers) != 1 else (numbers[0], 1)
    with TemporaryDirectory() as folder:
        score = tried(examples, seed, make_event(), Path(folder), show=20 if "--show" in sys.argv else 0)
    print(f"tried {score.tried}  right {score.right}  told {score.told}  silent {score.silent}")


if __name__ == "__main__":
    main()
