"""Whole documents made harmless: every text in them, at any depth, cleaned and no longer than its field."""

import re
from functools import lru_cache
from typing import Any

from data.text.cleaning.clean import safe
from data.text.cleaning.lengths import most_letters

LETTERS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
"""The letters of Vietnamese beside ASCII's, as between the brackets of a regular expression; each is one
character, and cleaning leaves it as it is."""

_is_vietnamese = re.compile(f"[ -~{LETTERS}]*").fullmatch
_NUMBERS = frozenset({int, float, bool, type(None)})


def harmless(document: Any, field: str = "") -> Any:
    """``document`` with every text as ``safe`` leaves it, cut where it is too long for its field.

    Texts, mappings and lists of them, as JSON and TOML are read. The same object where there is nothing
    to clean, which is nearly always.
    """
    if isinstance(document, str):
        if _is_plain(document):
            return document
        most = most_letters(field)
        if len(document) <= most and _is_vietnamese(document):
            return document
        text = safe(document, most)
        return document if text == document else text
    if isinstance(document, dict):
        return document if _is_harmless(document) else _cleaned(document)
    if isinstance(document, list | tuple):
        inner = [harmless(value, field) for value in document]
        return document if all(map(_is, document, inner)) else inner
    return document


def _is_plain(text: str) -> bool:
    """Whether nothing in a text can need cleaning, whatever its field."""
    return text.isascii() and text.isprintable() and len(text) <= 60


def _is_harmless(document: dict[str, Any]) -> bool:
    # Every row of a ledger comes through here when it is opened: what is plain is passed by without a call.
    for name, value in document.items():
        kind = type(value)
        if kind is str:
            if not _is_plain(value) and harmless(value, name) is not value:
                return False
        elif kind not in _NUMBERS and harmless(value, name) is not value:
            return False
        if not _is_harmless_name(name):
            return False
    return True


@lru_cache(maxsize=1024)
def _is_harmless_name(name: str) -> bool:
    return _is_plain(name) or safe(name) == name


def _cleaned(document: dict[str, Any]) -> dict[str, Any]:
    return {safe(name): harmless(value, name) for name, value in document.items()}


def _is(one: object, other: object) -> bool:
    return one is other
