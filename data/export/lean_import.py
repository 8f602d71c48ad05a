"""Importing a library without another one that it would take along for the sake of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident


class _Missing:
    """A finder that knows one module, and says to one thread that it is not there."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._thread = get_ident()

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if name == self._name and get_ident() == self._thread:
            raise ModuleNotFoundError(name)


@contextmanager
def without(name: str) -> Iterator[None]:
    """Inside, an import by this thread finds no module ``name``, unless it is loaded already.

    openpyxl imports numpy, where it is there, only to know its kinds of numbers: 22 MB that a program
    which writes its own cells need not hold all day.
    """
    finder = _Missing(name)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
