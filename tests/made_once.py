"""What many tests begin with, made once in a run: each test has a copy of its own."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile, copytree

from data.session.laptop.own_folder import own_folder

_LAPTOP = "laptop"


class MadeOnce:
    """Events as they are at the beginning of a test, kept in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, event: Path, make: Callable[[Path], object]) -> Path:
        """``event``, as ``make`` makes it: copied from the first that was put under ``name``.

        What wrote it is this test's laptop, as it was the first one's. Where that is another already, or
        has made an event already, this one is made.
        """
        model, laptop = self._folder / name, own_folder() / _LAPTOP
        if laptop.exists():
            make(event)
        elif model.exists():
            laptop.parent.mkdir(mode=0o700, exist_ok=True)
            copyfile(model / _LAPTOP, laptop)
            laptop.chmod(0o600)
            copytree(model / "event", event, copy_function=_copy)
        else:
            make(event)
            copytree(event, model / "event")
            copyfile(laptop, model / _LAPTOP)
        return event


def _copy(source: str, target: str) -> None:
    """A file with its rights, written now."""
    copyfile(source, target)
    Path(target).chmod(Path(source).stat().st_mode)
