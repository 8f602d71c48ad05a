"""Write every model to ``assets/papers``: ``python -m data.documents.papers.models``."""

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from data.documents.papers.models.all import MODELS
from data.documents.papers.template_places import BUILT_IN


def main() -> None:
    """Write the templates that changed, into the folder that is named or where they belong."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else BUILT_IN
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in MODELS.items():
        drawn = BytesIO()
        draw().save(drawn)
        path = folder / name
        # The same paper written again has other bytes: its zip says when it was packed.
        if not path.exists() or _parts(path) != _parts(drawn):
            path.write_bytes(drawn.getvalue())


def _parts(file: Path | BytesIO) -> dict[str, bytes]:
    with ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


if __name__ == "__main__":
    main()
