"""A choice of one guest for every row is found wherever there is one."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from data.roster.comparing.nothing_new import covering

CANDIDATES = st.lists(st.lists(st.integers(0, 5), max_size=4, unique=True), max_size=5)


@given(CANDIDATES)
def test_a_choice_is_found_just_when_trying_every_order_finds_one(candidates: list[list[int]]) -> None:
    possible = any(
        all(guest in row for guest, row in zip(order, candidates, strict=True))
        for order in permutations(range(6), len(candidates))
    )
    chosen = covering(candidates)
    assert (chosen is not None) == possible
    if chosen is not None:
        assert len(set(chosen)) == len(chosen)
        assert all(guest in row for guest, row in zip(chosen, candidates, strict=True))
