"""What a searcher means: text without case, tones and the other Vietnamese marks."""

import unicodedata


def fold(text: str) -> str:
    """``text`` without case, tone marks, hats, horns and đ, with single blanks; folding twice is once.

    "Hoà" and "Hòa" fold alike. Symbols ("=1+1", "[/b]") stay, so that they can be found.
    """
    if not text.isascii():
        # A capital or a mark may first appear when a sign such as ™ or İ is taken apart.
        text = _bare(_bare(text))
    return " ".join(text.casefold().split())


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.category(c).startswith("M")).replace("đ", "d")
