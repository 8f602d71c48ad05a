"""Names with nothing odd about them: most cells of a long list, which need no closer look."""

from functools import lru_cache

from data.text.syllables import is_family_name, plausible

_FEWEST, _MOST = 2, 4


# Each name is asked about several times: as a row of the list, as a name, as one with odd letters.
@lru_cache(32_768)
def is_plain_name(text: str) -> bool:
    """Whether ``text`` is a family name and one to three Vietnamese words after it, each with its capital.

    Such a text is no heading, total, section or foot, holds one person, and has no letter that was lost.
    """
    words = text.split(" ")
    return _FEWEST <= len(words) <= _MOST and is_family_name(words[0]) and all(map(_is_plain_word, words))


@lru_cache(16_384)
def _is_plain_word(word: str) -> bool:
    return word.isalpha() and word.istitle() and plausible(word)
