"""Write every model to ``assets/papers``: ``python -m data.documents.papers.models``."""

import sys
from pathlib import Path

from data.documents.papers.models.all import MODELS
from data.documents.papers.templates import BUILT_IN


def main() -> None:
    """Write the templates, into the folder that is named or where they belong."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else BUILT_IN
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in MODELS.items():
        draw().save(str(folder / name))


if __name__ == "__main__":
    main()
