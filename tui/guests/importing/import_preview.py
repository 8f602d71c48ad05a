"""What reading a list would bring, as lines: counts, columns with the first rows, problems, changes."""

from collections.abc import Iterator

from textual.content import Content

from data.language import _, ngettext
from data.messages.names import guest_fact_name
from data.model.guest import Facts
from data.roster.columns.unused import unused_sentence
from data.roster.columns.wording import MEANING_LABELS
from data.roster.comparing.preview import Change, ImportPreview
from data.roster.comparing.remarks import remarks
from data.roster.doubts import DoubtGroup, grouped
from data.roster.facts import Problem, RosterRow, SheetReading
from data.roster.reading_options import ReadingOptions
from data.roster.remedies import has_remedy
from data.text.people.phone import mask
from tui.guests.importing.delegates import in_doubt, next_step, nowhere
from tui.safe_text import fit, joined, plain

REMEDY_KEYS = "abcdefgh"
"""Letters, since digits come from scanners."""

_MOST_TOLD = 300
_FIRST_ROWS = 2
_ROW_NUMBER = 8
_FIRST_REFUSED = 6


def preview_lines(found: ImportPreview, options: ReadingOptions, width: int = 0) -> list[Content]:
    """The lines: counts, then what is doubtful by kind with its key, row by row, then changes, what the
    columns were taken for, and the first few hundred rows as they were understood, in ``width`` cells.

    ``options`` is what the person said already.
    """
    rows = [_counts(found)]
    if options != ReadingOptions():
        rows.append(
            plain(
                _("The list was read again as your keys chose.  X: undo that, read it as it stands"), "bold"
            )
        )
    rows += _delegates(found, options)
    rows += [_kind(group, key) for group, key in keyed(found, options)]
    groups = [group for group in grouped(found.warnings) if not group.tells_all]
    doubtful = [problem for group in groups for problem in group.problems]
    rows += _problems(found.refused, "✖", "$error") + _problems(doubtful, "!", "$warning")
    rows += [plain(remark.sentence(), "bold") for remark in remarks(found)]
    rows += _cut([_change(change) for change in found.changed])
    sheets = found.reading.sheets
    most = max(_FIRST_ROWS, _MOST_TOLD // max(1, len(sheets)))
    for sheet in sheets:
        rows += _columns(sheet)
    for sheet in sheets:
        rows += _first_rows(sheet, found.reading.rows, most, width)
    return rows


def _delegates(found: ImportPreview, options: ReadingOptions) -> list[Content]:
    """What was decided of people with an office, or is asked; the last of it with what F9 does next."""
    told: list[tuple[str, str]] = []
    if options.delegates:
        told.append((_("People with an office are read as delegates."), "bold"))
    if (count := nowhere(found)) and options.others:
        sentence = ngettext(
            "{count} who fits no delegation is taken as “Khách mời khác”.",
            "{count} who fit no delegation are taken as “Khách mời khác”.",
            count,
        )
        told.append((sentence.format(count=count), "bold"))
    elif count:
        sentence = ngettext(
            "{count} fits no delegation and is refused.", "{count} fit no delegation and are refused.", count
        )
        told.append((sentence.format(count=count), "bold $warning"))
    step = next_step(found, options)
    lines = [plain(sentence, tone) for sentence, tone in told]
    if lines and step is not None and (options.delegates or not in_doubt(found)):
        lines[-1] = joined(lines[-1], "  ", plain(f"F9: {step.label}", "bold"))
    return lines


def refused_sentence(found: ImportPreview) -> str:
    """How many rows were refused and which, for the line that tells what was taken in; empty for none."""
    if not found.refused:
        return ""
    rows = sorted({problem.row for problem in found.refused})
    told = ", ".join(map(str, rows[:_FIRST_REFUSED])) + (", …" if len(rows) > _FIRST_REFUSED else "")
    sentence = ngettext("✖ {count} refused: row {rows}", "✖ {count} refused: rows {rows}", len(rows))
    return sentence.format(count=len(found.refused), rows=told)


def keyed(found: ImportPreview, options: ReadingOptions) -> list[tuple[DoubtGroup, str]]:
    """The kinds of doubt, the gravest first, each with its remedy's key ("" where one key cannot help)."""
    keys = iter(REMEDY_KEYS)
    return [
        (group, _key(group, keys) if has_remedy(options, group) else "") for group in grouped(found.warnings)
    ]


def _key(group: DoubtGroup, keys: Iterator[str]) -> str:
    """F9 also takes its remedy back, as a letter does not."""
    return "f9" if group.remedy == "delegates" else next(keys, "")


def _kind(group: DoubtGroup, key: str) -> Content:
    line = plain(f"! {group.summary()}", "bold $warning")
    return joined(line, "  ", plain(f"{key.upper()}: {group.remedy_label()}", "bold")) if key else line


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


def _columns(sheet: SheetReading) -> list[Content]:
    """What the columns were taken for, and which were not used."""
    taken = [f"{c.letter} {_(MEANING_LABELS[c.meaning])}" for c in sheet.columns if c.meaning != "ignored"]
    columns = _("{sheet}: {columns}").format(sheet=sheet.name, columns=", ".join(taken))
    unused = unused_sentence(sheet.unused)
    return [plain(columns, "$foreground 70%"), *([plain(f"  {unused}", "bold")] if unused else [])]


def _first_rows(sheet: SheetReading, rows: tuple[RosterRow, ...], most: int, width: int) -> list[Content]:
    """The first rows of the sheet as they were understood, one line each, and how many there are beyond."""
    here = [row for row in rows if row.sheet == sheet.name]
    first = []
    for row in here[: max(0, most)]:
        told = _told(row.facts)
        shown = fit(told, width - _ROW_NUMBER - 1).rstrip() if width > _ROW_NUMBER else told
        first.append(joined(plain(f"  {row.row:>4}  ", "$foreground 60%"), shown))
    left = len(here) - len(first)
    return [*first, plain(_("  and {count} more").format(count=left), "dim")] if left else first


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
