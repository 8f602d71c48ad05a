"""What is still to do, each with the key that leads there."""

from textual.content import Content

from data.language import _
from data.state.remaining import remaining
from data.state.state import State
from tui.untrusted import fit, joined, plain


def still_open(state: State, width: int, *, exported: bool) -> list[Content]:
    """One line of at most ``width`` cells for each thing that is open, with its key.

    ``exported``: whether the office has its files.
    """
    left = remaining(state)
    todo: list[tuple[str, str]] = []
    if not left.is_listed:
        todo.append(("F5", _("read the list of guests in")))
    if left.households or left.delegates:
        missing = [
            text.format(count=count)
            for text, count in (
                (_("{count} households"), left.households),
                (_("{count} delegates"), left.delegates),
            )
            if count
        ]
        todo.append(("F2", _("not here: {who}").format(who=", ".join(missing))))
    if left.items:
        to_run = _("{count} items to run: {item}")
        todo.append(("F3", to_run.format(count=len(left.items), item=left.items[0].title)))
    for gift, count in left.gifts:
        to_give = _("to give: {count} {unit} {gift}")
        todo.append(("F4", to_give.format(count=count, unit=gift.unit, gift=gift.name)))
    if left.is_listed and not exported:
        todo.append(("F7", _("write the export for the office")))
    if not todo:
        return [plain("✔ " + _("Nothing is open."), "$success")]
    return [joined(plain(f"{key} ", "bold $accent"), fit(what, width - 3).rstrip()) for key, what in todo]
