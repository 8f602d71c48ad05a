"""The fields of papers that are made one for each: an invitation, a pledge, a name plate, a badge."""

from io import BytesIO
from typing import Literal

from msgspec import Struct

from data.documents.papers.fields.office.people import in_full, in_role
from data.documents.papers.fields.values import Field, Gap
from data.documents.signing_sheet.tables import delegates_by_protocol, households_at_the_door
from data.model.guest import Guest
from data.queries.addressing.office_held import office_held
from data.queries.people.known_person import said
from data.queries.stage.spoken.introduction import introduction_order
from data.scanning.codes import payload
from data.state.state import State
from data.text.people.office import HONORIFIC, Named, capital

Each = Literal["", "delegate", "invited", "household", "front-row"]
"""For whom a paper is made once each (``invited``: the delegates without those who walked in); empty for a
paper that is made once."""

_FIRST_ROWS = 16
_NAMES = ("họ tên khách", "người được mời", "chức vụ khách", "đơn vị khách", "năm sinh khách")
_MODULE = 8


class Copy(Struct, frozen=True):
    """What one copy says beside what all of them say; ``code`` is the payload of the card, or empty."""

    fields: dict[str, Field]
    code: str = ""


def copies(state: State, each: Each) -> list[Copy]:
    """A copy for everybody who gets one; one with gaps where nobody is known yet."""
    if each == "front-row":
        return _front_row(state)
    guests = households_at_the_door(state) if each == "household" else delegates_by_protocol(state)
    if each == "invited":
        guests = [guest for guest in guests if not guest.walk_in]
    return [_of_guest(guest, state) for guest in guests] or [_blank()]


def code_picture(code: str) -> bytes:
    """The card's code as a PNG with its quiet zone."""
    # Imported when it is needed: pictures take longer than the first screen may.
    from PIL import ImageOps

    from data.documents.cards.ink import PAPER
    from data.documents.cards.qr import QUIET, qr_core

    picture = ImageOps.expand(qr_core(code, _MODULE, PAPER).convert("L"), QUIET * _MODULE, 255)
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def _of_guest(guest: Guest, state: State) -> Copy:
    title, unit = office_held(guest, state.event)
    named = Named(guest.name, said(guest.honorific), title, unit)
    who = capital(named.honorific or HONORIFIC)
    fields: dict[str, Field] = {
        "ông bà khách": who,
        "họ tên khách": guest.name,
        "người được mời": in_full(named, "khách", office=False),
        "chức vụ khách": title,
        "đơn vị khách": unit,
        "năm sinh khách": str(guest.birth_year) if guest.birth_year else Gap("năm sinh", 8),
        "xóm khách": guest.hamlet or Gap("xóm, tổ"),
        "số thẻ khách": f"{guest.number:03d}",
        "tên trên biển": f"{who} {guest.name}",
        "chức vụ trên biển": named.office,
    }
    return Copy(fields, payload(guest.code))


def _front_row(state: State) -> list[Copy]:
    """Who presides and writes, then the first delegates in the order of protocol, each once."""
    leading = [named for id in ("chair", "secretary") if (named := in_role(state, id)).name]
    names = {named.name.casefold() for named in leading}
    guests = [guest for guest in introduction_order(state) if not guest.withdrawn]
    rest = [guest for guest in guests if guest.name.casefold() not in names][:_FIRST_ROWS]
    found = [Copy(_blank().fields | _plate(named)) for named in leading]
    return [*found, *(_of_guest(guest, state) for guest in rest)] or [_blank()]


def _plate(named: Named) -> dict[str, Field]:
    who = f"{capital(named.honorific or HONORIFIC)} {named.name}"
    return {"tên trên biển": who, "chức vụ trên biển": named.office}


def _blank() -> Copy:
    fields: dict[str, Field] = {name: Gap() for name in _NAMES}
    fields |= {"ông bà khách": capital(HONORIFIC), "xóm khách": Gap(), "số thẻ khách": Gap(dots=8)}
    fields |= {"tên trên biển": Gap(), "chức vụ trên biển": Gap()}
    return Copy(fields)
