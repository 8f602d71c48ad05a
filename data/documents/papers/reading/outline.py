"""A part of a .docx as far as its fields go: paragraphs, their texts, table rows and text boxes.

python-docx and lxml take 12 MB and a fifth of a second, which is too dear for only naming the fields.
"""

from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_T = f"{_W}t"
_KEPT = frozenset({_T, f"{_W}p", f"{_W}tr", f"{_W}txbxContent"})
_DEEPEST = 200
"""lxml refuses elements that stand deeper in one another than some 250."""
_LONGEST, _MOST_TEXT = 1_000_000, 5_000_000
"""Letters of an attribute, and of a part's texts; lxml refuses ten million in one."""
_MOST_KEPT = 20_000
"""Elements. They take twice the memory that lxml's do: a part with more is left to it."""
_ID = "http://www.w3.org/XML/1998/namespace}id"
"""lxml looks at what stands in it."""


class Unusual(Exception):
    """This reader does not know for sure what python-docx would make of it."""


class Element:
    """An element as lxml has it: its ``tag``, the ``text`` of a ``w:t``, what is in it and around it."""

    __slots__ = ("_around", "_within", "tag", "text")

    def __init__(self, tag: str, around: "Element | None" = None) -> None:
        self.tag = tag
        self.text = ""
        self._around = around
        self._within: list[Element] = []
        if around is not None:
            around._within.append(self)

    def iter(self, tag: str) -> Iterator["Element"]:
        """This and all in it that have this tag, in the order in which they begin."""
        if self.tag == tag:
            yield self
        for element in self._within:
            yield from element.iter(tag)

    def iterancestors(self, tag: str | None = None) -> Iterator["Element"]:
        """What is around it, the nearest first; only what has this tag, if one is given."""
        around = self._around
        while around is not None:
            if tag is None or around.tag == tag:
                yield around
            around = around._around


def outline(xml: bytes) -> Element:
    """The part with these bytes. Raises Unusual, and expat's own error where it is no sound XML."""
    return _Reader().read(xml)


class _Reader:
    def __init__(self) -> None:
        self._root = self._here = Element("")
        self._open: list[bool] = []
        self._kept = self._letters = 0

    def read(self, xml: bytes) -> Element:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._add
        parser.CommentHandler = parser.ProcessingInstructionHandler = self._pass
        parser.StartDoctypeDeclHandler = refuse_doctype
        parser.Parse(xml, True)
        return self._root

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._pass()
        is_kept = name in _KEPT
        self._open.append(is_kept)
        self._kept += is_kept
        if len(self._open) > _DEEPEST or self._kept > _MOST_KEPT:
            raise Unusual
        if attributes and (_ID in attributes or max(map(len, attributes.values())) > _LONGEST):
            raise Unusual
        if is_kept:
            self._here = Element("{" + name, self._here)

    def _end(self, _name: str) -> None:
        if self._open.pop():
            self._here = next(self._here.iterancestors())

    def _add(self, text: str) -> None:
        self._letters += len(text)
        if self._letters > _MOST_TEXT:
            raise Unusual
        if self._here.tag == "{" + _T:
            self._here.text += text

    def _pass(self, *_of_it: str) -> None:
        # A text is what stands before the first thing in it: Word puts nothing there.
        if self._here.tag == "{" + _T:
            raise Unusual


def refuse_doctype(*_of_it: Any) -> None:
    """Raise Unusual: what a document type declares may stand for any text, and for very much of it."""
    raise Unusual
