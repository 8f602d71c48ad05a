"""Every text in a value of the model."""

from collections.abc import Iterator

from msgspec import Struct


def texts(value: object) -> Iterator[str]:
    """Every text in a value made of structs and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))
