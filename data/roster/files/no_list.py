"""Files that hold a list for the eye but not for a program: which key makes a list of them."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from data.language import _

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_HEIC = (b"ftypheic", b"ftypmif1", b"ftypheix", b"ftypavif")


def what_it_is(name: str, content: bytes) -> str:
    """A sentence that says what the file called ``name`` is and how a list comes out of it; "" for lists."""
    if content.startswith(b"%PDF"):
        return _(
            "{file} is a PDF: open it in Word (Ctrl+O), which makes a document of it; press F12, save it as"
            " .docx and import that file."
        ).format(file=name)
    if content.startswith(b"{\\rtf"):
        return _old_word(name)
    if content.startswith(_PICTURES) or content[4:12] in _HEIC:
        return _(
            "{file} is a picture: in Excel choose Data, From Picture (or type the names), look the letters"
            " over, press F12, save it as .xlsx and import that file."
        ).format(file=name)
    if content.startswith(_ARCHIVES):
        return _packed(name)
    if content.startswith(_OLE):
        return _of_old_office(name, content)
    return _of_package(name, content) if content.startswith(_ZIP) else ""


def _of_old_office(name: str, content: bytes) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("Workbook") or holds("Book\0") or holds("EncryptedPackage"):
        return ""
    if holds("WordDocument"):
        return _old_word(name)
    return _other(name)


def _of_package(name: str, content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.namelist()
            kind = archive.read("mimetype")[:200] if "mimetype" in parts else b""
    except (BadZipFile, KeyError, OSError, RuntimeError):
        return ""
    if b"opendocument.text" in kind:
        return _(
            "{file} is a document of LibreOffice: open it there, press Ctrl+Shift+S, save it as .docx and"
            " import that file."
        ).format(file=name)
    if b"opendocument" in kind and b"spreadsheet" not in kind:
        return _other(name)
    if any(part.endswith(".iwa") for part in parts):
        return _(
            "{file} is from Apple's Numbers or Pages: choose File, Export To, Excel there and import that"
            " file."
        ).format(file=name)
    known = ("word/", "xl/", "content.xml")
    return "" if any(part.startswith(known) for part in parts) or not parts else _packed(name)


def _old_word(name: str) -> str:
    return _(
        "{file} is an old Word document: open it in Word, press F12, save it as .docx and import that file."
    ).format(file=name)


def _packed(name: str) -> str:
    return _("{file} is an archive of files: unpack it and import the list that is in it.").format(file=name)


def _other(name: str) -> str:
    return _(
        "{file} is not a list: open it, copy the list into Excel, press F12, save it as .xlsx and import"
        " that file."
    ).format(file=name)
