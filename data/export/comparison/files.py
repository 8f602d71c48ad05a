"""The file that compares events."""

from collections.abc import Sequence
from pathlib import Path

from data.clock import local
from data.errors import Refused
from data.export.comparison.compared import named
from data.export.comparison.groups import fill_delegations, fill_hamlets
from data.export.comparison.households import fill_households, households
from data.export.comparison.overview import fill_overview
from data.export.files import written_to
from data.export.workbook.book import Book, Progress
from data.files.atomic_file import write_new
from data.language import _
from data.session.outside_copies import note_copies
from data.session.session import Session
from data.text.slug import slug


def export_comparison(
    ceremonies: Sequence[Session], out_dir: Path | None = None, progress: Progress | None = None
) -> Path:
    """Write one workbook that shows the events side by side; returns its path.

    It goes to ``out_dir``, else beside the first event's folder. Households that several of the events
    invited by the same cards have a sheet of their own, which shows when each came. ``progress`` hears how
    many rows are done, and of about how many. Raises Refused for fewer than two events or the same one
    twice, CeremonyError when the disk refuses.
    """
    folders = [session.folder.resolve() for session in ceremonies]
    if len(folders) < 2:
        raise Refused(_("Name at least two events to compare."))
    if len(set(folders)) < len(folders):
        raise Refused(_("An event is named twice; each can be compared only with others."))
    first = ceremonies[0].now()
    events = named([(one.state, one.folder.name, one.now()) for one in ceremonies])
    again = households(events)
    heading = _("Comparison of {count} events").format(count=len(events))

    def write(path: Path) -> None:
        book = Book(heading, first.at, len(again) + len(events), progress)
        fill_overview(book, events, heading)
        fill_hamlets(book, events, heading)
        fill_delegations(book, events, heading)
        if again:
            fill_households(book, events, again, heading)
        book.save(path)

    folder = out_dir or folders[0].parent
    with written_to(folder):
        title = slug(_("Comparison"))
        path = write_new(folder, f"{title}-{local(first.at):%Y-%m-%d-%H%M}", ".xlsx", write)
    for session in ceremonies:
        note_copies(session, [path])
    return path
