"""What the MC says, item by item, with every brace filled from what is known and the gaps marked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from msgspec import Struct

from data.facts import ASKED, Piece, fill
from data.model.event import Event
from data.model.plan import AgendaItem, Announcement
from data.state.introduction import PRESENT, introduction_line, introduction_lines, invited
from data.state.live_facts import live_facts
from data.state.rundown import Instant, table
from data.state.state import State

Names = Literal["present", "invited"]


class Paragraph(Struct, frozen=True):
    """Words that belong together, and the names that are read out after them, one a line."""

    pieces: tuple[Piece, ...]
    names: tuple[str, ...] = ()


class ScriptItem(Struct, frozen=True, kw_only=True):
    """One item of the MC's script.

    ``position`` counts from 1; ``planned`` (UTC) is when it begins by the plan and ``minutes`` how
    long it may take; ``blanks`` are the labels of what leaves gaps in the words; ``checks`` is what
    the plan says to see to, gifts first.
    """

    item: AgendaItem
    position: int
    planned: datetime
    minutes: int
    paragraphs: tuple[Paragraph, ...]
    blanks: tuple[str, ...]
    checks: tuple[str, ...]


def script(state: State, now: Instant, names: Names = "invited") -> list[ScriptItem]:
    """The script of all items that will run, in order.

    ``names`` says whom the introduction lists: those ``present`` now, or all who are ``invited`` (for
    a script printed before the doors open, when nobody is there yet).
    """
    facts = live_facts(state)
    gifts = state.event.gifts
    return [
        ScriptItem(
            item=row.item,
            position=row.position,
            planned=row.planned,
            minutes=row.minutes,
            paragraphs=spoken(row.item, state, names),
            blanks=blank_labels(row.item.line, facts, state.event),
            checks=(*(gift.name for gift in gifts if gift.item == row.item.id), *row.item.checks),
        )
        for row in table(state.event, state.rundown, now)
    ]


def spoken(item: AgendaItem, state: State, names: Names = "present") -> tuple[Paragraph, ...]:
    """What the MC says in ``item``. Where there are names to read out, they end the first paragraph."""
    listed = _names(state, names)
    before: list[Piece] = []
    after: list[Piece] = []
    is_listed = False
    for piece in fill(item.line, live_facts(state)):
        if piece.field == PRESENT and listed:
            is_listed = True
        elif is_listed:
            # The list ends its last line itself; a semicolon would open the next one.
            text = piece.text if after else piece.text.lstrip(" ;,")
            after += [piece._replace(text=text)] if text else []
        else:
            before.append(piece)
    if not is_listed:
        return (Paragraph(tuple(before)),)
    first = Paragraph(tuple(before), tuple(listed))
    return (first, Paragraph(tuple(after))) if after else (first,)


def announced(announcement: Announcement, state: State, asked: str = "") -> list[Piece]:
    """A ready-made announcement, filled; ``asked`` is what was typed for what it asks."""
    return fill(announcement.text, live_facts(state) | {ASKED: asked})


def blank_labels(template: str, facts: Mapping[str, str], event: Event) -> tuple[str, ...]:
    """What the plan calls the blanks that leave gaps in ``template``."""
    gaps = {piece.field for piece in fill(template, facts) if piece.is_gap}
    return tuple(blank.label for blank in event.blanks if blank.id in gaps)


def _names(state: State, names: Names) -> list[str]:
    if names == "present":
        return introduction_lines(state)
    return [introduction_line(guest, state) for guest in invited(state)]
