"""What the fields of the event say beside what is typed: an example of it, and how it was understood."""

from functools import partial

from data.clock import local
from data.commands import understood
from data.commands.event.checklist import OpenPoint
from data.commands.event.event import moved_with_start
from data.language import _
from data.model.plan import Blank
from data.session.session import Session
from tui.frame.dialogs.edit_value import Understood


def understood_fact(session: Session, name: str) -> Understood | None:
    """For a fact of the event: a day with its weekday, a start with the times that move along with it."""
    if name in ("date", "plan_issued"):
        return partial(understood.day, today=local(session.clock.now()).date())
    if name == "start":
        return partial(moved_with_start, session.state.event)
    if name == "plan_number":
        return partial(understood.plan_number, known=session.state.event.plan_number)
    return understood.hour if name in ("doors", "deadline") else None


def example_of(session: Session, point: OpenPoint) -> str:
    """How people write what is missing; empty where any words will do."""
    if point.kind == "contents":
        return _("for example Land law (3 copies); Residence law x2")
    blank = blank_of(session, point)
    if blank is not None:
        if blank.asks_money:
            return _("for example 5 triệu")
        return _("for example 12/QĐ-UBND ngày 20/11/2026") if blank.asks_number else ""
    return example_of_fact(point.id)


def example_of_fact(name: str) -> str:
    """How people write a fact of the event; empty where any words will do."""
    if name in ("date", "plan_issued"):
        return _("for example 28/11/2026, or 28/11")
    if name in ("start", "doors", "deadline"):
        return _("for example 13:30, or 13h30")
    return _("for example 05/KH-MTTQ-BTT") if name == "plan_number" else ""


def blank_of(session: Session, point: OpenPoint) -> Blank | None:
    """The blank that is missing, None where something else is."""
    if point.kind != "blank":
        return None
    return next((one for one in session.state.event.blanks if one.id == point.id), None)


def understood_point(session: Session, point: OpenPoint) -> Understood | None:
    """For something that is missing: as the fact, the blank or the books that it is."""
    if point.kind == "contents":
        return understood.books
    blank = blank_of(session, point)
    return partial(understood.blank, blank) if blank else understood_fact(session, point.id)
