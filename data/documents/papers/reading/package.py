"""Which parts of a .docx hold text of people, in the order in which python-docx comes upon them.

A .docx is a zip whose parts name one another in relationships (ECMA-376, part 2). What is not exactly as
Word writes it is left to python-docx: ``outlines`` then says None.
"""

import posixpath
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from xml.parsers import expat
from zipfile import ZipFile

from data.documents.papers.reading.outline import Element, Unusual, outline, refuse_doctype

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN_RELATION = f"{_RELATIONS}/officeDocument"
_PICTURE_RELATION = f"{_RELATIONS}/image"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_WORD}.document.main+xml"
_WITH_TEXT = frozenset({_MAIN, f"{_WORD}.header+xml", f"{_WORD}.footer+xml"})
_READ_TOO = frozenset(
    {
        *(f"{_WORD}.{kind}+xml" for kind in ("comments", "numbering", "settings", "styles")),
        "application/vnd.openxmlformats-package.core-properties+xml",
    }
)
"""Parts that python-docx reads beside them: where one is damaged it takes the whole file for damaged."""


class _Relation(NamedTuple):
    kind: str
    target: str


def outlines(docx: bytes) -> list[Element] | None:
    """The body, headers and footers of the file with these bytes; None where python-docx has to judge it."""
    try:
        with ZipFile(BytesIO(docx)) as archive:
            return list(_Package(archive).outlines())
    # Damaged files have zipfile, zlib and expat stumble over almost anything; python-docx says whether it is.
    except Exception:
        return None


class _Package:
    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._members = frozenset(archive.namelist())
        self._of_part: dict[str, str] = {}
        self._of_ending: dict[str, str] = {}
        for kind, attributes in _entries(archive.read("[Content_Types].xml"), "content-types"):
            if kind == "Override":
                self._of_part[attributes["PartName"].lower()] = attributes["ContentType"]
            elif kind == "Default":
                self._of_ending[attributes["Extension"].lower()] = attributes["ContentType"]

    def outlines(self) -> Iterator[Element]:
        main = [at.target for at in self._relations("/") if at.kind == _MAIN_RELATION]
        if len(main) != 1 or self._type(main[0]) != _MAIN:
            raise Unusual
        yield from self._beyond("/", set())

    def _beyond(self, part: str, seen: set[str]) -> Iterator[Element]:
        """What is reached from ``part`` and was not ``seen`` yet, depth first."""
        for relation in self._relations(part):
            target = relation.target
            if target in seen:
                continue
            seen.add(target)
            xml, kind = self._archive.read(target[1:]), self._type(target)
            if kind in _WITH_TEXT:
                if relation.kind == _PICTURE_RELATION:
                    raise Unusual
                yield outline(xml)
            elif kind in _READ_TOO:
                outline(xml)
            yield from self._beyond(target, seen)

    def _relations(self, part: str) -> list[_Relation]:
        """The parts of this package that ``part`` names, in order."""
        folder, name = posixpath.split(part)
        member = posixpath.join(folder, "_rels", f"{name}.rels")[1:]
        if member not in self._members:
            return []
        found: dict[str, _Relation | None] = {}
        for kind, attributes in _entries(self._archive.read(member), "relationships"):
            if kind != "Relationship":
                continue
            id, target = attributes["Id"], posixpath.normpath(posixpath.join(folder, attributes["Target"]))
            if id in found:
                raise Unusual
            is_elsewhere = attributes.get("TargetMode") == "External"
            found[id] = None if is_elsewhere else _Relation(attributes["Type"], target)
        return [relation for relation in found.values() if relation is not None]

    def _type(self, part: str) -> str:
        told = self._of_part.get(part.lower())
        return told or self._of_ending[posixpath.splitext(part)[1].removeprefix(".").lower()]


def _entries(xml: bytes, kind: str) -> list[tuple[str, dict[str, str]]]:
    """The entries of a list of relationships or content types: name and attributes."""
    found: list[tuple[str, dict[str, str]]] = []
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        space, _at, local = name.rpartition("}")
        if depth == 1 and space == f"{_PACKAGE}/{kind}":
            found.append((local, attributes))
        depth += 1

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.Parse(xml, True)
    return found
