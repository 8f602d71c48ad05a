"""How every paper of the event stands: what is missing in it, and whether it still says what is so."""

from collections import Counter

from msgspec import Struct

from data.documents.papers.catalogue import Paper
from data.documents.papers.fields.labels import shown_label
from data.documents.papers.files import Desk
from data.documents.papers.template_places import Origin, Templates, all_papers
from data.errors import CeremonyError
from data.model.event import Event
from data.queries.kept_paper import is_deleted
from data.session.session import Session
from data.state.papers import Edition


class Look(Struct, frozen=True, kw_only=True):
    """A paper as it stands. ``missing`` are the labels of what is left to the pen, with how often each
    is there; ``digest`` changes with what the paper would say now; ``problem`` says why its template
    cannot be filled, and is empty when it can; ``origin`` whose template it is."""

    paper: Paper
    missing: Counter[str]
    digest: str
    origin: Origin = "program"
    problem: str = ""

    def is_stale(self, made: Edition) -> bool:
        """Whether the paper would say something else now than when it was made."""
        return bool(self.digest) and made.digest != self.digest


def look_at_papers(session: Session) -> dict[str, Look]:
    """All papers that can be made, by id. A template that cannot be filled is told, never raised."""
    templates = Templates(session.folder)
    desk = Desk(session.state, session.now(), templates)
    return {paper.id: _look(paper, desk, templates) for paper in all_papers(session)}


def to_make(session: Session, looks: dict[str, Look]) -> list[Paper]:
    """The papers that were never made, or would say something else now; of the less usual ones only those
    that somebody made before."""
    wanted = []
    for id, look in looks.items():
        made = session.state.papers.latest(id)
        if made is not None and is_deleted(session.state, made):
            continue
        wants = look.paper.usual if made is None else look.is_stale(made)
        if not look.problem and wants:
            wanted.append(look.paper)
    return wanted


def missing_text(missing: Counter[str], event: Event) -> str:
    """The labels one after another as people read them, with how often each is there where that is more than
    once."""
    shown = ((shown_label(label, event), times) for label, times in missing.items())
    return ", ".join(f"{label} ({times}×)" if times > 1 else label for label, times in shown)


def _look(paper: Paper, desk: Desk, templates: Templates) -> Look:
    try:
        origin, _path = templates.find(paper.template)
        return Look(paper=paper, missing=desk.missing(paper), digest=desk.digest(paper), origin=origin)
    except CeremonyError as error:
        return Look(paper=paper, missing=Counter(), digest="", problem=error.sentence)
