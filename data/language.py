"""The language that people read: Vietnamese unless they ask for English.

The code's own strings are English; catalogues in ``assets/locale`` translate them. ``_`` looks the
string up when it is called, so a module may be imported before the language is chosen.
"""

import gettext
from typing import Literal, get_args

from data.assets import ASSETS

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LOCALE = ASSETS / "locale"
DOMAIN = "ceremony"

_chosen: Language = "vi"
_catalogue: gettext.NullTranslations | None = None


def choose(language: Language) -> None:
    """Make ``language`` the one that every later ``_`` answers in."""
    global _chosen, _catalogue
    _chosen = language
    _catalogue = gettext.translation(DOMAIN, LOCALE, [language], fallback=True)


def chosen() -> Language:
    """The language that is being shown now."""
    return _chosen


def _(message: str) -> str:
    """``message`` in the chosen language; itself where there is no translation."""
    if _catalogue is None:
        choose(_chosen)
    assert _catalogue is not None
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The one of two messages that goes with ``count``, in the chosen language; ``count`` is not put in.

    Vietnamese has one form, which stands for both.
    """
    if _catalogue is None:
        choose(_chosen)
    assert _catalogue is not None
    return _catalogue.ngettext(one, many, count)


def N_(message: str) -> str:
    """Mark ``message`` for the catalogues without translating it yet (tables made at import)."""
    return message
