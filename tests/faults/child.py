"""A door without a screen: a line in, a check-in on disk, an answer out. It is there to be killed."""

import sys
from pathlib import Path

from data.commands.door.scanning import Scanner
from data.session.session import Session


def main() -> None:
    with Session(Path(sys.argv[1])) as session:
        scanner = Scanner(session)
        for line in sys.stdin:
            answer = scanner.read(line, "stdin")
            if answer is not None:
                print(f'{{"status": "{answer.status}"}}', flush=True)


if __name__ == "__main__":
    main()
