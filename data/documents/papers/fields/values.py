"""What a paper can say: fields with their values, and tables of them; what is not known is a gap."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from msgspec import Struct

from data.text.fold import fold

_NONE: Mapping[str, "Table"] = {}
_NOT_NAMING = re.compile(r"[^a-z0-9]+")


class Gap(Struct, frozen=True):
    """A fact that is not known: a dotted line to fill by pen. ``label`` names it to people (the field
    itself when empty); ``dots`` is how long the line is."""

    label: str = ""
    dots: int = 30


Sentence = tuple[str | Gap, ...]
Value = str | Gap | Sentence
"""Text, a gap, or text with gaps in it. Empty text prints nothing: it is known that nothing is there."""


class Lines(Struct, frozen=True):
    """A value of several lines: the paragraph that holds its field is repeated for each."""

    lines: tuple[Value, ...]


Field = Value | Lines


class Table(Struct, frozen=True):
    """Rows to repeat. ``columns`` are the names of the fields, in the order of the values of each row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Field, ...], ...]


class Name(Struct, frozen=True):
    """A field as a template names it: ``hộ.họ tên`` has the table ``hộ``, ``thôn`` has none.

    ``table`` and ``field`` are keys; ``typed`` is what stands between the braces.
    """

    table: str
    field: str
    typed: str

    def cased(self, value: str) -> str:
        """``value`` in capitals for a field typed in capitals; with a capital for one that begins with it."""
        if self.typed.isupper():
            return value.upper()
        return value[:1].upper() + value[1:] if self.typed[:1].isupper() else value


def key(name: str) -> str:
    """What two spellings of a field's name share: ``Địa điểm`` and ``dia_diem`` are the same field."""
    return _NOT_NAMING.sub("_", fold(name)).strip("_")


def name_of(typed: str) -> Name:
    """The field that stands between two braces."""
    table, dot, field = typed.strip().partition(".")
    return Name(key(table), key(field), typed.strip()) if dot else Name("", key(table), typed.strip())


class Content:
    """All fields and tables that a paper may use, found by any spelling of their names."""

    def __init__(self, fields: Mapping[str, Field], tables: Mapping[str, Table]) -> None:
        self._fields = {key(name): (name, value) for name, value in fields.items()}
        self._tables = {key(name): (name, table) for name, table in tables.items()}

    def with_more(self, fields: Mapping[str, Field], tables: Mapping[str, Table] | None = None) -> "Content":
        """The same content with more of it, for one paper."""
        more = Content(fields, tables or {})
        more._fields = self._fields | more._fields
        more._tables = self._tables | more._tables
        return more

    @property
    def names(self) -> Iterator[str]:
        """Every field by its full name, tables' columns as ``table.column``."""
        for name, _value in self._fields.values():
            yield name
        for name, table in self._tables.values():
            yield from (f"{name}.{column}" for column in table.columns)

    def knows(self, name: Name) -> bool:
        """Whether there is such a field."""
        if not name.table:
            return name.field in self._fields
        return name.table in self._tables and name.field in map(key, self._tables[name.table][1].columns)

    def nearest(self, name: Name) -> str:
        """The name of a field that a misspelt one may have meant, or empty."""
        known = {key(field): field for field in self.names}
        close = get_close_matches(key(name.typed), known, n=1)
        return known[close[0]] if close else ""

    def field(self, name: Name) -> Field:
        """The value of a field outside tables; a gap without a label gets the field's name."""
        label, value = self._fields[name.field]
        return labelled(value, label)

    def rows(self, table: str) -> list[dict[str, Field]]:
        """The rows of a table, each with its values by the columns' keys."""
        title, found = self._tables[table]
        keys = [key(column) for column in found.columns]
        return [
            {
                key: labelled(value, f"{title}: {column}")
                for key, column, value in zip(keys, found.columns, row, strict=True)
            }
            for row in found.rows
        ]


def labelled(value: Field, label: str) -> Field:
    """``value`` with ``label`` on the gap that has none."""
    if isinstance(value, Gap) and not value.label:
        return Gap(label, value.dots)
    if isinstance(value, Lines):
        return Lines(
            tuple(Gap(label, v.dots) if isinstance(v, Gap) and not v.label else v for v in value.lines)
        )
    return value


def text_of(value: Field) -> str:
    """The value as it is printed; the lines of several below one another."""
    if isinstance(value, Lines):
        return "\n".join(text_of(line) for line in value.lines)
    return "".join("." * part.dots if isinstance(part, Gap) else part for part in _parts(value))


def gaps_of(value: Field) -> list[str]:
    """The labels of what is not known in the value, each once."""
    parts = list(value.lines) if isinstance(value, Lines) else [value]
    labels = (part.label for line in parts for part in _parts(line) if isinstance(part, Gap))
    return list(dict.fromkeys(labels))


def _parts(value: Value) -> Sequence[str | Gap]:
    return value if isinstance(value, tuple) else (value,)
