"""A folder was named where a list was meant: which lists lie in it."""

from pathlib import Path

from data.finding.files import LISTS
from data.language import _


def folder_sentence(folder: Path) -> str:
    """A sentence that names the lists in ``folder``, or says that there is none."""
    try:
        lists = sorted(one.name for one in folder.iterdir() if one.suffix.lower() in LISTS)
    except OSError:
        lists = []
    if not lists:
        return _("{folder} is a folder, without any list in it.").format(folder=folder)
    return _("{folder} is a folder; type the name of a file in it, too: {files}").format(
        folder=folder, files=", ".join(lists)
    )
