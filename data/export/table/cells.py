"""Cells as a spreadsheet's file holds them: text that stays text, numbers, times and formulas."""

from datetime import datetime
from typing import NamedTuple
from xml.sax.saxutils import escape

from data.clock import local
from data.text.cleaning.clean import safe

_RISKY = ("=", "+", "-", "@")
_MOST_LETTERS = 32_767
_DAY_ZERO = datetime(1899, 12, 30)


class Formula(NamedTuple):
    """A formula (without its ``=``) and its value now, for programs that show files without computing."""

    text: str
    value: int | float


Value = str | int | float | datetime | Formula | None
"""What a cell can hold. A datetime is aware, and written as the local one of Asia/Ho_Chi_Minh."""


def sound(text: str) -> str:
    """``text`` without anything that acts on who reads it, as long as a cell may be."""
    return safe(text, _MOST_LETTERS)


def is_risky(value: Value) -> bool:
    """Whether a spreadsheet would take this text for a formula once somebody edits its cell."""
    return isinstance(value, str) and value.startswith(_RISKY)


def cell_xml(place: str, style: int, value: Value) -> str:
    """The cell at ``place`` (such as ``B7``) as an element of SpreadsheetML.

    Text is written as inline text, which no spreadsheet takes for a formula, number or date.
    """
    if isinstance(value, str):
        value = sound(value)
        if value:
            return (
                f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
                f"{escape(value)}</t></is></c>"
            )
    elif isinstance(value, Formula):
        return f'<c r="{place}" s="{style}"><f>{escape(value.text)}</f><v>{value.value!r}</v></c>'
    elif isinstance(value, datetime):
        days = (local(value).replace(tzinfo=None) - _DAY_ZERO).total_seconds() / 86_400
        return f'<c r="{place}" s="{style}"><v>{days!r}</v></c>'
    elif value is not None:
        return f'<c r="{place}" s="{style}"><v>{value!r}</v></c>'
    return f'<c r="{place}" s="{style}"/>'


def quoted(text: str) -> str:
    """``text`` as a constant inside a formula."""
    return '"' + sound(text).replace('"', '""') + '"'
