"""The parts of an Excel workbook: its styles, its shared texts, and the XML of its sheets.

openpyxl opens a sheet by going through all of it once, to learn its size, and makes several objects of every
text; of a long list only the texts matter.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple


class SheetPart(NamedTuple):
    """One sheet of a workbook: its name, whether it is seen, and its XML."""

    title: str
    hidden: bool
    xml: bytes


class Package(NamedTuple):
    """A workbook: ``book`` is openpyxl's, of which only the styles and the epoch are read.

    ``strings`` are the shared texts, each a str or openpyxl's rich text.
    """

    book: Any
    strings: Sequence[Any]
    sheets: tuple[SheetPart, ...]


def open_package(content: bytes) -> Package:
    """The parts of the workbook in ``content``. What openpyxl raises on damage is the caller's."""
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet
    from openpyxl.xml.constants import SHARED_STRINGS

    reader = ExcelReader(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    with reader.archive as archive:
        reader.read_manifest()
        reader.read_workbook()
        apply_stylesheet(archive, reader.wb)
        shared = reader.package.find(SHARED_STRINGS)
        strings = _shared(archive.read(shared.PartName[1:])) if shared is not None else []
        sheets = tuple(
            SheetPart(sheet.name, sheet.state != "visible", archive.read(relation.target))
            for sheet, relation in reader.parser.find_sheets()
            if relation.target in reader.valid_files and "chartsheet" not in relation.Type
        )
    return Package(reader.wb, strings, sheets)


def _shared(xml: bytes) -> list[Any]:
    from lxml import etree

    found: list[Any] = []
    for _event, part in etree.iterparse(BytesIO(xml), tag="{*}si", huge_tree=True, resolve_entities=False):
        found.append(text_of(part))
        part.clear()
    return found


def text_of(part: Any) -> Any:
    """The text of a shared or an inline string, openpyxl's rich text when it has several looks.

    Source: ECMA-376 part 1, 18.4.8 (si): one ``t``, or runs ``r``, and phonetic hints that are not read.
    """
    if len(part) == 1 and part[0].tag.endswith("}t"):
        return (part[0].text or "").replace("x005F_", "")
    names = [child.tag.rpartition("}")[2] for child in part if isinstance(child.tag, str)]
    if "r" not in names:
        texts = [child.text for child, name in zip(part, names, strict=True) if name == "t" and child.text]
        return "".join(texts).replace("x005F_", "")
    from openpyxl.cell.rich_text import CellRichText

    rich = CellRichText.from_tree(part)
    return str(rich[0]) if len(rich) == 1 and isinstance(rich[0], str) else rich
