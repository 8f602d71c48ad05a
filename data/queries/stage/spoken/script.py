"""What the MC says, with every brace filled from what is known and the gaps marked."""

from collections.abc import Mapping

from msgspec import Struct

from data.model.event import Event
from data.model.plan import AgendaItem, Announcement
from data.plans.placeholders import ASKED, Piece, fields, fill
from data.plans.plan_words import blank_label
from data.queries.stage.spoken.greeting import TEAM, team_lines
from data.queries.stage.spoken.introduction import PRESENT, introduction_lines
from data.queries.stage.spoken.live_facts import live_facts
from data.state.state import State


class Paragraph(Struct, frozen=True):
    """Words that belong together, and the names that are read out after them, one a line.

    ``introduces`` says that the names are those of the delegates who are here.
    """

    pieces: tuple[Piece, ...]
    names: tuple[str, ...] = ()
    introduces: bool = False


def spoken(item: AgendaItem, state: State) -> tuple[Paragraph, ...]:
    """What the MC says in ``item``. Where those who are here, or the team, are named, they end the first
    paragraph."""
    is_team = TEAM in fields(item.line)
    listed = team_lines(state) if is_team else introduction_lines(state)
    before: list[Piece] = []
    after: list[Piece] = []
    is_listed = False
    for piece in fill(item.line, live_facts(state)):
        if piece.field in (PRESENT, TEAM) and listed:
            is_listed = True
        elif is_listed:
            # The list ends its last line itself; a semicolon would open the next one.
            text = piece.text if after else piece.text.lstrip(" ;,.")
            after += [piece._replace(text=text)] if text else []
        else:
            before.append(piece)
    if not is_listed:
        return (Paragraph(tuple(before)),)
    first = Paragraph(tuple(before), tuple(listed), introduces=not is_team)
    return (first, Paragraph(tuple(after))) if after else (first,)


def announced(announcement: Announcement, state: State, asked: str = "") -> list[Piece]:
    """A ready-made announcement, filled; ``asked`` is what was typed for what it asks."""
    return fill(announcement.text, live_facts(state) | {ASKED: asked})


def blank_labels(template: str, facts: Mapping[str, str], event: Event) -> tuple[str, ...]:
    """What the plan calls the blanks that leave gaps in ``template``."""
    gaps = {piece.field for piece in fill(template, facts) if piece.is_gap}
    return tuple(blank_label(blank) for blank in event.blanks if blank.id in gaps)
