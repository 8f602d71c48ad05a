"""What an event says, as the rows of a sheet: what is missing first, then all that can be changed."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from data.atomic_file import newest
from data.clock import hour_minute
from data.commands.checklist import OpenPoint
from data.commands.event import FACTS, fact_label, fact_value
from data.documents.banner.size import NAME as SIGN
from data.documents.signing_sheet.wording import STEM as LIST
from data.language import _
from data.model.event import Event
from data.model.plan import AgendaItem, Gift
from data.plans.placeholders import GAP, event_facts, filled
from data.state.stage.agenda_progress import at_local, day
from data.state.state import State
from tui.widgets.lists.sheet import Section, SheetRow

SIGN_ROW, LIST_ROW = "make:sign", "make:list"
_OPEN, _GAP, _OFF = "$warning", "$warning", "$foreground 50%"


def sections(state: State, points: Sequence[OpenPoint], papers: Path) -> list[Section]:
    """Everything about the event; ``points`` is what is still open, shown before the rest.

    ``papers`` is the folder in which the title sign and the list on paper are looked for.
    """
    event = state.event
    missing = {point.id for point in points if point.kind == "blank"}
    known = tuple(
        _row(f"blank:{blank.id}", blank.label, blank.value, told=blank.why, about=blank)
        for blank in event.blanks
        if blank.id not in missing
    )
    return [
        Section(
            _("STILL MISSING") + (f"  {len(points)}" if points else ""),
            tuple(map(_open, points)),
            empty="✔ " + _("Nothing is missing."),
            tone=_OPEN if points else "$success",
        ),
        Section(
            _("THE EVENT"),
            tuple(_row(f"fact:{name}", fact_label(name), fact_value(event, name)) for name in FACTS),
        ),
        Section(_("AGENDA"), _agenda(state)),
        Section(_("GIFTS"), tuple(_gift(gift, event) for gift in state.handovers.listed(event))),
        Section(_("TO MAKE BEFORE THE DAY"), _to_make(papers)),
        *([Section(_("WRITTEN DOWN"), known)] if known else []),
    ]


def _open(point: OpenPoint) -> SheetRow:
    return SheetRow(
        f"open:{point.kind}:{point.id}",
        point.label,
        point.value or point.why,
        sign="○",
        tone=_GAP if point.value else "$foreground 60%",
        told=point.why,
        about=point,
    )


def _row(key: str, label: str, value: str, told: str = "", about: object = None) -> SheetRow:
    tone = _GAP if not value or GAP in value else ""
    return SheetRow(key, label, value or GAP, tone=tone, told=told, about=about)


def _to_make(papers: Path) -> tuple[SheetRow, ...]:
    sign, listed = newest(papers, SIGN, ".pdf"), newest(papers, LIST, ".pdf")
    return (
        SheetRow(
            SIGN_ROW,
            _("Title sign of the stage"),
            sign.name if sign else _("not drawn yet"),
            tone="" if sign else _GAP,
            told=_("F7, or Enter here: asks for the emblem and the size, and draws it as PNG and PDF."),
        ),
        SheetRow(
            LIST_ROW,
            _("List on paper, to sign"),
            listed.name if listed else _("not written yet"),
            tone="" if listed else _GAP,
            told=_("F8, or Enter here: writes the list for when everything else fails. Print it."),
        ),
    )


def _agenda(state: State) -> tuple[SheetRow, ...]:
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
                told=_item_told(item, event),
                about=item,
            )
        )
        if on:
            at += timedelta(minutes=item.minutes)
    return tuple(rows)


def _item_told(item: AgendaItem, event: Event) -> str:
    return filled(item.line, event_facts(event)) or _("No line for the MC yet.")


def _gift(gift: Gift, event: Event) -> SheetRow:
    told = filled(" → ".join(filter(None, (gift.giver, gift.receiver))), event_facts(event))
    planned = _("unannounced") if gift.unannounced else f"{gift.quantity} {gift.unit}"
    return SheetRow(f"gift:{gift.id}", gift.name, planned, told=told, about=gift)
