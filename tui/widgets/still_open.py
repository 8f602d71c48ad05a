"""What is still to do, each with the key that leads there."""

from textual.content import Content

from data.language import _
from data.state.remaining import remaining
from data.state.state import State
from tui.untrusted import joined, plain


def still_open(state: State, *, exported: bool) -> list[Content]:
    """One line for each thing that is open, with its key; ``exported``: whether the office has its files."""
    left = remaining(state)
    if not left.is_listed:
        return [_line("F5", _("read the list of guests in"))]
    rows = []
    if left.households or left.delegates:
        missing = _("not here yet: {households} households, {delegates} delegates")
        rows.append(_line("F2", missing.format(households=left.households, delegates=left.delegates)))
    if left.items:
        to_run = _("{count} agenda items to run, next: {item}")
        rows.append(_line("F3", to_run.format(count=len(left.items), item=left.items[0].title)))
    rows += [
        _line(
            "F4",
            _("to hand over: {count} {unit} · {gift}").format(count=count, unit=gift.unit, gift=gift.name),
        )
        for gift, count in left.gifts
    ]
    if not exported:
        rows.append(_line("F7", _("the export for the office is not written yet")))
    return rows or [plain("✔ " + _("Nothing is open."), "$success")]


def _line(key: str, what: str) -> Content:
    return joined(plain(f"{key} ", "bold $accent"), what)
