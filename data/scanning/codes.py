"""Card codes: what a card's QR says, and how it is read back from whatever a keyboard made of it.

A code is 14 digits: 2 event, 4 guest number, 7 random, 1 check digit (Damm: every single wrong digit
and every swap of neighbours is caught). The QR holds ``00`` and the code. Digits alone, because
Vietnamese typing programs rewrite letters that a scanner "types"; two zeros first, because UniKey's
VNI may take the first digits after letters left in the box for tone marks. No name is in it.
"""

import re

CODE_DIGITS = 14
LEAD = "00"
PAYLOAD_DIGITS = len(LEAD) + CODE_DIGITS
_RANDOM_DIGITS = 7
_TOO_LONG_TO_TYPE = 13

_CODE = re.compile(r"[0-9]{14}")
_DIGITS_AT_END = re.compile(r"[0-9]+\Z")
# A national identity card says "12 digits|9 digits|name|…"; nobody types that into a box.
_SCANNED = re.compile(rf"[0-9]{{{_TOO_LONG_TO_TYPE},}}|[0-9]{{9,}}\|")

# The digit row of Microsoft's "Vietnamese" layout, key 1 to 9 and 0. Shift gives other signs, but
# Caps Lock gives the upper case.
_TYPED_FOR_DIGIT = {
    "1": "ăĂ",
    "2": "âÂ",
    "3": "êÊ",
    "4": "ôÔ",
    "5": "\N{COMBINING GRAVE ACCENT}",
    "6": "\N{COMBINING HOOK ABOVE}",
    "7": "\N{COMBINING TILDE}",
    "8": "\N{COMBINING ACUTE ACCENT}",
    "9": "\N{COMBINING DOT BELOW}",
    "0": "đĐ",
}
_DIGIT_FOR_TYPED = str.maketrans({typed: digit for digit, row in _TYPED_FOR_DIGIT.items() for typed in row})


def new_code(event_number: str, guest_number: int) -> str:
    """A fresh code for a guest: 14 digits, different each time.

    ``event_number`` is two digits; of ``guest_number`` the last four digits stand in the code.
    Raises ValueError when the event number is not two digits or the guest number is negative.
    """
    if not re.fullmatch(r"[0-9]{2}", event_number) or guest_number < 0:
        raise ValueError(f"no card code for event {event_number!r}, guest {guest_number}")
    import secrets

    chance = secrets.randbelow(10**_RANDOM_DIGITS)
    body = f"{event_number}{guest_number % 10_000:04d}{chance:0{_RANDOM_DIGITS}d}"
    from stdnum import damm

    return body + str(damm.calc_check_digit(body))


def payload(code: str) -> str:
    """What the QR of this code holds: 16 digits."""
    return LEAD + code


def is_code(text: str) -> bool:
    """Whether ``text`` is exactly 14 ASCII digits with a right check digit."""
    if _CODE.fullmatch(text) is None:
        return False
    from stdnum import damm

    return bool(damm.is_valid(text))


def is_payload(text: str) -> bool:
    """Whether ``text`` is exactly what a card's QR holds.

    Events are numbered from 10, so that a third zero is never a card's: it was typed before the scan.
    """
    return len(text) == PAYLOAD_DIGITS and text.startswith(LEAD) and text[2] != "0" and is_code(text[2:])


def event_number(code: str) -> str:
    """The two digits of the event that a sound code belongs to."""
    return code[:2]


def guest_number(code: str) -> int:
    """The last four digits of the guest number in a sound code. Never enough to admit somebody."""
    return int(code[2:6])


def decode_typing(text: str) -> str:
    """``text`` as it was meant when Microsoft's Vietnamese layout typed it; digits come back.

    Needs the keystrokes as they came: after NFC a tone mark has melted into the letter before it.
    Only for text that may be a scan: it would spoil a name.
    """
    return text.translate(_DIGIT_FOR_TYPED)


def read_code(text: str) -> str | None:
    """The card code in a scan or in typed digits, or None when there is none to be sure of.

    ``text`` is raw, not normalised: debris may stand before the digits, white space after them. The
    code is the last 14 digits, and the check digit must be right. More than 14 digits in a row are
    believed only when what stands before the code is the ``00`` of a card (or one zero of it, when
    UniKey swallowed the other): then the scan itself says where the code begins. In any other long
    run, a bank card's or two broken scans in one, the last 14 digits begin at a place that chance
    chose, and one in ten would pass the check digit. A text with ``|`` is a national identity card.
    """
    if "|" in text:
        return None
    run = _DIGITS_AT_END.search(decode_typing(text).rstrip())
    if run is None:
        return None
    before, code = run[0][:-CODE_DIGITS], run[0][-CODE_DIGITS:]
    trusted = before in ("", "0") or before.endswith(LEAD)
    return code if trusted and is_code(code) else None


def looks_scanned(text: str) -> bool:
    """Whether ``text`` must come from a scanner: 13 or more digits in a row, or an identity card."""
    return _SCANNED.search(decode_typing(text)) is not None
