"""What can only be judged when the whole list is read: how places and names are spelt in it."""

from msgspec.structs import replace

from data.language import _
from data.roster.cells.letters import has_lost_letters
from data.roster.cells.lost_letters import SoundNames
from data.roster.columns.columns import NAMES
from data.roster.comparing.alike_hamlets import read_as
from data.roster.comparing.one_spelling import one_spelling
from data.roster.facts import Problem, RosterReading, RosterRow, row_sentence
from data.roster.reading_options import ReadingOptions
from data.roster.words.plain import is_plain_name
from data.text.people.names import is_shouted_or_whispered, written_properly


def afterwards(reading: RosterReading, options: ReadingOptions) -> RosterReading:
    """The list with one spelling for each hamlet, and names as ``options`` want them."""
    spelt, respelt = one_spelling(reading.rows)
    rows = read_as(spelt, options.hamlets)
    problems = list(reading.problems)
    if options.fill:
        rows, problems = _filled(reading, rows)
    if options.proper:
        rows = [replace(row, facts=replace(row.facts, name=written_properly(row.facts.name))) for row in rows]
    else:
        rows, told = _capitals(rows)
        problems += told
    return replace(reading, rows=tuple(rows), problems=tuple(problems), respelt=respelt)


def _filled(reading: RosterReading, rows: list[RosterRow]) -> tuple[list[RosterRow], list[Problem]]:
    """Names with their lost letters, as far as the other names tell; each is told."""
    sound = SoundNames(row.facts.name for row in rows)
    names = {
        (sheet.name, column.letter)
        for sheet in reading.sheets
        for column in sheet.columns
        if column.meaning in NAMES
    }
    filled: dict[tuple[str, int], str] = {}
    for place, row in enumerate(rows):
        name = sound.filled(row.facts.name) if "lost" in row.doubts else row.facts.name
        if name != row.facts.name:
            filled[row.sheet, row.row] = name
            doubts = tuple(kind for kind in row.doubts if kind != "lost" or has_lost_letters(name))
            rows[place] = replace(row, facts=replace(row.facts, name=name), doubts=(*doubts, "filled"))
    told = []
    for problem in reading.problems:
        shown = filled.get((problem.sheet, problem.row), "")
        if problem.kind == "lost" and shown and (problem.sheet, problem.column) in names:
            if has_lost_letters(shown):
                told.append(problem)
            what = _("the name was read as “{name}”, with letters of the list's other names")
            sentence = row_sentence(problem.row, what.format(name=shown))
            told.append(replace(problem, sentence=sentence, kind="filled"))
        else:
            told.append(problem)
    return rows, told


def _capitals(rows: list[RosterRow]) -> tuple[list[RosterRow], list[Problem]]:
    """Names all in capitals or in small letters are asked about once for the whole list."""
    loud = [
        row
        for row in rows
        if not is_plain_name(row.facts.name)
        and "couples" not in row.doubts
        and is_shouted_or_whispered(row.facts.name)
    ]
    if not loud:
        return rows, []
    what = _("“{name}” is not written as names are")
    problems = [
        Problem(
            row.sheet,
            row.row,
            "",
            row_sentence(row.row, what.format(name=row.facts.name)),
            "warning",
            "capitals",
        )
        for row in loud
    ]
    places = {id(row) for row in loud}
    return [
        replace(row, doubts=(*row.doubts, "capitals")) if id(row) in places else row for row in rows
    ], problems
