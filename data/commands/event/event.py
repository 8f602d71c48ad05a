"""Changing what an event says before (and during) the day: its facts, its blanks, its planned gifts.

The agenda's commands live in ``agenda`` and can be had from here too. Each command writes one
EventChanged entry that brings the new version of the event, and says in words what changed.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from data.clock import local
from data.commands.event.agenda import add_item, move_item, set_item, switch_item
from data.commands.event.changing import change, free_id, known_fields
from data.errors import Refused
from data.language import N_, _
from data.model.entry import Entry
from data.model.event import Event
from data.model.guest import Guest
from data.model.plan import Gift
from data.plans import typed
from data.plans.moved_to_day import of_its_year, with_start
from data.plans.plan_words import blank_label
from data.queries.handover_defaults import has_record
from data.session.session import Session
from data.text.cleaning.clean import clean
from data.text.typed.numbers.amount import spelt_unit

__all__ = [
    "FACTS",
    "add_gift",
    "add_item",
    "fact_label",
    "fact_value",
    "move_item",
    "set_blank",
    "set_fact",
    "set_gift",
    "set_item",
    "switch_item",
]

FACTS: Mapping[str, str] = {
    "title": N_("Title of the event"),
    "model": N_("Model"),
    "plan_number": N_("Number of the plan"),
    "plan_issued": N_("Date of the plan"),
    "date": N_("Date"),
    "doors": N_("Doors open"),
    "start": N_("Start"),
    "deadline": N_("To be over by"),
    "target_households": N_("Target of households"),
    "village": N_("Village"),
    "commune": N_("Commune"),
    "district": N_("District"),
    "venue": N_("Venue"),
}
"""The facts that ``set_fact`` sets, each with its label."""

_SITE = ("village", "commune", "district", "venue")
_MAY_BE_EMPTY = ("district", "plan_number")
_MOVED_TOGETHER = ("doors", "deadline")
_TIMES = ("doors", "start", "deadline")
_MOST_HOUSEHOLDS = 9_999
_MOST_GIFTS = 99_999


def fact_label(name: str) -> str:
    """What people call the fact ``name`` of ``FACTS``."""
    return _(FACTS[name])


def fact_value(event: Event, name: str) -> str:
    """The fact ``name`` of ``FACTS`` as it is typed: a date as ``15/06/2022``, empty when not known."""
    if name in _SITE:
        return str(getattr(event.site, name))
    if name == "date":
        return f"{event.date:%d/%m/%Y}" if event.date else ""
    if name == "plan_issued":
        issued = event.background.issued
        return f"{date.fromisoformat(issued):%d/%m/%Y}" if issued else ""
    return str(getattr(event, name))


def set_fact(session: Session, name: str, value: str | int | date | None) -> Entry:
    """Set one of ``FACTS`` to what was typed: days and times as ``data.text.typed`` reads them.

    Reception and the time to be over by move with the start, and an old plan's date goes with another
    year. Both dates, the district and the plan's number may be empty. Refused for a value that cannot be, for
    times that do not follow one another, and when nothing would change; KeyError for another name.
    """
    label = fact_label(name)
    before = session.state.event
    after = _with_fact(before, name, value, label, local(session.clock.now()).date())
    old, new = fact_value(before, name), fact_value(after, name)
    told = [_("{label}: {value}").format(label=label, value=_told(old, new))]
    told += [
        _("{label}: {value}").format(
            label=fact_label(other), value=_told(fact_value(before, other), fact_value(after, other))
        )
        for other in (*_MOVED_TOGETHER, "plan_issued")
        if other != name and fact_value(before, other) != fact_value(after, other)
    ]
    return change(session, after, "; ".join(told))


def moved_with_start(event: Event, text: str) -> str:
    """What ``set_fact`` would make of another start: itself, and the times that move along with it.

    Refused for what is no time of day, or one that the ceremony cannot begin at.
    """
    after = _with_time(event, "start", text)
    others = (f"{fact_label(name)} {getattr(after, name)}" for name in _MOVED_TOGETHER)
    return " · ".join((after.start, *others))


def set_blank(
    session: Session,
    id: str,
    value: str,
    guest: int | None = None,
    *,
    guests: Collection[Guest] = (),
) -> Entry:
    """Fill one of the event's blanks; an empty value opens it again. ``guest`` is the number of the person
    whom it names, where they were chosen from the guests; ``guests`` are those of whom it tells more.

    A sum of money is read as people write it ("5 triệu") and kept as ``5.000.000 đồng``. Refused for a
    blank that the event does not have, for what is no sum, or no number of a paper, where one is asked, and
    for no change.
    """
    event = session.state.event
    blank = next((blank for blank in event.blanks if blank.id == id), None)
    if blank is None:
        raise Refused(_("The event has no blank “{id}”.").format(id=id))
    text = typed.money(value) if blank.asks_money else clean(value)
    if blank.asks_number:
        typed.with_a_digit(text, typed.NUMBER_EXAMPLE)
    blanks = tuple(replace(b, value=text, guest=guest) if b.id == id else b for b in event.blanks)
    what = _("{label}: {value}").format(label=blank_label(blank), value=_told(blank.value, text))
    return change(session, replace(event, blanks=blanks), what, guests)


def set_gift(
    session: Session,
    id: str,
    *,
    name: str | None = None,
    unit: str | None = None,
    quantity: int | str | None = None,
    giver: str | None = None,
    receiver: str | None = None,
    contents: str | Sequence[str] | None = None,
    price: str | None = None,
    durable: bool | None = None,
) -> Entry:
    """Change a planned gift; what is None stays as it is.

    ``price`` is of one, in đồng, empty for not known; ``durable`` says that it is handed over with minutes
    of its own.

    ``giver`` and ``receiver`` may hold braces; ``contents`` is a list of titles, or one text with a
    title a line (or parted by ``;``). Refused for an unknown gift, an empty name, fewer than were
    handed over already, braces of no fact, and when nothing would change.
    """
    event = session.state.event
    before = event.gift(id)
    if before is None:
        raise Refused(_("The plan has no gift “{gift}”.").format(gift=id))
    after = _with_gift(event, before, name, unit, quantity, giver, receiver, contents)
    if price is not None:
        after = replace(after, price=typed.price(price))
    if durable is not None and durable != has_record(before):
        after = replace(after, durable=durable)
    given = session.state.handovers.given(id)
    if after.quantity != before.quantity and after.quantity < given:
        raise Refused(_("{count} were handed over already; plan that many or more.").format(count=given))
    gifts = tuple(after if gift.id == id else gift for gift in event.gifts)
    return change(session, replace(event, gifts=gifts), _("gift: {gift}").format(gift=after.name))


def add_gift(
    session: Session,
    name: str,
    unit: str,
    quantity: int | str = 1,
    *,
    giver: str = "",
    receiver: str = "",
    contents: str | Sequence[str] = (),
    item: str = "",
    price: str = "",
    durable: bool | None = None,
) -> Gift:
    """Plan one more gift, for the agenda item ``item`` or for none; returns it with its new id.

    Refused for what ``set_gift`` refuses, and for an item that the agenda does not have.
    """
    event = session.state.event
    if item and event.item(item) is None:
        raise Refused(_("The agenda has no item “{item}”.").format(item=item))
    id = free_id(name, (gift.id for gift in event.gifts), "qua")
    empty = Gift(id=id, name="", unit="", quantity=1, item=item)
    gift = _with_gift(event, empty, name, unit, quantity, giver, receiver, contents)
    gift = replace(gift, price=typed.price(price), durable=durable)
    change(
        session,
        replace(event, gifts=(*event.gifts, gift)),
        _("new gift: {gift}").format(gift=gift.name),
    )
    return gift


def _with_gift(
    event: Event,
    gift: Gift,
    name: str | None,
    unit: str | None,
    quantity: int | str | None,
    giver: str | None,
    receiver: str | None,
    contents: str | Sequence[str] | None,
) -> Gift:
    known = known_fields(event)
    if name is not None:
        gift = replace(gift, name=typed.required(name, _("The gift's name")))
    if unit is not None:
        gift = replace(gift, unit=spelt_unit(typed.required(unit, _("The unit"))))
    if quantity is not None and not (gift.unannounced and clean(str(quantity)) == "0"):
        number = typed.whole_number(quantity, 1, _MOST_GIFTS, _("Quantity"))
        gift = replace(gift, quantity=number, unannounced=False)
    if giver is not None:
        gift = replace(gift, giver=typed.template(giver, known))
    if receiver is not None:
        gift = replace(gift, receiver=typed.template(receiver, known))
    if contents is not None:
        gift = replace(gift, contents=typed.titles(contents))
    return gift


def _with_fact(event: Event, name: str, value: str | int | date | None, label: str, today: date) -> Event:
    text = "" if value is None else clean(str(value))
    if name == "date":
        day = typed.day(value if isinstance(value, date) else text, today)
        background = of_its_year(event.background, day) if day else event.background
        return replace(event, date=day, background=background)
    if name == "plan_issued":
        issued = typed.day(value if isinstance(value, date) else text, today)
        return replace(
            event, background=replace(event.background, issued=issued.isoformat() if issued else "")
        )
    if name == "plan_number":
        return replace(event, plan_number=typed.paper_number(text, event.plan_number))
    if name == "target_households":
        return replace(event, target_households=typed.whole_number(text, 1, _MOST_HOUSEHOLDS, label))
    if name in _TIMES:
        return _with_time(event, name, text)
    if name not in _MAY_BE_EMPTY:
        text = typed.required(text, label)
    if name in _SITE:
        return replace(event, site=replace(event.site, **{name: text}))
    return replace(event, **{name: text})


def _with_time(event: Event, name: str, text: str) -> Event:
    told = typed.time_of_day(text)
    after = with_start(event, told) if name == "start" else replace(event, **{name: told})
    # A contradiction elsewhere stands among what is missing; it does not keep this one from being mended.
    if name != "deadline" and after.doors > after.start:
        raise Refused(
            _("The doors ({doors}) must open before the start ({start}).").format(
                doors=after.doors, start=after.start
            )
        )
    if name != "doors" and after.start >= after.deadline:
        raise Refused(
            _("The start ({start}) must lie before the time to be over by ({deadline}).").format(
                start=after.start, deadline=after.deadline
            )
        )
    return after


def _told(old: str, new: str) -> str:
    return _("{old} → {new}").format(old=old or "…", new=new or "…")
