"""Any file that a village may hand over, read into sheets of cells."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from data.errors import RosterInvalid
from data.language import _
from data.roster.cells.grid import Progress, Sheet
from data.roster.files.html_file import read_html
from data.roster.files.no_list import what_it_is
from data.roster.files.open_document import read_ods
from data.roster.files.separated.csv_file import read_csv
from data.roster.files.word.docx_file import read_docx
from data.roster.files.xls import read_xls
from data.roster.files.xlsb import read_xlsb
from data.roster.files.xlsx import read_xlsx

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_EXCEL = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BLANKS_AND_MARKS = b" \t\r\n\xef\xbb\xbf\xff\xfe"
_MOST_BYTES = 100_000_000


def read_sheets(path: Path, progress: Progress, letters: str = "") -> list[Sheet]:
    """The sheets of the file at ``path``; its content, not its name, says what it is.

    ``letters`` is what a person said that its letters are in (see ``encoding.ENCODINGS``).

    ``progress`` gets rows read and rows there are. Raises RosterInvalid, with a sentence that says
    what to do, when the file is missing, no spreadsheet, protected, damaged or empty.
    """
    content = _content(path)
    try:
        sheets = _read(path, content, progress, letters)
    except RosterInvalid:
        raise
    except Exception as error:
        # openpyxl and xlrd raise almost anything on a damaged file; people need one sentence.
        raise RosterInvalid(_explanation(path, error)) from error
    if not any(sheet.rows for sheet in sheets):
        raise RosterInvalid(_("{file} is empty: there is no list in it.").format(file=path.name))
    return sheets


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise RosterInvalid(_("{file} is a folder: name the list's file in it.").format(file=path.name))
        if path.stat().st_size > _MOST_BYTES:
            raise RosterInvalid(_("{file} is far too large for a list of guests.").format(file=path.name))
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise RosterInvalid(
            _("There is no file {file}: check its name and folder.").format(file=path)
        ) from error
    except (OSError, ValueError) as error:
        raise RosterInvalid(
            _("{file} cannot be opened: close it in other programs and try again.").format(file=path.name)
        ) from error
    if not content.strip():
        raise RosterInvalid(_("{file} is empty: there is no list in it.").format(file=path.name))
    return content


def _read(path: Path, content: bytes, progress: Progress, letters: str) -> list[Sheet]:
    refused = what_it_is(path.name, content)
    if refused:
        raise RosterInvalid(refused)
    if content.startswith(_ZIP):
        return _read_package(content, progress, letters)
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise RosterInvalid(_locked(path))
        return read_xls(content, progress, letters)
    if content.startswith(_OLD_EXCEL):
        return read_xls(content, progress, letters)
    if content.lstrip(_BLANKS_AND_MARKS)[:1] == b"<":
        sheets = read_html(content, progress, letters)
        if not sheets:
            raise RosterInvalid(_not_a_list(path))
        return sheets
    return read_csv(path, content, progress, letters)


def _read_package(content: bytes, progress: Progress, letters: str) -> list[Sheet]:
    with ZipFile(BytesIO(content)) as archive:
        names = set(archive.namelist())
    if "word/document.xml" in names:
        return read_docx(content, progress, letters)
    if "content.xml" in names:
        return read_ods(content, progress, letters)
    if "xl/workbook.bin" in names:
        return read_xlsb(content, progress, letters)
    return read_xlsx(content, progress, letters)


def _explanation(path: Path, error: Exception) -> str:
    if "encrypted" in str(error).lower() or "password" in str(error).lower():
        return _locked(path)
    return _(
        "{file} cannot be read; it may be damaged. Open it in Excel, save it as .xlsx and import that file."
    ).format(file=path.name)


def _locked(path: Path) -> str:
    return _(
        "{file} is protected with a password: open it in Excel, take the password off, save and import again."
    ).format(file=path.name)


def _not_a_list(path: Path) -> str:
    return _(
        "{file} is not an Excel or CSV file: open it, save it as .xlsx in Excel and import that file."
    ).format(file=path.name)
