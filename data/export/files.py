"""Export files: named after the event and the moment, whole or not there, never over an older one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from data.clock import local
from data.collector import give_back
from data.export.csv import write_csv
from data.export.event_json import write_json
from data.export.workbook.book import Progress
from data.export.workbook.sheet_names import SHEETS, chosen_sheets
from data.export.workbook.write import write_workbook
from data.files.atomic_file import write_new
from data.files.disk import make_folder, not_written
from data.language import _
from data.session.outside_copies import note_copies
from data.session.session import Session
from data.text.slug import slug

FOLDER = "exports"


def export_event(
    session: Session,
    out_dir: Path | None = None,
    progress: Progress | None = None,
    *,
    sheets: Iterable[str] = (),
    phones: bool = False,
) -> list[Path]:
    """Write the event as a workbook, its attendance as CSV and all of it as JSON; the files' paths.

    They go to ``out_dir``, else to ``exports`` in the event's folder, which is made when missing. With
    ``sheets`` (names of ``sheet_names.SHEETS``) only these are written: the workbook, and the CSV where the
    attendance list is among them. Telephone numbers are left out unless ``phones`` asks for them.
    ``progress`` hears how many rows are done, and of about how many. Raises Refused for a name that is no
    sheet's, CeremonyError when the disk refuses; a file that could not be written whole is not left behind.
    """
    folder = out_dir or session.folder / FOLDER
    state, now = session.state, session.now()
    stem = f"{slug(state.event.site.id)}-{_stamp(now.at)}"
    asked = tuple(sheets)
    chosen = chosen_sheets(asked)
    attendance = "-".join((stem, slug(_("Attendance"))))

    def workbook(path: Path) -> None:
        write_workbook(
            state, now, path, progress, sheets=chosen if any(map(str.strip, asked)) else (), phones=phones
        )

    with written_to(folder):
        files = [write_new(folder, stem, ".xlsx", workbook)]
        if "attendance" in chosen:
            files.append(write_new(folder, attendance, ".csv", lambda path: write_csv(state, path, phones)))
        if len(chosen) == len(SHEETS):
            files.append(write_new(folder, stem, ".json", lambda path: write_json(state, now, path, phones)))
    note_copies(session, files)
    give_back()
    return files


@contextmanager
def written_to(folder: Path) -> Iterator[None]:
    """Make ``folder`` for what is written inside; an OSError becomes a CeremonyError that says what to do."""
    try:
        make_folder(folder)
        yield
    except OSError as error:
        raise not_written(folder, error) from error


def _stamp(moment: datetime) -> str:
    return f"{local(moment):%Y-%m-%d-%H%M}"
