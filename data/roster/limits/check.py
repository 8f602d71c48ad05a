"""A list looked at before it is read: whether it is beyond any limit."""

from pathlib import Path

from data.language import _
from data.roster.limits.limits import MOST_FILE_BYTES, MOST_TEXT_BYTES, refuse

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BLANKS_AND_MARKS = b" \t\r\n\xef\xbb\xbf\xff\xfe\0"


def check_limits(path: Path) -> None:
    """Refuse, by RosterInvalid, a list that is beyond what a list can be.

    What cannot be opened, and what is no list at all, is left to the reader, whose sentences say so.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(64)
    except (OSError, ValueError):
        return
    if size > MOST_FILE_BYTES:
        refuse(_("it has more than {most} MB"), MOST_FILE_BYTES // 1_000_000)
    if head.startswith(_ZIP):
        from data.roster.limits.package_limits import check_package

        check_package(path)
    elif head.startswith(_OLE) or head[:1] == b"\x09":
        from data.roster.limits.xls_limits import check_old_workbook

        check_old_workbook(path)
    else:
        from data.roster.limits.text_limits import check_page, check_values

        if size > MOST_TEXT_BYTES:
            refuse(_("it has more than {most} MB of text"), MOST_TEXT_BYTES // 1_000_000)
        content = path.read_bytes()
        if content.lstrip(_BLANKS_AND_MARKS)[:1] == b"<":
            check_page(content)
        else:
            check_values(content)
