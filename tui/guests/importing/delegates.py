"""F9 in the preview of a list: whose guests people with an office are, asked in steps."""

from typing import NamedTuple

from msgspec.structs import replace

from data.language import N_, _
from data.roster.comparing.preview import ImportPreview
from data.roster.doubts import REMEDIES
from data.roster.reading_options import ReadingOptions

AS_OTHERS = N_("take as “Khách mời khác”")
AS_THE_LIST_SAYS = N_("as the list says")


class NextStep(NamedTuple):
    """What F9 does next: what to call it, and the options with which the list is then read."""

    label: str
    options: ReadingOptions


def next_step(found: ImportPreview, said: ReadingOptions) -> NextStep | None:
    """People with an office are delegates; then also who fits no delegation; then as the list says."""
    if not said.delegates and in_doubt(found):
        return NextStep(_(REMEDIES["delegates"]), replace(said, delegates=True))
    if not said.others and nowhere(found):
        return NextStep(_(AS_OTHERS), replace(said, others=True))
    if said.delegates or said.others:
        return NextStep(_(AS_THE_LIST_SAYS), replace(said, delegates=False, others=False))
    return None


def in_doubt(found: ImportPreview) -> int:
    """How many rows with an office are taken for households."""
    return sum(sheet.in_doubt for sheet in found.reading.sheets)


def nowhere(found: ImportPreview) -> int:
    """How many rows have an office that fits no delegation."""
    return sum(sheet.nowhere for sheet in found.reading.sheets)
