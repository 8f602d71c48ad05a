"""How this program is called from a command line, for sentences that tell people what to type."""

import sys
from pathlib import Path

INSTALLED = "le-ra-mat"
TITLE = "Lễ ra mắt"
"""The program's own name, on windows and pictures of it; the same in every language."""


def program_name() -> str:
    """``le-ra-mat`` where that command was typed, else ``main.py``."""
    return INSTALLED if Path(sys.argv[0]).stem == INSTALLED else "main.py"


def typed_command() -> str:
    """The beginning of a whole command line: ``le-ra-mat``, or ``python main.py``."""
    return INSTALLED if program_name() == INSTALLED else "python main.py"
