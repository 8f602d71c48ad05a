"""What was drawn before the event was changed, and says what no longer holds: cards, sign, list, papers."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from data.documents.banner.size import NAME as SIGN
from data.documents.papers.catalogue import papers
from data.documents.signing_sheet.wording import STEM as LIST
from data.files.atomic_file import newest
from data.language import _
from data.ledger.lines.record import Step
from data.model.entries.guests import GuestHappening
from data.model.event import Event
from data.model.guest import Guest
from data.plans.placeholders import event_facts, filled
from data.queries.kept_paper import kept_edition
from data.queries.people.cards import counting_steps, outdated_cards
from data.state.state import State
from data.text import counted


class Outdated(Struct, frozen=True, kw_only=True):
    """What has to be drawn again: the guests whose cards, the papers' ids, and whether sign and list."""

    cards: tuple[Guest, ...] = ()
    sign: bool = False
    list: bool = False
    papers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.cards or self.sign or self.list or self.papers)

    @property
    def text(self) -> str:
        """What it is, for a line: ``98 cards, title sign``."""
        parts = [counted.cards(len(self.cards))] if self.cards else []
        parts += [_("title sign")] if self.sign else []
        parts += [_("list on paper")] if self.list else []
        parts += [counted.papers(len(self.papers))] if self.papers else []
        return ", ".join(parts)


def outdated(state: State, folder: Path) -> Outdated:
    """What of the event was drawn before such a change; ``folder`` holds title sign and list.

    Only what is still needed: no cards of guests who are in, nothing but papers once the agenda runs,
    no paper that came back signed. When a file was drawn is its time on disk.
    """
    if state.agenda_progress.runs:
        return Outdated(papers=tuple(_papers(state)))
    return Outdated(
        cards=tuple(outdated_cards(state)),
        sign=_is_older(newest(folder, SIGN, ".pdf"), state, _sign),
        list=_is_older(newest(folder, LIST, ".pdf"), state, _list),
        papers=tuple(_papers(state)),
    )


def _papers(state: State) -> Iterator[str]:
    """Papers, made and not signed yet, that were made when the event's facts were others."""
    now = _facts(state.event)
    for paper in papers(state):
        made = kept_edition(state, paper.id)
        if made is not None and made.phase != "signed" and _facts(_event(state, made.at)) != now:
            yield paper.id


def _is_older(file: Path | None, state: State, says: Callable[[State, datetime | None], object]) -> bool:
    """Whether a file ``says`` something else than it would now; None is the moment of now."""
    if file is None:
        return False
    drawn = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return says(state, drawn) != says(state, None)


def _counting(state: State, until: datetime | None = None) -> list[Step]:
    """The steps that counted at the moment ``until``, taken-back ones left out; the first always."""
    steps = [s for s in state.steps if until is None or s.entry.at <= until] or state.steps[:1]
    return counting_steps(steps)


def _event(state: State, until: datetime | None) -> Event:
    """The event as it was at the moment ``until``, or as it was made."""
    if until is None:
        return state.event
    known = (step.event for step in reversed(_counting(state, until)) if step.event is not None)
    return next(known, state.event)


def _facts(event: Event) -> tuple[object, ...]:
    """What papers say of the event that the organiser may change."""
    head = event.title, event.model, event.plan_number, event.background.issued
    return *head, event.site, event.date, event.doors, event.start, event.deadline


def _sign(state: State, until: datetime | None) -> object:
    event = _event(state, until)
    facts = event_facts(event)
    return tuple(filled(line.text, facts) for line in event.backdrop)


def _list(state: State, until: datetime | None) -> object:
    """Title, place and day, and the guests as they were listed: who walked in stands there by hand."""
    event = _event(state, until)
    changes = (s.guests for s in _counting(state, until) if isinstance(s.entry.what, GuestHappening))
    return event.title, event.site, event.date, tuple(filter(None, changes))
