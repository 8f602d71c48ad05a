"""The papers as the rows of a sheet: by when they are needed, the usual ones marked, each with how it
stands."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from data.clock import local
from data.documents.papers.catalogue import Paper, When
from data.documents.papers.overview import Look
from data.language import N_, _
from data.messages.entries.papers import paper_phase_name
from data.queries.kept_paper import is_deleted
from data.state.papers import Edition, PaperPhase
from data.state.state import State
from tui.widgets.lists.sheet import Section, SheetRow

USUAL = "★"
_SIGNS: dict[PaperPhase, str] = {"none": "○", "made": "●", "printed": "▣", "signed": "✔"}
_TONES: dict[PaperPhase, str] = {"none": "$foreground 60%", "signed": "$success"}
_HEADINGS: dict[When, str] = {
    "before": N_("BEFORE THE DAY"),
    "ceremony": N_("TO SIGN AT THE CEREMONY"),
    "after": N_("AFTER THE CEREMONY"),
    "own": N_("TEMPLATES OF YOUR OWN"),
}


def paper_sections(
    papers: Sequence[Paper], state: State, looks: Mapping[str, Look], now: datetime
) -> list[Section]:
    """A section for each time that papers are needed at; a star marks those that every event needs."""
    sections = []
    for when, heading in _HEADINGS.items():
        rows = tuple(_row(one, state, looks.get(one.id), now) for one in papers if one.when == when)
        if rows:
            usual = _("  {star} usual").format(star=USUAL) if when != "own" else ""
            sections.append(Section(_(heading) + usual, rows))
    return sections


def _row(paper: Paper, state: State, look: Look | None, now: datetime) -> SheetRow:
    edition = state.papers.latest(paper.id)
    phase = edition.phase if edition else "none"
    sign, tone = _SIGNS[phase], _TONES.get(phase, "")
    text = _state_text(edition, now)
    if edition and is_deleted(state, edition):
        sign, tone, text = "○", _TONES["none"], _("deleted with personal data")
    elif look and look.problem:
        sign, tone, text = "✖", "$error", _("the template cannot be filled")
    elif look and edition and look.is_stale(edition):
        sign, tone, text = "↻", "$warning", _("{state} · figures changed").format(state=text)
    title = f"{USUAL} {paper.title}" if paper.usual else f"  {paper.title}"
    return SheetRow(paper.id, title, text, sign=sign, tone=tone, about=paper)


def _state_text(edition: Edition | None, now: datetime) -> str:
    if edition is None:
        return paper_phase_name("none")
    at = local(edition.signed or edition.printed or edition.at)
    number = _(" no. {number}").format(number=edition.number) if edition.number > 1 else ""
    return _("{phase}{number} at {time}").format(
        phase=paper_phase_name(edition.phase),
        number=number,
        time=f"{at:%H:%M}" if at.date() == local(now).date() else f"{at:%H:%M %d/%m/%Y}",
    )
