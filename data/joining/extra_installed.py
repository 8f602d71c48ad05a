"""What is installed only where several laptops work together."""

from importlib.util import find_spec

from data.errors import Refused
from data.language import _

_MODULES = ("nats", "cryptography")


def need_extra() -> None:
    """Refused where the libraries of the extra ``several`` are not installed."""
    if any(find_spec(name) is None for name in _MODULES):
        raise Refused(
            _(
                "Several laptops together need more libraries. Install them once, while there is internet: "
                "pip install '.[several]'"
            )
        )
