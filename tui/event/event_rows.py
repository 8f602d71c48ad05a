"""What an event says, as the rows of a sheet: what is missing first, then all that can be changed."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from data.clock import hour_minute
from data.commands.event.checklist import OpenPoint, is_at_rest
from data.commands.event.event import FACTS, fact_label, fact_value
from data.commands.event.paperwork import (
    PAPER_FACTS,
    SIGNERS,
    paper_fact_label,
    paper_fact_value,
    signer_label,
)
from data.documents.banner.size import NAME as SIGN
from data.documents.signing_sheet.wording import STEM as LIST
from data.files.atomic_file import newest
from data.language import _
from data.model.event import Event
from data.model.paperwork import Expense, Member
from data.model.plan import Blank, Gift
from data.plans.placeholders import GAP, event_facts, filled
from data.plans.plan_words import blank_label, blank_why
from data.plans.stand_ins import shown
from data.queries.people.known_person import in_blank, in_team, who_signs
from data.queries.stage.spoken.live_facts import people_facts
from data.state.stage.agenda_progress import at_local, day
from data.state.state import State
from data.text.unit_words import unit_word
from tui.widgets.lists.sheet import Section, SheetRow

SIGN_ROW, LIST_ROW = "make:sign", "make:list"
SIGNER_ROW, PAPER_FACT_ROW = "signer:", "paper-fact:"
NEW_MEMBER, NEW_EXPENSE = Member(id=""), Expense(id="", name="")
"""What the last row of their sections is about."""

_OPEN, _GAP, _OFF = "$warning", "$warning", "$foreground 50%"


def sections(state: State, points: Sequence[OpenPoint], papers: Path) -> list[Section]:
    """Everything about the event; ``points`` is what is still open, shown before the rest.

    ``papers`` is the folder in which the title sign and the list on paper are looked for.
    """
    event = state.event
    known_facts = event_facts(event) | people_facts(state)
    missing = {point.id for point in points if point.kind == "blank"}
    known = [
        _row(
            f"blank:{blank.id}", blank_label(blank), _said(blank, state), detail=blank_why(blank), about=blank
        )
        for blank in event.blanks
        if blank.id not in missing
    ]
    written = tuple(row for row in known if row.value != GAP)
    spare = tuple(row for row in known if row.value == GAP)
    return [
        _missing(points, state),
        Section(
            _("THE EVENT"),
            tuple(_row(f"fact:{name}", fact_label(name), fact_value(event, name)) for name in FACTS),
        ),
        Section(_("AGENDA"), _agenda(state, known_facts)),
        Section(_("GIFTS"), tuple(_gift(gift, event, known_facts) for gift in state.handovers.listed(event))),
        Section(_("TO MAKE BEFORE THE DAY"), _to_make(papers)),
        Section(_("WHO SIGNS, AND WHERE PAPERS GO"), _paper_facts(state)),
        Section(_("SELF-GOVERNING TEAM"), _team(state)),
        Section(_("EXPENSES BESIDE THE GIFTS"), _expenses(event)),
        *([Section(_("WRITTEN DOWN"), written)] if written else []),
        *([Section(_("NOT NEEDED AS IT IS"), spare)] if spare else []),
    ]


def _missing(points: Sequence[OpenPoint], state: State) -> Section:
    """What is still open; of an event that is over, that it is."""
    if is_at_rest(state):
        told = (
            _("The event is closed. Nothing more has to be filled in.")
            if state.rest.purged is None
            else _("The event is over and its personal data are deleted. Counts and times stay.")
        )
        return Section(_("AT REST"), (), empty="✔ " + told, tone="$success")
    return Section(
        _("STILL MISSING") + (f"  {len(points)}" if points else ""),
        tuple(map(_open, points)),
        empty="✔ " + _("Nothing is missing."),
        tone=_OPEN if points else "$success",
    )


def _open(point: OpenPoint) -> SheetRow:
    return SheetRow(
        f"open:{point.kind}:{point.id}",
        point.label,
        point.value or point.why,
        sign="○",
        tone=_GAP if point.value else "$foreground 60%",
        detail=point.why,
        about=point,
    )


def _row(key: str, label: str, value: str, detail: str = "", about: object = None) -> SheetRow:
    tone = _GAP if not value or GAP in value else ""
    return SheetRow(key, label, value or GAP, tone=tone, detail=detail, about=about)


def _to_make(papers: Path) -> tuple[SheetRow, ...]:
    sign, listed = newest(papers, SIGN, ".pdf"), newest(papers, LIST, ".pdf")
    return (
        SheetRow(
            SIGN_ROW,
            _("Title sign of the stage"),
            sign.name if sign else _("not drawn yet"),
            tone="" if sign else _GAP,
            detail=_("F7, or Enter here: asks for the emblem and the size, and draws it as PNG and PDF."),
        ),
        SheetRow(
            LIST_ROW,
            _("List on paper, to sign"),
            listed.name if listed else _("not written yet"),
            tone="" if listed else _GAP,
            detail=_("F8, or Enter here: writes the list for when everything else fails. Print it."),
        ),
    )


def _agenda(state: State, known: Mapping[str, str]) -> tuple[SheetRow, ...]:
    event = state.event
    at = at_local(day(event, state.agenda_progress, state.entries[0].at), event.start)
    rows = []
    position = 0
    for item in event.agenda:
        on = not item.optional
        position += on
        begins = hour_minute(at) if on else _("off")
        when = f"{begins:<7}{item.minutes:>3}′"
        number = f"{position}. " if on else "–  "
        rows.append(
            SheetRow(
                f"item:{item.id}",
                number + item.title,
                when,
                tone="" if on else _OFF,
                detail=shown(item.line, event, known) or _("No line for the MC yet."),
                about=item,
            )
        )
        if on:
            at += timedelta(minutes=item.minutes)
    return tuple(rows)


def _gift(gift: Gift, event: Event, known: Mapping[str, str]) -> SheetRow:
    told = shown(" → ".join(filter(None, (gift.giver, gift.receiver))), event, known)
    planned = (
        _("unannounced") if gift.unannounced else f"{gift.quantity} {unit_word(gift.unit, gift.quantity)}"
    )
    if gift.price is not None:
        planned += f" · {dong(gift.price)}"
    return SheetRow(f"gift:{gift.id}", gift.name, planned, detail=told, about=gift)


def dong(sum: int) -> str:
    """``350.000 đ``."""
    return f"{sum:,}".replace(",", ".") + " đ"


def _said(blank: Blank, state: State) -> str:
    """What a blank holds; of a person as the guest list knows them now."""
    return in_blank(blank, state).kept if blank.names_person and blank.value != GAP else blank.value


def _paper_facts(state: State) -> tuple[SheetRow, ...]:
    event = state.event
    signers, known = [], event_facts(event)
    for role in SIGNERS:
        one = event.paperwork.signer(role)
        who = who_signs(one, state).spoken
        told = _("Their name stands under the signature; a deputy signs for the head (KT.).")
        signers.append(_row(f"{SIGNER_ROW}{role}", signer_label(role), who, detail=told, about=one))
    facts = [
        _row(f"{PAPER_FACT_ROW}{name}", paper_fact_label(name), filled(paper_fact_value(event, name), known))
        for name in PAPER_FACTS
    ]
    return (*signers, *facts)


def _team(state: State) -> tuple[SheetRow, ...]:
    known = [(one, in_team(one, state)) for one in state.event.paperwork.team]
    rows = [
        SheetRow(
            f"member:{one.id}",
            f"{named.honorific} {named.name}".strip(),
            one.duty,
            detail=named.office,
            about=one,
        )
        for one, named in known
    ]
    told = _("The decision on the team, the stage and the introduction name its members.")
    return (*rows, SheetRow("member:", _("Add a member"), "+", tone=_OFF, detail=told, about=NEW_MEMBER))


def _expenses(event: Event) -> tuple[SheetRow, ...]:
    rows = [
        SheetRow(
            f"expense:{one.id}",
            one.name,
            dong(one.sum),
            detail=f"{one.quantity} {unit_word(one.unit, one.quantity)} × {dong(one.price)}",
            about=one,
        )
        for one in event.paperwork.expenses
    ]
    told = _("Budget and statement of expenses add these up with the prices of the gifts.")
    return (*rows, SheetRow("expense:", _("Add an expense"), "+", tone=_OFF, detail=told, about=NEW_EXPENSE))
