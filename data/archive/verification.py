"""Whether an event's ledger is as it was written: every line, and every entry in it."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict, replace

from data.errors import CeremonyError, EventMissing
from data.language import _, ngettext
from data.ledger.lines.reading import Reading, Tables, apply, read_bytes, read_file
from data.ledger.table import ENTRIES
from data.queries.laptops.digest import digest, spoken
from data.repair.missing_entries import lacking
from data.session.folders.event_folder import LEDGER_NAME
from data.state.reading.soundness import Unsound, fold, sound_steps
from data.state.state import State

_NAMED = 10


class Verification(Struct, frozen=True, kw_only=True):
    """What was found in a ledger file.

    ``lines`` counts all whole lines, ``entries`` the sound entries; ``torn`` the bytes of a last line
    that never got whole on disk; ``damaged`` the numbers (from 1) of lines that are not as they were
    written; ``folds`` whether this program understands every entry that could be read; ``missing`` how
    many entries a copy or a rescue file holds that the ledger lacks; ``digest`` what this event has in common
    with every copy that holds the same steps, empty where it does not fold. ``sentence`` says all that in the
    language of the screen, and what to do.
    """

    lines: int
    entries: int
    torn: int
    damaged: tuple[int, ...]
    folds: bool
    sentence: str
    missing: int = 0
    digest: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether nothing that was acknowledged is lost. A torn last line never was."""
        return self.folds and not self.damaged and not self.missing

    def report(self) -> dict[str, object]:
        """The same for other programs, as JSON."""
        return {"sound": self.is_sound, **asdict(self)}


def verify_event(folder: Path) -> Verification:
    """Read the whole event in ``folder`` and say what is sound.

    Needs no lock and changes nothing, so it may run while the event is open elsewhere. Damage is an
    answer, not an error. Raises EventMissing when there is no ledger, CeremonyError when the disk
    does not let it be read.
    """
    path = folder / LEDGER_NAME
    try:
        reading = read_file(path)
    except FileNotFoundError as error:
        raise EventMissing(_("There is no event in {path}.").format(path=folder)) from error
    except OSError as error:
        raise CeremonyError(
            _("The ledger {path} cannot be read ({reason}). Copy the event from another disk.").format(
                path=path, reason=error.strerror or error
            )
        ) from error
    return _with_missing(_verified(reading), folder)


def _with_missing(found: Verification, folder: Path) -> Verification:
    """The same, with what copies and rescue files hold beside the ledger."""
    if not found.folds or found.damaged:
        return found
    missing = lacking(folder)
    if not missing:
        return found
    sentence = ngettext(
        "{missing} recorded entry is not in the ledger: an older ledger was put in its place, perhaps. A "
        "copy holds it; take it in with: main.py repair {folder}",
        "{missing} recorded entries are not in the ledger: an older ledger was put in its place, perhaps. A "
        "copy holds them; take them in with: main.py repair {folder}",
        missing,
    ).format(missing=missing, folder=folder)
    return replace(found, missing=missing, sentence=f"{found.sentence} {sentence}")


def verify_bytes(text: bytes) -> Verification:
    """The same for a ledger that is not in a file of its own."""
    return _verified(read_bytes(text, Reading()))


def _verified(reading: Reading) -> Verification:
    tables: Tables = {}
    for changes in reading.changes:
        apply(tables, changes)
    entries = len(tables.get(ENTRIES, {}))
    state = _folded(tables)
    folds, sum_of_all = state is not None, digest(state) if state else ""
    return Verification(
        lines=reading.lines,
        entries=entries,
        torn=reading.torn,
        damaged=tuple(reading.damaged),
        folds=folds,
        sentence=_sentence(reading, entries, folds, sum_of_all),
        digest=sum_of_all,
    )


def _folded(tables: Tables) -> State | None:
    """What the entries add up to; None where they are no event that this program understands."""
    try:
        return fold(sound_steps(tables))
    except Unsound:
        return None


def all_sound(entries: int) -> str:
    """That every entry is sound, in a sentence."""
    return ngettext("{entries} entry, and it is sound.", "All {entries} entries are sound.", entries).format(
        entries=entries
    )


def _sentence(reading: Reading, entries: int, folds: bool, digest: str) -> str:
    parts = []
    if reading.damaged:
        numbers = ", ".join(map(str, reading.damaged[:_NAMED])) + ("…" if reading.damaged[_NAMED:] else "")
        parts.append(
            ngettext(
                "The ledger is damaged at line {numbers}; {entries} other entry is sound. Mend it with: "
                "main.py repair EVENT",
                "The ledger is damaged at line {numbers}; {entries} other entries are sound. Mend it with: "
                "main.py repair EVENT",
                entries,
            ).format(numbers=numbers, entries=entries)
        )
    elif folds:
        parts.append(all_sound(entries))
        parts.append(
            _("Digest, the same on every laptop that has them: {digest}.").format(digest=spoken(digest))
        )
    if not folds and not reading.damaged:
        parts.append(
            _(
                "The lines are as they were written, but this version does not understand every entry. "
                "Open the event with the newest version of the program."
            )
            if entries
            else _("The ledger holds no event. Delete that folder and make it anew.")
        )
    if reading.torn:
        parts.append(
            _(
                "The last line was torn off while being written (a power cut, perhaps); it was "
                "never confirmed to anybody and is dropped when the event is opened."
            )
        )
    return " ".join(parts)
