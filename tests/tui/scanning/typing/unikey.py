"""What a terminal receives while UniKey is on: letters, and backspaces that take letters back.

A model of UniKey's published rules (its engine is free software): a word is composed key by key; each
change of what stands already is sent as backspaces and the new letters. In Telex letters set marks and
tones, in VNI digits do; a key that can set nothing is typed as it is, and from then on the word is no
Vietnamese word and every key is typed as it is. When a word ends that carries a mark and is no
Vietnamese word, UniKey takes it back and types the bare keys instead ("restore keys of wrong words").
"""

import unicodedata
from typing import Literal

BACKSPACE = "\x7f"
Method = Literal["telex", "vni"]

_VOWELS = "aăâeêioôơuưy"
_MARKED = "ăâêôơưđ"
_TONES = "\0\N{COMBINING ACUTE ACCENT}\N{COMBINING GRAVE ACCENT}\N{COMBINING HOOK ABOVE}" + (
    "\N{COMBINING TILDE}\N{COMBINING DOT BELOW}"
)
_TONE_KEYS = {"telex": "zsfrxj", "vni": "012345"}
# For each key the letters that it changes, and into what.
_MARK_KEYS: dict[Method, dict[str, dict[str, str]]] = {
    "telex": {
        "a": {"a": "â"},
        "e": {"e": "ê"},
        "o": {"o": "ô"},
        "w": {"a": "ă", "o": "ơ", "u": "ư"},
        "d": {"d": "đ"},
    },
    "vni": {
        "6": {"a": "â", "e": "ê", "o": "ô"},
        "7": {"o": "ơ", "u": "ư"},
        "8": {"a": "ă"},
        "9": {"d": "đ"},
    },
}
_FINALS = frozenset({"", "c", "ch", "m", "n", "ng", "nh", "p", "t"})


class UniKey:
    """One keyboard with UniKey on. ``press`` and ``type`` give what the terminal receives."""

    def __init__(self, method: Method, *, restores: bool = True) -> None:
        self._method: Method = method
        self._restores = restores
        self._keys = ""
        self._shown = ""

    def type(self, keys: str) -> str:
        """What comes of pressing ``keys`` one after another."""
        return "".join(self.press(key) for key in keys)

    def press(self, key: str) -> str:
        """What comes of pressing ``key``: letters and digits compose, anything else ends the word."""
        if not key.isalnum():
            taken_back = self._restored()
            self._keys = self._shown = ""
            return taken_back + key
        self._keys += key
        return self._become(_compose(self._keys, self._method))

    def _restored(self) -> str:
        marked = self._shown != self._keys and not self._shown.isascii()
        if self._restores and marked and not _is_word(self._shown):
            return self._become(self._keys)
        return ""

    def _become(self, text: str) -> str:
        before, self._shown = self._shown, text
        same = 0
        while same < min(len(before), len(text)) and before[same] == text[same]:
            same += 1
        return BACKSPACE * (len(before) - same) + text[same:]


def _compose(keys: str, method: Method) -> str:
    """What stands on the screen after ``keys`` of one word."""
    word = _Word(method)
    for key in keys:
        word.add(key)
    return word.text


class _Word:
    """A word on its way: letters with their marks, the tone apart, and a tail that is typed as it is."""

    def __init__(self, method: Method) -> None:
        self._method: Method = method
        self._letters = ""
        self._tone = 0
        self._tail = ""

    @property
    def text(self) -> str:
        letters = list(self._letters)
        if self._tone:
            place = _tone_place(self._letters)
            letters[place] = unicodedata.normalize("NFC", letters[place] + _TONES[self._tone])
        return "".join(letters) + self._tail

    def add(self, key: str) -> None:
        if not self._tail and (self._sets_tone(key) or self._sets_mark(key)):
            return
        if self._tail or not key.isalpha():
            self._tail += key
        else:
            self._letters += key

    def _sets_tone(self, key: str) -> bool:
        tone = _TONE_KEYS[self._method].find(key.lower())
        if tone < 0 or _tone_place(self._letters) < 0 or _split(self._letters)[2] not in _FINALS:
            return False
        if tone == self._tone:
            # The same tone again takes it off and types the key; no tone where there is none is a key.
            self._tone = 0
            self._tail += key
            return True
        self._tone = tone
        return True

    def _sets_mark(self, key: str) -> bool:
        changes = _MARK_KEYS[self._method].get(key.lower(), {})
        head, vowels, _final = _split(self._letters)
        if changes.keys() & {"d"}:
            if self._letters[:1].lower() != "d":
                return False
            self._letters = _like("đ", self._letters[0]) + self._letters[1:]
            return True
        marked = "".join(_like(changes.get(letter.lower(), letter.lower()), letter) for letter in vowels)
        if marked == vowels:
            return False
        self._letters = head + marked + self._letters[len(head) + len(vowels) :]
        return True


def _like(letter: str, model: str) -> str:
    """``letter`` in the case of ``model``."""
    return letter.upper() if model.isupper() else letter


def _split(letters: str) -> tuple[str, str, str]:
    """Head consonants, vowels and what follows, lower-cased but for the first two."""
    low = letters.lower()
    begin = 0
    while begin < len(low) and low[begin] not in _VOWELS:
        begin += 1
    if low.startswith(("qu", "gi")) and len(low) > 2 and low[2] in _VOWELS:
        begin = 2
    end = begin
    while end < len(low) and low[end] in _VOWELS:
        end += 1
    return letters[:begin], letters[begin:end], low[end:]


def _tone_place(letters: str) -> int:
    """Where the tone stands: on the marked vowel, else by how many vowels there are and what follows."""
    head, vowels, final = _split(letters)
    if not vowels:
        return -1
    low = vowels.lower()
    marked = [place for place, letter in enumerate(low) if letter in _MARKED]
    if marked:
        place = marked[-1]
    elif len(low) == 1:
        place = 0
    else:
        place = 1 if final or len(low) > 2 or low in ("oa", "oe", "uy") else 0
    return len(head) + place


def _is_word(text: str) -> bool:
    """Whether ``text`` has the form of a Vietnamese word: consonants, vowels, a final; no digits."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if c not in _TONES)
    letters = unicodedata.normalize("NFC", bare)
    return letters.isalpha() and bool(_split(letters)[1]) and _split(letters)[2] in _FINALS
