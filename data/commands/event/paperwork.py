"""Changing what only the papers say: who signs, the members of the team, the expenses, whom papers go to.

Each command writes one EventChanged entry with the new version of the event; Ctrl+Z takes it back.
"""

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from data.commands.event.changing import change, free_id, known_fields
from data.commands.event.event import set_blank
from data.errors import Refused
from data.language import N_, _
from data.model.entry import Entry
from data.model.event import Event
from data.model.guest import Guest
from data.model.paperwork import Expense, Member, Paperwork, Signer, SignerRole
from data.plans import typed
from data.queries.addressing.own_level import may_sign
from data.queries.people.known_person import as_known, whom
from data.session.session import Session
from data.text.cleaning.clean import clean
from data.text.people.names import proper
from data.text.people.office import Named, read_named
from data.text.typed.form_of_address import read_honorific, within_a_sentence

SIGNERS: Mapping[SignerRole, str] = {
    "papers": N_("Signs reports, invitations, the agenda"),
    "decision-model": N_("Signs the decision on the model"),
    "decision-team": N_("Signs the decision on the team"),
    "preparer": N_("Draws up the papers about money"),
    "accountant": N_("Accountant"),
}
"""The roles in which somebody signs, each with its label."""

PAPER_FACTS: Mapping[str, str] = {
    "letters": N_("Letters behind a paper's number"),
    "addressees": N_("The report is for (Kính gửi)"),
    "report_recipients": N_("Recipients of the report (Nơi nhận)"),
    "minutes_recipients": N_("Recipients of the minutes (Nơi nhận)"),
    "other_recipients": N_("Recipients of invitation and agenda (Nơi nhận)"),
}
"""What papers say of where they go, each with its label; lists are typed parted by ``;``."""

_MOST = 99_999
_Row = TypeVar("_Row", Member, Expense)


def typed_role(id: str) -> SignerRole:
    """The role with this id; KeyError for no role."""
    return {str(role): role for role in SIGNERS}[id]


def signer_label(role: SignerRole) -> str:
    """What people call a role of ``SIGNERS``."""
    return _(SIGNERS[role])


def paper_fact_label(name: str) -> str:
    """What people call a fact of ``PAPER_FACTS``."""
    return _(PAPER_FACTS[name])


def paper_fact_value(event: Event, name: str) -> str:
    """A fact of ``PAPER_FACTS`` as it is typed: the event's own, else what its plan says."""
    own = getattr(event.paperwork, name)
    behind = event.background
    planned = {
        "letters": behind.head.letters,
        "addressees": behind.addressees,
        "report_recipients": behind.recipients,
        "minutes_recipients": behind.minutes_recipients,
        "other_recipients": behind.other_recipients,
    }
    value = own or planned[name]
    return value if isinstance(value, str) else "; ".join(value)


def set_person(
    session: Session,
    id: str,
    *,
    name: str,
    honorific: str = "",
    title: str = "",
    unit: str = "",
    guest: int | None = None,
) -> Entry:
    """Fill a blank that names a person, in parts; what the guest list knows of them is added.

    ``guest`` is their number where they were chosen from the guests; else they are the only guest of
    whom all that is typed holds, or nobody on the list.

    An empty ``name`` opens the blank again. Refused for what ``set_blank`` refuses.
    """
    named, number = _named(session, name, honorific, title, unit, guest)
    return set_blank(session, id, named.kept, number, guests=_addressed(session, named, number))


def person_meant(session: Session, text: str) -> str:
    """Whom a typed name means, with what the guest list knows of them; empty where it knows nothing more."""
    named, _number = _named(session, text, "", "", "")
    return named.spoken if named.spoken != clean(text) else ""


def set_signer(
    session: Session,
    role: SignerRole,
    *,
    name: str,
    honorific: str = "",
    title: str = "",
    guest: int | None = None,
) -> Entry:
    """Say who signs in a role, ``guest`` as for ``set_person``; an empty ``name`` takes them away.

    Refused when nothing would change.
    """
    typed_title = clean(title) or read_named(clean(name)).title
    named, number = _named(session, name, honorific, title, "", guest)
    listed = None if number is None else session.state.guests.get(number)
    if listed is not None and not typed_title and not may_sign(listed, role, session.state.event):
        named = replace(named, title="", unit="")
    paperwork = session.state.event.paperwork
    others = tuple(one for one in paperwork.signers if one.role != role)
    added = (
        (Signer(role=role, honorific=named.honorific, name=named.name, title=named.title, guest=number),)
        if named.name
        else ()
    )
    changed, guests = replace(paperwork, signers=(*others, *added)), _addressed(session, named, number)
    return _change(session, changed, signer_label(role), guests)


def set_paper_fact(session: Session, name: str, value: str) -> Entry:
    """Set one of ``PAPER_FACTS``; empty means what the plan says. Refused for braces of no fact, and when
    nothing would change; KeyError for another name."""
    label, event = paper_fact_label(name), session.state.event
    text = typed.template(value, known_fields(event))
    if text == paper_fact_value(event, name):
        raise Refused(_("Nothing was changed."))
    told: str | tuple[str, ...] = text if name == "letters" else typed.titles(text)
    return _change(session, replace(event.paperwork, **{name: told}), label)


def set_member(
    session: Session,
    id: str,
    *,
    name: str,
    honorific: str = "",
    duty: str = "",
    office: str = "",
    guest: int | None = None,
) -> Entry:
    """Change a member of the team, or add one under an ``id`` that is not known (empty: a new one), ``guest``
    as for ``set_person``; an empty ``name`` takes them off. Refused when nothing would change."""
    named, number = _named(session, name, honorific, office, "", guest)
    team = session.state.event.paperwork.team
    one = Member(
        id=id or free_id(clean(name), (member.id for member in team), "thanh-vien"),
        honorific=named.honorific,
        name=named.name,
        duty=clean(duty),
        office=named.office,
        guest=number,
    )
    rows = _with_row(team, one, bool(named.name))
    changed, guests = replace(session.state.event.paperwork, team=rows), _addressed(session, named, number)
    return _change(session, changed, _("member of the team"), guests)


def set_expense(
    session: Session, id: str, *, name: str, unit: str = "", quantity: int | str = 1, price: int | str = 0
) -> Entry:
    """Change a line of the expenses, or add one, as ``set_member`` does; ``price`` of one, in đồng.

    Refused for a quantity or a price that is no whole number, and when nothing would change.
    """
    expenses = session.state.event.paperwork.expenses
    one = Expense(
        id=id or free_id(clean(name), (expense.id for expense in expenses), "khoan-chi"),
        name=clean(name),
        unit=clean(unit),
        quantity=typed.whole_number(quantity, 1, _MOST, _("How many")),
        price=typed.price(price) or 0,
    )
    rows = _with_row(expenses, one, bool(one.name))
    what = _("expense: {name}").format(name=one.name or "…")
    return _change(session, replace(session.state.event.paperwork, expenses=rows), what)


def _named(
    session: Session, name: str, honorific: str, title: str, unit: str, guest: int | None = None
) -> tuple[Named, int | None]:
    """What was typed in parts, and the number of the guest whom it means; a whole line typed into the name's
    field is read, too."""
    said = read_named(clean(name))
    named = Named(
        proper(said.name),
        within_a_sentence(typed.honorific(honorific)) or said.honorific,
        clean(title) or said.title,
        clean(unit) or said.unit,
    )
    if not named.name:
        return Named(), None
    meant = whom(named, session.state, guest)
    return as_known(named, session.state, guest), meant.number if meant else None


def _with_row(rows: tuple[_Row, ...], one: _Row, stays: bool) -> tuple[_Row, ...]:
    if not any(row.id == one.id for row in rows):
        return rows + (one,) if stays else rows  # noqa: RUF005 (mypy loses the kind of a starred row)
    changed = [one if row.id == one.id else row for row in rows]
    return tuple(row for row in changed if stays or row.id != one.id)


def _addressed(session: Session, named: Named, number: int | None) -> tuple[Guest, ...]:
    """The guest who has the role, with the form of address that the list did not have: it is asked once."""
    guest = None if number is None else session.state.guests.get(number)
    told = read_honorific(named.honorific)
    return (replace(guest, honorific=told),) if guest is not None and told and not guest.honorific else ()


def _change(session: Session, paperwork: Paperwork, what: str, guests: tuple[Guest, ...] = ()) -> Entry:
    return change(session, replace(session.state.event, paperwork=paperwork), what, guests)
