"""What happened to papers, in words."""

from typing import assert_never

from data.language import N_, _
from data.model.entries.papers import AnyPaperHappening, PaperMade, PaperPrinted, PaperSigned
from data.state.papers import PaperPhase
from data.state.state import State

_PHASES: dict[PaperPhase, str] = {
    "none": N_("not made yet"),
    "made": N_("made"),
    "printed": N_("printed"),
    "signed": N_("signed"),
}


def paper_phase_name(phase: PaperPhase) -> str:
    """What people call how far a paper has come."""
    return _(_PHASES[phase])


def describe_papers(what: AnyPaperHappening, state: State) -> str:
    """One sentence for a paper that was made, printed or signed."""
    from data.documents.papers.catalogue import paper_name

    name = paper_name(what.paper, state)
    if what.edition > 1:
        name = _("{paper} (no. {edition})").format(paper=name, edition=what.edition)
    match what:
        case PaperMade():
            return _("Paper made: {paper}, {file}").format(paper=name, file=what.file)
        case PaperPrinted():
            return _("Paper printed: {paper}").format(paper=name)
        case PaperSigned() if what.file:
            return _("Signed paper is back: {paper}, {file}").format(paper=name, file=what.file)
        case PaperSigned():
            return _("Signed paper is back: {paper}").format(paper=name)
    assert_never(what)
