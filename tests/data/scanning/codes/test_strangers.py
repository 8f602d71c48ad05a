from collections import Counter
from random import Random

import pytest

from data.commands.door.scanning import Scanner
from data.scanning.codes import read_code
from data.session.session import Session
from tests.conftest import list_guests, many_households
from tests.data.scanning.codes.strangers import KINDS, checked, led, of_this_event, wild


@pytest.mark.parametrize("kind", KINDS)
def test_payloads_that_nobody_printed_admit_nobody(session: Session, kind: type) -> None:
    list_guests(session, many_households(session.state.event.number, 140))
    scanner, chance = Scanner(session), Random()
    for _scan in range(500):
        answer = scanner.read(kind(chance, session.state.event.number), "scanner")
        assert answer is not None
        assert not answer.is_welcome
    assert not session.state.present


def test_the_kinds_are_what_they_say() -> None:
    chance = Random(1)
    sound = Counter(
        kind.__name__ for kind in KINDS for _draw in range(1000) if read_code(kind(chance, "42")) is not None
    )
    assert sound[checked.__name__] == sound[of_this_event.__name__] == 1000
    assert 50 < sound[led.__name__] < 200
    assert sound[wild.__name__] < 20
