"""What reading a list would bring, as lines: counts, columns with the first rows, problems, changes."""

from textual.content import Content

from data.language import _
from data.messages.names import guest_fact_name
from data.roster.columns.wording import MEANING_LABELS
from data.roster.facts import Facts, Problem, RosterRow, SheetReading
from data.roster.preview import Change, ImportPreview
from data.text.phone import mask
from tui.safe_text import joined, plain

_MOST_TOLD = 300
_FIRST_ROWS = 2


def preview_lines(found: ImportPreview, delegates: bool) -> list[Content]:
    """The lines; ``delegates`` says that people with an office were read as delegates on request."""
    rows = [_counts(found)]
    in_doubt = sum(sheet.in_doubt for sheet in found.reading.sheets)
    if delegates:
        rows.append(plain(_("People with an office are read as delegates.  F9: as the list says"), "bold"))
    elif in_doubt:
        told = _("{count} rows with an office are taken for households.  F9: read them as delegates")
        rows.append(plain(told.format(count=in_doubt), "bold $warning"))
    for sheet in found.reading.sheets:
        rows += _sheet(sheet, found.reading.rows)
    rows += _problems(found.refused, "✖", "$error") + _problems(found.warnings, "!", "$warning")
    return rows + _cut([_change(change) for change in found.changed])


def _counts(found: ImportPreview) -> Content:
    refused = _("{count} refused").format(count=len(found.refused))
    return joined(
        plain(_("{count} new").format(count=len(found.added)), "bold $success"),
        "  ·  ",
        plain(_("{count} changed").format(count=len(found.changed)), "bold"),
        "  ·  ",
        plain(_("{count} unchanged").format(count=len(found.unchanged))),
        "  ·  ",
        plain(refused, "bold $error" if found.refused else ""),
    )


def _sheet(sheet: SheetReading, rows: tuple[RosterRow, ...]) -> list[Content]:
    """What the columns were taken for, and the first rows as they were understood."""
    taken = [f"{c.letter} {_(MEANING_LABELS[c.meaning])}" for c in sheet.columns if c.meaning != "ignored"]
    columns = _("{sheet}: {columns}").format(sheet=sheet.name, columns=", ".join(taken))
    letters = {column.index for column in sheet.columns if column.meaning != "ignored"}
    first = [row for row in rows if row.sheet == sheet.name and letters][:_FIRST_ROWS]
    return [
        plain(columns, "$foreground 70%"),
        *(joined(plain(f"  {row.row:>4}  ", "$foreground 60%"), _told(row.facts)) for row in first),
    ]


def _told(facts: Facts) -> str:
    year = str(facts.birth_year) if facts.birth_year else ""
    name = f"{facts.honorific} {facts.name}".strip()
    parts = (name, year, facts.hamlet, facts.title, facts.organisation, mask(facts.phone), facts.note)
    return " · ".join(filter(None, parts))


def _problems(problems: list[Problem], sign: str, tone: str) -> list[Content]:
    return _cut(
        [joined(plain(f"{sign} ", tone), f"{problem.sheet} · {problem.sentence}") for problem in problems]
    )


def _change(change: Change) -> Content:
    facts = ", ".join(map(guest_fact_name, change.fields))
    return joined(plain("~ ", "bold"), f"{change.number:03} {change.before.name}: {facts}")


def _cut(rows: list[Content]) -> list[Content]:
    """The rows, the first few hundred of many: a screen is no place to read twenty thousand."""
    left = len(rows) - _MOST_TOLD
    return (
        [*rows[:_MOST_TOLD], plain(_("  and {count} more").format(count=left), "dim")] if left > 0 else rows
    )
