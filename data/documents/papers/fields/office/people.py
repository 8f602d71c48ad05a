"""Who presides, writes, leads and signs, as papers name them; what is known of them on the guest list is
used."""

from msgspec.structs import replace

from data.documents.papers.fields.values import Field, Gap, Lines, Value
from data.model.entries.gifts import Person
from data.model.event import Event
from data.model.paperwork import Signer, SignerRole
from data.queries.addressing.own_level import may_lead
from data.queries.people.known_person import as_known, as_listed, in_blank, linked, who_signs
from data.state.state import State
from data.text.people.office import HONORIFIC, Named, capital, read_named, title_alone

ROLES = {"chair": "chủ tọa", "secretary": "thư ký", "mc": "người dẫn chương trình"}
"""The blanks of a plan that name the people who lead the event, with what papers call them."""

DEPUTY = "PHÓ "
_FOR_THE_HEAD = "KT. {head}"


def role_fields(state: State) -> dict[str, Field]:
    """Who presides, writes and leads, the names that stand under their signatures, and those of who signs
    what the body issues."""
    roles: dict[str, Field] = {}
    for id, role in ROLES.items():
        named = in_role(state, id)
        roles[role] = in_full(named, role, office=id != "mc")
        roles[f"họ tên {role}"] = named.name or Gap(role)
    presides = "chủ trì" if state.event.is_meeting else "chủ tọa"
    roles["chủ trì"] = in_full(in_role(state, "chair"), presides)
    roles["họ tên chủ trì"] = in_role(state, "chair").name or Gap(presides)
    roles["chủ tọa hay chủ trì"] = presides
    signer = body_signer(state)
    lines = state.event.background.head.signing
    roles["thẩm quyền ký"] = Lines(signing_lines(lines, signer.title)) if lines else Gap()
    roles["họ tên người ký"] = signer.name or Gap("người ký văn bản")
    roles["họ tên người lập"] = (
        _signer(state, "preparer").name or in_role(state, "secretary").name or Gap("người lập")
    )
    roles["họ tên kế toán"] = _signer(state, "accountant").name or Gap("kế toán")
    return roles


def in_role(state: State, id: str) -> Named:
    """Whom the blank ``id`` names; no name where nobody is known."""
    blank = next((blank for blank in state.event.blanks if blank.id == id), None)
    return in_blank(blank, state) if blank else Named()


def in_full(named: Named, role: str, *, office: bool = True) -> Value:
    """``Ông Trần Văn Long, Chủ tịch …`` to begin a line with, gaps for what is not known of the person."""
    if not named.name:
        return Gap(role)
    who = f"{capital(named.honorific or HONORIFIC)} {named.name}"
    if named.office:
        return f"{who}, {named.office}"
    return (f"{who}, ", Gap(f"chức vụ {role}")) if office else who


def person(one: Person, state: State) -> Named:
    """Somebody who gives, receives or witnesses, in parts. Who was chosen is that guest and nobody else of
    the name, or came in that guest's place."""
    named = read_named(one.name)
    title, unit = title_alone(one.title or named.title, one.organisation or named.unit)
    told = Named(named.name, named.honorific, title, unit)
    if one.guest is None:
        return as_known(told, state)
    guest = linked(one.guest, named.name, state)
    return replace(told, honorific=as_listed(guest).honorific or told.honorific) if guest else told


def body_signer(state: State) -> Signer:
    """Who signs what the body issues: whom F10 names, else who presides where that is the head of the body
    or a deputy."""
    named = _signer(state, "papers")
    lines = state.event.background.head.signing
    if named.name or not lines:
        return named
    chair = in_role(state, "chair")
    title = chair.title.upper()
    fits = (title == lines[-1].upper() or title.startswith(DEPUTY)) and may_lead(chair.office, state.event)
    return replace(named, name=chair.name, title=chair.title) if fits else named


def signing_lines(lines: tuple[str, ...], title: str) -> tuple[Value, ...]:
    """The lines above a signature: a deputy signs for the head (phụ lục I, II.7b).

    ``lines`` end in the head's title; another title takes its place.
    """
    held = title.upper()
    if not held or held == lines[-1].upper():
        return lines
    if held.startswith(DEPUTY):
        return (*lines[:-1], _FOR_THE_HEAD.format(head=lines[-1]), held)
    return (*lines[:-1], held)


def decision_signing(event: Event, role: SignerRole, issuer: str) -> tuple[Field, Field]:
    """The lines above the signature of a decision that ``issuer`` issues (empty: the event's own body), and
    the name below them."""
    signer = event.paperwork.signer(role)
    own = event.background.head.signing
    if not issuer and own:
        lines: Field = Lines(signing_lines(own, signer.title))
    elif signer.title and signer.title.upper().startswith(DEPUTY):
        head = signer.title.upper().removeprefix(DEPUTY)
        lines = Lines(signing_lines((f"TM. {body_and_place(issuer, event)[0].upper()}", head), signer.title))
    elif issuer:
        title = signer.title.upper() or Gap("chức vụ người ký quyết định")
        lines = Lines((f"TM. {body_and_place(issuer, event)[0].upper()}", title))
    else:
        lines = Gap("thẩm quyền ký quyết định")
    return lines, signer.name or Gap("người ký quyết định")


def body_and_place(issuer: str, event: Event) -> tuple[str, str]:
    """``Ủy ban nhân dân xã Duyên Hải`` parted before the place; no place where the name ends otherwise."""
    site = event.site
    for place in filter(None, (site.commune, site.district, site.village)):
        if issuer.casefold().endswith(f" {place.casefold()}"):
            return issuer[: -len(place)].strip(), issuer[-len(place) :]
    return issuer, ""


def _signer(state: State, role: SignerRole) -> Signer:
    signer = state.event.paperwork.signer(role)
    known = who_signs(signer, state)
    return replace(signer, name=known.name, title=known.title) if signer.name else signer
