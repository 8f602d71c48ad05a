"""Changing the agenda: an item's words and minutes, the order, which optional items are on.

What has begun on the day stays where it stood: nothing is moved across it, and it is not switched off.
"""

from msgspec.structs import replace

from data.commands.event.changing import change, free_id, known_fields
from data.errors import Refused
from data.language import _
from data.model.entry import Entry
from data.model.event import Event
from data.model.plan import AgendaItem
from data.plans import typed
from data.session.session import Session

MOST_MINUTES = 600


def set_item(
    session: Session,
    id: str,
    *,
    title: str | None = None,
    minutes: int | str | None = None,
    line: str | None = None,
) -> Entry:
    """Change an item's title, planned minutes or the MC's line (with braces); None leaves it as it is.

    Refused for an unknown item, an empty title, minutes that cannot be (also those of an item that is
    over), braces of no fact, and when nothing would change.
    """
    event = session.state.event
    before = after = _item(event, id)
    if title is not None:
        after = replace(after, title=typed.required(title, _("The title")))
    if minutes is not None:
        planned = _minutes(minutes)
        least = min(after.least, planned) if after.least is not None else None
        after = replace(after, minutes=planned, least=least)
    if line is not None:
        after = replace(after, line=typed.template(line, known_fields(event)))
    if after.minutes != before.minutes:
        _check_minutes(session, after)
    agenda = tuple(after if item.id == id else item for item in event.agenda)
    return change(session, replace(event, agenda=agenda), _("agenda: {item}").format(item=after.title))


def move_item(session: Session, id: str, by: int) -> Entry:
    """Move an item ``by`` places down the agenda (negative: up), items that are off counted too.

    Refused for an unknown item, one that has begun, a place before one that has, and at the end.
    """
    event = session.state.event
    item = _item(event, id)
    position = event.agenda.index(item)
    target = max(0, min(position + by, len(event.agenda) - 1))
    if target == position:
        raise Refused(_("“{item}” cannot move any further.").format(item=item.title))
    if id in session.state.agenda_progress.runs:
        raise Refused(_("“{item}” has begun and stays where it is.").format(item=item.title))
    if target < position and target < _first_free(session):
        raise Refused(_("“{item}” cannot come before an item that has begun.").format(item=item.title))
    others = [other for other in event.agenda if other.id != id]
    agenda = (*others[:target], item, *others[target:])
    what = _("agenda: “{item}” moved to place {place}").format(item=item.title, place=target + 1)
    return change(session, replace(event, agenda=agenda), what)


def switch_item(session: Session, id: str, on: bool) -> Entry:
    """Take an item into the program, or leave it out; it keeps its place in the agenda.

    Refused for an unknown item, one that has begun, one that the plan fixes, the last that is on, one
    whose place the program has passed, and when nothing would change.
    """
    event = session.state.event
    item = _item(event, id)
    if not on:
        _check_leaving_out(session, item)
    elif item.optional and event.agenda.index(item) < _first_free(session):
        raise Refused(
            _("The program is past “{item}”. Move it down the agenda first.").format(item=item.title)
        )
    agenda = tuple(replace(i, optional=not on) if i.id == id else i for i in event.agenda)
    what = _("agenda: “{item}” switched on") if on else _("agenda: “{item}” switched off")
    return change(session, replace(event, agenda=agenda), what.format(item=item.title))


def add_item(session: Session, title: str, minutes: int | str, *, line: str = "") -> AgendaItem:
    """Put a new item into the program, before the closing one; returns it with its new id.

    Refused for an empty title, minutes that cannot be, and braces of no fact.
    """
    event = session.state.event
    item = AgendaItem(
        id=free_id(title, (other.id for other in event.agenda), "muc"),
        title=typed.required(title, _("The title")),
        minutes=_minutes(minutes),
        line=typed.template(line, known_fields(event)),
    )
    closing = event.agenda.index(event.program[-1])
    place = max(closing, _first_free(session))
    agenda = (*event.agenda[:place], item, *event.agenda[place:])
    change(session, replace(event, agenda=agenda), _("agenda: new item “{item}”").format(item=item.title))
    return item


def _item(event: Event, id: str) -> AgendaItem:
    item = event.item(id)
    if item is None:
        raise Refused(_("The agenda has no item “{item}”.").format(item=id))
    return item


def _minutes(value: int | str) -> int:
    return typed.whole_number(value, 1, MOST_MINUTES, _("Minutes"))


def _first_free(session: Session) -> int:
    """The first place of the agenda after everything that has begun."""
    runs = session.state.agenda_progress.runs
    begun = [place for place, item in enumerate(session.state.event.agenda) if item.id in runs]
    return 1 + max(begun, default=-1)


def _check_minutes(session: Session, after: AgendaItem) -> None:
    run = session.state.agenda_progress.runs.get(after.id)
    if run is None:
        return
    if run.ended is not None:
        raise Refused(_("“{item}” is over; its minutes stay as they were.").format(item=after.title))
    if session.state.agenda_progress.minutes(after) < 1:
        raise Refused(_("An item keeps at least one minute."))


def _check_leaving_out(session: Session, item: AgendaItem) -> None:
    if item.id in session.state.agenda_progress.runs:
        raise Refused(_("“{item}” has begun and cannot be switched off.").format(item=item.title))
    if item.fixed and not item.optional:
        raise Refused(_("The ceremony cannot do without “{item}”.").format(item=item.title))
    if [item.id] == [other.id for other in session.state.event.program]:
        raise Refused(_("At least one item has to stay in the program."))
