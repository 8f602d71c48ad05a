"""How wide a text is in Times New Roman: rules under headings are drawn as parts of the text above them."""

import unicodedata

# Advance widths of the letters from U+0020 to U+007E in thousandths of the type's size, as Times New Roman
# has them. A Vietnamese letter is as wide as the letter that its marks stand on.
_REGULAR = (
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 "
    "278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 "
    "611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 "
    "500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541"
)
_BOLD = (
    "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 "
    "500 "
    "333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 "
    "667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 "
    "833 "
    "556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520"
)
_FIRST = 0x20
_WIDTHS = {
    bold: [int(width) for width in table.split()] for bold, table in ((False, _REGULAR), (True, _BOLD))
}
_ALIKE = {"đ": "d", "Đ": "D", "–": "n", "“": "c", "”": "c", "‘": "!", "’": "!", "\u00a0": " "}
_ELSE = 500


def text_width(text: str, points: float, bold: bool = False) -> float:
    """The width of ``text`` on one line, in points."""
    return sum(map(_width, text, [bold] * len(text))) * points / 1000


def line_widths(text: str, points: float, bold: bool, room: float) -> list[float]:
    """The widths of the lines that ``text`` takes where a line has ``room`` points; at least one."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, points, bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return [min(text_width(line, points, bold), room) for line in lines or [""]]


def _width(letter: str, bold: bool) -> int:
    base = _ALIKE.get(letter) or unicodedata.normalize("NFD", letter)[0]
    if unicodedata.category(letter)[0] == "M":
        return 0
    place = ord(base) - _FIRST
    widths = _WIDTHS[bold]
    return widths[place] if 0 <= place < len(widths) else _ELSE
