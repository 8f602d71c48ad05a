"""Drawing anew what was drawn before the event was changed."""

from pathlib import Path

from msgspec import Struct

from data.clock import Clock
from data.documents.cards.selection import AGAIN_NAME
from data.documents.outdated import Outdated
from data.documents.papers.catalogue import papers
from data.documents.papers.files import MadePaper, Progress, make_papers
from data.model.guest import Guest
from data.queries.people.cards import misprinted, printed_guests
from data.queries.people.counts import expected_guests
from data.session.session import Session
from data.state.state import State

CARDS = "cards"
PAPERS = "papers"


class Redrawn(Struct, frozen=True, kw_only=True):
    """What was written: every file, the ``cards`` drawn (guests' numbers), their ``sheets`` to print, and the
    ``papers`` among the files that are to be recorded."""

    files: tuple[Path, ...] = ()
    cards: tuple[int, ...] = ()
    sheets: Path | None = None
    papers: tuple[MadePaper, ...] = ()


def redraw(
    folder: Path,
    state: State,
    found: Outdated,
    emblem: Path | None,
    clock: Clock,
    run: str,
    told: Progress,
) -> Redrawn:
    """Draw what ``found`` names into the event's ``folder``, and say what was written; nothing is recorded.

    ``emblem`` is the picture for the title sign; ``clock`` and ``run`` are those of the session. Raises
    CeremonyError when a file cannot be written.
    """
    # Imported when it is needed: pictures and type take a while to load.
    files: list[Path] = []
    cards: list[Guest] = []
    sheets: Path | None = None
    if found.cards:
        from data.documents.cards.replaced_files import draw_anew

        everybody = expected_guests(state)
        # What has to come out of the printer now: all, or what came out with something else on it.
        is_begun = bool(printed_guests(state) or misprinted(state))
        again = {guest.number for guest in (*found.cards, *misprinted(state))}
        cards = [guest for guest in everybody if guest.number in again] if is_begun else everybody
        name = AGAIN_NAME if is_begun else ""
        sheets = draw_anew(state.event, cards, everybody, found.cards, folder / CARDS, told, name).sheets
        files += [sheets] if sheets else []
    if found.sign:
        from data.documents.banner.files import write_backdrop

        files += write_backdrop(state.event, None, folder, emblem, progress=told)
    if found.list:
        from data.documents.signing_sheet.files import write_paper_list

        files.append(write_paper_list(state, folder / PAPERS, told))
    made: list[MadePaper] = []
    if found.papers:
        # A reader of its own: the state that the screens show changes with every scan meanwhile.
        with Session(folder, "read", clock=clock) as seen:
            seen.run = run
            wanted = [paper for paper in papers(seen.state) if paper.id in found.papers]
            made = make_papers(seen, wanted, None, told)
    numbers = tuple(guest.number for guest in cards)
    return Redrawn(files=tuple(files), cards=numbers, sheets=sheets, papers=tuple(made))
