"""Making papers: each a file of its own, never over an older one."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from msgspec import Struct

from data.backdrop.files import write_whole
from data.ceremony import Ceremony
from data.errors import CeremonyError
from data.language import _
from data.papers.catalogue import Paper
from data.papers.content import event_content, handover_content
from data.papers.event_fields import moment_fields
from data.papers.templates import Templates
from data.papers.values import Content
from data.state.rundown import Instant
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

    def missing(self, paper: Paper) -> Counter[str]:
        """What the paper would leave to fill by pen."""
        return self._templates.load(paper.template).missing(self._of(paper, 1))

    def digest(self, paper: Paper) -> str:
        """What the paper would say now, as a checksum."""
        return self._templates.load(paper.template).digest(self._of(paper, 1))

    def make(self, paper: Paper, folder: Path) -> MadePaper:
        """Make the paper in ``folder``. Raises CeremonyError for a bad template or when the disk refuses."""
        template = self._templates.load(paper.template)
        template.check(self._of(paper, 1))
        edition, file = _reserve(folder, paper.stem, 1 + self._state.papers.editions(paper.id))
        try:
            content = self._of(paper, edition)
            filled = template.fill(content, f"{paper.title}: {self._state.event.title}", self._now.at)
            write_whole(file, filled.document)
        except BaseException:
            file.unlink(missing_ok=True)
            raise
        return MadePaper(
            paper=paper,
            file=file,
            edition=edition,
            digest=template.digest(content),
            missing=filled.missing,
        )

    def _of(self, paper: Paper, edition: int) -> Content:
        content = self._content
        if paper.handover is not None:
            content = handover_content(content, paper.handover, self._state)
        return content.with_more(moment_fields(self._now.at, edition))


def make_papers(
    ceremony: Ceremony, wanted: Sequence[Paper], out: Path | None = None, progress: Progress | None = None
) -> list[MadePaper]:
    """Make these papers in ``out``, else in the event's ``papers``; ``progress`` hears (done, all).

    Nothing is recorded: that is for whoever may write (``record_made``). Raises CeremonyError.
    """
    desk = Desk(ceremony.state, ceremony.now(), Templates(ceremony.folder))
    made = []
    for done, paper in enumerate(wanted, start=1):
        made.append(desk.make(paper, out or ceremony.folder / FOLDER))
        if progress:
            progress(done, len(wanted))
    return made


def _reserve(folder: Path, stem: str, edition: int) -> tuple[int, Path]:
    """Make an empty file under the first free name from this edition on, so that nothing else takes it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in count(edition):
            file = folder / (f"{stem}.docx" if number == 1 else f"{stem}-lan-{number}.docx")
            try:
                file.touch(exist_ok=False)
            except FileExistsError:
                continue
            return number, file
    except OSError as error:
        raise CeremonyError(
            _("{path} cannot be written ({reason}). Free some space or choose another folder.").format(
                path=folder, reason=error.strerror or error
            )
        ) from error
    raise AssertionError("counting never ends")
