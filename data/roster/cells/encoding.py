"""In which code the bytes of a text file are: judged for the whole file, and a bad byte by its own line."""

import codecs
import re
import unicodedata

from data.roster.cells.legacy import Script, decode
from data.roster.cells.letters import weighed

# What stands for a byte that is not UTF-8 in a file that otherwise is: Python's own escape.
_BAD = re.compile("[\udc80-\udcff]")
_BAD_RUN = re.compile('[^\t;,|"\r\n]*[\udc80-\udcff][^\t;,|"\r\n]*')
TORN = "\ufdd0"
"""Put before a field that held a byte which is not of the file's code; no text has it."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAID = {"utf-8": "utf-8", "utf8": "utf-8", "unicode": "utf-8", "cp1258": "cp1258", "windows-1258": "cp1258",
         "utf-16": "utf-16", "latin-1": "latin-1"}  # fmt: skip
ENCODINGS = ("utf-8", "utf-16", "cp1258", "tcvn3", "vni", "viscii")
"""What ``--encoding`` may say."""


def decode_bytes(content: bytes, said: str = "") -> str:
    """The text in ``content`` in NFC; letters of TCVN3, VNI and VISCII are left as Latin-1 shows them.

    ``said`` is what a person said it is (one of ``ENCODINGS``) and wins. Else: a byte order mark, UTF-16 by
    its zero bytes, UTF-8, also where single bytes are none (those fields begin with ``TORN``), and at last
    Windows code page 1258 where that reads better than the older codes.
    """
    for mark, codec in _MARKS:
        if content.startswith(mark):
            if codec == "utf-8-sig":
                return _utf8(content[3:])
            return _nfc(content.decode(codec, "replace"))
    if said in _SAID:
        return _utf8(content) if _SAID[said] == "utf-8" else _nfc(content.decode(_SAID[said], "replace"))
    if said in ("tcvn3", "vni", "viscii"):
        return _latin(content)
    head = content[:2000]
    for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(head) > 3 and head[first::2].count(0) > len(head) // 5 > 3 * head[1 - first :: 2].count(0):
            return _nfc(content.decode(codec, "replace"))
    return _guessed(content)


def _guessed(content: bytes) -> str:
    if _is_utf8(content):
        return _utf8(content)
    shown = content.decode("utf-8", "surrogateescape")
    bad = len(_BAD.findall(shown))
    good = sum(sign > "\x7f" for sign in shown) - bad
    if bad <= good:
        return _utf8(content)
    latin = _latin(content)
    pages = _nfc(content.decode("cp1258", "replace"))
    old = max(
        weighed(decode(latin, Script("tcvn3", False))).as_is,
        weighed(decode(latin, Script("vni", False))).as_is,
    )
    return pages if weighed(pages).as_is >= old else latin


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _utf8(content: bytes) -> str:
    shown = content.decode("utf-8", "surrogateescape")
    return _nfc(
        _BAD_RUN.sub(lambda field: TORN + _repaired(field.group()), shown) if _BAD.search(shown) else shown
    )


def _repaired(field: str) -> str:
    """A field that is not UTF-8, in the code that it reads best in."""
    raw = field.encode("utf-8", "surrogateescape")
    if any(sign > "\x7f" and not _BAD.match(sign) for sign in field):
        # The rest of it is UTF-8: the letter is lost.
        return raw.decode("utf-8", "replace")
    readings = [_latin(raw), _nfc(raw.decode("cp1258", "replace"))]
    return max(
        readings, key=lambda text: max(weighed(text).as_is, weighed(text).as_is + weighed(text).better)
    )


def _latin(content: bytes) -> str:
    return content.decode("latin-1")


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
