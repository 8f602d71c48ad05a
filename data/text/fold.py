"""What a searcher means: text without case, tones and the other Vietnamese marks."""

import unicodedata
from functools import lru_cache


def fold(text: str) -> str:
    """``text`` without case, tone marks, hats, horns and đ, with single blanks; folding twice is once.

    "Hoà" and "Hòa" fold alike. Symbols ("=1+1", "[/b]") stay, so that they can be found.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    # A sign that is taken apart may leave a blank.
    return " ".join(" ".join(map(_folded_word, text.split())).split())


@lru_cache(maxsize=8192)
def _folded_word(word: str) -> str:
    """One word folded. A village's names are made of few words, so most are known already."""
    # A capital or a mark may first appear when a sign such as ™ or İ is taken apart.
    return _bare(_bare(word)).casefold()


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.category(c).startswith("M")).replace("đ", "d")
