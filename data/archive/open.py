"""Opening an archive that anybody may have made: nothing in it is believed before it was checked."""

import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from errno import EINVAL
from pathlib import Path
from struct import error as StructError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

import msgspec

from data.archive.manifest import MANIFEST, ArchivedFile, Manifest
from data.errors import CeremonyError, Refused
from data.files.zip_limits import MOST_DIRECTORY_BYTES, directory_bytes
from data.language import _
from data.session.folders.event_folder import LEDGER_NAME
from data.text.cleaning.clean import harmless_letters
from data.text.reserved_names import is_reserved

MOST_FILES = 100_000
MOST_BYTES = 8 << 30
MOST_MANIFEST_BYTES = 24 << 20
MOST_TIMES_LARGER = 100
"""What is packed tighter than this is no event: pictures hardly shrink, a ledger shrinks to a tenth."""

BROKEN = (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, StructError, ZlibError)
"""What zipfile raises for bytes that are no sound zip."""

_SMALL = 10 << 20
_ENCRYPTED = 0x1
_NEVER_IN_NAMES = set('\\:*?"<>|') | {chr(code) for code in range(32)}


class Opened:
    """An archive whose list of files is harmless: ``members`` pairs what it lists with what it holds."""

    def __init__(self, archive: ZipFile, manifest: Manifest, members: list[tuple[ArchivedFile, ZipInfo]]):
        self.archive = archive
        self.manifest = manifest
        self.members = members

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(file.size for file, _member in self.members)


@contextmanager
def open_archive(path: Path) -> Iterator[Opened]:
    """Open an archive. The contents of its files are still to be checked against their checksums.

    Raises Refused for what is no archive of an event, lacks or adds files, names a place outside its own
    folder, or unpacks to more than an event can be; CeremonyError when the disk refuses.
    """
    with ExitStack() as closing:
        try:
            if directory_bytes(path) > MOST_DIRECTORY_BYTES:
                raise Refused(
                    _("The archive lists more than {most} files, which no event has.").format(most=MOST_FILES)
                )
            archive = closing.enter_context(ZipFile(path))
            manifest = _manifest(archive, path)
            _refuse_paths(manifest)
            opened = Opened(archive, manifest, _members(archive, manifest, path))
        except (*BROKEN, OSError) as error:
            # A damaged directory may point before the file's first byte, which the system calls invalid.
            if not isinstance(error, OSError) or error.errno == EINVAL:
                raise Refused(
                    _("{path} is no whole archive of an event: it is damaged, or something else.").format(
                        path=path
                    )
                ) from error
            raise CeremonyError(
                _("{path} cannot be read ({reason}).").format(path=path, reason=error.strerror or error)
            ) from error
        yield opened


def _manifest(archive: ZipFile, path: Path) -> Manifest:
    strange = Refused(_("{path} is a zip, but not an archive that this program made.").format(path=path))
    try:
        member = archive.getinfo(MANIFEST)
    except KeyError as error:
        raise strange from error
    if member.file_size > MOST_MANIFEST_BYTES or not _is_plain(member):
        raise strange
    try:
        return msgspec.json.decode(archive.read(member), type=Manifest)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise strange from error


def _refuse_paths(manifest: Manifest) -> None:
    seen = set()
    for name in (manifest.folder, *(f"{manifest.folder}/{file.path}" for file in manifest.files)):
        if not _is_harmless(name):
            raise Refused(
                _("The archive is hostile: it would write to “{name}”. Nothing was unpacked.").format(
                    name=name[:80]
                )
            )
        # Windows and macOS take capitals for small letters, so that one file would replace another.
        if name.casefold() in seen:
            raise Refused(_("The archive names “{name}” twice. Nothing was unpacked.").format(name=name[:80]))
        seen.add(name.casefold())
    if LEDGER_NAME not in {file.path for file in manifest.files}:
        raise Refused(_("The archive holds no ledger, so there is no event in it."))


def _is_harmless(name: str) -> bool:
    parts = name.split("/")
    return len(parts) < 20 and all(
        0 < len(part.encode()) < 250
        and part not in (".", "..")
        and not part.endswith((" ", "."))
        and not _NEVER_IN_NAMES & set(part)
        and harmless_letters(part) == part
        and not is_reserved(part)
        for part in parts
    )


def _members(archive: ZipFile, manifest: Manifest, path: Path) -> list[tuple[ArchivedFile, ZipInfo]]:
    held = [member for member in archive.infolist() if not member.is_dir()]
    by_name = {member.filename: member for member in held}
    listed = {f"{manifest.folder}/{file.path}": file for file in manifest.files}
    for name in sorted(listed.keys() - by_name.keys()):
        raise Refused(_("The archive lacks the file “{name}” that it lists.").format(name=name))
    for name in sorted(by_name.keys() - listed.keys() - {MANIFEST}):
        raise Refused(_("The archive holds “{name}”, which it does not list.").format(name=name[:80]))
    if len(by_name) != len(held):
        raise Refused(_("The archive holds a file twice. Nothing was unpacked."))
    for name, member in by_name.items():
        if not _is_plain(member):
            raise Refused(_("The archive holds “{name}” as a link or encrypted.").format(name=name[:80]))
        if name in listed and member.file_size != listed[name].size:
            raise Refused(_("“{name}” is not as long as the archive says.").format(name=name[:80]))
    _refuse_bomb(held, path)
    return [(file, by_name[name]) for name, file in listed.items()]


def _is_plain(member: ZipInfo) -> bool:
    """Whether this is a file, neither a link nor encrypted, packed as our own archives are."""
    return (
        not member.flag_bits & _ENCRYPTED
        and not stat.S_ISLNK(member.external_attr >> 16)
        and member.compress_type in (ZIP_STORED, ZIP_DEFLATED)
    )


def _refuse_bomb(members: list[ZipInfo], path: Path) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    size = path.stat().st_size
    if (
        len(members) > MOST_FILES
        or unpacked > MOST_BYTES
        or packed > size
        or unpacked > max(_SMALL, MOST_TIMES_LARGER * size)
    ):
        raise Refused(
            _("The archive would unpack to {size} MB, which no event has. Nothing was unpacked.").format(
                size=unpacked >> 20
            )
        )
