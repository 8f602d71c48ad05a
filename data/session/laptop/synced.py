"""Whether a folder is copied to the internet by a program that keeps folders in step."""

import os
from collections.abc import Mapping
from pathlib import Path

_NAMED = ("OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "iCloudDrive", "Mobile Documents", "My Drive")
_ROOTS = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def synced_by(folder: Path, environment: Mapping[str, str] | None = None) -> str:
    """The service that copies ``folder`` to the internet, as its own folder is named; empty for none.

    ``environment`` tells where OneDrive keeps its folders; without it, the system's own.
    """
    known = os.environ if environment is None else environment
    parts = [folder, *folder.parents]
    for root in _ROOTS:
        if known.get(root) and any(_same(part, known[root]) for part in parts):
            return "OneDrive"
    for part in parts:
        for name in _NAMED:
            # "OneDrive - UBND xã" is a work account's.
            if part.name.casefold() == name.casefold() or part.name.casefold().startswith(
                f"{name.casefold()} -"
            ):
                return "iCloud" if name in ("iCloudDrive", "Mobile Documents") else name
    return ""


def _same(folder: Path, other: str) -> bool:
    return os.path.normcase(folder) == os.path.normcase(other.rstrip("\\/"))
