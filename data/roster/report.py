"""An import's preview as JSON, for ``import --dry-run --json``."""

from typing import Any

from data.roster.comparing.preview import Change, ImportPreview, facts_json
from data.roster.comparing.remarks import remarks
from data.roster.doubts import grouped
from data.roster.facts import Problem, RosterReading, RosterRow

_FIRST_ROWS = 5


def as_json(preview: ImportPreview) -> dict[str, Any]:
    """What every column was taken for, the first rows, problems by sheet and row, counts and lists.

    Only types that the json module writes.
    """
    return {
        "source": preview.reading.source,
        "sheets": _sheets(preview.reading),
        "counts": {
            "added": len(preview.added),
            "changed": len(preview.changed),
            "unchanged": len(preview.unchanged),
            "refused": len(preview.refused),
            "warnings": len(preview.warnings),
        },
        "added": [_row(row) for row in preview.added],
        "changed": [_change(change) for change in preview.changed],
        "unchanged": list(preview.unchanged),
        "refused": [_problem(problem) for problem in preview.refused],
        "warnings": [_problem(problem) for problem in preview.warnings],
        "doubts": [
            {"kind": group.kind or "other", "count": len(group.problems), "remedy": group.remedy or None}
            for group in grouped(preview.warnings)
        ],
        "remarks": [{"kind": remark.kind, "what": list(remark.what)} for remark in remarks(preview)],
    }


def _sheets(reading: RosterReading) -> list[dict[str, Any]]:
    return [
        {
            "sheet": sheet.name,
            "header_row": sheet.header_row or None,
            "columns": [
                {"column": c.letter, "heading": c.heading, "meaning": c.meaning} for c in sheet.columns
            ],
            "not_used": [{"column": c.letter, "heading": c.heading} for c in sheet.unused],
            "guests": sheet.guests,
            "first_rows": [_row(row) for row in reading.rows if row.sheet == sheet.name][:_FIRST_ROWS],
        }
        for sheet in reading.sheets
    ]


def _row(row: RosterRow) -> dict[str, Any]:
    return {
        "sheet": row.sheet,
        "row": row.row,
        "sure": row.sure,
        "doubts": list(row.doubts),
        **facts_json(row.facts),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "guest": change.number,
        "name": change.after.name,
        "sheet": change.sheet,
        "row": change.row,
        "before": {field: getattr(change.before, field) for field in change.fields},
        "after": {field: getattr(change.after, field) for field in change.fields},
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "sentence": problem.sentence,
        "kind": problem.kind or "other",
    }
