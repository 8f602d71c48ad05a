"""Names as they belong on paper, from names as they were typed in a hurry."""

from data.text.cleaning.clean import clean


def proper(typed: str) -> str:
    """``hoàng thị lan`` as ``Hoàng Thị Lan``. A name with any capital of its own stays as it was typed."""
    name = clean(typed)
    if name != name.lower():
        return name
    return " ".join(word[:1].upper() + word[1:] for word in name.split(" "))


def is_shouted_or_whispered(name: str) -> bool:
    """Whether a name of two words or more is all in capitals or all in small letters."""
    return (name.isupper() or name.islower()) and len(name.split()) > 1


def written_properly(name: str) -> str:
    """``NGUYỄN VĂN AN`` and ``nguyễn văn an`` as ``Nguyễn Văn An``; a name with both kinds stays as it is."""
    return proper(name.lower()) if is_shouted_or_whispered(name) else name


def with_first_capitals(name: str) -> str:
    """``name`` where a word that begins with a small "ý" or "ổ" among words with capitals has one, too.

    TCVN3 has no capitals with tones, and its "ý" is the one of Latin letters: nothing else tells.
    """
    words = name.split(" ")
    others = [word for word in words if word and (word[0].isascii() or not word[0].islower())]
    if name.isascii() or len(others) in (0, len(words)) or not all(word[0].isupper() for word in others):
        return name
    return " ".join(word[:1].upper() + word[1:] for word in words)
