from datetime import date

import pytest

from data.model.event import Event
from tests.conftest import planned_event


def make_event() -> Event:
    return planned_event("kha-tan", "17", date(2022, 6, 15))


@pytest.fixture(scope="session")
def event() -> Event:
    return make_event()
