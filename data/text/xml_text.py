"""Text on its way into an XML file (.docx, .xlsx): only what such a file can hold, and reads as typed."""

import re

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CLOSES = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | {
    "\u2066": "\u2069",
    "\u2067": "\u2069",
    "\u2068": "\u2069",
}


def xml_text(text: str) -> str:
    """``text`` without the control characters that no XML file can hold.

    Direction marks stay as typed, and those left open are closed at the end: a name that begins
    "right to left" must not turn the rest of the sentence around.
    """
    kept = _NOT_IN_XML.sub("", text)
    open_marks: list[str] = []
    for character in kept:
        if character in _CLOSES:
            open_marks.append(_CLOSES[character])
        elif open_marks and character == open_marks[-1]:
            open_marks.pop()
    return kept + "".join(reversed(open_marks))
