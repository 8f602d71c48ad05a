"""The command line of the kit."""

import argparse
import sys
from pathlib import Path

from data.errors import CeremonyError
from tui.offline_kit.kit import THIS_PYTHON, make_kit


def main() -> None:
    """Make the kit; exit 1 with one line on stderr where that cannot be done."""
    parser = argparse.ArgumentParser(
        prog="python -m tui.offline_kit", description=sys.modules[__package__].__doc__
    )
    parser.add_argument("folder", type=Path, help="where to make the kit")
    parser.add_argument(
        "--python",
        metavar="X.Y",
        action="append",
        help=f"Python of the Windows laptop; else {THIS_PYTHON}, as here",
    )
    parser.add_argument(
        "--installer", type=Path, metavar="EXE", help="python-3.X.Y-amd64.exe from python.org, to go with it"
    )
    parser.add_argument(
        "--without-camera", action="store_true", help="half the size; F9 then reads no camera"
    )
    asked = parser.parse_args()
    try:
        made = make_kit(
            asked.folder,
            asked.python or [THIS_PYTHON],
            camera=not asked.without_camera,
            installer=asked.installer,
            tell=lambda line: print(line, flush=True),
        )
    except CeremonyError as error:
        sys.exit(error.sentence)
    print(f"{asked.folder}: {made.wheels} wheels, {made.megabytes} MB. Double-click cai-dat.bat there.")


if __name__ == "__main__":
    main()
