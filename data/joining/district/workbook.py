"""The villages of a district side by side, from the counts that each told last."""

from collections.abc import Mapping
from datetime import datetime
from operator import attrgetter
from pathlib import Path

from data.clock import local
from data.errors import Refused
from data.export.files import written_to
from data.export.table.cells import Formula, Value
from data.export.table.styles import CLOCK, MIDDLE, SHARE, TEXT
from data.export.workbook.book import Book
from data.files.atomic_file import write_new
from data.joining.district.config import District
from data.joining.district.following import Seen
from data.language import _
from data.text.slug import slug

_WIDTHS = (5, 30, 26, 30, 10, 10, 10, 9, 10, 10, 10, 9, 9, 9, 9, 10, 10, 10, 10)
_LOOKS = (
    *(MIDDLE, TEXT, TEXT, TEXT, MIDDLE, MIDDLE, MIDDLE, SHARE, MIDDLE, MIDDLE, MIDDLE, SHARE),
    *(CLOCK, CLOCK, MIDDLE, MIDDLE, MIDDLE, MIDDLE, CLOCK),
)
_SUMMED = {5: "target", 6: "households_listed", 7: "households_tally.came", 9: "people"}
_SUMMED |= {10: "delegates_listed"}
_SUMMED |= {11: "delegates_tally.came", 16: "gifts", 17: "households_walk_ins", 18: "delegates_walk_ins"}


def export_district(district: District, seen: Mapping[str, Seen], now: datetime, out_dir: Path) -> Path:
    """Write one workbook into ``out_dir`` with a row for each village that told its counts; returns its path.

    Raises Refused before any village did, CeremonyError when the disk refuses.
    """
    rows = [(village.name, seen[village.id]) for village in district.village if village.id in seen]
    if not rows:
        raise Refused(_("No village has told its counts yet."))
    heading = _("{district}: comparison of {count} villages").format(district=district.name, count=len(rows))

    def write(path: Path) -> None:
        book = Book(heading, now, len(rows))
        sheet = book.sheet(_("Comparison"), _WIDTHS)
        sheet.headings(_headings())
        begin = sheet.next
        values = [
            _row(place, name, one, begin + place - 1) for place, (name, one) in enumerate(rows, start=1)
        ]
        first, last = sheet.table(values, _LOOKS)
        sheet.total(_totals([one for _name, one in rows], first, last), _LOOKS)
        sheet.frame.auto_filter.ref = f"A1:{sheet.last_letter}{last}"
        sheet.set_up_page(heading, repeated=1)
        book.save(path)

    with written_to(out_dir):
        stem = f"{slug(district.name)}-{local(now):%Y-%m-%d-%H%M}"
        return write_new(out_dir, stem, ".xlsx", write)


def _headings() -> list[str]:
    return [
        _("No."),
        _("Village"),
        _("Commune"),
        _("What it was"),
        _("Households by the plan"),
        _("Households listed"),
        _("Households that came"),
        _("Share"),
        _("People"),
        _("Delegates listed"),
        _("Delegates who came"),
        _("Share"),
        _("Began"),
        _("Ended"),
        _("Late (minutes)"),
        _("Gifts given"),
        _("Households off the list"),
        _("Delegates off the list"),
        _("Last heard of"),
    ]


def _row(number: int, name: str, one: Seen, row: int) -> list[Value]:
    n = one.counts
    return [
        number,
        name,
        n.commune,
        n.title,
        n.target,
        n.households_listed,
        n.households_tally.came,
        _share("GF", row, n.households_tally.came, n.households_listed),
        n.people,
        n.delegates_listed,
        n.delegates_tally.came,
        _share("KJ", row, n.delegates_tally.came, n.delegates_listed),
        n.began,
        n.ended,
        n.late,
        n.gifts,
        n.households_walk_ins,
        n.delegates_walk_ins,
        one.at,
    ]


def _share(columns: str, row: int, came: int, listed: int) -> Value:
    """How many of the invited came; ``columns`` are those of who came and was invited."""
    present, invited = (f"{letter}{row}" for letter in columns)
    return Formula(f"IF({invited}=0,0,{present}/{invited})", came / listed if listed else 0)


def _totals(seen: list[Seen], first: int, last: int) -> list[Value]:
    values: list[Value] = [""] * len(_LOOKS)
    values[1] = _("Total")
    for column, field in _SUMMED.items():
        letter = chr(ord("A") + column - 1)
        total = sum(attrgetter(field)(one.counts) for one in seen)
        values[column - 1] = Formula(f"SUM({letter}{first}:{letter}{last})", total)
    return values
