"""Where the server's program is."""

import os
import shutil
import sys
import sysconfig
from pathlib import Path

from data.errors import Refused
from data.language import _

_NAME = "nats-server.exe" if os.name == "nt" else "nats-server"


def server_program() -> str:
    """The path of ``nats-server``: the one installed beside this Python, else one that the system knows.

    Refused where there is none.
    """
    beside = (Path(sysconfig.get_path("scripts")) / _NAME, Path(sys.executable).parent / _NAME)
    found = next((str(path) for path in beside if path.is_file()), None) or shutil.which(_NAME)
    if found is None:
        raise Refused(
            _(
                "The server for several laptops is not installed. Install it once, while there is internet: "
                "pip install '.[several]'"
            )
        )
    return found
