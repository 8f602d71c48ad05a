"""Phone numbers: told apart when two stand in one cell, and masked where others can read along."""

import re

_BETWEEN = re.compile(r"[/;,&|\n]|\s[-–]\s|\bhoặc\b|\bvà\b")
_DOT = "•"
_SHORTEST_SHOWN = 8
_HEAD, _TAIL = 2, 3


def phone_digits(phone: str) -> list[str]:
    """The digits of each number in ``phone``, which may hold several; ``+84`` becomes ``0``."""
    numbers = (re.sub(r"[^0-9]", "", part) for part in _BETWEEN.split(phone))
    return [_national(digits) for digits in numbers if digits]


def mask(phone: str) -> str:
    """``phone`` with only its first two and last three digits: ``09•• ••• 123``.

    Numbers of fewer than 8 digits, and text without any digit, show nothing of themselves. An empty
    phone stays empty. The phone is personal data (Luật 91/2025/QH15): enough is left to tell two
    people of one name apart, not enough to call.
    """
    if not phone.strip():
        return ""
    return " / ".join(_masked(digits) for digits in phone_digits(phone)) or _DOT * _TAIL


def _masked(digits: str) -> str:
    if len(digits) < _SHORTEST_SHOWN:
        return _DOT * len(digits)
    hidden = len(digits) - _HEAD - _TAIL
    return f"{digits[:_HEAD]}{_DOT * (hidden - 3)} {_DOT * 3} {digits[-_TAIL:]}"


def _national(digits: str) -> str:
    return "0" + digits[2:] if digits.startswith("84") and len(digits) == 11 else digits
