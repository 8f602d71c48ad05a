"""Names and other text that people typed, on its way to a widget.

Textual takes a plain ``str`` for markup, so "[VIP] Hoa" would lose "[VIP]" and "[/b]" would stop the
program; and a control character would reach the terminal. Everything that is not our own wording goes
through here.
"""

from rich.text import Text
from textual.content import Content

from data.text.cleaning.clean import safe

_LONGEST = 20_000


def plain(text: str, style: str = "") -> Content:
    """``text`` exactly as typed, for Static, Label, Button, titles and notifications."""
    shown = safe(text, _LONGEST)
    return Content.styled(shown, style) if style else Content(shown)


def cell(text: str, style: str = "") -> Text:
    """``text`` exactly as typed, for a DataTable's cell (rich knows no other way)."""
    return Text(safe(text, _LONGEST), style=style, no_wrap=True, overflow="ellipsis")


def joined(*parts: "Content | str") -> Content:
    """``parts`` one after another; a ``str`` among them is taken as typed."""
    return Content("").join([part if isinstance(part, Content) else plain(part) for part in parts])


def lines(rows: "list[Content]") -> Content:
    """``rows`` below one another."""
    return Content("\n").join(rows)


def fit(text: str, width: int) -> str:
    """``text`` in exactly ``width`` terminal cells: padded with blanks, or cut with an ellipsis."""
    content = plain(text)
    if content.cell_length > width:
        content = content.truncate(width, ellipsis=True)
    return content.plain + " " * max(0, width - content.cell_length)


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` cells, broken between words; a longer word stands alone."""
    rows: list[str] = []
    for word in safe(text, _LONGEST).split():
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and Content(longer).cell_length <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows
