"""One template: a .docx with fields in double braces, read, checked and filled."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from data.clock import local
from data.documents.papers.body import fill_body
from data.documents.papers.fields.values import Content, Field, Name, gaps_of, key, labelled, text_of
from data.documents.papers.filling import fill_part, mixed_row_in, names_in, stray_brace_in
from data.documents.papers.reading.package import outlines
from data.errors import CeremonyError
from data.language import _

MOST_BYTES = 20_000_000
MOST_UNPACKED_BYTES = 40_000_000
MOST_PARTS = 1_000
"""A template has some 30 kB, and a coat of arms or a seal at most some MB."""

FIELDS = Path("assets") / "papers" / "README.md"
"""Where organisers read which fields there are."""

FLEETING = frozenset({"lap_luc", "lan_lap", "ngay_lap"})
"""The fields that tell when the paper was made: they change without anything having changed."""


class TemplateInvalid(CeremonyError):
    """A template cannot be read, or asks for a field that there is not."""


class Template:
    """A template as it stands on disk. Raises TemplateInvalid when it cannot be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._bytes = self._read()
        self._weigh()
        roots: list[Any] | None = outlines(self._bytes)
        if roots is None:
            roots = list(_parts(self._open()))
        self._names = [name for root in roots for name in names_in(root)]
        self._fault = next(filter(None, map(_fault, roots)), "")

    def prove(self) -> None:
        """Open it as it is opened to be filled, which takes longer. Raises TemplateInvalid."""
        self._open()

    def check(self, content: Content) -> None:
        """Refuse, by TemplateInvalid, a template that ``content`` cannot fill; it names what is wrong."""
        if self._fault:
            raise TemplateInvalid(
                _("The template {file} cannot be filled: {problem}.").format(
                    file=self.path.name, problem=self._fault
                )
            )
        unknown = {name.typed: name for name in self._names if not content.knows(name)}
        if unknown:
            raise TemplateInvalid(self._unknown(list(unknown.values()), content))

    def missing(self, content: Content) -> Counter[str]:
        """The labels of what filling with ``content`` would leave open, with how often each is there.

        Raises TemplateInvalid.
        """
        self.check(content)
        found: Counter[str] = Counter()
        for name in self._names:
            if not name.table:
                found.update(gaps_of(content.field(name)))
        for name in self._names:
            if name.table:
                found.update(label for row in content.rows(name.table) for label in gaps_of(row[name.field]))
        return found

    def digest(self, content: Content) -> str:
        """What the paper says, as a checksum: the same as long as neither template nor figures change.

        Raises TemplateInvalid.
        """
        self.check(content)
        said = sha256(self._bytes)
        for name in self._names:
            if name.table:
                values = [text_of(row[name.field]) for row in content.rows(name.table)]
            else:
                values = [] if name.field in FLEETING else [text_of(content.field(name))]
            said.update("\0".join([name.typed, *values, ""]).encode(errors="surrogatepass"))
        return said.hexdigest()[:16]

    def fill(self, content: Content, title: str, moment: datetime, edition: int = 1) -> bytes:
        """The bytes of the filled file. ``title``, ``moment`` (UTC) and ``edition`` (which time the paper is
        made, from 1) go into the file's properties, not on the paper.

        Raises TemplateInvalid when ``content`` cannot fill it.
        """
        return self.fill_each([(content, "")], title, moment, edition)

    def fill_each(
        self, copies: Sequence[tuple[Content, str]], title: str, moment: datetime, edition: int = 1
    ) -> bytes:
        """The same for a paper that is made once for each of ``copies``, all of them in one file.

        Beside its content each copy may have the payload of a card's code, for a picture of it.
        """
        for content, _code in copies:
            self.check(content)
        document = self._open()
        first = copies[0][0]
        for root in _parts(document):
            if root is not document.element:
                fill_part(root, first)
        fill_body(document, copies)
        _describe(document.core_properties, title, moment, edition)
        written = BytesIO()
        document.save(written)
        return written.getvalue()

    def gaps_in(self, fields: Mapping[str, Field]) -> Counter[str]:
        """The labels of those of ``fields`` that this template asks for and that are not known."""
        asked = {name.field for name in self._names if not name.table}
        found: Counter[str] = Counter()
        for label, value in fields.items():
            if key(label) in asked:
                found.update(gaps_of(labelled(value, label)))
        return found

    def _read(self) -> bytes:
        try:
            if self.path.stat().st_size > MOST_BYTES:
                raise TemplateInvalid(self._too_large())
            return self.path.read_bytes()
        except OSError as error:
            raise TemplateInvalid(
                _("The template {path} cannot be read ({reason}). Close it in Word, or put it back.").format(
                    path=self.path, reason=error.strerror or error
                )
            ) from error

    def _weigh(self) -> None:
        try:
            with ZipFile(BytesIO(self._bytes)) as archive:
                parts = archive.infolist()
        # A damaged list of files has zipfile stumble over almost anything.
        except Exception as error:
            raise TemplateInvalid(self._no_docx()) from error
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
            raise TemplateInvalid(self._too_large())

    def _open(self) -> Any:
        # Imported when a paper is written: it takes longer, and more memory, than a list of papers may.
        from docx import Document

        try:
            return Document(BytesIO(self._bytes))
        # Damaged packages have python-docx, lxml and zlib stumble over almost anything.
        except Exception as error:
            raise TemplateInvalid(self._no_docx()) from error

    def _no_docx(self) -> str:
        return _("The template {path} is no .docx file. Save it in Word as .docx.").format(path=self.path)

    def _too_large(self) -> str:
        return _(
            "The template {path} is too large: at most {most} MB, {unpacked} MB unpacked, {parts} parts."
        ).format(
            path=self.path,
            most=MOST_BYTES // 1_000_000,
            unpacked=MOST_UNPACKED_BYTES // 1_000_000,
            parts=MOST_PARTS,
        )

    def _unknown(self, names: list[Name], content: Content) -> str:
        listed = ", ".join(f"“{name.typed}”" for name in names)
        sentence = _("The template {file} asks for a field that there is not: {fields}.").format(
            file=self.path.name, fields=listed
        )
        nearest = content.nearest(names[0])
        if nearest:
            return f"{sentence} " + _("Did you mean “{field}”?").format(field=nearest)
        return f"{sentence} " + _("Those there are stand in {file}.").format(file=FIELDS)


def _describe(properties: Any, title: str, moment: datetime, edition: int) -> None:
    """When the file was made, and which time: an office looks for it in the file's properties."""
    here = local(moment)
    time = f" (lần {edition})" if edition > 1 else ""
    properties.title = title[:250]
    properties.subject = f"Lập lúc {here:%H:%M} ngày {here:%d/%m/%Y}{time}"
    properties.author = properties.comments = ""
    properties.revision = edition
    properties.created = properties.modified = moment.replace(tzinfo=None, microsecond=0)


def _parts(document: Any) -> Iterator[Any]:
    """The roots of the parts that hold text of people: the body, headers, footers, notes."""
    from docx.opc.part import XmlPart

    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart) and "wordprocessingml" in part.content_type and _has_text(part):
            yield part.element


def _has_text(part: Any) -> bool:
    return any(kind in part.content_type for kind in ("document.main", "header", "footer", "notes"))


def _fault(root: Any) -> str:
    stray = stray_brace_in(root)
    if stray:
        return _("a brace that is not a field: {stray}").format(stray=stray)
    mixed = mixed_row_in(root)
    if mixed:
        return _("fields of {tables} stand in one row").format(tables=_(" and ").join(mixed))
    return ""
