"""A list of guests read, and compared with those that are known: the part that a thread does."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.commands.guests import Known, ReadyImport, ready_import
from data.errors import Refused, RosterInvalid
from data.model.event import Event
from data.roster.columns.columns import Column
from data.roster.reading_options import ReadingOptions
from tui.guests.importing.folder import folder_sentence


@dataclass(frozen=True)
class ListRead:
    """What came of reading: a preview, or why there is none; and the columns, as they were taken."""

    ready: ReadyImport | None
    columns: tuple[Column, ...]
    problem: str = ""


def read_list(
    path: Path,
    event: Event,
    known: Known,
    options: ReadingOptions,
    progress: Callable[[int, int], None],
) -> ListRead:
    """The list in ``path``, read by ``options`` for the ``event``, and what it would do among ``known``.

    Raises Refused for a folder, RosterInvalid for a file of which not even the columns can be told.
    """
    # Imported when it is needed: spreadsheets take a while to load.
    from data.roster.columns_to_ask import columns_to_ask
    from data.roster.reading import read_roster

    if path.is_dir():
        raise Refused(folder_sentence(path))
    try:
        reading = read_roster(path, event, options, progress)
    except RosterInvalid as error:
        # A file that cannot be opened at all is refused here a second time, for the same reason.
        return ListRead(None, columns_to_ask(path, options.columns), error.sentence)
    first = reading.sheets[0]
    columns = first.columns if first.header_row else columns_to_ask(path, options.columns)
    return ListRead(ready_import(reading, known), columns)
