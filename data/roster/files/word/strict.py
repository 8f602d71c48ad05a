"""Office files in the "strict" form of ISO/IEC 29500, whose names of parts the usual readers do not know."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
# The two forms name the same things; the year stands after the first word of a name.
_WORDS = (b"spreadsheetml", b"wordprocessingml", b"officeDocument", b"drawingml", b"presentationml")


def is_strict(content: bytes) -> bool:
    """Whether the package ``content`` is in the strict form: its first relations say so."""
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        return ("_rels/.rels" in names and _STRICT in archive.read("_rels/.rels")) or any(
            _STRICT in archive.read(name)[:2000]
            for name in ("xl/workbook.xml", "word/document.xml")
            if name in names
        )


def as_usual(content: bytes) -> bytes:
    """``content`` with the usual names, when it is in the strict form; else as it is."""
    if not is_strict(content):
        return content
    out = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(out, "w", ZIP_STORED) as target:
        for part in source.infolist():
            body = source.read(part)
            if part.filename.endswith((".xml", ".rels")):
                for word in _WORDS:
                    body = body.replace(_STRICT + word + b"/", _USUAL + word + b"/2006/")
            target.writestr(part.filename, body)
    return out.getvalue()
