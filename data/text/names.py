"""Names as they belong on paper, from names as they were typed in a hurry."""

from data.text.clean import clean


def proper(typed: str) -> str:
    """``hoàng thị lan`` as ``Hoàng Thị Lan``. A name with any capital of its own stays as it was typed."""
    name = clean(typed)
    if name != name.lower():
        return name
    return " ".join(word[:1].upper() + word[1:] for word in name.split(" "))
