"""The limits of .xlsx and .docx, counted while their parts stream by: nothing is kept, nothing is parsed."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from data.files.zip_limits import MOST_DIRECTORY_BYTES, directory_bytes
from data.language import _
from data.roster.limits import limits
from data.roster.limits.limits import refuse

_PIECE = 1 << 18
_BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, ZlibError)
_MERGE = re.compile(rb"mergeCell\s[^>]*?\bref=[\"']([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)[\"']")
_SPAN = re.compile(rb"grid(?:Span|Before|After)\b[^>]*?val=[\"']([0-9]+)")
_ROW = re.compile(rb"<(?:\w+:)?(?:row|tr)[\s/>]")
_CELL = re.compile(rb"<(?:\w+:)?(?:c|tc|si)[\s/>]")
_MOST_COLUMNS = 60


def check_package(path: Path) -> None:
    """Refuse a workbook or document whose parts are beyond the limits; a broken zip is the reader's."""
    try:
        if directory_bytes(path) > MOST_DIRECTORY_BYTES:
            refuse(_("it holds more than {most} files"), limits.MOST_PARTS)
        with ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > limits.MOST_PARTS:
                refuse(_("it holds more than {most} files"), limits.MOST_PARTS)
            if sum(part.file_size for part in parts if not _is_picture(part)) > limits.MOST_UNPACKED_BYTES:
                refuse(_("it unpacks to more than {most} MB"), limits.MOST_UNPACKED_BYTES // 1_000_000)
            _Counting(archive).count([part for part in parts if _is_read(part)])
    except _BROKEN:
        return


def _is_picture(part: ZipInfo) -> bool:
    return "/media/" in part.filename


def _is_read(part: ZipInfo) -> bool:
    return part.filename.endswith((".xml", ".rels")) and not _is_picture(part)


class _Counting:
    """Counts over all parts of one package, and refuses as soon as one count is too high."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._unpacked = self._rows = self._cells = self._tags = 0
        self._spans = self._depth = 0
        self._merges: list[tuple[int, int]] = []

    def count(self, parts: list[ZipInfo]) -> None:
        for part in parts:
            self._depth = 0
            for piece in self._pieces(part):
                self._look(piece)
            covered = sum(min(height, self._rows) * width for height, width in self._merges)
            if (
                covered > limits.MOST_MERGED
                or sum(height for height, _width in self._merges) > limits.MOST_MERGED
            ):
                refuse(_("its merged cells cover more than {most} cells"), limits.MOST_MERGED)

    def _pieces(self, part: ZipInfo) -> Iterator[bytes]:
        """The part cut at the beginnings of its tags, so that none is cut in two."""
        kept = b""
        with self._archive.open(part) as source:
            while fresh := source.read(_PIECE):
                self._unpacked += len(fresh)
                if self._unpacked > limits.MOST_UNPACKED_BYTES:
                    refuse(_("it unpacks to more than {most} MB"), limits.MOST_UNPACKED_BYTES // 1_000_000)
                # UTF-16 has a zero beside every letter of a tag.
                piece = kept + fresh.replace(b"\0", b"")
                end = piece.rfind(b"<")
                if (
                    max(len(piece) - max(end, 0), _longest_gap(piece), _longest_gap(fresh))
                    > limits.LONGEST_CELL
                ):
                    refuse(_("a cell has more than {most} letters"), limits.LONGEST_CELL)
                kept = piece[max(end, 0) :]
                yield piece[: max(end, 0)]
        yield kept

    def _look(self, piece: bytes) -> None:
        if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
            refuse(_("it has definitions of its own, and {most} are allowed"), 0)
        tags = piece.count(b"<")
        self._tags += tags
        if self._tags > 6 * limits.MOST_CELLS:
            refuse(_("it has more than {most} marks"), 6 * limits.MOST_CELLS)
        self._rows += len(_ROW.findall(piece))
        if self._rows > limits.MOST_ROWS:
            refuse(
                _("it has more than {most} rows, empty ones with colours or lines included"), limits.MOST_ROWS
            )
        self._cells += len(_CELL.findall(piece))
        if self._cells > limits.MOST_CELLS:
            refuse(_("it has more than {most} cells, empty ones included"), limits.MOST_CELLS)
        self._depth += tags - 2 * piece.count(b"</") - piece.count(b"/>") - piece.count(b"?>")
        if self._depth > limits.MOST_DEPTH:
            refuse(_("its parts lie more than {most} deep within each other"), limits.MOST_DEPTH)
        self._merge(piece)

    def _merge(self, piece: bytes) -> None:
        for found in _MERGE.finditer(piece):
            height = abs(int(found[4][:9]) - int(found[2][:9])) + 1
            self._merges.append((height, 1 if found[1] == found[3] else _MOST_COLUMNS))
        if len(self._merges) > limits.MOST_MERGES:
            refuse(_("it has more than {most} merged cells"), limits.MOST_MERGES)
        for found in _SPAN.finditer(piece):
            span = int(found[1][:12])
            self._spans += span
            if span > limits.MOST_SPAN or self._spans > limits.MOST_CELLS:
                refuse(_("a cell spans more than {most} columns"), limits.MOST_SPAN)


def _longest_gap(piece: bytes) -> int:
    """The longest text without a tag in ``piece`` where there is a long one; else 0."""
    step = limits.LONGEST_CELL // 2
    longest = 0
    for place in range(0, len(piece) - step, step):
        if piece.find(b"<", place, place + step) < 0:
            end = piece.find(b"<", place)
            longest = max(longest, (end if end >= 0 else len(piece)) - piece.rfind(b"<", 0, place))
    return longest
