"""The MC's page: the words for now, who is introduced, who came late, the time, notes from the desk."""

from collections.abc import Sequence

from msgspec import Struct

from data.clock import hour_minute
from data.companion.views.clock import StageTime, stage_time
from data.language import _
from data.messages.pace import punctuality
from data.model.plan import AgendaItem
from data.plans.placeholders import Piece
from data.queries.stage.next_item import next_item
from data.queries.stage.pace import pace
from data.queries.stage.spoken.introduction import introduction_item, latecomers, next_to_introduce, turns
from data.queries.stage.spoken.live_facts import live_facts
from data.queries.stage.spoken.script import blank_labels, spoken
from data.state.stage.agenda_progress import Instant, Row, table
from data.state.state import State


class Words(Struct, frozen=True):
    """A run of the MC's words. ``kind``: ``gap`` is not known yet, ``fact`` was filled in."""

    text: str
    kind: str = ""


class Paragraph(Struct, frozen=True, kw_only=True):
    """Words that belong together, and the names that are read out after them, one a line."""

    words: tuple[Words, ...]
    names: tuple[str, ...] = ()


class Delegate(Struct, frozen=True, kw_only=True):
    """A delegate who is here, as read out. ``missed`` was passed over; ``came`` is ``HH:MM``."""

    number: int
    line: str
    came: str
    is_read: bool
    is_missed: bool
    is_next: bool


class DeskNote(Struct, frozen=True, kw_only=True):
    """A note to the MC; ``at`` is ``HH:MM`` in Asia/Ho_Chi_Minh, ``who`` was on duty."""

    id: str
    at: str
    who: str
    text: str


class Go(Struct, frozen=True, kw_only=True):
    """What GO would do: begin ``item`` (its id), or close the ceremony where that is empty.

    ``says`` is what stands on the button; empty once the ceremony is closed.
    """

    item: str
    says: str


class MCPage(Struct, frozen=True, kw_only=True):
    """All that the MC needs in the hand. ``blanks`` are what the plan calls the gaps in the words.

    ``introduces`` says that the words are those of the item in which the delegates are named. ``pace`` is
    ``LATE 5 min · ends about 10:35``.
    """

    time: StageTime
    pace: str
    words: tuple[Paragraph, ...]
    blanks: tuple[str, ...]
    introduces: bool
    delegates: tuple[Delegate, ...]
    late: tuple[Delegate, ...]
    notes: tuple[DeskNote, ...]
    following: str
    go: Go


def mc_page(state: State, now: Instant) -> MCPage:
    """What the MC needs at ``now``. Before the ceremony the words are those of the first item."""
    rows = table(state.event, state.agenda_progress, now)
    coming = next_item(state)
    following = next((row for row in rows if coming is not None and row.item.id == coming.id), None)
    item = state.event.item(state.agenda_progress.current) or coming
    introduces = item is not None and item.id == introduction_item(state.event)
    delegates = _delegates(state)
    late = [guest.number for guest in latecomers(state)] if state.agenda_progress.closed is None else []
    by_number = {delegate.number: delegate for delegate in delegates}
    return MCPage(
        time=stage_time(state, now),
        pace=_pace(state, rows, now),
        words=_words(item, state),
        blanks=blank_labels(item.line, live_facts(state), state.event) if item else (),
        introduces=introduces,
        delegates=delegates,
        late=tuple(by_number[number] for number in late),
        notes=_notes(state),
        following=_coming(following),
        go=_go(state, following),
    )


def _words(item: AgendaItem | None, state: State) -> tuple[Paragraph, ...]:
    """The delegates, who can be ticked, stand in a list of their own and not among the words."""
    if item is None:
        return ()
    return tuple(
        Paragraph(
            words=tuple(_run(piece) for piece in paragraph.pieces),
            names=() if paragraph.introduces else paragraph.names,
        )
        for paragraph in spoken(item, state)
    )


def _run(piece: Piece) -> Words:
    return Words(piece.text, "gap" if piece.is_gap else "fact" if piece.field else "")


def _delegates(state: State) -> tuple[Delegate, ...]:
    following = next_to_introduce(state) if state.agenda_progress.closed is None else None
    return tuple(
        Delegate(
            number=turn.guest.number,
            line=turn.line,
            came=hour_minute(state.present[turn.guest.number].at),
            is_read=turn.is_read,
            is_missed=turn.is_missed,
            is_next=following is not None and following.number == turn.guest.number,
        )
        for turn in turns(state)
    )


def _notes(state: State) -> tuple[DeskNote, ...]:
    return tuple(
        DeskNote(id=note.id, at=hour_minute(note.at), who=note.duty, text=note.text)
        for note in state.words.notes.values()
    )


def _coming(row: Row | None) -> str:
    if row is None:
        return ""
    when = _("{time}, {minutes} min").format(time=hour_minute(row.expected), minutes=row.minutes)
    return f"{row.position} · {row.item.title} · {when}"


def _go(state: State, following: Row | None) -> Go:
    if state.agenda_progress.closed is not None:
        return Go(item="", says="")
    if following is None:
        return Go(item="", says=_("Close the ceremony"))
    says = _("Begin item {next} · {title}").format(next=following.position, title=following.item.title)
    return Go(item=following.item.id, says=says)


def _pace(state: State, rows: Sequence[Row], now: Instant) -> str:
    if not rows or not state.agenda_progress.runs:
        return ""
    found = pace(state.event, state.agenda_progress, rows, now)
    end = _("ended {time}") if state.agenda_progress.closed else _("ends about {time}")
    return f"{punctuality(found)} · {end.format(time=hour_minute(found.end))}"
