"""What F10 asks of people, expenses and papers: the fields of each row, and what writes them."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from data.commands.paperwork import (
    paper_fact_label,
    paper_fact_value,
    person_meant,
    set_expense,
    set_member,
    set_paper_fact,
    set_person,
    set_signer,
    signer_label,
)
from data.language import _
from data.model.paperwork import Expense, Member, Signer
from data.model.plan import Blank, Gift
from data.plans.placeholders import event_facts, filled
from data.plans.plan_words import blank_label, blank_why
from data.queries.handover_defaults import has_record
from data.session.session import Session
from data.text.fold import fold
from data.text.people.office import read_named
from tui.frame.edit_value import Field, Save


class Edit(NamedTuple):
    """A dialog: its title, its fields, what writes them, and what they are good for."""

    title: str
    fields: list[Field]
    save: Save
    why: str = ""


def person_edit(session: Session, id: str, label: str, value: str, why: str) -> Edit:
    """A blank that names a person: Ông or Bà, the name, the office, the body."""
    named = read_named(value)
    fields = [
        Field("name", _("Full name"), named.name, understood=partial(person_meant, session)),
        Field("honorific", _("Ông or Bà"), named.honorific, _("ông or bà")),
        Field("title", _("Title"), named.title),
        Field("unit", _("Organisation"), named.unit),
    ]
    return Edit(label, fields, lambda typed: set_person(session, id, **typed), why)


def row_edit(session: Session, key: str, about: object) -> Edit | None:
    """The dialog of a row about papers; None for a row about something else."""
    match about:
        case Signer() as one:
            return _signer(session, one)
        case Member() as one:
            return _member(session, one)
        case Expense() as one:
            return _expense(session, one)
        case Blank() as blank if blank.names_person:
            return person_edit(session, blank.id, blank_label(blank), blank.value, blank_why(blank))
    return None


def paper_fact_edit(session: Session, name: str) -> Edit:
    """Whom papers go to, and the letters of their numbers, with the places filled in."""
    event = session.state.event
    planned = paper_fact_value(event, name)
    shown = filled(planned, event_facts(event))
    hint = "" if name == "letters" else _("one; another; …")

    def save(typed: dict[str, str]) -> None:
        # What was not touched goes on following the event's places.
        set_paper_fact(session, name, planned if typed["value"].strip() == shown else typed["value"])

    return Edit(_("Papers"), [Field("value", paper_fact_label(name), shown, hint)], save)


def _signer(session: Session, one: Signer) -> Edit:
    fields = [
        Field("name", _("Full name"), one.name, understood=partial(person_meant, session)),
        Field("honorific", _("Ông or Bà"), one.honorific, _("ông or bà")),
        Field("title", _("Title"), one.title, _("Chủ tịch, Phó Chủ tịch…")),
    ]
    return Edit(signer_label(one.role), fields, _writes(set_signer, session, one.role))


def _member(session: Session, one: Member) -> Edit:
    fields = [
        Field("name", _("Full name"), one.name, _("empty takes them off")),
        Field("honorific", _("Ông or Bà"), one.honorific, _("ông or bà")),
        Field("duty", _("In the team"), one.duty, _("Tổ trưởng, Tổ phó, Thành viên")),
        Field("office", _("Title"), one.office),
    ]
    return Edit(_("Member of the team"), fields, _writes(set_member, session, one.id))


def _expense(session: Session, one: Expense) -> Edit:
    fields = [
        Field("name", _("What for"), one.name, _("empty takes it off")),
        Field("unit", _("Unit"), one.unit),
        Field("quantity", _("How many"), str(one.quantity)),
        Field("price", _("Price (đồng)"), str(one.price) if one.price else ""),
    ]
    return Edit(_("Expense"), fields, _writes(set_expense, session, one.id))


def _writes(command: Callable[..., object], session: Session, which: str) -> Save:
    return lambda typed: command(session, which, **typed)


def gift_fields(gift: Gift | None) -> list[Field]:
    """The lines of a planned gift, empty for a new one."""
    return [
        Field("name", _("Name of the gift"), gift.name if gift else ""),
        Field("quantity", _("How many"), str(gift.quantity) if gift else "1"),
        Field("unit", _("Unit"), gift.unit if gift else ""),
        Field("giver", _("Giver"), gift.giver if gift else ""),
        Field("receiver", _("Receiver"), gift.receiver if gift else ""),
        Field("price", _("Price (đồng)"), str(gift.price) if gift and gift.price is not None else ""),
        Field("durable", _("Minutes of its own"), _yes() if gift is None or has_record(gift) else _no()),
        Field("contents", _("Books in it"), "; ".join(gift.contents) if gift else "", _("one; another; …")),
    ]


def typed_gift(typed: dict[str, str]) -> dict[str, Any]:
    """What was typed of a gift; whether it has minutes of its own is answered with yes or no."""
    return {**typed, "durable": fold(typed["durable"]) == fold(_yes())}


def _yes() -> str:
    return _("yes")


def _no() -> str:
    return _("no")
