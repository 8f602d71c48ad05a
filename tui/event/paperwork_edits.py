"""What F10 asks of people, expenses and papers: the fields of each row, and what writes them."""

from functools import partial
from typing import Any, NamedTuple

from data.commands import understood
from data.commands.event.checklist import OpenPoint
from data.commands.event.paperwork import (
    paper_fact_label,
    paper_fact_value,
    person_meant,
    set_expense,
    set_member,
    set_paper_fact,
    set_person,
    set_signer,
    signer_label,
    typed_role,
)
from data.errors import Refused
from data.language import _
from data.model.paperwork import Expense, Member, Signer
from data.model.plan import AgendaItem, Blank, Gift
from data.plans.placeholders import event_facts, filled
from data.plans.plan_words import blank_label, blank_why
from data.plans.stand_ins import meant, shown
from data.queries.handover_defaults import has_record
from data.queries.people.known_person import in_blank, in_team, who_signs
from data.queries.stage.spoken.live_facts import people_facts
from data.session.session import Session
from data.text.typed.yes_no import read_yes_no
from tui.event.dialogs.person_dialog import PersonDialog, SavePerson
from tui.frame.dialogs.edit_value import EditValueDialog, Field, Save


class Edit(NamedTuple):
    """A dialog: its title, its fields, what writes them, and what they are good for."""

    title: str
    fields: list[Field]
    save: Save
    why: str = ""

    def dialog(self) -> EditValueDialog:
        """The dialog that asks for it."""
        return EditValueDialog(self.title, self.fields, self.save, why=self.why)


class PersonEdit(NamedTuple):
    """A dialog for a person in a role; ``chosen`` is the number of the guest who has it."""

    title: str
    fields: list[Field]
    save: SavePerson
    chosen: int | None
    why: str = ""

    def dialog(self) -> EditValueDialog:
        """The dialog that asks for them."""
        return PersonDialog(self.title, self.fields, self.save, chosen=self.chosen, why=self.why)


def person_edit(session: Session, blank: Blank) -> PersonEdit:
    """A blank that names a person: Ông or Bà, the name, the office, the body."""
    named = in_blank(blank, session.state)
    fields = [
        Field("name", _("Full name"), named.name, understood=partial(person_meant, session)),
        Field("honorific", _("Ông or Bà"), named.honorific, _("ông or bà"), understood=understood.honorific),
        Field("title", _("Title"), named.title),
        Field("unit", _("Organisation"), named.unit),
    ]

    def save(typed: dict[str, str], guest: int | None) -> object:
        return set_person(session, blank.id, guest=guest, **typed)

    return PersonEdit(blank_label(blank), fields, save, blank.guest, blank_why(blank))


def row_edit(session: Session, about: object) -> Edit | PersonEdit | None:
    """The dialog of a row about papers; None for a row about something else."""
    match about:
        case Signer() as one:
            return _signer(session, one)
        case Member() as one:
            return _member(session, one)
        case Expense() as one:
            return _expense(session, one)
        case Blank() as blank if blank.names_person:
            return person_edit(session, blank)
    return None


def point_edit(session: Session, point: OpenPoint) -> PersonEdit:
    """The dialog for somebody who is missing: a signer, or the first member of the team."""
    if point.kind == "team":
        return _member(session, Member(id=""))
    return _signer(session, session.state.event.paperwork.signer(typed_role(point.id)))


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


def _signer(session: Session, one: Signer) -> PersonEdit:
    named = who_signs(one, session.state)
    fields = [
        Field("name", _("Full name"), named.name, understood=partial(person_meant, session)),
        Field("honorific", _("Ông or Bà"), named.honorific, _("ông or bà"), understood=understood.honorific),
        Field("title", _("Title"), named.title, _("for example Chủ tịch")),
    ]

    def save(typed: dict[str, str], guest: int | None) -> object:
        return set_signer(session, one.role, guest=guest, **typed)

    return PersonEdit(signer_label(one.role), fields, save, one.guest)


def _member(session: Session, one: Member) -> PersonEdit:
    named = in_team(one, session.state)
    fields = [
        Field("name", _("Full name"), named.name, _("empty takes them off")),
        Field("honorific", _("Ông or Bà"), named.honorific, _("ông or bà"), understood=understood.honorific),
        Field("duty", _("In the team"), one.duty, _("for example Tổ trưởng")),
        Field("office", _("Title"), named.office),
    ]

    def save(typed: dict[str, str], guest: int | None) -> object:
        return set_member(session, one.id, guest=guest, **typed)

    return PersonEdit(_("Member of the team"), fields, save, one.guest)


def _expense(session: Session, one: Expense) -> Edit:
    fields = [
        Field("name", _("What for"), one.name, _("empty takes it off")),
        Field("unit", _("Unit"), one.unit),
        Field("quantity", _("How many"), str(one.quantity)),
        Field("price", _("Price (đồng)"), str(one.price) if one.price else ""),
    ]
    return Edit(_("Expense"), fields, lambda typed: set_expense(session, one.id, **typed))


def gift_fields(session: Session, gift: Gift | None) -> list[Field]:
    """The lines of a planned gift, empty for a new one."""
    return [
        Field("name", _("Name of the gift"), gift.name if gift else ""),
        Field("quantity", _("How many"), str(gift.quantity) if gift else "1"),
        Field("unit", _("Unit"), gift.unit if gift else ""),
        Field("giver", _("Giver"), _shown(session, gift.giver) if gift else ""),
        Field("receiver", _("Receiver"), _shown(session, gift.receiver) if gift else ""),
        Field("price", _("Price (đồng)"), str(gift.price) if gift and gift.price is not None else ""),
        Field(
            "durable",
            _("Minutes of its own"),
            _yes() if gift is None or has_record(gift) else _no(),
            about=_(
                "{yes}: handover minutes are made for this gift, to be signed by giver and receiver (^G). "
                "{no}: it stands in the minutes of the ceremony only."
            ).format(yes=_yes(), no=_no()),
        ),
        Field(
            "contents",
            _("Books in it"),
            "; ".join(gift.contents) if gift else "",
            _("for example Land law (3 copies); Residence law x2"),
            understood=understood.books,
            is_long=True,
        ),
    ]


def typed_gift(session: Session, gift: Gift | None, typed: dict[str, str]) -> dict[str, Any]:
    """What was typed of a gift, giver and receiver as their template. Refused where it is not said with
    yes or no whether it has minutes of its own."""
    before = {"giver": gift.giver, "receiver": gift.receiver} if gift else {"giver": "", "receiver": ""}
    people = {name: template_meant(session, typed[name], text) for name, text in before.items()}
    return {**typed, **people, "durable": _durable(typed["durable"])}


def item_fields(session: Session, item: AgendaItem) -> list[Field]:
    """The lines of an agenda item."""
    return [
        Field("title", _("Name of the item"), item.title),
        Field("minutes", _("Minutes"), str(item.minutes)),
        Field(
            "line",
            _("The MC's line"),
            _shown(session, item.line),
            about=_("What stands in [brackets] is filled in once it is known."),
            is_long=True,
        ),
    ]


def template_meant(session: Session, text: str, before: str) -> str:
    """What was typed in place of the template ``before``, as a template."""
    return meant(text, before, session.state.event, _known(session))


def _shown(session: Session, template: str) -> str:
    return shown(template, session.state.event, _known(session))


def _known(session: Session) -> dict[str, str]:
    return event_facts(session.state.event) | people_facts(session.state)


def _durable(text: str) -> bool:
    said = read_yes_no(text)
    if said is None:
        sentence = _("“{text}”: for minutes of its own type {yes} or {no}.")
        raise Refused(sentence.format(text=text.strip(), yes=_yes(), no=_no()))
    return said


def _yes() -> str:
    return _("yes")


def _no() -> str:
    return _("no")
