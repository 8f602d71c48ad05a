"""Letters of other alphabets that look like Vietnamese ones, and are typed or pasted for them."""

import re
import unicodedata

# Letters that no Vietnamese word has, whatever stands beside them. Ð is Icelandic, Ɖ African, and fonts
# and keyboards of old gave them for Đ.
_ALWAYS = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "ı": "i", "ƌ": "đ", "ɑ": "a", "ɡ": "g"})
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХасеѕіјорухһԛԝԁѐ", "ABESIJKMHOPCTYXacesijopyxhqwdè", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικάέόύία", "ABEZHIKMNOPTYXovikáéóúía", strict=True))
_FOREIGN = str.maketrans(_CYRILLIC | _GREEK)
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*")
_WIDE = re.compile("[\uff01-\uff5e\u3000\ufb00-\ufb06\U0001d400-\U0001d7ff]+")


def without_lookalikes(text: str) -> str:
    """``text`` with Latin letters where their Cyrillic, Greek, full-width or Icelandic doubles stood.

    A word of another alphabet that has other letters too ("Иван", "Ελλάς") stays as it is.
    """
    if text.isascii():
        return text
    shown = _WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide.group()), text).translate(_ALWAYS)
    if any("\u0370" <= sign <= "\u052f" for sign in shown):
        shown = _WORD.sub(lambda word: _latin(word.group()), shown)
    return unicodedata.normalize("NFC", shown)


def _latin(word: str) -> str:
    # Vietnamese marks on a Cyrillic letter stand apart from it, which NFC cannot join.
    latin = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(_FOREIGN))
    return word if any("\u0370" <= sign <= "\u052f" for sign in latin) else latin
