"""What reading a list would do, row by row, for ``import --dry-run``."""

from collections.abc import Iterator

from data.language import _
from data.messages.names import guest_fact_name
from data.model.guest import Facts, Guest
from data.roster.columns.unused import unused_sentence
from data.roster.columns.wording import MEANING_LABELS
from data.roster.comparing.preview import ImportPreview


def dry_run_lines(found: ImportPreview) -> Iterator[str]:
    """For each sheet what its columns were taken for, then every row that would be written."""
    for sheet in found.reading.sheets:
        taken = [
            f"{c.letter} {_(MEANING_LABELS[c.meaning])}" for c in sheet.columns if c.meaning != "ignored"
        ]
        yield _("{sheet}: {columns}").format(sheet=sheet.name, columns=", ".join(taken))
        if unused := unused_sentence(sheet.unused):
            yield f"  {unused}"
        rows = [(r.row, _("add"), _told(r.facts)) for r in found.added if r.sheet == sheet.name]
        for change in found.changed:
            if change.sheet == sheet.name:
                fields = ", ".join(map(guest_fact_name, change.fields))
                rows.append((change.row, _("change"), f"{_told(change.after)} ({fields})"))
        for row, what, who in sorted(rows):
            yield f"{row:>6}  {what}  {who}"


def _told(who: Facts | Guest) -> str:
    year = str(who.birth_year) if who.birth_year else ""
    return " · ".join(filter(None, (who.name, year, who.hamlet)))
