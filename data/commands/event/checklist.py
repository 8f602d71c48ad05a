"""What has to be settled before the day: facts, blanks, guests, cards and books that are still open."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct

from data.commands.event.event import fact_label, set_blank, set_fact, set_gift
from data.commands.event.paperwork import set_member, set_signer, signer_label, typed_role
from data.documents.banner.size import FOLDER as SIGN_FOLDER
from data.documents.outdated import Outdated, outdated
from data.documents.papers.fields.office.people import body_signer
from data.errors import Refused
from data.language import _
from data.model.entry import Entry
from data.model.paperwork import SignerRole
from data.model.texts import texts
from data.plans.moved_to_day import minutes
from data.plans.placeholders import GAP, fields
from data.plans.plan_words import blank_label, blank_why
from data.queries.people.cards import printed_guests, undrawn, unprinted
from data.queries.people.counts import expected_guests
from data.queries.people.honorifics import without_honorific
from data.queries.stage.spoken.greeting import TEAM
from data.session.session import Session
from data.state.state import State
from data.text.typed.numbers.amount import is_money

PointKind = Literal[
    "fact", "blank", "guests", "cards", "contents", "outdated", "honorifics", "signer", "team", "price"
]
_TYPED = ("fact", "blank", "contents", "signer", "team", "price")
_ON_CARDS = ("date",)
"""The facts that cards print and that can be open."""

_DECISIONS: tuple[tuple[SignerRole, str], ...] = (
    ("decision-model", "decision_model_number"),
    ("decision-team", "decision_team_number"),
)
"""Who signs a decision, and the blank of a plan that speaks of it."""


class OpenPoint(Struct, frozen=True, kw_only=True):
    """Something that is not known or not done yet.

    ``id`` is the fact's name, the blank's or the gift's id, who signs, or the kind itself; ``why`` says what
    suffers; ``value`` is what is there so far; ``names_person`` that it is a person.
    """

    kind: PointKind
    id: str
    label: str
    why: str
    value: str = ""
    names_person: bool = False

    @property
    def is_typed(self) -> bool:
        """Whether a typed value settles it (``settle``); else it is work on another screen."""
        return self.kind in _TYPED


def open_points(state: State) -> list[OpenPoint]:
    """What is still open: the event's facts, its blanks in the plan's order, guests, cards, books.

    What belongs only to items that are off, or were left out on the day, is not missing.
    """
    return [
        *_facts(state),
        *_contradictions(state),
        *_blanks(state),
        *_guests(state),
        *_contents(state),
        *_team(state),
        *_signers(state),
        *_prices(state),
    ]


def open_on_cards(state: State) -> list[OpenPoint]:
    """What is still open and printed on cards: drawn before it is settled, they have to be drawn again."""
    return [
        point
        for point in open_points(state)
        if point.kind == "honorifics" or (point.kind == "fact" and point.id in _ON_CARDS)
    ]


def missing_points(state: State, folder: Path) -> list[OpenPoint]:
    """All that is missing of the event in ``folder`` before its day: what has to be drawn again, then what is
    open. Whether an event is ready is judged by this alone. Nothing is missing of one that is at rest."""
    if is_at_rest(state):
        return []
    again = outdated_point(outdated(state, folder / SIGN_FOLDER))
    return [*([again] if again else []), *open_points(state)]


def is_at_rest(state: State) -> bool:
    """Whether the event is closed, or its personal data are deleted: nothing is prepared any more."""
    return state.rest.closed is not None or state.rest.purged is not None


def outdated_point(found: Outdated) -> OpenPoint | None:
    """What was drawn before the event was changed, as an open point; None when all of it still holds."""
    if not found:
        return None
    why = _("Drawn before the event was changed: they say what no longer holds. Enter draws them again.")
    return OpenPoint(kind="outdated", id="outdated", label=_("To draw again"), why=why, value=found.text)


def settle(session: Session, point: OpenPoint, value: str) -> Entry:
    """Write what was typed for an open point, by the command it belongs to.

    Refused for what that command refuses, for a gap that was left in the text, and for a point that
    typing does not settle.
    """
    if GAP in value:
        raise Refused(_("Type what belongs in the place of “{gap}”.").format(gap=GAP))
    match point.kind:
        case "fact":
            return set_fact(session, point.id, value)
        case "blank":
            return set_blank(session, point.id, value)
        case "contents":
            return set_gift(session, point.id, contents=value)
        case "signer":
            return set_signer(session, typed_role(point.id), name=value)
        case "team":
            return set_member(session, "", name=value)
        case "price":
            return set_gift(session, point.id, price=value)
        case "guests":
            raise Refused(_("Import the list of guests, or add them one by one."))
        case "cards":
            raise Refused(_("Print the cards."))
        case "outdated":
            raise Refused(_("Draw them again."))
        case "honorifics":
            raise Refused(_("Say it of each of them."))


def _facts(state: State) -> Iterator[OpenPoint]:
    event = state.event
    if event.date is None:
        why = _("Backdrop, cards and papers have no date.")
        yield OpenPoint(kind="fact", id="date", label=fact_label("date"), why=why)
    if not event.plan_number or GAP in event.plan_number:
        why = _("The MC and the papers name the plan without its number.")
        yield OpenPoint(
            kind="fact",
            id="plan_number",
            label=fact_label("plan_number"),
            why=why,
            value=event.plan_number,
        )
    if not event.background.issued and event.background.title:
        why = _("The papers name the plan without its date.")
        yield OpenPoint(kind="fact", id="plan_issued", label=fact_label("plan_issued"), why=why)
    if not event.site.district and _needs_district(state):
        why = _("The MC and the papers address bodies of the district without saying which.")
        yield OpenPoint(kind="fact", id="district", label=fact_label("district"), why=why)


def _needs_district(state: State) -> bool:
    """Whether the MC reads the district's name, or a paper names it."""
    event, off = state.event, _off(state)
    own, behind = event.paperwork, event.background
    told = (
        *(one.greeting for one in event.delegations if not one.spare),
        *(text for item in event.agenda if item.id not in off for text in texts(item)),
        *(text for gift in event.gifts if gift.item not in off for text in texts(gift)),
        *(own.addressees or behind.addressees),
        *(own.report_recipients or behind.recipients),
        *(own.minutes_recipients or behind.minutes_recipients),
        *(own.other_recipients or behind.other_recipients),
        behind.issuer,
    )
    return any("district" in fields(text) for text in told)


def _contradictions(state: State) -> Iterator[OpenPoint]:
    """Times that cannot all be true."""
    event = state.event
    if minutes(event.doors) > minutes(event.start):
        why = _("The doors ({doors}) must open before the start ({start}).")
        why = why.format(doors=event.doors, start=event.start)
        yield OpenPoint(kind="fact", id="doors", label=fact_label("doors"), why=why, value=event.doors)
    over = minutes(event.start) + sum(item.minutes for item in event.program)
    if minutes(event.start) >= minutes(event.deadline):
        why = _("The start ({start}) must lie before the time to be over by ({deadline}).")
        why = why.format(start=event.start, deadline=event.deadline)
    elif over > minutes(event.deadline):
        why = _("The agenda ends at {time}, after the time to be over by ({deadline}).")
        why = why.format(time=f"{over // 60:02}:{over % 60:02}", deadline=event.deadline)
    else:
        return
    yield OpenPoint(kind="fact", id="deadline", label=fact_label("deadline"), why=why, value=event.deadline)


def _blanks(state: State) -> Iterator[OpenPoint]:
    needless = _needless(state)
    for blank in state.event.blanks:
        if not blank.value and blank.id not in needless:
            yield OpenPoint(
                kind="blank",
                id=blank.id,
                label=blank_label(blank),
                why=blank_why(blank),
                names_person=blank.names_person,
            )


def _off(state: State) -> set[str]:
    """The items that do not run: off in the agenda, or left out on the day."""
    progress = state.agenda_progress
    return {item.id for item in state.event.agenda if item.optional or progress.state(item.id) == "skipped"}


def _needless(state: State) -> set[str]:
    """The blanks that only items use that do not run, with the gifts that are given in them."""
    event, off = state.event, _off(state)
    of_items = [(item.id, item) for item in event.agenda] + [(gift.item, gift) for gift in event.gifts]
    used: dict[bool, set[str]] = {True: set(), False: set()}
    for item, thing in of_items:
        used[item in off].update(name for text in texts(thing) for name in fields(text))
    elsewhere = (*event.announcements, *event.backdrop, event.background)
    used[False].update(name for thing in elsewhere for text in texts(thing) for name in fields(text))
    return used[True] - used[False]


def _guests(state: State) -> Iterator[OpenPoint]:
    if not expected_guests(state):
        why = _("Nobody can be found at the door, and no card can be printed.")
        yield OpenPoint(kind="guests", id="guests", label=_("List of guests"), why=why, value="0")
    unknown = without_honorific(state)
    if unknown:
        why = _("The MC and the papers say “ông/bà” before their names.")
        label, value = _("Ông, Bà, Đồng chí of delegates"), str(len(unknown))
        yield OpenPoint(kind="honorifics", id="honorifics", label=label, why=why, value=value)
    left = unprinted(state)
    if left:
        to_draw = len(undrawn(state))
        why = _("Cards not printed yet: {count}.").format(count=len(left))
        if to_draw:
            why += " " + _("Of these not drawn yet: {count} (F5, F8).").format(count=to_draw)
        value = _printed(state)
        yield OpenPoint(kind="cards", id="cards", label=_("Cards to print"), why=why, value=value)


def _printed(state: State) -> str:
    guests = expected_guests(state)
    return f"{len(printed_guests(state))}/{len(guests)}"


def _contents(state: State) -> Iterator[OpenPoint]:
    # A plan names a witness for what is handed over with minutes, and those list every piece.
    off = _off(state)
    for gift in state.event.gifts:
        if gift.witness and not gift.contents and gift.item not in off:
            why = _("The handover minutes list no books.")
            label = _("Books in: {gift}").format(gift=gift.name)
            yield OpenPoint(kind="contents", id=gift.id, label=label, why=why)


def _team(state: State) -> Iterator[OpenPoint]:
    """The members whom an item that is on calls before the hall."""
    off = _off(state)
    lines = [item.line for item in state.event.agenda if item.id not in off]
    if not state.event.paperwork.team and any(TEAM in fields(line) for line in lines):
        why = _("The MC calls nobody before the hall, and the decision names nobody.")
        label = _("Members of the self-governing team")
        yield OpenPoint(kind="team", id="team", label=label, why=why, names_person=True)


def _signers(state: State) -> Iterator[OpenPoint]:
    """Who signs what is decided in an item that is on, and the papers about money."""
    event, needless = state.event, _needless(state)
    asked = {blank.id for blank in event.blanks} - needless
    roles: list[SignerRole] = [role for role, blank in _DECISIONS if blank in asked]
    roles.append("accountant")
    if event.background.head.signing and not body_signer(state).name:
        roles.insert(0, "papers")
    why = _("Nobody's name stands under the signature.")
    for role in roles:
        if not event.paperwork.signer(role).name:
            yield OpenPoint(kind="signer", id=role, label=signer_label(role), why=why, names_person=True)


def _prices(state: State) -> Iterator[OpenPoint]:
    """Prices of gifts, where no sums that were granted stand for them in the budget."""
    event = state.event
    if any(blank.asks_money for blank in event.blanks):
        return
    why = _("Budget and statement of expenses have no total.")
    for gift in event.gifts:
        if gift.price is None and not gift.unannounced and not is_money(gift.unit):
            label = _("Price of: {gift}").format(gift=gift.name)
            yield OpenPoint(kind="price", id=gift.id, label=label, why=why)
