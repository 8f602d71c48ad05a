"""What a keystroke costs in the search line of the door: ``python -m tests.bench.search``.

The floor is one pass over the names that a search without any index would make, in the same run.
"""

from time import perf_counter

from data.text.fold import fold
from data.text.search.search import GuestIndex
from tests.data.text.test_search import DELEGATIONS, village

GUESTS = 10_000
ROUNDS = 15
TYPED = ("nguyen van duc", "huong xom 3", "huong 1962", "nvd", "duc x2", "0900123", "34", "h")
MISSPELT = ("nguyne vna dux", "trann thij huogn", "huogn xom 3", "phamthihoaa", "zzzzzz", "v v v v")


def main() -> None:
    """Print milliseconds for the slowest keystroke of each query, and for the floor."""
    guests = village(GUESTS)
    begun = perf_counter()
    index = GuestIndex(guests, DELEGATIONS)
    print(f"index of {GUESTS} guests: {(perf_counter() - begun) * 1e3:.0f} ms, once")
    index.find("a")
    floor = _time(lambda: [guest for guest in guests if "huong" in fold(guest.name)])
    print(f"floor, one pass over all names: {floor:.2f} ms")
    print(f"{'typed':<18} {'slowest key, ms':>16} {'last key, ms':>13}")
    for query in TYPED + MISSPELT:
        keys = [query[:end] for end in range(1, len(query) + 1)]
        times = [_time(lambda key=key: index.find(key)) for key in keys]
        print(f"{query:<18} {max(times):>16.2f} {times[-1]:>13.2f}")


def _time(work: object) -> float:
    assert callable(work)
    times = []
    for _round in range(ROUNDS):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    # The fastest round: what else the machine was doing is not the search's cost.
    return min(times) * 1e3


if __name__ == "__main__":
    main()
