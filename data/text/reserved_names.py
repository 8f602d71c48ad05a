"""Names that Windows keeps for its devices: no file and no folder can be called so there."""

_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in "123456789¹²³"}
)


def is_reserved(name: str) -> bool:
    """Whether one part of a path names a device on Windows, with any ending and in any case.

    ``pathlib`` knew this too until Python 3.15; the rule is Microsoft's ("Naming Files, Paths, and
    Namespaces"), blanks before the ending included.
    """
    return name.partition(".")[0].partition(":")[0].rstrip(" ").upper() in _DEVICES
