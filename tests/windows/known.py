"""What cannot be tried under wine, and which failures there are named: the reason of each."""

FOLDERS_LEFT_OUT = {
    "terminal": "needs a pseudo-terminal, which Windows has in another form",
    "windows": "doubles of Windows for the other systems, and this very run",
}
_BY_WORDS = {
    "No module named 'numpy'": "draws or reads pictures with numpy, which wine 8 does not load",
    "No module named 'cv2'": "reads films with OpenCV, which wine 8 does not load",
}
"""Words of a failure that say by themselves that wine is the cause."""
_BY_TEST: dict[str, str] = {}
"""Parts of a test's name: why it fails there and would not on Windows."""


def named(test: str, why: str) -> str:
    """Why this failure is wine's and not the program's; empty when it is not known to be."""
    for words, reason in _BY_WORDS.items():
        if words in why:
            return reason
    return next((reason for part, reason in _BY_TEST.items() if part in test), "")
