"""Yes or no as people type it: ``có``, ``CO``, ``c``, ``không``, ``k``, ``yes``, ``n``."""

from data.text.fold import fold

_YES = frozenset(("co", "c", "yes", "y"))
_NO = frozenset(("khong", "k", "no", "n"))


def read_yes_no(text: str, *, empty: bool = False) -> bool | None:
    """Whether ``text`` says yes; ``empty`` where nothing was typed, None where it says neither."""
    answer = fold(text).strip()
    if not answer:
        return empty
    if answer in _YES:
        return True
    return False if answer in _NO else None
