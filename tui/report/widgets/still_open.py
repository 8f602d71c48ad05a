"""What is still to do on the day and after it, each with the key that leads there."""

from data.documents.papers.pending import to_make, to_sign
from data.language import _, ngettext
from data.queries.open_tasks import remaining
from data.queries.stage.checks import open_checks
from data.state.state import State
from data.text import counted
from data.text.unit_words import unit_word
from tui.report.widgets.todo_list import Todo


def still_open(state: State, *, exported: bool) -> list[Todo]:
    """One row for each thing that is open. ``exported``: whether the office has its files."""
    left = remaining(state)
    todo: list[Todo] = []
    if not left.is_listed:
        todo.append(Todo("F5", "app.show('guests')", _("read the list of guests in")))
    missing = [counted.households(left.households)] if left.households else []
    missing += [counted.delegates(left.delegates)] if left.delegates else []
    if missing:
        todo.append(Todo("F2", "app.show('door')", _("not here: {who}").format(who=", ".join(missing))))
    if left.items:
        running = state.agenda_progress.current == left.items[0].id
        count = len(left.items) - running
        to_run = ngettext("{count} item to run: {item}", "{count} items to run: {item}", count)
        told = _("running: {item}; {count} more") if running else to_run
        text = told.format(count=count, item=left.items[0].title)
        todo.append(Todo("F3", "app.show('stage')", text))
    todo += [Todo("F4", "app.show('gifts')", text) for text in gifts_to_give(state)]
    # A check that a gift ticks is among the gifts above.
    unticked = [
        check
        for check in open_checks(state)
        if not check.gift and state.agenda_progress.state(check.item) == "done"
    ]
    if unticked:
        text = _("not ticked off: {check}").format(check=_few([check.text for check in unticked]))
        todo.append(Todo("F3", "app.show('stage')", text))
    if waiting := to_make(state):
        text = _("make {papers} to sign").format(papers=counted.papers(len(waiting)))
        todo.append(Todo("^G", "app.show('papers')", text))
    if waiting := to_sign(state):
        text = _("not signed yet: {paper}").format(paper=_few([paper.title for paper in waiting]))
        todo.append(Todo("^G", "app.show('papers')", text))
    if left.is_listed and not exported:
        todo.append(Todo("F7", "export", _("write the export for the office")))
    if state.agenda_progress.closed is not None and state.event.criteria and not state.registrations.years():
        text = _("households register for the yearly criteria")
        todo.append(Todo("^R", "app.show('registrations')", text))
    return todo


def gifts_to_give(state: State) -> list[str]:
    """What of the planned gifts was not handed over, a line each."""
    to_give = _("to give: {count} {unit} {gift}")
    return [
        to_give.format(count=count, unit=unit_word(gift.unit, count), gift=gift.name)
        for gift, count in remaining(state).gifts
    ]


def _few(names: list[str]) -> str:
    """The first name, and how many more there are."""
    return names[0] if len(names) == 1 else f"{names[0]} (+{len(names) - 1})"
