"""Whether what stands under a final name is whole, and what is unfinished."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from PIL import Image


def faults(place: Path) -> list[str]:
    """What under a final name is not whole."""
    return [str(path.relative_to(place)) for path in place.rglob("*") if not _is_whole(path)]


def _is_whole(path: Path) -> bool:
    if not path.is_file() or path.name.startswith("."):
        return True
    try:
        match path.suffix:
            case ".xlsx" | ".docx" | ".zip":
                with ZipFile(path) as archive:
                    return archive.testzip() is None
            case ".png":
                with Image.open(path) as picture:
                    picture.load()
            case ".pdf":
                return path.read_bytes().rstrip().endswith(b"%%EOF")
    except (BadZipFile, OSError, SyntaxError):
        return False
    return path.stat().st_size > 0


def left(place: Path) -> list[str]:
    """What is unfinished."""
    return [
        str(path.relative_to(place)) for path in place.rglob(".*") if path.name.endswith((".tmp", ".part"))
    ]
