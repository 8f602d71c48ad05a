"""Whether an archive is as it was written: every file by its checksum, and the ledger line by line."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from msgspec import Struct
from msgspec.structs import asdict

from data.archive.manifest import ArchivedFile, Manifest
from data.archive.open import BROKEN, Opened, open_archive
from data.archive.verification import Verification, verify_bytes
from data.errors import Refused
from data.language import _
from data.session.folders.event_folder import LEDGER_NAME
from data.text import counted

Progress = Callable[[int, int], None]
Keep = Callable[[ArchivedFile, bytes], None]

_PIECE = 1 << 20


class ArchiveCheck(Struct, frozen=True, kw_only=True):
    """What was found in an archive.

    ``damaged`` are the paths of files that are not as they were archived; ``ledger`` what the ledger in it
    is like, None when it is among them or the archive was refused as a whole. ``sentence`` says all that
    in the language of the screen.
    """

    files: int = 0
    size: int = 0
    damaged: tuple[str, ...] = ()
    ledger: Verification | None = None
    sentence: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether the whole event can be brought back from it."""
        return self.ledger is not None and self.ledger.is_sound and not self.damaged

    def report(self) -> dict[str, object]:
        """The same for other programs, as JSON."""
        told = asdict(self) | {"ledger": self.ledger.report() if self.ledger else None}
        return {"sound": self.is_sound, **told}


def check_archive(path: Path, progress: Progress | None = None) -> ArchiveCheck:
    """Read the whole archive and say what is sound. Nothing is unpacked to disk.

    What is wrong with it is an answer, not an error, also when it is no archive at all. Raises
    CeremonyError when the disk does not let it be read.
    """
    try:
        with open_archive(path) as opened:
            damaged = tuple(file.path for file, sound in checked(opened, progress) if not sound)
            ledger = None if LEDGER_NAME in damaged else verify_bytes(_ledger(opened))
            return ArchiveCheck(
                files=len(opened.members),
                size=opened.size,
                damaged=damaged,
                ledger=ledger,
                sentence=_sentence(opened.manifest, damaged, ledger),
            )
    except Refused as error:
        return ArchiveCheck(sentence=error.sentence)


def checked(
    opened: Opened, progress: Progress | None = None, keep: Keep | None = None
) -> Iterator[tuple[ArchivedFile, bool]]:
    """Each file and whether it is as it was archived.

    ``keep`` is given every piece that is read, and for each file an empty one first.
    """
    done = 0
    for file, member in opened.members:
        digest, size = sha256(), 0
        try:
            if keep:
                keep(file, b"")
            for piece in _pieces(opened.archive, member):
                digest.update(piece)
                size += len(piece)
                if keep:
                    keep(file, piece)
        except BROKEN:
            yield file, False
        else:
            yield file, size == file.size and digest.hexdigest() == file.sha256
        done += file.size
        if progress:
            progress(done, max(opened.size, 1))


def _pieces(archive: ZipFile, member: ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as source:
        while piece := source.read(_PIECE):
            yield piece


def _ledger(opened: Opened) -> bytes:
    member = next(member for file, member in opened.members if file.path == LEDGER_NAME)
    return opened.archive.read(member)


def _sentence(manifest: Manifest, damaged: tuple[str, ...], ledger: Verification | None) -> str:
    if damaged:
        names = ", ".join(damaged[:5]) + ("…" if damaged[5:] else "")
        return _("Not as it was archived: {names}. Take another copy of the archive.").format(names=names)
    assert ledger is not None
    if not ledger.is_sound:
        return ledger.sentence
    return _("The archive is sound: {village}, {entries}, {files}.").format(
        village=manifest.village,
        entries=counted.entries(ledger.entries),
        files=counted.files(len(manifest.files)),
    )
