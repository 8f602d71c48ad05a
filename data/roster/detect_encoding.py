"""Telling which code a text without fonts is in, by whether its words could be Vietnamese."""

import codecs
import re
import unicodedata
from collections.abc import Iterable

from data.language import _
from data.roster.legacy import Coding, Script, decode, with_capitals

# The syllables of Vietnamese without tones: onset, vowels, final consonant.
_SYLLABLE = re.compile(
    "(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
    "(?:iêu|yêu|uôi|ươi|ươu|uyê|oai|oay|oao|oeo|uây|uya|uyu|iê|yê|uô|ươ|uâ|uê|uy|uơ|oa|oă|oe|ai|ao|au|ay"
    "|âu|ây|eo|êu|ia|iu|oi|oo|ôi|ơi|ua|ui|ưa|ưi|ưu|[aăâeêioôơuưy])"
    "(?:ng|nh|ch|[cmnpt])?"
)
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_TOKEN = re.compile(r"[^\s0-9!-/:-@\[-`{-~]+")
_ENOUGH_WORDS = 3
_CODINGS: tuple[Coding, ...] = ("tcvn3", "vni")
_NAMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}


def plausible(word: str) -> bool:
    """Whether ``word`` could be one Vietnamese syllable."""
    marks = _TONE.findall(unicodedata.normalize("NFD", word))
    if len(marks) > 1:
        return False
    toneless = unicodedata.normalize("NFC", _TONE.sub("", unicodedata.normalize("NFD", word.lower())))
    return _SYLLABLE.fullmatch(toneless) is not None


def vietnamese_share(text: str) -> tuple[int, float]:
    """How many different words of ``text`` have more than ASCII, and which share of them is plausible."""
    words = {word for word in _TOKEN.findall(text) if not word.isascii()}
    if not words:
        return 0, 1.0
    return len(words), sum(map(plausible, words)) / len(words)


def is_unicode_after_all(texts: Iterable[str], coding: Coding) -> bool:
    """Whether texts in an old font were in truth typed in Unicode: more words read well as they are."""
    as_is = decoded = 0
    for word in {word for text in texts for word in _TOKEN.findall(text) if not word.isascii()}:
        reads, turned = plausible(word), plausible(decode(word, Script(coding, False)))
        as_is += reads and (not turned or word > "\xff")
        decoded += turned and not reads
    return as_is > decoded


def undo_legacy(text: str) -> tuple[str, str]:
    """``text`` with letters of an old code made Unicode, and a sentence that says so (or "").

    Only when it is clear: at least three words that are no Vietnamese as they stand, and nearly all
    of them are after decoding. Anything else comes back as it was.
    """
    if any(c > "\xff" for c in text):
        return text, ""
    count, share = vietnamese_share(text)
    if count < _ENOUGH_WORDS or share > 0.5:
        return text, ""
    best = max(_CODINGS, key=lambda coding: vietnamese_share(decode(text, Script(coding, False)))[1])
    decoded = decode(text, Script(best, False))
    if vietnamese_share(decoded)[1] < 0.9:
        return text, ""
    return _in_cells(decoded) if best == "tcvn3" else decoded, _note(_NAMES[best])


def decode_bytes(content: bytes) -> tuple[str, str]:
    """The text in ``content`` in NFC, and a sentence when its code had to be guessed (or "").

    Tried in this order: a byte order mark, UTF-16 by its zero bytes, UTF-8; then the best reading of
    Windows code page 1258, TCVN3 and VNI.
    """
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return unicodedata.normalize("NFC", content.decode(codec, "replace")), ""
    head = content[:2000]
    for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(head) > 3 and head[first::2].count(0) > len(head) // 5 > 3 * head[1 - first :: 2].count(0):
            return unicodedata.normalize("NFC", content.decode(codec, "replace")), ""
    try:
        return unicodedata.normalize("NFC", content.decode("utf-8")), ""
    except UnicodeDecodeError:
        return _guess_bytes(content)


def _guess_bytes(content: bytes) -> tuple[str, str]:
    latin = content.decode("latin-1")
    readings = {"1258": unicodedata.normalize("NFC", content.decode("cp1258", "replace"))}
    readings |= {coding: decode(latin, Script(coding, False)) for coding in _CODINGS}
    shares = {name: vietnamese_share(text)[1] for name, text in readings.items()}
    best = max(readings, key=lambda name: shares[name] + (name == "1258") * 0.05)
    if best == "1258":
        return readings[best], ""
    text = _in_cells(readings[best]) if best == "tcvn3" else readings[best]
    return text, _note(_NAMES[best])


def _in_cells(text: str) -> str:
    """Capitals are judged cell by cell: a heading in capitals says nothing of the names below it."""
    return re.sub(r"[^,;\t|\"\r\n]+", lambda cell: with_capitals(cell.group()), text)


def _note(code: str) -> str:
    return _(
        "The letters of this file were in the old code {code} and have been converted: check some names."
    ).format(code=code)
