"""What gifts are counted in, in the language that people read."""

from data.language import chosen

_ENGLISH = {
    "bao": ("sack", "sacks"),
    "bộ": ("set", "sets"),
    "bó": ("bouquet", "bouquets"),
    "bức": ("picture", "pictures"),
    "cái": ("piece", "pieces"),
    "cặp": ("pair", "pairs"),
    "chai": ("bottle", "bottles"),
    "chiếc": ("piece", "pieces"),
    "cuốn": ("copy", "copies"),
    "đôi": ("pair", "pairs"),
    "giỏ": ("basket", "baskets"),
    "gói": ("packet", "packets"),
    "hộp": ("box", "boxes"),
    "lẵng": ("basket", "baskets"),
    "món": ("present", "presents"),
    "phần": ("share", "shares"),
    "phong bì": ("envelope", "envelopes"),
    "quyển": ("copy", "copies"),
    "suất": ("share", "shares"),
    "tấm": ("sheet", "sheets"),
    "thùng": ("box", "boxes"),
    "tờ": ("sheet", "sheets"),
    "túi": ("bag", "bags"),
    "tủ": ("bookcase", "bookcases"),
}
"""Plans and people write units in Vietnamese, which papers keep; the usual ones have an English word."""


def unit_word(unit: str, count: int) -> str:
    """``unit`` as people read it beside ``count``: ``bó``, in English ``bouquets``; else as it is written."""
    if chosen() != "en":
        return unit
    one, many = _ENGLISH.get(unit.casefold(), (unit, unit))
    return one if count == 1 else many
