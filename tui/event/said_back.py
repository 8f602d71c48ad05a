"""How the fields of the event say back what was typed into them."""

from functools import partial

from data.clock import local
from data.commands import understood
from data.commands.checklist import OpenPoint
from data.commands.event import moved_with_start
from data.session.session import Session
from tui.frame.edit_value import Understood


def of_fact(session: Session, name: str) -> Understood | None:
    """For a fact of the event: a day with its weekday, a start with the times that move along with it."""
    if name in ("date", "plan_issued"):
        return partial(understood.day, today=local(session.clock.now()).date())
    if name == "start":
        return partial(moved_with_start, session.state.event)
    return understood.hour if name in ("doors", "deadline") else None


def of_point(session: Session, point: OpenPoint) -> Understood | None:
    """For something that is missing: as the fact, the blank or the books that it is."""
    if point.kind == "contents":
        return understood.books
    blanks = session.state.event.blanks
    blank = next((one for one in blanks if point.kind == "blank" and one.id == point.id), None)
    return partial(understood.blank, blank) if blank else of_fact(session, point.id)
