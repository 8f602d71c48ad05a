"""Making papers: each a file of its own, never over an older one."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path

from msgspec import Struct

from data.collector import give_back
from data.documents.papers.catalogue import Paper
from data.documents.papers.fields.content import event_content, handover_content
from data.documents.papers.fields.event import moment_fields
from data.documents.papers.fields.single import Copy, copies
from data.documents.papers.fields.values import Content, Field
from data.documents.papers.template_places import Templates
from data.files.atomic_file import write_to
from data.files.disk import make_folder, not_written
from data.session.outside_copies import note_copies
from data.session.session import Session
from data.state.stage.agenda_progress import Instant
from data.state.state import State

FOLDER = "papers"

Progress = Callable[[int, int], None]


class MadePaper(Struct, frozen=True, kw_only=True):
    """A paper that was made. ``edition`` counts from 1; ``digest`` changes with what the paper says.

    ``missing`` are the labels of what is left to fill by pen, with how often each is there.
    """

    paper: Paper
    file: Path
    edition: int
    digest: str
    missing: Counter[str]


class Desk:
    """What papers of one moment are made from; nothing is computed twice for several papers."""

    def __init__(self, state: State, now: Instant, templates: Templates) -> None:
        self._state = state
        self._now = now
        self._templates = templates
        self._content = event_content(state, now)
        self._doubted = state.day_doubt(now.at) is not None

    def missing(self, paper: Paper) -> Counter[str]:
        """What the paper would leave to fill by pen."""
        template = self._templates.load(paper.template)
        first, *others = self._copies(paper, 1)
        found = template.missing(first[0])
        for _content, copy in others:
            found.update(template.gaps_in(copy.fields))
        return found

    def digest(self, paper: Paper) -> str:
        """What the paper would say now, as a checksum."""
        template = self._templates.load(paper.template)
        said = [template.digest(content) for content, _copy in self._copies(paper, 1)]
        return said[0] if len(said) == 1 else sha256("".join(said).encode()).hexdigest()[: len(said[0])]

    def make(self, paper: Paper, folder: Path) -> MadePaper:
        """Make the paper in ``folder``. Raises CeremonyError for a bad template or when the disk refuses."""
        template = self._templates.load(paper.template)
        digest, missing = self.digest(paper), self.missing(paper)
        title = f"{paper.title}: {self._state.event.title}"

        def write(edition: int, file: Path) -> None:
            copies = [(content, copy.code) for content, copy in self._copies(paper, edition)]
            file.write_bytes(template.fill_each(copies, title, self._now.at, edition))

        edition, file = _write_edition(folder, paper.stem, 1 + self._state.papers.editions(paper.id), write)
        return MadePaper(paper=paper, file=file, edition=edition, digest=digest, missing=missing)

    def _copies(self, paper: Paper, edition: int) -> list[tuple[Content, Copy]]:
        """What each copy of the paper says; one for a paper that is made once."""
        content = self._of(paper, edition)
        if not paper.each:
            return [(content, Copy({}))]
        return [(content.with_more(copy.fields), copy) for copy in copies(self._state, paper.each)]

    def _of(self, paper: Paper, edition: int) -> Content:
        content = self._content
        if paper.handover is not None:
            content = handover_content(content, paper.handover, self._state)
        return content.with_more(self.fleeting(edition))

    def fleeting(self, edition: int) -> dict[str, Field]:
        """What a paper says of itself: when it is made, and for which time."""
        on = self._state.days.held_on(self._state.event)
        return moment_fields(self._now.at, edition, doubted=self._doubted, event_on=on)


def make_papers(
    session: Session, wanted: Sequence[Paper], out: Path | None = None, progress: Progress | None = None
) -> list[MadePaper]:
    """Make these papers in ``out``, else in the event's ``papers``; ``progress`` hears (done, all).

    Nothing is recorded: that is for whoever may write (``record_made``). Raises CeremonyError.
    """
    desk = Desk(session.state, session.now(), Templates(session.folder))
    made = []
    try:
        for done, paper in enumerate(wanted, start=1):
            made.append(desk.make(paper, out or session.folder / FOLDER))
            if progress:
                progress(done, len(wanted))
    finally:
        give_back()
    note_copies(session, [one.file for one in made])
    return made


def _write_edition(
    folder: Path, stem: str, first: int, write: Callable[[int, Path], None]
) -> tuple[int, Path]:
    """Let ``write`` make the first edition from ``first`` on whose name no other file has."""
    try:
        make_folder(folder)
        for number in count(first):
            file = folder / (f"{stem}.docx" if number == 1 else f"{stem}-lan-{number}.docx")
            if not file.exists():
                return number, write_to(file, partial(write, number))
    except OSError as error:
        raise not_written(folder, error) from error
    raise AssertionError("counting never ends")
