"""What is still to do on the day and after it, each with the key that leads there."""

from data.language import _
from data.state.remaining import remaining
from data.state.state import State
from tui.widgets.todo_list import Todo


def still_open(state: State, *, exported: bool) -> list[Todo]:
    """One row for each thing that is open. ``exported``: whether the office has its files."""
    left = remaining(state)
    todo: list[Todo] = []
    if not left.is_listed:
        todo.append(Todo("F5", "app.show('guests')", _("read the list of guests in")))
    missing = [
        text.format(count=count)
        for text, count in (
            (_("{count} households"), left.households),
            (_("{count} delegates"), left.delegates),
        )
        if count
    ]
    if missing:
        todo.append(Todo("F2", "app.show('door')", _("not here: {who}").format(who=", ".join(missing))))
    if left.items:
        to_run = _("{count} items to run: {item}")
        text = to_run.format(count=len(left.items), item=left.items[0].title)
        todo.append(Todo("F3", "app.show('stage')", text))
    for gift, count in left.gifts:
        to_give = _("to give: {count} {unit} {gift}")
        text = to_give.format(count=count, unit=gift.unit, gift=gift.name)
        todo.append(Todo("F4", "app.show('gifts')", text))
    if left.is_listed and not exported:
        todo.append(Todo("F7", "export", _("write the export for the office")))
    if state.rundown.closed is not None and state.event.criteria and not state.registrations.years():
        text = _("households register for the yearly criteria")
        todo.append(Todo("^R", "app.show('registrations')", text))
    return todo
