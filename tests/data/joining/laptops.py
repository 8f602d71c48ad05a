"""Two laptops of one event in one process: what each test of several laptops begins with."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from data.joining.pairing.code import read_code
from data.joining.sharing import codes, join, share
from data.joining.taking.take_over import take_over
from data.joining.together import Together
from data.session.session import Session

_SECONDS = 60.0


def settle(*laptops: Together, until: Callable[[], bool], seconds: float = _SECONDS) -> None:
    """Let the laptops work until it holds. Raises AssertionError with how they stand where it never does."""
    end = monotonic() + seconds
    while not until():
        for one in laptops:
            one.turn()
            one.tick()
        assert monotonic() < end, [one.standing for one in laptops]
        sleep(0.002)


def is_level(one: Together) -> bool:
    """Whether a laptop has all that the others have, and they all that it has."""
    return (
        one.standing.is_level and not one.standing.waiting and len(one.known) >= len(one.session.state.steps)
    )


@contextmanager
def sharing(folder: Path) -> Iterator[Together]:
    """The event in ``folder``, shared on this laptop's loopback, once the server has all of it."""
    with Session(folder, laptop="aaaaaaaa") as session:
        together = share(session, host="127.0.0.1")
        try:
            settle(together, until=lambda: is_level(together))
            yield together
        finally:
            together.end()


@contextmanager
def joined(host: Together, parent: Path) -> Iterator[Together]:
    """Another laptop, with its events in ``parent``, that has joined ``host``."""
    place = read_code(codes(host)[0])
    with Session(take_over(place, parent=parent).folder, laptop="bbbbbbbb") as session:
        together = join(session, place)
        try:
            settle(host, together, until=lambda: is_level(together) and host.standing.here == 2)
            yield together
        finally:
            together.end()
