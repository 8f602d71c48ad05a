"""Every module is compiled once, for all workers and for the programs that tests start."""

import os
import sys


def keep_compiled() -> None:
    """Let Python and pytest keep what they have compiled, whatever the machine's setting.

    Each worker would rewrite all tests anew, and compiling this program takes as long as its start; tests
    start it hundreds of times.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
