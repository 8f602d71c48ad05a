"""Progress of long work on the command line: a bar for a person, silence in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def named_progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """A progress bar on stderr where a person looks at it; None in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def step(name: str, done: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=total)
            bar.update(tasks[name], completed=done, total=total)

        yield step


@contextmanager
def progress(name: str) -> Iterator[Callable[[int, int], None] | None]:
    """The same for work of one kind, whose steps tell only how far they are."""
    with named_progress() as step:
        yield (lambda done, total: step(name, done, total)) if step else None
