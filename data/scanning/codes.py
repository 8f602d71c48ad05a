"""Card codes: what a card's QR says, and how it is read back from whatever a keyboard made of it.

A code is 14 digits: 2 event, 4 guest number, 7 random, 1 check digit (Damm: every single wrong digit
and every swap of neighbours is caught). The QR holds ``00`` and the code. Digits alone, because
Vietnamese typing programs rewrite letters that a scanner "types"; two zeros first, because UniKey's
VNI may take the first digits after letters left in the box for tone marks. No name is in it.
"""

import re

from data.scanning.layouts import digits_at_end, from_microsoft, layout_of

CODE_DIGITS = 14
LEAD = "00"
PAYLOAD_DIGITS = len(LEAD) + CODE_DIGITS
_RANDOM_DIGITS = 7
_TOO_LONG_TO_TYPE = 13

_CODE = re.compile(r"[0-9]{14}")
_NUMBER = re.compile(r"[0-9]{2}")
_GROUPED = re.compile(r"[0-9]+(?:[ \u00a0\u2007\u2009\u202f.\-\u2010-\u2015·]{1,3}[0-9]+)+")
_AS_PRINTED = re.compile(r"(?:00)? ?[0-9]{2} [0-9]{4} [0-9]{4} [0-9]{4}")
_BLANKS = re.compile(r"[\s\u2007\u202f]+")
# A scanner may be set to end with a sign, or to wrap what it read in control characters.
_DEBRIS = re.compile(r"[^0-9A-Za-z|]{1,4}\Z")
# A national identity card says "12 digits|9 digits|name|…"; nobody types that into a box.
_SCANNED = re.compile(rf"[0-9]{{{_TOO_LONG_TO_TYPE},}}|[0-9]{{9,}}\|")


def new_code(event_number: str, guest_number: int) -> str:
    """A fresh code for a guest: 14 digits, different each time.

    ``event_number`` is two digits; of ``guest_number`` the last four digits stand in the code.
    Raises ValueError when the event number is not two digits or the guest number is negative.
    """
    if not has_number_form(event_number) or guest_number < 0:
        raise ValueError(f"no card code for event {event_number!r}, guest {guest_number}")
    import secrets

    chance = secrets.randbelow(10**_RANDOM_DIGITS)
    body = f"{event_number}{guest_number % 10_000:04d}{chance:0{_RANDOM_DIGITS}d}"
    from stdnum import damm

    return body + str(damm.calc_check_digit(body))


def payload(code: str) -> str:
    """What the QR of this code holds: 16 digits."""
    return LEAD + code


def has_number_form(text: str) -> bool:
    """Whether ``text`` can be the number of an event: two ASCII digits."""
    return _NUMBER.fullmatch(text) is not None


def has_code_form(text: str) -> bool:
    """Whether ``text`` is exactly 14 ASCII digits, whatever the last of them."""
    return _CODE.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """Whether ``text`` is exactly 14 ASCII digits with a right check digit."""
    if not has_code_form(text):
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
    return from_microsoft(text)


def read_code(text: str) -> str | None:
    """The card code in a scan or in typed digits, or None when there is none to be sure of.

    ``text`` is raw, not normalised: debris may stand before the digits, and white space or a few signs
    after them; the digits may be grouped as on the card, or typed by another layout, but all by one. The
    code is the last 14 digits, and the check digit must be right. More than 14 digits in a row are
    believed only when what stands before the code is the ``00`` of a card (or one zero of it, when
    UniKey swallowed the other): then the scan itself says where the code begins. In any other long
    run, a bank card's or two broken scans in one, the last 14 digits begin at a place that chance
    chose, and one in ten would pass the check digit. A text with ``|`` is a national identity card.
    """
    if is_payload(text):
        return text[len(LEAD) :]  # As nearly every scan is; what follows would say the same.
    if "|" in text:
        return None
    bare = text.strip()
    grouped = ungrouped(bare)
    if grouped:
        return grouped[-CODE_DIGITS:]
    for tried in (bare, _DEBRIS.sub("", bare)):
        run = digits_at_end(tried)
        before, code = run[:-CODE_DIGITS], run[-CODE_DIGITS:]
        if (before in ("", "0") or before.endswith(LEAD)) and is_code(code):
            return code
    return None


def ungrouped(text: str) -> str:
    """The digits of a sound code that was written in groups, as on the card; empty for anything else.

    Numbers of guests in a row are no code: blanks alone are believed where the card has them.
    """
    text = text.strip()
    if _GROUPED.fullmatch(text) is None:
        return ""
    digits = re.sub(r"[^0-9]", "", text)
    blank = _BLANKS.sub(" ", text)
    only_blanks = blank.replace(" ", "").isdecimal()
    if only_blanks and not (_AS_PRINTED.fullmatch(blank) or digits.startswith(LEAD)):
        return ""
    sound = is_code(digits[-CODE_DIGITS:]) and digits[:-CODE_DIGITS] in ("", "0", LEAD)
    return digits if sound else ""


def looks_scanned(text: str) -> bool:
    """Whether ``text`` must come from a scanner or a card: 13 or more digits in a row, by whatever
    layout, a code in groups, or an identity card."""
    if ungrouped(text) or _SCANNED.search(text) or _SCANNED.search(from_microsoft(text)):
        return True
    bare = text.strip()
    return len(bare) >= _TOO_LONG_TO_TYPE and bool(layout_of(bare))
