"""Running pip, and its refusal in one sentence."""

import subprocess
import sys

from data.errors import Refused
from data.language import _


def pip(*arguments: object) -> None:
    """Run pip of this Python quietly; Refused with its last words when it fails."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        raise Refused(_("pip could not do it: {reason}").format(reason=said[-1] if said else done.returncode))
